import { holdsResidentNumber } from '../form.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { type Chosen, columnNames, importedWaves, itemsOf, leftOut, type Target, versionsOf } from './import-columns.ts'

/** The field in which a column is matched by hand, by its place counted from 0. */
export const columnField = (at: number): string => `column-${at}`

/** Everything that a column can stand for. */
export const targets: readonly Target[] = [
  ...columnNames,
  ...importedWaves.flatMap((wave) => {
    const items = versionsOf(wave).flatMap((survey) => itemsOf(survey).map(({ name }) => name))
    return [...new Set(items)].map((item): Target => `${wave}:${item}`)
  }),
]
const offered = new Set<string>([...targets, leftOut])

/** Reads what was chosen by hand for columns that are there; nothing chosen leaves a column as it was. */
export function readChosen(fields: URLSearchParams, columns: number): Result<Chosen> {
  const chosen: Chosen = {}
  const refusals: Refusal[] = []
  for (let at = 0; at < columns; at++) {
    const target = fields.get(columnField(at)) ?? ''
    if (target !== '' && !offered.has(target)) refusals.push({ field: columnField(at), reason: 'not-offered' })
    else if (target !== '') chosen[at] = target as Target
  }
  return refusals.length > 0 ? refused(...refusals) : done(chosen)
}

const mostOfName = 100

/** What a file is called in the list: its name alone, without what may not be kept or shown. */
export function fileNameOf(given: string): string {
  const name = (given.normalize('NFC').split(/[\\/]/).at(-1) ?? '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  return holdsResidentNumber(name) || name === '' ? '–' : [...name].slice(0, mostOfName).join('')
}
