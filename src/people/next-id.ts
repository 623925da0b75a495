import type { Day } from '../time/days.ts'

/** The next id of a register whose entries are numbered through the year, `2026-02`. */
export const nextId = (entries: readonly { id: string }[], today: Day): string => {
  const year = today.slice(0, 4)
  const last = Math.max(0, ...entries.filter(({ id }) => id.startsWith(year)).map(({ id }) => Number(id.slice(5))))
  return `${year}-${String(last + 1).padStart(2, '0')}`
}
