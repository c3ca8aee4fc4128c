'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { useSession } from '@/components/session/session'
import { goToStepHeading, type StepId, stepHref, stepIds } from '@/components/session/step-address'
import { stepTitles } from '@/components/session/step-titles'
import type { CommandItem } from '@/components/ui/command-list'
import type { MenuItem } from '@/components/ui/menu-item'
import { useExampleItems } from '../examples-menu'
import { pages } from '../navigation'
import { usePageKind } from '../page-kind'
import { commandKey } from '../shortcut-keys'
import { useThemeItems } from '../theme-menu'
import { useHistory } from '../undo-redo'
import { useDocumentActions } from '../use-document-actions'
import { namedFields } from './named-fields'
import { useOutputCommands } from './use-output-commands'

/** Everything that the list of commands offers on this page. */
export function useCommands(): readonly CommandItem[] {
  const hasDocument = usePageKind() === 'document'
  const navigation = useNavigationCommands()
  const file = useFileCommands(hasDocument)
  const output = useOutputCommands()
  const fields = useFieldCommands()
  const examples = fromMenu('Examples', useExampleItems(), 'Example: ')
  const themes = fromMenu('Theme', useThemeItems(), 'Theme: ')
  return [...navigation, ...file, ...output, ...(hasDocument ? examples : []), ...themes, ...fields]
}

const NAMED_ALONE = new Set(['blank', 'recent'])

/** The same actions as the items of a menu; the name of an example or a theme says that it is one. */
const fromMenu = (group: string, items: readonly MenuItem[], prefix: string): readonly CommandItem[] =>
  items.map(({ id, label, description, icon = 'page', checked, onSelect }) => ({
    id: `${group} ${id}`,
    group,
    label: NAMED_ALONE.has(id) ? label : `${prefix}${label}`,
    ...(description !== undefined && { keywords: [description] }),
    icon,
    ...(checked && { isCurrent: true }),
    run: onSelect,
  }))

/** Opens a step of the wizard, from any page. */
function useGoToStep() {
  const router = useRouter()
  const path = usePathname()
  return (id: StepId) => {
    if (path === '/') goToStepHeading(id)
    else router.push(`/${stepHref(id)}`)
  }
}

function useNavigationCommands(): readonly CommandItem[] {
  const router = useRouter()
  const goToStep = useGoToStep()
  const steps = stepIds.map(
    (id, index): CommandItem => ({
      id: `step ${id}`,
      group: 'Go to',
      label: `Step ${index + 1}: ${stepTitles[id]}`,
      icon: 'next',
      keys: ['Alt', `${index + 1}`],
      run: () => goToStep(id),
    }),
  )
  const others = pages
    .filter(({ href }) => href !== '/')
    .map(
      ({ href, label }): CommandItem => ({
        id: href,
        group: 'Go to',
        label,
        icon: 'page',
        run: () => router.push(href),
      }),
    )
  return [...steps, ...others]
}

/** What can be done with the document of the wizard; the doctor does not show it. */
function useFileCommands(hasDocument: boolean): readonly CommandItem[] {
  const { newApi, pickFile, saveFile, share, showShortcuts } = useDocumentActions()
  const { undo, redo, takeBack, repeat } = useHistory()
  const key = commandKey()
  const item = (
    id: string,
    label: string,
    run: () => void,
    more: Partial<CommandItem> = {},
  ): CommandItem => ({
    id,
    group: 'Document',
    label,
    run,
    ...more,
  })
  const ofDocument = [
    item('new-api', 'New API', () => void newApi(), { icon: 'plus' }),
    item('save', 'Save as wizard.json', () => void saveFile(), { icon: 'save', keys: [key, 'S'] }),
    item('share', 'Share: copy a link', () => void share(), { icon: 'link' }),
    ...(undo === undefined ? [] : [item('undo', 'Undo', takeBack, { icon: 'undo', keys: [key, 'Z'] })]),
    ...(redo === undefined
      ? []
      : [item('redo', 'Redo', repeat, { icon: 'redo', keys: [key, 'Shift', 'Z'] })]),
  ]
  return [
    item('open', 'Open a wizard.json or a template', pickFile, { icon: 'open', keys: [key, 'O'] }),
    ...(hasDocument ? ofDocument : []),
    item('shortcuts', 'Shortcuts', showShortcuts, { icon: 'list', keys: ['?'] }),
  ]
}

function useFieldCommands(): readonly CommandItem[] {
  const { form, focus } = useSession()
  const router = useRouter()
  const path = usePathname()
  return useMemo(
    () =>
      namedFields(form.getValues()).map(field => ({
        id: `field ${field.path}`,
        group: 'Fields',
        label: field.name,
        icon: 'next' as const,
        isSearchOnly: true,
        run: () => {
          focus.reveal(field.path)
          // The wizard shows the field that is requested as soon as it is there.
          if (path !== '/') router.push('/')
        },
      })),
    [form, focus, router, path],
  )
}
