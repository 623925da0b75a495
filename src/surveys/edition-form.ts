import { Reading } from '../form.ts'
import type { Refusal, Result } from '../result.ts'
import { type Definition, type SurveyName, surveyNames } from './definition.ts'
import { isTooLarge, mostKiB, readDefinition } from './definition-text.ts'
import type { Fault } from './faults.ts'

/** What was sent in: a definition that may be asked, or why it may not. */
export type Uploaded = { ok: true; value: Definition } | { ok: false; refusals: Refusal[]; faults: Fault[] }

export const surveyNamed = (name: string | null | undefined): SurveyName | undefined =>
  surveyNames.find((one) => one === name)

/** Reads and checks the text of a definition; what is wrong stands at its field. */
export function readUpload(fields: URLSearchParams): Uploaded {
  const form = new Reading(fields)
  if (isTooLarge(fields.get('definition') ?? '')) form.refuse('definition', 'definition-too-large', { most: mostKiB })
  const text = form.refusals.length > 0 ? '' : form.text('definition', { most: mostKiB * 1024 })
  if (form.refusals.length > 0) return { ok: false, refusals: form.refusals, faults: [] }
  const read = readDefinition(text)
  if ('definition' in read) return { ok: true, value: read.definition }
  return { ok: false, refusals: [{ field: 'definition', reason: 'definition-faulty' }], faults: read.faults }
}

/** That somebody wants to publish the draft that they looked at, and knows that it cannot be undone. */
export function readPublication(fields: URLSearchParams): Result<{ seen: string }> {
  const form = new Reading(fields)
  if (fields.get('publishSure') !== 'yes') form.refuse('publishSure', 'not-sure')
  return form.result({ seen: fields.get('seen') ?? '' })
}
