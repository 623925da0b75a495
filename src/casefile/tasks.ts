import { ageOn, dayOf, daysBetween, type Moment } from '../time/days.ts'
import type { Row } from './row.ts'

/** Something about a case that must not be forgotten. Worked out from its row on each reading. */
export interface Task {
  number: string
  name: string
  what:
    | 'disagreement'
    | 'verify'
    | 'againAt14'
    | 'consent'
    | 'intake'
    | 'notBooked'
    | 'unmarked'
    | 'note'
    | 'exit'
    | 'overdue'
    | 'dueSoon'
    | 'concern'
  /** the page on which it is done, below the case's own */
  path: string
  values: Record<string, string | number>
}

const soonDays = 14

/** What is to be done on open cases, the most pressing first. */
export function tasksOf(rows: Row[], now: Moment): Task[] {
  const today = dayOf(now)
  const pressing: Task['what'][] = [
    'overdue',
    'unmarked',
    'note',
    'disagreement',
    'verify',
    'consent',
    'intake',
    'notBooked',
    'dueSoon',
    'againAt14',
    'exit',
    'concern',
  ]
  const tasks = rows.flatMap((row): Task[] => {
    const { number, name, stage, dueOn, bookedAt } = row
    const task = (what: Task['what'], path: string, values: Task['values'] = {}): Task => ({
      number,
      name,
      what,
      path,
      values,
    })
    const found: Task[] = []
    if (dueOn && dueOn < today) found.push(task('overdue', '', { due: dueOn }))
    else if (dueOn && daysBetween(today, dueOn) <= soonDays)
      found.push(task('dueSoon', '', { n: daysBetween(today, dueOn) }))
    if (bookedAt.some((at) => at < now)) found.push(task('unmarked', '/sessions'))
    if (row.notesMissing > 0) found.push(task('note', '/sessions', { n: row.notesMissing }))
    if (row.asks?.includes('disagreement')) found.push(task('disagreement', '/consents'))
    if (row.asks?.includes('verify')) found.push(task('verify', '/consents'))
    if (row.asks?.includes('again-at-14') && ageOn(row.birthDate, today) >= 14)
      found.push(task('againAt14', '/consents'))
    if (stage === 'consent') found.push(task('consent', '/consents'))
    if (stage === 'intake') found.push(task('intake', '/interview'))
    if (stage === 'sessions' && !bookedAt.some((at) => at >= now)) found.push(task('notBooked', '/sessions/new'))
    if (stage === 'exit') found.push(task('exit', '/closing'))
    if (row.openConcerns > 0) found.push(task('concern', '', { n: row.openConcerns }))
    return found
  })
  return tasks.sort((a, b) => pressing.indexOf(a.what) - pressing.indexOf(b.what) || a.number.localeCompare(b.number))
}
