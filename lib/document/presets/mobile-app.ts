import { example } from '../example'
import type { Preset } from './preset'

export const mobileApp: Preset = {
  id: 'mobile-app',
  label: 'Mobile app + API',
  description: 'An app signs users in with its own URI scheme and calls a REST API with access tokens.',
  values: example,
}
