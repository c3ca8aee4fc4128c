import { WizardPage } from './wizard-page'

export default function Page() {
  return <WizardPage />
}
