import type { FormValues, Session } from '@/components/session/session'

type Pool = FormValues['userPool']

const blank: { readonly [Source in Pool['source']]: Extract<Pool, { source: Source }> } = {
  new: { source: 'new', name: '', tier: 'ESSENTIALS', domainPrefix: '', managedLogin: true },
  existing: { source: 'existing', userPoolId: '', managedLogin: false },
}

/** What was typed for the kind of pool that is not chosen now. */
const kept = new WeakMap<Session, Partial<Record<Pool['source'], Pool>>>()

/** Changes to the other kind of user pool; what was typed for this one comes back with it. */
export function switchPool(session: Session, source: Pool['source']) {
  const pool = session.form.getValues('userPool')
  if (pool.source === source) return
  const pools = { ...kept.get(session), [pool.source]: structuredClone(pool) }
  kept.set(session, pools)
  session.edit('userPool.source', values => ({ ...values, userPool: pools[source] ?? blank[source] }))
}
