import type { CaseFile } from '../casefile/casefile.ts'
import { belongingOf, counsellorOf } from '../casefile/questions.ts'
import { againstGiving } from '../casefile/restrict.ts'
import { may } from '../people/may.ts'
import { aroundSlot } from '../sessions/clash.ts'
import type { BookingAllFacts } from '../sessions/series-rows.ts'
import { countedOf, dueOfAll, type Wish } from '../sessions/series-wish.ts'
import { leastLeft, orderedHoursOf, type WaysOutFacts } from '../sessions/ways-out.ts'
import type { Reader } from '../store/store.ts'
import { type Day, momentAt, plusDays } from '../time/days.ts'
import { diaryBetween } from './diary.ts'
import { counsellorsIn } from './people.ts'
import type { Ask } from './site.ts'

export interface SeriesKnown {
  caseFiles: CaseFile[]
  facts: WaysOutFacts & BookingAllFacts
}

/**
 * Whom a course is for, and what the rules are told of the days from one to another; undefined when there is a case
 * among them for which the asker may not book.
 */
export async function seriesIn(
  c: Ask,
  from: Reader,
  wish: Wish,
  days: { from: Day; to: Day },
): Promise<SeriesKnown | undefined> {
  const numbers = [c.var.caseFile.number, ...wish.with]
  const found = await Promise.all(numbers.map((number) => from.caseFile(number)))
  const caseFiles = found.filter(
    (file) => file && may(c.var.person, 'book a session', belongingOf(file, c.var.here.now)),
  )
  const [first] = caseFiles
  if (!first || caseFiles.length < numbers.length) return undefined
  return { caseFiles: caseFiles as CaseFile[], facts: await factsFor(c, from, caseFiles as [CaseFile], wish, days) }
}

async function factsFor(
  c: Ask,
  from: Reader,
  caseFiles: [CaseFile, ...CaseFile[]],
  wish: Wish,
  days: { from: Day; to: Day },
): Promise<SeriesKnown['facts']> {
  const [first] = caseFiles
  const caseNumbers = caseFiles.map(({ number }) => number)
  const [start] = aroundSlot({ startAt: momentAt(days.from, '00:00'), minutes: 0 })
  const [, end] = aroundSlot({ startAt: momentAt(plusDays(days.to, 1), '00:00'), minutes: 0 })
  const schools = await from.schools()
  const all = (await Promise.all(caseNumbers.map((number) => from.sessionsOf(number)))).flat()
  // a group in which several of them sit is one session
  const ofCases = [...new Map(all.map((one) => [one.id, one])).values()]
  const counsellorId = wish.counsellorId ?? counsellorOf(first) ?? ''
  const least = (await from.settings())?.sessions.least ?? 1
  return {
    diary: await diaryBetween(c, from, [start, end], caseNumbers),
    suits: caseFiles.map(({ freeTimes, school: { schoolId } }) => ({
      freeTimes,
      school: schools.find(({ id }) => id === schoolId),
    })),
    others: (await counsellorsIn(from))
      .map(({ id }) => id)
      .filter((id) => id !== counsellorId && caseFiles.every((file) => againstGiving(file, id, '').length === 0)),
    ...{
      counsellorId,
      caseNumbers,
      ofCases,
      dueOn: dueOfAll(caseFiles),
      orderedHours: orderedHoursOf(first, wish.kind),
    },
    leastCount: leastLeft(wish.kind, least, countedOf(first.number, ofCases)),
  }
}
