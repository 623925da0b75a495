import { type Day, plusDays, plusMonths } from '../time/days.ts'

/** A half-year, `2019-2` for July to December 2019. In order as text. */
export type Half = string

/** The half-year in which a day lies. */
export const halfOf = (on: Day): Half => `${on.slice(0, 4)}-${on.slice(5, 7) <= '06' ? 1 : 2}`

export const firstDayOf = (half: Half): Day => `${half.slice(0, 4)}-${half.endsWith('1') ? '01' : '07'}-01`

export const lastDayOf = (half: Half): Day => plusDays(firstDayOf(nextHalf(half)), -1)

const nextHalf = (half: Half): Half => halfOf(plusMonths(firstDayOf(half), 6))

/** Every half-year from one to another, both counted in; none when `to` is earlier. */
export function halvesBetween(from: Half, to: Half): Half[] {
  const halves: Half[] = []
  for (let half = from; half <= to; half = nextHalf(half)) halves.push(half)
  return halves
}

/** Every month, `2019-09`, that has a day between two days. */
export function monthsBetween(from: Day, to: Day): string[] {
  const months: string[] = []
  for (let on = `${from.slice(0, 7)}-01`; on <= to; on = plusMonths(on, 1)) months.push(on.slice(0, 7))
  return months
}

/** Every year that has a day between two days. */
export const yearsBetween = (from: Day, to: Day): string[] =>
  Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, at) =>
    String(Number(from.slice(0, 4)) + at),
  )
