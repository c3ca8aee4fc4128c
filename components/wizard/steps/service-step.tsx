'use client'

import { lazy, Suspense } from 'react'
import { useFieldSelector, useFieldValue } from '@/components/fields/form-hooks'
import { SelectField } from '@/components/fields/select-field'
import { SwitchField } from '@/components/fields/switch-field'
import { TextField } from '@/components/fields/text-field'
import { type FormValues, type Session, useSession } from '@/components/session/session'
import { useField } from '@/components/session/use-field'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import { Segment } from '@/components/ui/segment'
import { SIGN_IN_DEFAULTS } from '@/lib/document/sign-in-defaults'
import { DeployedName } from '../parts/deployed-name'
import { ServiceName } from '../parts/service-name'
import { StepBody, StepHead } from '../step-parts'

// Fetched after the page: suggestions show once the field has focus.
const Regions = lazy(prefetchAfterLoad(() => import('../parts/regions')))
const ExistingPool = lazy(prefetchAfterLoad(() => import('../pool/existing-pool')))

type Pool = FormValues['userPool']

/** Step 1: the name of the service, its Region, and its user pool. */
export function ServiceStep() {
  const source = useFieldSelector<Pool, Pool['source']>('userPool', pool => pool.source)
  return (
    <>
      <StepHead title="Service & user pool">What is deployed, where, and who signs in to it.</StepHead>
      <StepBody>
        <div className="grid gap-x-3 gap-y-5 md:grid-cols-2">
          <ServiceName />
          <TextField path="stage" />
        </div>
        <TextField path="region" list="regions" />
        <Suspense>
          <Regions id="regions" />
        </Suspense>
        <hr className="-mx-4 border-border md:-mx-6 2xl:-mx-10" />
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="flex-1 font-semibold">User pool</h2>
          <PoolSource source={source} />
        </div>
        {source === 'existing' ? (
          <Suspense>
            <ExistingPool />
          </Suspense>
        ) : (
          <NewPool />
        )}
      </StepBody>
    </>
  )
}

function PoolSource({ source }: { readonly source: Pool['source'] }) {
  const session = useSession()
  return (
    <Segment
      label="User pool"
      controlProps={useField('userPool.source')}
      value={source}
      options={[
        { value: 'new', label: 'New pool' },
        { value: 'existing', label: 'Existing pool' },
      ]}
      onChange={next => switchPool(session, next)}
    />
  )
}

const emptyPool: { readonly [Source in Pool['source']]: Extract<Pool, { source: Source }> } = {
  new: {
    source: 'new',
    name: '',
    tier: 'ESSENTIALS',
    domainPrefix: '',
    managedLogin: true,
    ...SIGN_IN_DEFAULTS,
  },
  existing: { source: 'existing', userPoolId: '', managedLogin: false },
}

/** Changes to the other kind of user pool; what was typed for this one is restored with it. */
function switchPool({ form, drafts, edit }: Session, source: Pool['source']) {
  const pool = form.getValues().userPool
  if (pool.source === source) return
  drafts.pools.set(pool.source, structuredClone(pool))
  edit('userPool.source', values => ({ ...values, userPool: drafts.pools.get(source) ?? emptyPool[source] }))
}

/** Fetched after the page: it is the last part of the step, and folded away. */
export const loadSignInFold = () => import('../pool/sign-in-fold')
const SignInFold = lazy(loadSignInFold)

const tiers = [
  { value: 'LITE', label: 'Lite' },
  { value: 'ESSENTIALS', label: 'Essentials' },
  { value: 'PLUS', label: 'Plus' },
] as const

function NewPool() {
  const { edit } = useSession()
  const region = useFieldValue<string>('region')
  return (
    <>
      <TextField path="userPool.name" help={<DeployedName path="userPool.name" />} />
      <TextField
        path="userPool.domainPrefix"
        help={<DeployedName path="userPool.domainPrefix" after={`.auth.${region}.amazoncognito.com`} />}
      />
      <div className="grid gap-x-3 gap-y-5 md:grid-cols-2">
        <SelectField
          path="userPool.tier"
          choices={tiers}
          // Managed login requires Essentials or Plus: it is switched off for Lite and restored afterwards.
          onChoose={tier =>
            edit('userPool.tier', values => ({
              ...values,
              userPool: { ...values.userPool, tier, managedLogin: tier !== 'LITE' } as Pool,
            }))
          }
        />
        <ManagedLogin />
      </div>
      <Suspense>
        <SignInFold />
      </Suspense>
    </>
  )
}

function ManagedLogin() {
  return <SwitchField path="userPool.managedLogin" on="Managed login" off="Classic hosted UI" />
}
