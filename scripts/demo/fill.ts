import type { Settings } from '../../src/people/person.ts'
import { done } from '../../src/result.ts'
import { newRecoveryKey } from '../../src/store/recovery-key.ts'
import type { Store } from '../../src/store/store.ts'
import { dayOf, type Moment, momentAt, plusDays } from '../../src/time/days.ts'
import { NotServed } from '../../src/ways.ts'
import { lookBack } from './afterwards.ts'
import { people, saveCentre, settings } from './cast.ts'
import { Chance } from './chance.ts'
import { Diary } from './diary.ts'
import { draftEdition } from './edition.ts'
import { liveCourses } from './live.ts'
import { pastCourses } from './past.ts'
import { standIn } from './together.ts'
import { toldOf } from './told.ts'

const seed = 2021

/**
 * Fills an empty store with the demonstration: the youths of the first results, and a few cases of the weeks before
 * `now`. The past is the same every time. All of it is one change, so that no half of a demonstration is ever found.
 */
export async function fillDemo(store: Store, now: Moment, recovery?: Settings['recovery']): Promise<void> {
  const diary = new Diary()
  const past = pastCourses(new Chance(seed), diary)
  lookBack(past)
  const live = liveCourses(new Chance(seed), diary, now)
  const courses = [...past, ...live]
  const away = standIn(live, now)
  const everyone = await people()
  await store.change((view) => {
    saveCentre(view, everyone, dayOf(now))
    view.saveSettings({ ...settings, ...(recovery && { recovery }) })
    for (const { file } of courses) view.saveCase(file)
    view.saveEntry('absences', away)
    for (const message of toldOf(live, now)) view.saveEntry('messages', message)
    view.saveEntry('editions', draftEdition(momentAt(plusDays(dayOf(now), -3), '16:40')))
    for (const session of diary.sessions) view.saveSession(session)
    return done(undefined)
  })
}

/**
 * Fills a new store, leaves a demonstration as it was left, and keeps its hands off a real centre. Returns the recovery
 * key of a demonstration that was just made, so that backups can be tried: nobody is told it a second time.
 */
export async function prepareDemo(store: Store, now: Moment): Promise<string | undefined> {
  const found = await store.settings()
  if (found && !found.demo)
    throw new NotServed('This folder holds a real centre: give the demonstration a folder of its own with --data.')
  if (found) return undefined
  console.error('Making the demonstration centre …')
  const { text, publicKey } = newRecoveryKey()
  await fillDemo(store, now, { publicKey, at: now })
  return text
}
