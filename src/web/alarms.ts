import type { ShownAlarm } from '../../views/here.ts'
import { alarmStateOf, answering, isAnswered, openAlarms, takeUp } from '../casefile/alarm.ts'
import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { alarmsOf, toldOf } from '../casefile/concern.ts'
import { belongingOf } from '../casefile/questions.ts'
import { belongingOfRow } from '../casefile/row.ts'
import { usualAlarmMinutes } from '../people/help-lines.ts'
import { may, mightEver } from '../people/may.ts'
import { noticeTo } from '../people/notice.ts'
import type { Person } from '../people/person.ts'
import type { Alarm } from '../people/registers.ts'
import { newToken } from '../people/token.ts'
import { done, type Result } from '../result.ts'
import type { Store, View } from '../store/store.ts'
import { type Moment, plusMinutes } from '../time/days.ts'
import { signatureOf } from './pages.ts'
import { leadsIn } from './people.ts'
import type { Ask } from './site.ts'

/**
 * Tells leads and the case's counsellor, in the same change, of what a change of a case makes urgent. Whoever raised a
 * concern knows of it; a duty to report is put before everyone, since it is done with only when it is recorded.
 */
export async function tellOfAlarms(c: Ask, view: View, before: CaseFile, after: CaseFile): Promise<void> {
  const signature = signatureOf(c)
  const alarms = alarmsOf(before, after)
  if (alarms.length === 0) return
  const leads = (await leadsIn(view)).map(({ id }) => id)
  for (const to of toldOf(after, leads, signature.at))
    for (const what of alarms)
      if (what === 'duty-to-report' || to !== signature.by)
        view.saveEntry('notices', noticeTo(to, what, signature, { caseNumber: after.number }))
}

/**
 * A youth answered so that somebody must look: tells the case's counsellor, who stands in, and the leads, and starts
 * the clock, in the change that keeps the answer. Further answers of the same survey wait with the first as long as
 * nobody took it up: whoever does sees them all.
 */
export async function tellOfHelp(view: View, caseFile: CaseFile, surveyId: string, at: Moment): Promise<void> {
  const { number: caseNumber } = caseFile
  const waiting = openAlarms(await view.entries('alarms', { caseNumber, surveyId }))
  if (waiting.length > 0) return
  const to = answering(await view.people(), belongingOf(caseFile, at)).map(({ id }) => id)
  const minutes = (await view.settings())?.alarm?.minutes ?? usualAlarmMinutes
  for (const one of to) view.saveEntry('notices', noticeTo(one, 'help-needed', { by: 'youth', at }, { caseNumber }))
  view.saveEntry('alarms', { id: newToken(), caseNumber, surveyId, at, to, lookBy: plusMinutes(at, minutes) })
}

/** Alarms that wait for somebody and that this person may take up; undefined for whoever never does. */
export async function alarmsFor(
  store: Pick<Store, 'entries' | 'rows'>,
  person: Person | undefined,
  now: Moment,
): Promise<ShownAlarm[] | undefined> {
  if (!person || !mightEver(person, 'answer an alarm')) return undefined
  const open = openAlarms(await store.entries('alarms'))
  if (open.length === 0) return []
  const { rows } = await store.rows({ reader: person.id, numbers: open.map(({ caseNumber }) => caseNumber) })
  const own = rows.filter((row) => may(person, 'answer an alarm', belongingOfRow(row, now)))
  const numbers = new Set(own.map(({ number }) => number))
  return open
    .filter(({ caseNumber }) => numbers.has(caseNumber))
    .map((one) => {
      const { id, caseNumber, at, lookBy } = one
      return { id, caseNumber, at, lookBy, isLate: alarmStateOf(one, now) === 'late' }
    })
}

const calls = ['help-needed', 'help-waiting']

/** Somebody is on it: the clock stands, nobody is called any more, and everyone else who was is told who it is. */
export async function takeUpIn(
  view: View,
  caseFile: CaseFile,
  alarm: Alarm,
  signature: Signature,
): Promise<Result<Alarm>> {
  const taken = takeUp(alarm, signature)
  if (!taken.ok) return taken
  const { number: caseNumber } = caseFile
  view.saveEntry('alarms', taken.value)
  for (const one of await view.entries('notices', { caseNumber }))
    if (calls.includes(one.what) && !one.seenAt) view.saveEntry('notices', { ...one, seenAt: signature.at })
  for (const { id } of answering(await view.people(), belongingOf(caseFile, signature.at)))
    if (id !== signature.by) view.saveEntry('notices', noticeTo(id, 'help-taken', signature, { caseNumber }))
  return taken
}

/** Whoever settled the last concern that an alarm was about has looked: it is theirs, if nobody took it up before. */
export async function takeUpAnswered(view: View, caseFile: CaseFile, signature: Signature): Promise<Result<CaseFile>> {
  for (const alarm of openAlarms(await view.entries('alarms', { caseNumber: caseFile.number })))
    if (isAnswered(caseFile, alarm)) await takeUpIn(view, caseFile, alarm, signature)
  return done(caseFile)
}
