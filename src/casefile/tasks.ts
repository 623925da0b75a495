import type { Alarm } from '../people/registers.ts'
import { monthsOf } from '../surveys/waves.ts'
import { ageOn, type Day, dayOf, daysBetween, type Moment } from '../time/days.ts'
import { comingOf, type Row } from './row.ts'

/** Kinds of things that must not be forgotten, the most pressing first. */
export const taskKinds = [
  'help',
  'report',
  'overdue',
  'noShows',
  'unmarked',
  'note',
  'unseen',
  'disagreement',
  'verify',
  'consent',
  'intake',
  'notBooked',
  'dueSoon',
  'survey',
  'followUp',
  'againAt14',
  'exit',
  'concern',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** Kinds that wait for nobody. */
export const pressingKinds: readonly TaskKind[] = ['help', 'report', 'overdue', 'noShows', 'unmarked']

/** Something about a case that must not be forgotten. Worked out from its row on each reading. */
export interface Task {
  number: string
  name: string
  what: TaskKind
  /** whose case it is */
  counsellorId?: string
  /** the page on which it is done, below the case's own */
  path: string
  values: Record<string, string | number>
  /** the day since when or until when; the earliest comes first among its kind */
  on?: Day
  /** when the next session is, of a youth who has not been seen for long */
  nextAt?: Moment
  /** the moment by which somebody must have looked */
  lookBy?: Moment
}

const soonDays = 14
const mostUnseenDays = 21
/** Days for which it is a task to send a follow-up; later than that it would ask about another time. */
export const followUpDays = 30
/** As many sessions in a row to which nobody came without a word. */
const mostNoShows = 3

/** What is to be done, on closed cases only to ask how things went on; the most pressing first. `unseenDays` is what the centre settled. */
export function tasksOf(rows: Row[], now: Moment, unseenDays = mostUnseenDays): Task[] {
  const tasks = rows.flatMap((row) =>
    row.stage === 'closed'
      ? ofFollowUps(row, now)
      : [...ofDays(row, now, unseenDays), ...ofRecords(row, now), ...ofStage(row, now)],
  )
  const key = ({ on = '', number }: Task) => `${on} ${number}`
  return tasks.sort(
    (a, b) => taskKinds.indexOf(a.what) - taskKinds.indexOf(b.what) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0),
  )
}

/** The same, kind by kind; none that is empty. */
export const inKinds = (tasks: Task[]): [kind: TaskKind, tasks: Task[]][] =>
  taskKinds
    .map((kind): [TaskKind, Task[]] => [kind, tasks.filter(({ what }) => what === kind)])
    .filter(([, these]) => these.length > 0)

/** What somebody must look at now, whether the case is open or closed: the alarms as they are given, one by one. */
export const helpTasks = (alarms: Pick<Alarm, 'caseNumber' | 'lookBy'>[], rows: Row[], now: Moment): Task[] =>
  alarms.flatMap(({ caseNumber, lookBy }) => {
    const row = rows.find(({ number }) => number === caseNumber)
    const late = Math.max(0, Math.floor((Date.parse(now) - Date.parse(lookBy)) / 60_000))
    return row ? [taskFor(row)('help', '#concerns', { late }, { lookBy })] : []
  })

type More = Pick<Task, 'on' | 'nextAt' | 'lookBy'>

const taskFor =
  ({ number, name, counsellorId }: Row) =>
  (what: TaskKind, path: string, values: Task['values'] = {}, more: More = {}): Task => ({
    ...{ number, name, what, path, values, ...more },
    ...(counsellorId && { counsellorId }),
  })

/** What a day brings: due dates, and a youth who has not been seen for too long, counted from the referral at first. */
function ofDays(row: Row, now: Moment, unseenDays: number): Task[] {
  const task = taskFor(row)
  const today = dayOf(now)
  const { dueOn, seenOn, referredOn, stage } = row
  const found: Task[] = []
  const left = dueOn === undefined ? undefined : daysBetween(today, dueOn)
  if (dueOn && left !== undefined && left < 0) found.push(task('overdue', '', { due: dueOn, n: -left }, { on: dueOn }))
  else if (dueOn && left !== undefined && left <= soonDays)
    found.push(task('dueSoon', '', { due: dueOn, n: left }, { on: dueOn }))
  const since = seenOn ?? referredOn
  const unseen = daysBetween(since, today)
  const nextAt = comingOf(row).find((at) => at >= now)
  if (stage === 'sessions' && unseen >= unseenDays) {
    const more = { on: since, ...(nextAt && { nextAt }) }
    found.push(task('unseen', nextAt ? '/sessions' : '/sessions/new', { n: unseen, ever: seenOn ? 1 : 0 }, more))
  }
  return found
}

/** What is missing in the records. */
function ofRecords(row: Row, now: Moment): Task[] {
  const task = taskFor(row)
  const { bookedAt, notesMissing, noShows = 0, reportsOwed = 0, surveysWaiting = 0, openConcerns, asks = [] } = row
  const found: Task[] = []
  if (reportsOwed > 0) found.push(task('report', '/reports', { n: reportsOwed }))
  if (noShows >= mostNoShows) found.push(task('noShows', '/sessions', { n: noShows }))
  const over = bookedAt.filter((at) => at < now)
  if (over[0]) found.push(task('unmarked', '/sessions', { n: over.length }, { on: dayOf(over[0]) }))
  if (notesMissing > 0) found.push(task('note', '/sessions', { n: notesMissing }))
  if (asks.includes('disagreement')) found.push(task('disagreement', '/consents'))
  if (asks.includes('verify')) found.push(task('verify', '/consents'))
  if (asks.includes('again-at-14') && ageOn(row.birthDate, dayOf(now)) >= 14) found.push(task('againAt14', '/consents'))
  if (surveysWaiting > 0) found.push(task('survey', '/surveys', { n: surveysWaiting }))
  if (openConcerns > 0) found.push(task('concern', '#concerns', { n: openConcerns }))
  return found
}

/** What the stage asks for. */
function ofStage(row: Row, now: Moment): Task[] {
  const task = taskFor(row)
  const { stage } = row
  if (stage === 'consent') return [task('consent', '/consents')]
  if (stage === 'intake') return [task('intake', '/interview')]
  if (stage === 'exit') return [task('exit', '/closing')]
  return stage === 'sessions' && !comingOf(row).some((at) => at >= now) ? [task('notBooked', '/sessions/new')] : []
}

/** Follow-ups whose day has come, unless one is out that can still be answered. */
function ofFollowUps(row: Row, now: Moment): Task[] {
  const due = (row.followUps ?? []).filter(({ dueOn, until }) => {
    const past = daysBetween(dueOn, dayOf(now))
    return past >= 0 && past <= followUpDays && (until === undefined || now >= until)
  })
  return due.map(({ wave, dueOn }) =>
    taskFor(row)('followUp', '/surveys', { months: monthsOf(wave) ?? 0, due: dueOn }, { on: dueOn }),
  )
}
