import { examineByFormat, graphByFormat } from '@/lib/examine-by-format'
import type { TemplateQuestion } from '@/lib/examine-reading'
import { type ExaminationStep, runExamination } from './run-examination'

export { graphByFormat }

/** Examines files in this thread; their report is told before `goOn` is asked. */
export async function examineHere(
  question: TemplateQuestion,
  tell: (step: ExaminationStep) => void,
  goOn: () => Promise<boolean>,
): Promise<void> {
  await runExamination(await examineByFormat(question), tell, goOn)
}
