import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { names, signIns } from '../../scripts/demo/cast.ts'
import { Chance } from '../../scripts/demo/chance.ts'
import { Diary } from '../../scripts/demo/diary.ts'
import { prepareDemo } from '../../scripts/demo/fill.ts'
import { liveCourses } from '../../scripts/demo/live.ts'
import { pastCourses } from '../../scripts/demo/past.ts'
import { isHeld } from '../../src/casefile/session.ts'
import { stageOf } from '../../src/programme.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { isRecoveryKeyOf } from '../../src/store/recovery-key.ts'
import { summaries } from '../../src/summaries.ts'
import { wallClock } from '../../src/time/clock.ts'
import { ageOn, dayOf, plusDays, plusMinutes, timeOf, weekdayOf } from '../../src/time/days.ts'
import { holidayOn } from '../../src/time/holidays.ts'
import { NotServed } from '../../src/ways.ts'
import { freshFolder } from '../support/folder.ts'
import { aHouse, heldIn } from '../support/house.ts'
import { serving } from '../support/process.ts'
import { settings } from '../support/samples.ts'

const past = () => {
  const diary = new Diary()
  return { diary, courses: pastCourses(new Chance(2021), diary) }
}
const { diary, courses } = past()

const dealing = suite('the past of the demonstration')

dealing('is the same every time', () => {
  const again = past()
  assert.equal(
    again.courses.map(({ file }) => file),
    courses.map(({ file }) => file),
  )
  assert.equal(again.diary.sessions, diary.sessions)
})

dealing('chance falls evenly, and stays between its bounds', () => {
  const chance = new Chance(7)
  const thrown = Array.from({ length: 6000 }, () => chance.whole(1, 6))
  for (const side of [1, 2, 3, 4, 5, 6]) {
    const times = thrown.filter((one) => one === side).length
    assert.ok(times > 850 && times < 1150, `${side}: ${times}`)
  }
})

dealing('counsellors, rooms and youths are never in two places at once', () => {
  const taken = diary.sessions.filter(({ cancelled }) => !cancelled).sort((a, b) => (a.startAt < b.startAt ? -1 : 1))
  for (const who of ['counsellorId', 'roomId'] as const) {
    const until = new Map<string, string>()
    for (const session of taken) {
      const id = session[who]
      if (!id || session.attendees.every(({ attendance }) => attendance?.code === 'no-show')) continue
      assert.ok((until.get(id) ?? '') <= session.startAt, `${id} twice at ${session.startAt}`)
      until.set(id, plusMinutes(session.startAt, session.minutes))
    }
  }
})

dealing('sessions lie on working days in opening hours', () => {
  for (const { startAt, minutes } of diary.sessions) {
    const on = dayOf(startAt)
    assert.ok(weekdayOf(on) < 7 && !holidayOn(on), on)
    assert.ok(timeOf(startAt) >= '09:00' && timeOf(plusMinutes(startAt, minutes)) <= '20:00')
  }
})

dealing('ages fit the school, and under 14 a guardian was verified', () => {
  for (const { file } of courses) {
    const age = ageOn(file.youth.birthDate, file.referral.on)
    const [least, most] = { elementary: [9, 13], middle: [11, 15], high: [14, 18] }[file.school.level] ?? [15, 18]
    assert.ok(age >= least! && age <= most!, `${file.number} ${file.school.level} ${age}`)
    const agreedOn = file.consents[0]!.on
    if (ageOn(file.youth.birthDate, agreedOn) < 14) assert.ok(file.consents.some(({ verification }) => verification))
  }
})

dealing('all are closed, each with a signed note for every session held', () => {
  for (const { file, sessions } of courses) {
    assert.is(stageOf(file, sessions), 'closed')
    const held = sessions.filter((session) => isHeld(session, file.number))
    assert.is(file.notes.filter(({ signed }) => signed).length, held.length)
    for (const { counsellorId } of sessions) assert.ok(names.has(counsellorId))
  }
})

const living = suite('the present of the demonstration')

living('stands at every stage on any day of the year, and no record lies in the future', () => {
  for (let days = 0; days < 371; days += 10) {
    const now = `${plusDays('2026-11-22', days)}T${days % 20 === 0 ? '14:59' : '15:01'}:00.000Z`
    const live = liveCourses(new Chance(2021), new Diary(), now)
    const at = live.map(({ file, sessions }) => stageOf(file, sessions))
    const all = ['referral', 'waiting', 'returned', 'declined', 'consent', 'intake', 'sessions', 'exit', 'closed']
    assert.equal([...new Set(at)].sort(), all.sort(), now)
    for (const { file } of live)
      assert.ok(
        file.journal.every((entry) => entry.at <= now),
        `${file.number} ${now}`,
      )
  }
})

living('has a twin by name and birth date, and Jiho', () => {
  const live = liveCourses(new Chance(2021), new Diary(), '2026-11-22T01:00:00.000Z').map(({ file }) => file.youth)
  const minjun = live.filter(({ name }) => name === '김민준')
  assert.is(minjun.length, 2)
  assert.is(minjun[0]?.birthDate, minjun[1]?.birthDate)
  assert.ok(live.some(({ name }) => name === '정지호'))
})

const store = suite('the store of the demonstration')

store('a demonstration is served again as it was left; a real centre is refused and not touched', async () => {
  for (const demo of [true, false]) {
    const house = await aHouse((view) => view.saveSettings({ ...settings, demo }))
    const before = await heldIn(house.store)
    const prepared = await prepareDemo(house.store, house.clock.now()).catch((error: unknown) => error)
    assert.is(prepared instanceof NotServed, !demo)
    assert.is(await heldIn(house.store), before)
    await house.close()
  }
})

store(
  'a new one prints whom to sign in as, and the recovery key that opens its backups: never a second time',
  async () => {
    const { dir } = freshFolder()
    const { said, stop } = await serving('scripts/demo.ts', ['--port', '0', '--data', dir], {})
    const lines = said()
    await stop()
    for (const { role, email, password } of signIns) assert.match(lines, `sign in as ${role}: ${email} / ${password}`)
    const key = /^recovery key of this demonstration: (\S+)$/m.exec(lines)?.[1] ?? ''
    const place = { dir, keyFile: `${dir}.key`, summaries, clock: wallClock }
    const made = await openEmbeddedStore(place)
    const { recovery, contact, retention } = (await made.settings()) ?? {}
    assert.ok(isRecoveryKeyOf(key, recovery?.publicKey ?? ''))
    assert.ok(contact?.phone && retention?.caseYears)
    assert.is(await prepareDemo(made, wallClock.now()), undefined)
    await made.close()
  },
)

dealing.run()
living.run()
store.run()
