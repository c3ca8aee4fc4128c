import { Icon } from './icon'

/** A link to the page that says why a finding is true, in another tab. */
export function SourceLink({ href }: { readonly href: string }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="link inline-flex items-center gap-0.5 font-normal"
    >
      Source
      <Icon name="external" size={12} />
    </a>
  )
}
