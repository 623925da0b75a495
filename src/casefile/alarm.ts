import { type Belonging, may } from '../people/may.ts'
import type { Person } from '../people/person.ts'
import type { Alarm } from '../people/registers.ts'
import { done, type Result, refused } from '../result.ts'
import type { Moment } from '../time/days.ts'
import type { CaseFile, Signature } from './casefile.ts'

/** What became of an alarm: the clock runs, it has run out, or somebody took it up and it stands. */
export type AlarmState = 'running' | 'late' | 'taken'

export const alarmStateOf = ({ taken, lookBy }: Alarm, now: Moment): AlarmState =>
  taken ? 'taken' : now >= lookBy ? 'late' : 'running'

/** Alarms that nobody took up, the one that runs out first before the others. */
export const openAlarms = (alarms: Alarm[]): Alarm[] =>
  alarms.filter(({ taken }) => !taken).sort((a, b) => a.lookBy.localeCompare(b.lookBy))

/** Who is told of an alarm and may take it up: leads, the case's counsellor, who stands in; of a restricted case only those named. */
export const answering = (people: Person[], about: Belonging): Person[] =>
  people.filter((person) => may(person, 'answer an alarm', about))

/** Somebody is on it: the clock stands, and it is theirs. Once. */
export function takeUp(alarm: Alarm, { by, at }: Signature): Result<Alarm> {
  return alarm.taken ? refused({ reason: 'changed-meanwhile' }) : done({ ...alarm, taken: { by, at } })
}

/** Whether nobody took it up in time, and that was not told yet. */
export const isToEscalate = ({ taken, escalatedAt, lookBy }: Alarm, now: Moment): boolean =>
  !taken && !escalatedAt && now >= lookBy

/** Whether every concern that its answers raised was settled: whoever said what became of them has looked. */
export function isAnswered({ concerns }: CaseFile, { surveyId }: Alarm): boolean {
  const raised = concerns.filter((one) => one.surveyId === surveyId)
  return raised.length > 0 && raised.every(({ settled }) => settled)
}
