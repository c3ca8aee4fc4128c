'use client'

import { SwitchField } from '@/components/fields/switch-field'
import { TextField } from '@/components/fields/text-field'

/** The fields of a user pool that is there already. */
export default function ExistingPool() {
  return (
    <>
      <TextField path="userPool.userPoolId" placeholder="e.g. us-east-1_AbCdEf123" />
      <TextField path="userPool.domain" optional placeholder="e.g. auth.example.com" hint="Optional" />
      <SwitchField
        path="userPool.managedLogin"
        on="Add branding for managed login"
        off="Keep existing login pages"
        help="Adds one branding style for each client that signs users in. Nothing else of the pool is changed."
      />
    </>
  )
}
