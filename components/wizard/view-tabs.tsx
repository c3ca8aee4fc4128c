'use client'

import { useProblems } from '@/components/session/hooks'
import { Badge } from '@/components/ui/badge'
import { TabList } from '@/components/ui/tabs'

export type View = 'form' | 'output' | 'token'

export interface ViewTabsProps {
  readonly view: View
  readonly onView: (view: View) => void
}

/** On a narrow screen the halves are tabs. */
export function ViewTabs({ view, onView }: ViewTabsProps) {
  const problems = useProblems().length
  return (
    <TabList
      label="View"
      idBase="view"
      hasPanel={false}
      selected={view}
      onSelect={onView}
      className="views border-border border-b bg-card px-2"
      tabClassName="flex-1 justify-center font-medium"
      items={[
        { id: 'form', label: 'Form' },
        {
          id: 'output',
          label: (
            <>
              Output
              {problems > 0 && (
                <Badge tone="err" icon="error">
                  {problems}
                  <span className="sr-only"> problems</span>
                </Badge>
              )}
            </>
          ),
        },
        { id: 'token', label: 'Sample token' },
      ]}
    />
  )
}
