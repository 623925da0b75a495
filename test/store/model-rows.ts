import type { Row } from '../../src/casefile/row.ts'
import type { Page, RowFilter } from '../../src/store/store.ts'

/** What each part of a filter says of a row, as the interface promises it; one sentence after the other. */
type Parts = { [K in keyof Required<RowFilter>]: (row: Row, asked: NonNullable<RowFilter[K]>) => boolean }

const folded = (text: string) => text.normalize('NFC').trim().toLowerCase()
const isRestricted = ({ restrictedTo }: Row) => restrictedTo !== undefined
const names = ({ restrictedTo }: Row, id: string) => (restrictedTo ?? []).includes(id)

export const lets: Parts = {
  reader: (row, id) => !isRestricted(row) || names(row, id),
  keptFrom: (row, id) => isRestricted(row) && !names(row, id),
  openTo: ({ openings = [] }, { by, at }) => openings.filter((one) => one.by === by).some(({ until }) => until > at),
  stages: ({ stage }, stages) => stages.some((one) => one === stage),
  coveredBy: ({ covers = [] }, { by, on }) =>
    covers.filter(({ counsellorId }) => counsellorId === by).some(({ from, to }) => from <= on && on <= to),
  decision: ({ decision }, letter) => decision === letter,
  apartFrom: ({ number, apart }, asked) => {
    if (number === asked.number || !apart) return false
    return apart.cases.includes(asked.number) || apart.schools.some((school) => school === asked.schoolId)
  },
  numbers: ({ number }, numbers) => numbers.includes(number),
  counsellorId: ({ counsellorId }, id) => counsellorId === id,
  referredBy: ({ referredBy }, id) => referredBy === id,
  text: ({ number, name }, part) => [number, folded(name)].some((one) => one.includes(folded(part))),
  name: ({ name }, whole) => folded(name) === folded(whole),
  linkHash: ({ linkHashes }, hash) => linkHashes.includes(hash),
  followUpDue: ({ followUps = [] }, { from, to }) => followUps.some(({ dueOn }) => from <= dueOn && dueOn <= to),
  keptSince: ({ keeping }, days) => keeping !== undefined && keeping.since <= days[keeping.rule],
}

/** Newest referral first, of one day the highest number first. `forgotten`: a part that is not looked at, for a wrong model. */
export function listed(
  rows: Row[],
  filter: RowFilter,
  page?: Page,
  forgotten?: keyof RowFilter,
): { rows: Row[]; total: number } {
  const parts = (Object.keys(filter) as (keyof RowFilter)[]).filter(
    (part) => filter[part] !== undefined && part !== forgotten,
  )
  const fits = (row: Row) =>
    parts.every((part) => (lets[part] as (row: Row, asked: unknown) => boolean)(row, filter[part]))
  const key = ({ referredOn, number }: Row) => `${referredOn} ${number}`
  const found = rows.filter(fits).sort((a, b) => (key(a) < key(b) ? 1 : -1))
  return { rows: page ? found.slice(page.from, page.from + page.most) : found, total: found.length }
}
