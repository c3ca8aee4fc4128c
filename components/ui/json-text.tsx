import { Fragment } from 'react'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** An object as JSON with syntax colours, one member per line. Long values wrap under their own start. */
export function JsonText({ value }: { readonly value: { readonly [key: string]: Json } }) {
  const members = Object.entries(value)
  return (
    <>
      {'{'}
      {members.map(([key, member], i) => (
        <span key={key} className="-indent-[2ch] block pl-[4ch]">
          <span className="text-syntax-key">{JSON.stringify(key)}</span>
          <span className="text-syntax-punctuation">: </span>
          <Scalar value={member} />
          {i < members.length - 1 && <span className="text-syntax-punctuation">,</span>}
        </span>
      ))}
      {'}'}
    </>
  )
}

/** The same on one line. */
export function JsonLine({ value }: { readonly value: { readonly [key: string]: Json } }) {
  return (
    <span className="-indent-[2ch] block pl-[2ch]">
      {'{ '}
      {Object.entries(value).map(([key, member], i) => (
        <Fragment key={key}>
          {i > 0 && <span className="text-syntax-punctuation">, </span>}
          <span className="text-syntax-key">{JSON.stringify(key)}</span>
          <span className="text-syntax-punctuation">: </span>
          <Scalar value={member} />
        </Fragment>
      ))}
      {' }'}
    </span>
  )
}

function Scalar({ value }: { readonly value: Json }) {
  return (
    <span className={typeof value === 'string' ? 'text-syntax-string' : 'text-syntax-number'}>
      {JSON.stringify(value)}
    </span>
  )
}
