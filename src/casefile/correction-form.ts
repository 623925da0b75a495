import { Reading } from '../form.ts'
import type { Result } from '../result.ts'
import type { CaseFile } from './casefile.ts'
import { askers, type Correction, type Part, partAt, stateOf } from './correct.ts'
import { disputedIn, guardianIn, schoolPlaceIn, youthIn } from './parts-form.ts'

/** The parts of a case that can be put right, by the place at which each stands. */
export const partsOf = ({ guardians }: CaseFile): string[] => [
  'youth',
  ...guardians.map((_, at) => `guardians/${at}`),
  ...['school', 'referral'],
]

/** How a part is named in an address: `guardians-1`. */
export const slugOf = (path: string): string => path.replace('/', '-')
export const pathOfSlug = (caseFile: CaseFile, slug: string): string | undefined =>
  partsOf(caseFile).find((path) => slugOf(path) === slug)

/** Reads what a part should say; `schools` are the ids that may be chosen. */
export function readCorrection(fields: URLSearchParams, path: string, schools: string[]): Result<Correction> {
  const form = new Reading(fields)
  const to = readPart(form, path, schools)
  return form.result({
    to,
    askedBy: form.one('requestedBy', askers),
    why: form.text('why', { most: 1000 }),
    since: form.text('since', { most: 16, optional: true }),
  })
}

function readPart(form: Reading, path: string, schools: string[]): Part {
  if (path === 'youth') return { part: 'youth', values: youthIn(form) }
  if (path === 'school') return { part: 'school', values: schoolPlaceIn(form, schools) }
  if (path === 'referral') return { part: 'referral', values: disputedIn(form) }
  return { part: 'guardian', at: Number(path.split('/')[1]), values: guardianIn(form) }
}

/** A part as it stands, in the fields of its form. */
export function fieldsOfPart(caseFile: CaseFile, path: string): URLSearchParams {
  const part = partAt(caseFile, path) ?? {}
  const fields = new URLSearchParams({ since: stateOf(part) })
  const nameOf = (key: string) =>
    path.startsWith('guardians/') ? `guardian${key[0]?.toUpperCase()}${key.slice(1)}` : key
  for (const [key, value] of Object.entries(part))
    for (const one of [value].flat()) if (typeof one !== 'object') fields.append(nameOf(key), String(one))
  return fields
}
