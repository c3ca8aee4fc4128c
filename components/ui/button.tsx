import type { ButtonHTMLAttributes, Ref } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './icon'

const looks = {
  default: 'border-border-strong bg-card text-foreground hover:bg-accent [&>svg]:text-muted-foreground',
  primary:
    'border-primary-fill bg-primary-fill text-primary-foreground hover:border-transparent hover:bg-[color-mix(in_srgb,var(--primary-fill)_88%,black)] disabled:border-border-strong disabled:bg-background',
  quiet:
    'border-transparent text-secondary-foreground hover:bg-accent hover:text-foreground [&>svg]:text-muted-foreground',
  danger: 'border-destructive-border bg-card text-destructive hover:bg-destructive-soft',
} as const

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: keyof typeof looks | undefined
  readonly small?: boolean | undefined
  /** Square, for an icon alone: give it an `aria-label`. */
  readonly square?: boolean | undefined
  readonly icon?: IconName | undefined
  readonly after?: IconName | undefined
  readonly ref?: Ref<HTMLButtonElement> | undefined
}

/** The classes of a button, for links that look like one. */
export const buttonClasses = (
  look: keyof typeof looks = 'default',
  small = false,
  square = false,
  extra?: string,
) =>
  classes(
    'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-control border font-medium transition-colors focus-visible:rounded-control disabled:pointer-events-none disabled:text-muted-foreground disabled:[&>svg]:opacity-50 print:hidden',
    looks[look],
    small ? 'h-7 max-md:h-9' : 'h-8 max-md:h-9',
    square ? (small ? 'w-7 max-md:w-9' : 'w-8 max-md:w-9') : small ? 'px-2' : 'px-3',
    extra,
  )

/** A push button; `primary` once in a panel. */
export function Button({
  look,
  small,
  square,
  icon,
  after,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button type={type} className={buttonClasses(look, small, square, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
      {after && <Icon name={after} size={after.startsWith('chevron') ? 14 : 16} />}
    </button>
  )
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'square' | 'icon' | 'after'> {
  readonly icon: IconName
  /** Its name for everyone: tooltip and screen reader. */
  readonly label: string
}

/** A square button whose icon is named by `label`. */
export function IconButton({ icon, label, look = 'quiet', small = true, ...rest }: IconButtonProps) {
  return <Button aria-label={label} title={label} icon={icon} look={look} small={small} square {...rest} />
}

/** The small cross at the end of a row or a note. */
export function CloseButton({ label, className, ...rest }: Omit<IconButtonProps, 'icon'>) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={classes(
        'grid size-6 shrink-0 place-items-center rounded-chip text-muted-foreground transition-colors hover:bg-accent hover:text-foreground max-md:size-9',
        className,
      )}
      {...rest}
    >
      <Icon name="cross" size={14} />
    </button>
  )
}
