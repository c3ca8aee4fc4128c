'use client'

import { lazy, Suspense, useRef } from 'react'
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
import { StepBody, StepHead } from '../step-parts'

// Fetched after the page: suggestions show once the field has focus.
const Regions = lazy(prefetchAfterLoad(() => import('../parts/regions')))

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
        {source === 'existing' ? <ExistingPool /> : <NewPool />}
      </StepBody>
    </>
  )
}

let renaming: typeof import('@/lib/document/edit/rename-service') | undefined
const loadRenaming = prefetchAfterLoad(async () => {
  renaming = await import('@/lib/document/edit/rename-service')
  return renaming
})

/** The service name, which other names follow. Until the code for them has arrived it changes alone. */
function ServiceName() {
  const { form, edit } = useSession()
  /** The document before typing began. */
  const before = useRef<FormValues>(undefined)
  return (
    <TextField
      path="service"
      help={<StackName />}
      onFocusText={() => {
        before.current = undefined
      }}
      onText={async name => {
        before.current ??= structuredClone(form.getValues())
        const started = before.current
        edit(
          'service',
          values => renaming?.renameService(values, name, started) ?? { ...values, service: name },
        )
        if (renaming) return
        const { renameService } = await loadRenaming()
        edit('service', values =>
          renameService({ ...values, service: started.service }, values.service, started),
        )
      }}
    />
  )
}

function StackName() {
  const service = useFieldValue<string>('service')
  const stage = useFieldValue<string>('stage')
  return (
    <>
      Stack{' '}
      <span className="mono wrap-anywhere text-secondary-foreground">{`${service || '…'}-${stage}`}</span>
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

function ExistingPool() {
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
