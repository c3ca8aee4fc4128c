/** The line of each icon. */
export const paths = {
  check: 'M3.5 8.5l3 3 6-7',
  'chevron-down': 'M4.5 6.5L8 10l3.5-3.5',
  'chevron-right': 'M6.5 4.5L10 8l-3.5 3.5',
  'chevron-up': 'M4.5 9.5L8 6l3.5 3.5',
  warning: 'M8 2.6L14 13H2zM8 6.6v2.8M8 11.2v.01',
  cross: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  ok: 'M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0 -11.5 0M5.5 8.2l1.8 1.8 3.2-3.8',
  error: 'M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0 -11.5 0M8 5.2v3.3M8 10.8v.01',
  denied: 'M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0 -11.5 0M6 6l4 4M10 6l-4 4',
  info: 'M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0 -11.5 0M8 7.4v3.4M8 5.2v.01',
  clock: 'M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0 -11.5 0M8 4.9V8l2.1 1.4',
  copy: 'M7 5.5h5a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1 -1.5 1.5h-5a1.5 1.5 0 0 1 -1.5 -1.5v-5a1.5 1.5 0 0 1 1.5 -1.5zM10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5',
  undo: 'M5.5 3L2.75 5.75 5.5 8.5M3 5.75h6.25a3.75 3.75 0 0 1 0 7.5H6',
  redo: 'M10.5 3l2.75 2.75L10.5 8.5M13 5.75H6.75a3.75 3.75 0 0 0 0 7.5H10',
  grip: 'M6 4v.01M6 8v.01M6 12v.01M10 4v.01M10 8v.01M10 12v.01',
  key: 'M2.5 10.75a2.75 2.75 0 1 0 5.5 0a2.75 2.75 0 1 0 -5.5 0M7.25 8.75l5.5-5.5M10.5 5.5l2 2',
  shield: 'M8 2.25l5 1.75v3.75c0 3-2 5-5 6-3-1-5-3-5-6V4zM5.9 7.9l1.5 1.5 2.7-3',
  link: 'M6.75 9.25l2.5-2.5M7.5 4.75l1.3-1.3a2.65 2.65 0 0 1 3.75 3.75l-1.3 1.3M8.5 11.25l-1.3 1.3a2.65 2.65 0 0 1-3.75-3.75l1.3-1.3',
  external: 'M6 4h-2.25v8.25H12V10M8.75 3.25h4v4M12.5 3.5L7.5 8.5',
  minus: 'M3.5 8h9',
  plus: 'M8 3.5v9M3.5 8h9',
  download: 'M8 2.5v7.5M4.75 7L8 10.25 11.25 7M2.75 13.25h10.5',
  save: 'M2.75 2.75h8l2.5 2.5v8H2.75zM5.25 13V9h5.5v4M5.5 2.75V5.5h4V2.75',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  open: 'M2.5 12.5v-9h4l1.5 2h5.5v7z',
  back: 'M13 8H3M7 4L3 8l4 4',
  next: 'M3 8h10M9 4l4 4-4 4',
  theme: 'M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0M8 2.5v11M8 5.5h4.2M8 8h5.4M8 10.5h4.2',
  sun: 'M5.25 8a2.75 2.75 0 1 0 5.5 0a2.75 2.75 0 1 0 -5.5 0M8 1.75v1M8 13.25v1M1.75 8h1M13.25 8h1M3.6 3.6l.7.7M11.7 11.7l.7.7M3.6 12.4l.7-.7M11.7 4.3l.7-.7',
  moon: 'M13.25 9.4A5.5 5.5 0 1 1 6.6 2.75a4.4 4.4 0 0 0 6.65 6.65z',
  unlocked:
    'M4.75 7h6.5a1.25 1.25 0 0 1 1.25 1.25v4a1.25 1.25 0 0 1 -1.25 1.25h-6.5a1.25 1.25 0 0 1 -1.25 -1.25v-4a1.25 1.25 0 0 1 1.25 -1.25zM5.5 7V5a2.5 2.5 0 0 1 4.8-1',
  locked:
    'M4.75 7h6.5a1.25 1.25 0 0 1 1.25 1.25v4a1.25 1.25 0 0 1 -1.25 1.25h-6.5a1.25 1.25 0 0 1 -1.25 -1.25v-4a1.25 1.25 0 0 1 1.25 -1.25zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  trash: 'M3 4.5h10M6.25 4.25V2.75h3.5v1.5M4.5 4.5l.6 8.75h5.8l.6-8.75',
  archive: 'M2.5 5.5L4 2.75h8l1.5 2.75v7.25h-11zM2.5 5.5h11M8 7.5v3.25M6.4 9.4L8 11l1.6-1.6',
  phone:
    'M6 1.75h4a1.5 1.5 0 0 1 1.5 1.5v9.5a1.5 1.5 0 0 1 -1.5 1.5h-4a1.5 1.5 0 0 1 -1.5 -1.5v-9.5a1.5 1.5 0 0 1 1.5 -1.5zM7.25 11.9h1.5',
  bulb: 'M6 11.5a4 4 0 1 1 4 0v1H6zM6.75 14.25h2.5',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4v.01M2.5 8v.01M2.5 12v.01',
  page: 'M4 1.75h5.25L12.5 5v9.25H4zM9 1.75V5.25h3.5',
  person:
    'M5.25 5.5a2.75 2.75 0 1 0 5.5 0a2.75 2.75 0 1 0 -5.5 0M2.75 13.5c.8-2.6 2.8-3.75 5.25-3.75s4.45 1.15 5.25 3.75',
  search: 'M2.75 7a4.25 4.25 0 1 0 8.5 0a4.25 4.25 0 1 0 -8.5 0M10.25 10.25L13.5 13.5',
  laptop: 'M4 3h8a1 1 0 0 1 1 1v5a1 1 0 0 1 -1 1h-8a1 1 0 0 1 -1 -1v-5a1 1 0 0 1 1 -1zM1.75 12.75h12.5',
  globe:
    'M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0 -11.5 0M2.25 8h11.5M8 2.25c3.6 3.6 3.6 7.9 0 11.5-3.6-3.6-3.6-7.9 0-11.5z',
  clipboard:
    'M4.5 3.25h7a1.25 1.25 0 0 1 1.25 1.25v8a1.25 1.25 0 0 1 -1.25 1.25h-7a1.25 1.25 0 0 1 -1.25 -1.25v-8a1.25 1.25 0 0 1 1.25 -1.25zM6 3.25V2h4v1.25M5.75 7h4.5M5.75 10h3',
  panel:
    'M3.5 3h9a1.25 1.25 0 0 1 1.25 1.25v7.5a1.25 1.25 0 0 1 -1.25 1.25h-9a1.25 1.25 0 0 1 -1.25 -1.25v-7.5a1.25 1.25 0 0 1 1.25 -1.25zM9.75 3v10',
  sample: 'M3 13L10 6M11.5 2v2.5M10.25 3.25h2.5M13.25 7v1.5M12.5 7.75H14M6.5 2.75v1.5M5.75 3.5h1.5',
} as const

export type IconName = keyof typeof paths

export interface IconProps {
  readonly name: IconName
  /** 16 next to text, 14 in dense rows, 12 in badges and chips. */
  readonly size?: 12 | 14 | 16
  readonly className?: string | undefined
}

/** One stroke icon on the 16-px grid. It is decorative: the word next to it, or the button's name, says what it means. */
export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      className={className ? `shrink-0 ${className}` : 'shrink-0'}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'grip' ? 2 : size === 12 ? 1.75 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  )
}
