'use client'

import { useFieldSelector } from '@/components/fields/form-hooks'
import type { FormValues } from '@/components/session/session'
import { Fold } from '../parts/fold'
import { SignIn } from './sign-in'

const PATHS = ['selfSignUp', 'usernameAttributes', 'mfa', 'preTokenGeneration'].map(key => `userPool.${key}`)

/** How users of a new pool register and sign in, and the trigger: folded away, because the defaults suit most. */
export default function SignInFold() {
  const set = useFieldSelector<FormValues['userPool'], boolean>(
    'userPool',
    pool =>
      pool.source === 'new' &&
      (pool.selfSignUp ||
        (pool.usernameAttributes ?? []).length > 0 ||
        (pool.mfa ?? 'off') !== 'off' ||
        pool.preTokenGeneration !== undefined),
  )
  return (
    <Fold label="Sign-up, sign-in and token trigger" paths={PATHS} set={set}>
      <SignIn />
    </Fold>
  )
}
