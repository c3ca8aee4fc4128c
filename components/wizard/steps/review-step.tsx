'use client'

import { useCompiled, useErrors, useFindings } from '@/components/session/hooks'
import { Button } from '@/components/ui/button'
import { useOutputChoice } from '../output-choice'
import { AccessMatrix } from '../review/access-matrix'
import { Downloads } from '../review/downloads'
import { Findings } from '../review/findings-list'
import { Problems } from '../review/problems'
import { StepHead } from '../step-parts'

/** Step 5: findings, the access matrix, and the files. */
export default function ReviewStep() {
  const errors = useErrors()
  const findings = useFindings()
  const compiled = useCompiled()
  const { shown, show } = useOutputChoice()
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
        {summary(errors.length, findings.filter(({ acknowledged }) => !acknowledged).length)}
      </StepHead>
      <div className="scrollbar-quiet @container min-h-0 flex-1 overflow-y-auto overflow-x-hidden">
        <div className="grid max-w-[1480px] grid-cols-1 gap-x-5 gap-y-6 px-4 pb-6 md:px-6 2xl:px-10 @[900px]:grid-cols-2">
          {errors.length > 0 && <Problems errors={errors} />}
          {compiled && <Findings findings={findings} disabled={errors.length > 0} />}
          {compiled && <AccessMatrix compiled={compiled} stale={errors.length > 0} />}
          {compiled && <Downloads compiled={compiled} stale={errors.length > 0} />}
        </div>
      </div>
    </>
  )
}

function summary(errors: number, findings: number): string {
  if (errors > 0) return `Fix ${errors === 1 ? 'one problem' : `${errors} problems`} to update the template.`
  if (findings === 0) return 'The template is valid, with no findings.'
  return `The template is valid. Review ${findings === 1 ? 'one finding' : `${findings} findings`} before you deploy it.`
}
