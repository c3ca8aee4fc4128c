import Link from 'next/link'

/** The logo and the name, linked to the wizard. */
export function Brand() {
  return (
    <Link
      href="/"
      prefetch={false}
      className="flex items-center gap-2 whitespace-nowrap font-semibold text-foreground"
    >
      <svg viewBox="0 0 20 20" className="size-5 shrink-0" aria-hidden="true">
        <rect width="20" height="20" rx="5" className="fill-foreground" />
        <path
          d="M7.2 5.5H5.6v9h1.6M12.8 5.5h1.6v9h-1.6"
          className="fill-none stroke-card"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <circle cx="10" cy="10" r="1.9" className="fill-card" />
      </svg>
      {/* On a window of medium width the room is needed for the actions of the document. */}
      <span className="md:max-lg:sr-only">Cognito Scope Wizard</span>
    </Link>
  )
}
