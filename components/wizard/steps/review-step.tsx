'use client'

import { useCompiled, useFindings, useProblems, useUnfilled } from '@/components/session/hooks'
import { Button } from '@/components/ui/button'
import { useOutputChoice } from '../output-choice'
import { AccessMapSection } from '../review/access-map-section'
import { AccessMatrix } from '../review/access-matrix'
import { AppCode } from '../review/app-code'
import { Downloads } from '../review/downloads'
import { Findings } from '../review/findings-list'
import { NoDownloads } from '../review/no-downloads'
import { Problems } from '../review/problems'
import { Unfilled } from '../review/unfilled'
import { StepHead } from '../step-parts'

/** Step 5: findings, the access matrix, and the files. */
export default function ReviewStep() {
  const problems = useProblems()
  const unfilled = useUnfilled()
  const findings = useFindings()
  const compiled = useCompiled()
  const { shown, show } = useOutputChoice()
  const isStale = problems.length + unfilled.length > 0
  return (
    <>
      <StepHead
        title="Review & download"
        actions={
          <Button
            small
            icon="panel"
            aria-pressed={shown}
            onClick={() => show(!shown)}
            className="max-md:hidden"
          >
            {shown ? 'Hide template' : 'Show template'}
          </Button>
        }
      >
        {summary(
          problems.length,
          unfilled.length,
          findings.filter(({ acknowledged }) => !acknowledged).length,
        )}
      </StepHead>
      <div className="scrollbar-quiet @container min-h-0 flex-1 overflow-y-auto overflow-x-hidden">
        <div className="grid max-w-[1480px] grid-cols-1 gap-x-5 gap-y-6 px-4 pt-1 pb-6 md:px-6 2xl:px-10 @[900px]:grid-cols-2">
          {problems.length > 0 && <Problems errors={problems} />}
          {unfilled.length > 0 && <Unfilled errors={unfilled} />}
          {compiled && <AccessMapSection compiled={compiled} stale={isStale} />}
          {compiled && <Findings findings={findings} disabled={isStale} />}
          {compiled && <AccessMatrix compiled={compiled} stale={isStale} />}
          {compiled ? <Downloads compiled={compiled} stale={isStale} /> : isStale && <NoDownloads />}
          {compiled && <AppCode compiled={compiled} stale={isStale} />}
        </div>
      </div>
    </>
  )
}

function summary(problems: number, unfilled: number, findings: number): string {
  if (problems > 0)
    return `Fix ${problems === 1 ? 'one problem' : `${problems} problems`} to update the template.`
  if (unfilled > 0) return 'The template is created when the form is complete.'
  if (findings === 0) return 'The template is valid, with no findings.'
  return `The template is valid. Review ${findings === 1 ? 'one finding' : `${findings} findings`} before you deploy.`
}
