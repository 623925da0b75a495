import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import type { Result } from '../result.ts'
import { crossed } from './cross.ts'
import { type FigureId, figureIds } from './figures.ts'
import { maybeCrossed } from './publish.ts'
import type { ReleaseChoice } from './release.ts'

/** Fields of the cross-tables of one release: as many as anyone reads. */
export const crossFields = [
  ['crossRows1', 'crossColumns1'],
  ['crossRows2', 'crossColumns2'],
  ['crossRows3', 'crossColumns3'],
] as const

const longestPurpose = 300

/** Figures that may leave: a release is of half-years, so single months are in none. */
export const releasable: readonly FigureId[] = figureIds.filter((id) => id !== 'referred-month')

export const crossable: readonly FigureId[] = releasable.filter((id) => crossed.includes(id))

/** Reads what is to be released. `halves`: the half-years that can be chosen, in their order. */
export function readRelease(fields: URLSearchParams, halves: readonly string[]): Result<ReleaseChoice> {
  const form = new Reading(fields)
  const figures = form.several('releasedFigures', releasable, { optional: true })
  const crosses = crossFields.flatMap((pair) => readCross(form, pair))
  const outcome = form.several('releasedOutcome', ['yes'] as const, { optional: true }).length > 0
  if (figures.length === 0 && crosses.length === 0 && !outcome) form.refuse('releasedFigures', 'nothing-chosen')
  if (new Set(crosses.map((pair) => [...pair].sort().join())).size < crosses.length)
    form.refuse('crossRows1', 'chosen-twice')
  const [from, to] = [form.one('fromHalf', halves), form.one('toHalf', halves)]
  if (to < from) form.refuse('toHalf', 'period-backwards')
  const only = readOnly(form)
  if (only && crosses.length > 0) form.refuse('crossRows1', 'not-with-part')
  if (only && (figures as string[]).includes(only.figure)) form.refuse('releasedFigures', 'is-the-part')
  const purpose = form.text('releasePurpose', { most: longestPurpose })
  return form.result({ purpose, figures, crosses, outcome, from, to, ...(only && { only }) })
}

function readCross(form: Reading, [rows, columns]: (typeof crossFields)[number]): [string, string][] {
  const [one, other] = [form.oneOrNone(rows, crossable), form.oneOrNone(columns, crossable)]
  if (!one && !other) return []
  if (!one) form.refuse(rows, 'missing')
  else if (!other) form.refuse(columns, 'missing')
  else if (one === other || !maybeCrossed(one, other)) form.refuse(columns, 'not-crossed')
  else return [[one, other]]
  return []
}

/** One part of the youths: a school level or a basis, never both. */
function readOnly(form: Reading): ReleaseChoice['only'] {
  const level = form.oneOrNone('schoolLevel', codesOf('schoolLevel'))
  const basis = form.oneOrNone('basis', codesOf('referralBasis'))
  if (level && basis) form.refuse('basis', 'one-part-only')
  if (level) return { figure: 'school-level', code: level }
  return basis ? { figure: 'referral-basis', code: basis } : undefined
}

/** What the form says before anything is chosen: every figure and the change, of all half-years. */
export function firstForm(halves: readonly string[]): URLSearchParams {
  const fields = releasable.map((id) => ['releasedFigures', id])
  const [from = '', to = ''] = [halves[0], halves.at(-1)]
  return new URLSearchParams([...fields, ['releasedOutcome', 'yes'], ['fromHalf', from], ['toHalf', to]])
}
