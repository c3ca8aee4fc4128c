'use client'

import { useId, useState } from 'react'
import { isUserPoolId } from '@/lib/token/issuer'
import { summarize } from '@/lib/token/summarize'
import type { Entered } from '../entered'
import type { Inspection } from '../use-inspection'

export interface DeployedProps {
  readonly entered: Entered
  readonly inspection: Inspection
  readonly onEnter: (change: Partial<Entered>) => void
}

/** IDs that exist only after the deployment; until they are given, the verdicts are based on assumptions. */
export function Deployed({ entered, inspection, onEnter }: DeployedProps) {
  const id = useId()
  const { valid, token } = inspection
  const [open, setOpen] = useState(entered.userPoolId !== '' || entered.clientIds !== '')
  if (!valid) return null
  const { userPool, api } = valid.spec
  const http = api.type === 'http'
  const pool = entered.userPoolId.trim()
  const bad = pool !== '' && !isUserPoolId(pool)
  const known = token && summarize(token)

  return (
    <div className="grid gap-3 p-4 text-s">
      <p className="text-muted-foreground">
        {assumed()}{' '}
        {!open && (
          <button type="button" className="link" onClick={() => setOpen(true)}>
            Set the deployed pool{http && ' and clients'}
          </button>
        )}
      </p>
      {open && (
        <>
          <div>
            <div className="mb-1 flex gap-2">
              <label htmlFor={`${id}.pool`} className="flex-1 font-medium">
                Deployed user pool ID
              </label>
              {known?.issuer && known.issuer.userPoolId !== pool && (
                <button
                  type="button"
                  className="link"
                  onClick={() => onEnter({ userPoolId: known.issuer?.userPoolId ?? '' })}
                >
                  Use this token’s
                </button>
              )}
            </div>
            <input
              id={`${id}.pool`}
              value={entered.userPoolId}
              onChange={event => onEnter({ userPoolId: event.target.value })}
              placeholder={`e.g. ${userPool.source === 'existing' ? userPool.userPoolId : 'us-east-1_AbCdEf123'}`}
              aria-invalid={bad}
              aria-describedby={`${id}.pool.help`}
              autoComplete="off"
              spellCheck={false}
              className="control mono h-8 w-full px-2.5 max-md:h-10"
            />
            <p
              id={`${id}.pool.help`}
              className={bad ? 'mt-1 text-destructive' : 'mt-1 text-muted-foreground'}
            >
              {bad
                ? 'Not a user pool ID. Expected a value like us-east-1_AbCdEf123.'
                : 'The output UserPoolId of the stack. The token’s issuer is compared with it.'}
            </p>
          </div>
          {http && (
            <div>
              <label htmlFor={`${id}.clients`} className="mb-1 block font-medium">
                Deployed client IDs
              </label>
              <input
                id={`${id}.clients`}
                value={entered.clientIds}
                onChange={event => onEnter({ clientIds: event.target.value })}
                placeholder="e.g. 6o7h8i9jexampleclientid, …"
                autoComplete="off"
                spellCheck={false}
                className="control mono h-8 w-full px-2.5 max-md:h-10"
              />
              <p className="mt-1 text-muted-foreground">
                The audience of the authorizer. Separate several with commas.
              </p>
            </div>
          )}
        </>
      )}
    </div>
  )

  function assumed(): string {
    if (pool !== '' && !bad) return `The token’s issuer is compared with the pool ${pool}.`
    if (userPool.source === 'existing')
      return `The token’s issuer is compared with the spec’s pool ${userPool.userPoolId}.`
    return token
      ? 'A new pool gets its ID at deployment, so only the Region of the token’s issuer is compared.'
      : 'A new pool gets its ID at deployment.'
  }
}
