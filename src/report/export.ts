import type { DataRow } from '../casefile/data.ts'
import type { Facts } from '../casefile/facts.ts'
import { type Row, triageStages } from '../casefile/row.ts'
import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import { nextId } from '../people/next-id.ts'
import type { Export } from '../people/registers.ts'
import type { Result } from '../result.ts'
import { type Day, dayOf, type Moment } from '../time/days.ts'
import { type DataPart, dataParts, quarterOf } from './data-set-shape.ts'

/** For what a data set is made: to look at the programme itself, for research, or for an authority that may ask. */
export const uses = ['programme', 'research', 'authority'] as const satisfies readonly Export['use'][]
/** What the log says of why it was made. */
export const whys: Record<Export['use'], string> = {
  programme: 'export-programme',
  research: 'export-research',
  authority: 'export-authority',
}
export const formats = ['csv', 'xlsx', 'sps', 'r', 'json'] as const
export type Format = (typeof formats)[number]

/** What youths answered: they were told that their counsellor and the lead read it, and no authority. */
const answered: readonly DataPart[] = ['scores', 'items']

/** For how long a data set lies ready; then it must be made again. */
export const keptMinutes = 15

export interface ExportRequest {
  use: Export['use']
  purpose: string
  parts: DataPart[]
  /** quarters of the referral, `2026-Q1`, both counted in; absent: no limit */
  from?: string
  to?: string
  formats: Format[]
}

/** The quarters from one day to another, the latest first. */
export function quartersBetween(from: Day, to: Day): string[] {
  const quarters: string[] = []
  for (let at = Number(from.slice(0, 4)); at <= Number(to.slice(0, 4)); at++)
    for (const n of [1, 2, 3, 4]) quarters.push(`${at}-Q${n}`)
  return quarters.filter((one) => one >= quarterOf(from) && one <= quarterOf(to)).reverse()
}

/** Reads what somebody wants exported. The syntax of SPSS and the script of R read the CSV, so it comes with them. */
export function readExport(fields: URLSearchParams, quarters: readonly string[]): Result<ExportRequest> {
  const form = new Reading(fields)
  const [from, to] = [form.oneOrNone('exportFrom', quarters), form.oneOrNone('exportTo', quarters)]
  const chosen = form.several('exportFormats', formats)
  const withCsv = chosen.includes('sps') || chosen.includes('r')
  const read: ExportRequest = {
    use: form.one('exportUse', uses),
    purpose: form.text('exportPurpose', { most: 500 }),
    parts: form.several('exportParts', dataParts),
    ...(from && { from }),
    ...(to && { to }),
    formats: formats.filter((one) => chosen.includes(one) || (withCsv && one === 'csv')),
  }
  if (read.use === 'authority' && read.parts.some((part) => answered.includes(part)))
    form.refuse('exportParts', 'not-for-authority')
  if (from && to && to < from) form.refuse('exportTo', 'period-backwards')
  return form.result(read)
}

/** Whether a youth belongs to what was asked for: accepted, and referred in its period. */
export function isAskedFor(
  { accepted, referredOn }: Pick<Facts, 'accepted' | 'referredOn'>,
  { from, to }: Pick<ExportRequest, 'from' | 'to'>,
): boolean {
  const quarter = quarterOf(referredOn)
  return accepted && (from === undefined || quarter >= from) && (to === undefined || quarter <= to)
}

/** How many of these cases, all kept from whoever makes a data set, would belong to it. */
export const keptBackOf = (rows: readonly Row[], request: ExportRequest): number =>
  rows.filter(({ stage, referredOn }) => isAskedFor({ accepted: !triageStages.includes(stage), referredOn }, request))
    .length

/** Bands in which everybody is under 14, so that nothing is agreed to without a guardian (PIPA art. 22-2). */
const underFourteen = codesOf('ageBand').slice(0, codesOf('ageBand').indexOf('14-15'))

/**
 * Whether research may use what is known of a youth: the youth agreed to that and took nothing back, and so did a
 * guardian, where one was asked or the youth is too young to agree alone.
 */
export function isForResearch({ consents, ageBand }: Facts): boolean {
  const research = consents.filter(({ kind }) => kind === 'research')
  const needed = underFourteen.includes(ageBand) || research.some(({ giver }) => giver === 'guardian')
  const says = (giver: string) => research.some((one) => one.giver === giver && one.answer === 'given')
  return says('youth') && (!needed || says('guardian'))
}

/**
 * Whether a row is left out since there is no consent to this use; or nobody any more who could take it back, as of a
 * case that was erased, of which no answers are left.
 */
export const isLeftOut = ({ facts, answers }: DataRow, { use }: Pick<ExportRequest, 'use'>): boolean =>
  use === 'research' && (answers === undefined || !isForResearch(facts))

/** The record of an export: what was asked for, by whom, when. Numbers run through the year: `2026-01`. */
export function exportOf(
  request: ExportRequest,
  earlier: readonly Export[],
  { by, at }: { by: string; at: Moment },
): Export {
  const { use, purpose, parts, from, to } = request
  const id = nextId(earlier, dayOf(at))
  return { id, by, at, purpose, use, what: parts, ...(from && { from }), ...(to && { to }) }
}
