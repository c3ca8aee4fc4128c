import { Start } from '@/components/shell/start/start'
import { compile, formats } from '@/lib/compile'
import { example } from '@/lib/document/example'
import { WizardPage } from './wizard-page'

export default function Page() {
  const compiled = compile(example)
  if (!compiled.ok) throw new Error(`The example is refused: ${JSON.stringify(compiled.errors)}`)
  const { fileName, text } = compiled.output(formats[0]!.id)
  return <WizardPage start={<Start />} formats={formats} first={{ format: formats[0]!.id, fileName, text }} />
}
