import { example } from '../example'
import type { Preset } from './preset'

export const mobileApp: Preset = {
  id: 'mobile-app',
  label: 'Mobile app + API',
  description: 'An app with its own URI scheme signs users in and calls a REST API with access tokens.',
  values: example,
}
