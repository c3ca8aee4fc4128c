/** The box of a menu. Its greatest height is set where it is placed. */
export const menuClasses =
  'z-50 w-80 max-w-[calc(100vw-16px)] overflow-auto rounded-card border border-border-strong bg-popover p-1 shadow-2'

export const menuItemClasses =
  'flex min-h-8 cursor-pointer select-none items-center gap-2 rounded-chip px-2 outline-none data-[disabled]:cursor-default data-[highlighted]:bg-accent data-[disabled]:text-muted-foreground data-[highlighted]:shadow-none max-md:min-h-10'

export const menuSeparatorClasses = 'my-1 h-px bg-border'
