import type { Row } from '../casefile/row.ts'
import type { Day, Moment } from '../time/days.ts'
import { isWithin } from '../time/hours.ts'
import type { RowFilter } from './store.ts'

/* Whether a row fits what is asked. */

const isKeptFrom = ({ restrictedTo }: Row, personId: string) => restrictedTo?.includes(personId) === false
const isOpenTo = ({ openings = [] }: Row, { by, at }: { by: string; at: Moment }) =>
  openings.some((one) => one.by === by && at < one.until)
const isCoveredBy = ({ covers = [] }: Row, { by, on }: { by: string; on: Day }) =>
  covers.some((one) => one.counsellorId === by && isWithin(on, one))
const isApartFrom = ({ apart }: Row, { number, schoolId }: { number: string; schoolId?: string }) =>
  apart?.cases.includes(number) || (schoolId !== undefined && apart?.schools.includes(schoolId))
export const foldedName = (text: string): string => text.normalize('NFC').trim().toLowerCase()
/** Whether a row's number or name holds a part, which is folded already. */
export const namesPart = ({ number, name }: Row, part: string): boolean =>
  number.includes(part) || foldedName(name).includes(part)

/** The part of a filter by which a row that does not change fits always or never; the same part is one list. */
export interface Lasting extends Pick<RowFilter, 'reader' | 'keptFrom' | 'stages' | 'counsellorId' | 'referredBy'> {
  /** only those that are, or were, open to this person; in which this one stands in some day; and so on */
  openedBy?: string
  coveredEver?: string
  withApart?: true
  withFollowUps?: true
  withKeeping?: true
}

export const lastingPart = (filter: RowFilter): Lasting => {
  const { reader, keptFrom, stages, counsellorId, referredBy, openTo, coveredBy } = filter
  return {
    ...{ reader, keptFrom, stages, counsellorId, referredBy, openedBy: openTo?.by, coveredEver: coveredBy?.by },
    ...(filter.apartFrom && { withApart: true }),
    ...(filter.followUpDue && { withFollowUps: true }),
    ...(filter.keptSince && { withKeeping: true }),
  } as Lasting
}

/** Whether the lasting part is all of a filter. */
export const isFixed = ({ openTo, coveredBy, apartFrom, followUpDue, keptSince, text }: RowFilter): boolean =>
  [openTo, coveredBy, apartFrom, followUpDue, keptSince].every((one) => one === undefined) &&
  (text === undefined || foldedName(text) === '')

/** By what a row is found at once; of each kind under another name. What leads to fewest comes first. */
export const namesOf = ({
  linkHashes,
  name,
  decision,
}: Pick<Row, 'linkHashes'> & { name?: string | undefined; decision?: string | undefined }): string[] => [
  ...linkHashes.map((hash) => `l${hash}`),
  ...(name === undefined ? [] : [`n${foldedName(name)}`]),
  ...(decision === undefined ? [] : [`d${decision}`]),
]

/** Of any filter; what it does not name lets every row in. */
export function fitting(filter: RowFilter & Lasting): (row: Row) => boolean {
  const { reader, keptFrom, openTo, coveredBy, stages, counsellorId, referredBy, text, name, linkHash, keptSince } =
    filter
  const { decision, apartFrom, followUpDue, numbers, openedBy, coveredEver, withApart, withFollowUps, withKeeping } =
    filter
  const part = text === undefined ? '' : foldedName(text)
  const whole = name === undefined ? undefined : foldedName(name)
  return (row) =>
    (reader === undefined || !isKeptFrom(row, reader)) &&
    (keptFrom === undefined || isKeptFrom(row, keptFrom)) &&
    (numbers === undefined || numbers.includes(row.number)) &&
    (openedBy === undefined || row.openings?.some(({ by }) => by === openedBy) === true) &&
    (coveredEver === undefined || row.covers?.some((one) => one.counsellorId === coveredEver) === true) &&
    (withApart === undefined || row.apart !== undefined) &&
    (withFollowUps === undefined || row.followUps !== undefined) &&
    (withKeeping === undefined || row.keeping !== undefined) &&
    (openTo === undefined || isOpenTo(row, openTo)) &&
    (coveredBy === undefined || isCoveredBy(row, coveredBy)) &&
    (decision === undefined || row.decision === decision) &&
    (apartFrom === undefined || (row.number !== apartFrom.number && isApartFrom(row, apartFrom) === true)) &&
    (stages === undefined || stages.includes(row.stage)) &&
    (counsellorId === undefined || row.counsellorId === counsellorId) &&
    (referredBy === undefined || row.referredBy === referredBy) &&
    (part === '' || namesPart(row, part)) &&
    (whole === undefined || foldedName(row.name) === whole) &&
    (linkHash === undefined || row.linkHashes.includes(linkHash)) &&
    (followUpDue === undefined || row.followUps?.some(({ dueOn }) => isWithin(dueOn, followUpDue)) === true) &&
    (keptSince === undefined || (row.keeping !== undefined && row.keeping.since <= keptSince[row.keeping.rule]))
}
