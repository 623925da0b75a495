import { codesOf } from '../codebook/codebook.ts'
import { type Definition, declined, type Question } from './definition.ts'
import type { Fault, Place } from './faults.ts'
import type { Scale } from './scales.ts'

/** Whether the answers can be scored as scales.json says, and whether whoever needs help at once is heard and not left alone. */
export function scaleFaults({ pages }: Definition, known: Record<string, Scale>): Fault[] {
  const faults = pages.flatMap(({ elements }, nth) =>
    elements.flatMap((question) => {
      const at = { page: nth + 1, question: question.name }
      return [...faultsOfScale(at, question, known), ...faultsOfSafety(at, question)]
    }),
  )
  const last = pages.findLastIndex(({ elements }) => elements.some(({ safety }) => safety))
  // nobody is left alone with the last thing that they answered: something always comes after it
  const goesOn = pages.slice(last + 1).some(({ elements }) => elements.some(({ visibleIf }) => !visibleIf))
  return last < 0 || goesOn ? faults : [...faults, { what: 'safety-last', at: { page: last + 1 } }]
}

/** A scale is one of ours and is answered in its own numbers; knowledge has a right answer to each row. */
function faultsOfScale(at: Place, question: Question, known: Record<string, Scale>): Fault[] {
  const { scale, key, reversed = [], rows = [], columns = [] } = question
  const items = rows.map(({ value }) => String(value))
  const foreign = reversed.filter((one) => !items.includes(one))
  const faults = foreign.map((name): Fault => ({ what: 'reversed-unknown', at, of: { name } }))
  if (scale === undefined) return key || reversed.length > 0 ? [...faults, { what: 'scale-missing', at }] : faults
  const about = Object.hasOwn(known, scale) ? known[scale] : undefined
  if (!about) return [...faults, { what: 'scale-unknown', at, of: { scale } }]
  const values = columns.map(({ value }) => value)
  if (about.kind === 'agreement') {
    const numbers = values.filter((value) => typeof value === 'number')
    const asked = Array.from({ length: about.to - about.from + 1 }, (_, nth) => about.from + nth)
    const fits = asked.length === numbers.length && asked.every((one) => numbers.includes(one))
    const only = values.every((value) => typeof value === 'number' || value === declined)
    return fits && only && !key
      ? faults
      : [...faults, { what: 'scale-numbers', at, of: { scale, from: about.from, to: about.to } }]
  }
  const isKeyed =
    items.every(
      (item) => key && Object.hasOwn(key, item) && key[item] !== declined && values.includes(key[item] ?? ''),
    ) &&
    Object.keys(key ?? {}).length === items.length &&
    reversed.length === 0
  return isKeyed ? faults : [...faults, { what: 'key-incomplete', at }]
}

/** That somebody must report is found by whoever talked with the youth, never by a tick in a form. */
const obliging = ['abuse', 'report-duty']

function faultsOfSafety(at: Place, { safety, choices = [], visibleIf }: Question): Fault[] {
  if (!safety) return []
  const offered = choices.map(({ value }) => value).filter((value) => value !== declined)
  const foreign = safety.answers.filter((answer) => !offered.includes(answer))
  return [
    ...(codesOf('concern').includes(safety.code)
      ? []
      : [{ what: 'safety-code', at, of: { code: safety.code } } as const]),
    ...(obliging.includes(safety.code) ? [{ what: 'safety-duty', at, of: { code: safety.code } } as const] : []),
    ...foreign.map((answer): Fault => ({ what: 'safety-answer', at, of: { answer } })),
    ...(offered.every((one) => safety.answers.includes(String(one))) ? [{ what: 'safety-all', at } as const] : []),
    ...(visibleIf ? [{ what: 'safety-hidden', at } as const] : []),
  ]
}
