import type { ErrorObject } from 'ajv/dist/2020.js'
import { definitionShape } from './definition-shape.ts'
import type { Fault, Place } from './faults.ts'

/** Entries of lists and objects, however deep; our longest survey has a fifth of them. */
const mostParts = 10_000
/** Nobody reads more than that, and a crooked file may have one for each of its parts. */
const mostFaults = 200

/**
 * Where a definition is of another shape than the one that is allowed. Takes no longer than some hundredths of a
 * second, whatever it is given: what has too many parts is not looked at any closer.
 */
export function shapeFaults(definition: unknown): Fault[] {
  if (hasMoreParts(definition, mostParts)) return [{ what: 'too-many-parts', at: {}, of: { most: mostParts } }]
  const shape = definitionShape()
  if (shape(definition)) return []
  return (shape.errors ?? []).slice(0, mostFaults).flatMap((error) => faultOf(definition, error))
}

function hasMoreParts(definition: unknown, most: number): boolean {
  const waiting: unknown[] = [definition]
  let parts = 0
  for (let one = waiting.pop(); one !== undefined && parts <= most; one = waiting.pop()) {
    if (typeof one !== 'object' || one === null) continue
    const inside = Object.values(one)
    parts += inside.length
    if (parts <= most) waiting.push(...inside)
  }
  return parts > most
}

/** What Ajv found, as one of ours; nothing where another error says the same. */
function faultOf(definition: unknown, error: ErrorObject): Fault[] {
  const { keyword, instancePath, params, data, schemaPath, propertyName } = error
  const at = placeOf(definition, instancePath)
  const name = nameAt(instancePath)
  const fault = (what: Fault['what'], of?: Fault['of']): Fault[] => [{ what, at, ...(of && { of }) }]
  if (keyword === 'oneOf' || schemaPath.includes('/anyOf/') || propertyName !== undefined) return []
  switch (keyword) {
    case 'type':
      return instancePath === '' ? fault('no-survey') : fault('value-not-allowed', { name })
    case 'required':
      if (params.missingProperty === 'default') return fault('korean-missing')
      if (params.missingProperty === 'en') return fault('english-missing')
      return fault('part-missing', { name: params.missingProperty })
    case 'additionalProperties':
      return fault('not-allowed', { name: shortened(params.additionalProperty) })
    case 'discriminator':
      if (params.error === 'mapping') return fault('type-not-allowed', { type: shortened(params.tagValue) })
      return params.tagValue === undefined ? [] : fault('value-not-allowed', { name: 'type' })
    case 'minItems':
      return fault('too-few', { name, least: params.limit })
    case 'maxItems':
    case 'maxProperties':
      return fault('too-many', { name, most: params.limit })
    case 'minimum':
      return fault('number-too-small', { name, least: params.limit })
    case 'maximum':
      return fault('number-too-large', { name, most: params.limit })
    case 'maxLength':
      return name === 'visibleIf' ? fault('condition-not-allowed') : fault('words-too-long', { most: params.limit })
    case 'pattern':
      if (name === 'visibleIf') return fault('condition-not-allowed')
      return name === 'scale'
        ? fault('scale-unknown', { scale: shortened(data) })
        : fault('bad-name', { name: shortened(data) })
    case 'propertyNames':
      return fault('bad-name', { name: shortened(params.propertyName) })
    case 'anyOf':
      return fault('bad-name', { name: shortened(data) })
    default:
      return fault('value-not-allowed', { name })
  }
}

const partsOf = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The property at the end of a path that a writer would look for; of an entry in a list, the list. */
const nameAt = (path: string): string => shortened(partsOf(path).findLast((part) => !/^\d+$/.test(part)) ?? '')

const parts: Record<string, Place['part']> = { choices: 'choice', rows: 'row', columns: 'column' }
const ends = ['title', 'description', 'completeText'] as const

/** `/pages/2/elements/0/choices/1/text/en` as somebody would look for it. */
function placeOf(definition: unknown, path: string): Place {
  const steps = partsOf(path)
  const place: Place = {}
  let here = definition
  for (const [at, step] of steps.entries()) {
    const nth = Number(step)
    const list = steps[at - 1] ?? ''
    here = Object(here)[step]
    if (list === 'pages') place.page = nth + 1
    else if (list === 'elements') place.question = nameOf(here) ?? nth + 1
    else if (parts[list]) Object.assign(place, { part: parts[list], nth: nth + 1 })
    else if (ends.some((end) => end === step)) place.part = step as Place['part']
    else if (step === 'default') place.lang = 'ko'
    else if (step === 'en') place.lang = 'en'
  }
  return place
}

function nameOf(question: unknown): string | undefined {
  const { name } = Object(question)
  return typeof name === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(name) ? name : undefined
}

/** What somebody wrote, short enough to be shown and without what cannot be seen. */
function shortened(given: unknown): string {
  const text = typeof given === 'string' ? given : String(JSON.stringify(given) ?? given)
  const seen = [...text.slice(0, 80)].filter((letter) => !/[\p{C}\p{Z}]/u.test(letter) || letter === ' ')
  return seen.length > 40 ? `${seen.slice(0, 40).join('')}…` : seen.join('')
}
