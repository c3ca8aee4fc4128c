import { MAX_NAME_LENGTH } from '../aws/limits'
import { REGION } from '../aws/patterns'
import { isChinaRegion } from '../aws/regions'
import type { Api, Deployed } from '../deployed/deployed'
import type { Service } from '../deployed/service'
import type { Term } from '../deployed/term'
import type { Spec } from '../document/spec'
import { knownText } from './known-text'
import type { Notes } from './report'

/** Names of an imported spec, without the stage that the spec adds to every name. */
export interface Names {
  readonly service: string
  readonly api: string
  readonly stage: string | undefined
  readonly region: string | undefined
  /** `dev-orders` is `orders` at the stage dev. */
  readonly withoutStage: (name: string) => string
}

const STAGE = /^[a-z0-9][a-z0-9-]{0,31}$/
const INVENTED = 'change-me'

/** What the service, the stage, the Region and the API are called, as far as the files say. */
export function importNames({ services, apis }: Deployed, api: Api, notes: Notes): Names {
  const owns = ({ prefix }: Service, { key }: Api) => key.startsWith(prefix)
  const own = services.filter(it => owns(it, api)).toSorted((a, b) => b.prefix.length - a.prefix.length)
  // What has no API may be shared; what has another one says nothing of this one.
  const shared = services.filter(it => !apis.some(other => owns(it, other)))
  const known = (name: 'name' | 'stage' | 'region') =>
    [...own, ...shared].flatMap(service => {
      const text = knownText(service[name])
      return text ? [{ text, term: service[name] }] : []
    })
  const stage = known('stage').find(({ text }) => STAGE.test(text))
  const region = known('region').find(({ text }) => REGION.test(text) && !isChinaRegion(text))
  const withoutStage = (name: string): string =>
    stage && name.length > stage.text.length + 1 && name.startsWith(`${stage.text}-`)
      ? name.slice(stage.text.length + 1)
      : name
  const [service] = known('name')
  // Logical ids that the format generates are names that nobody chose.
  const written = knownText(api.name) || (api.node && api.id)
  const name = written === undefined ? service?.text : withoutStage(written)

  const mapped = (what: string, term: Term, into: string) =>
    notes.entries.push({ what, at: term.at, how: 'mapped', into, why: '' })
  if (stage) mapped(`stage ${stage.text}`, stage.term, 'stage')
  if (region) mapped(`Region ${region.text}`, region.term, 'region')
  noteApi(api, name, notes)
  return {
    service: serviceName(service, name, notes),
    api: resourceName(name ?? INVENTED),
    stage: stage?.text,
    region: region?.text,
    withoutStage,
  }
}

function noteApi(api: Api, name: string | undefined, notes: Notes): void {
  notes.entries.push({
    what: `API ${api.id}`,
    at: api.at,
    how: 'changed',
    into: 'api',
    why: 'A new API is created next to the existing one, with the stage as a prefix of its name.',
  })
  if (name === undefined)
    notes.entries.push({
      what: 'API name',
      at: null,
      how: 'invented',
      into: 'api.name',
      why: 'These files do not name the API.',
    })
}

/** Notes the stage and the Region that are the defaults of the spec, because the files do not show them. */
export function noteDefaults(
  spec: Pick<Spec, 'stage' | 'region'>,
  names: Pick<Names, 'stage' | 'region'>,
  notes: Notes,
): void {
  const invented = (what: string, into: string, why: string) =>
    notes.entries.push({ what, at: null, how: 'invented', into, why })
  if (names.stage === undefined)
    invented(
      `stage ${spec.stage}`,
      'stage',
      'It is the prefix of every name. These files show none that a spec can have.',
    )
  if (names.region === undefined)
    invented(`Region ${spec.region}`, 'region', 'These files show no Region that a spec can have.')
}

/** How long a name may be, so that a stage of 32 characters and a hyphen fit in front of it. */
const MAX_LENGTH = MAX_NAME_LENGTH - 33

/** A name that every resource can have: other characters become hyphens. */
export const resourceName = (name: string): string => name.replace(/[^\w +=,.@-]/g, '-').slice(0, MAX_LENGTH)

function serviceName(
  service: { readonly text: string; readonly term: Term } | undefined,
  name: string | undefined,
  notes: Notes,
): string {
  const value = slug(service?.text ?? name ?? INVENTED)
  const what = 'service name'
  if (!service)
    notes.entries.push({
      what,
      at: null,
      how: 'invented',
      into: 'service',
      why:
        name === undefined
          ? 'It names the new stack.'
          : 'It names the new stack, and is taken from the name of the API.',
    })
  else
    notes.entries.push({
      what: `service ${service.text}`,
      at: service.term.at,
      how: value === service.text ? 'mapped' : 'changed',
      into: 'service',
      why:
        value === service.text
          ? ''
          : 'The name of a service has 2 to 63 lower-case letters, digits and hyphens, and begins with a letter.',
    })
  return value
}

/** `NotesApi` → `notes-api` */
function slug(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 63)
    .replace(/-+$/, '')
  return words.length > 1 ? words : INVENTED
}
