/** The pages of the site, in the order of the bar. */
export const pages = [
  { href: '/', label: 'Wizard' },
  { href: '/inspector/', label: 'Inspector' },
  { href: '/guide/', label: 'Guide' },
] as const
