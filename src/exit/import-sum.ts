import { dueOnAfter } from '../casefile/retention.ts'
import type { RetentionPeriods } from '../people/person.ts'
import type { Day } from '../time/days.ts'
import { isInterviewed } from './import-make.ts'
import type { ImportRow } from './import-row.ts'

/** What would come of a table, in numbers. */
export interface ImportSum {
  cases: number
  from?: Day
  to?: Day
  interviewed: number
  sessions: number
  minutes: number
  closed: number
  /** closed so long ago that they may be erased today */
  due: number
  intake: number
  exit: number
}

export function sumOf(rows: ImportRow[], periods: RetentionPeriods, today: Day): ImportSum {
  const days = rows.map(({ referredOn }) => referredOn).sort()
  const closed = rows.flatMap(({ closing }) => (closing ? [closing.on] : []))
  const add = (value: (row: ImportRow) => number) => rows.reduce((sum, row) => sum + value(row), 0)
  const answered = (wave: string) => rows.filter(({ surveys }) => surveys.some((one) => one.wave === wave)).length
  return {
    cases: rows.length,
    ...(days[0] && { from: days[0], to: days.at(-1) ?? days[0] }),
    interviewed: rows.filter(isInterviewed).length,
    sessions: add(({ sessionsHeld }) => sessionsHeld),
    minutes: add(({ minutesHeld }) => minutesHeld),
    closed: closed.length,
    due: closed.filter((since) => dueOnAfter({ rule: 'case-closed', since }, periods) <= today).length,
    ...{ intake: answered('intake'), exit: answered('exit') },
  }
}
