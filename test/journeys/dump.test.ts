import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { postgresPrograms } from '../../scripts/cluster.ts'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Session } from '../../src/casefile/session.ts'
import { done } from '../../src/result.ts'
import type { View } from '../../src/store/store.ts'
import { holdsMark, mark } from '../support/canary.ts'
import { filledCase, filledSession } from '../support/filled-case.ts'
import { aHouse } from '../support/house.ts'
import { databases } from '../support/postgres.ts'
import { han, hill, now, room, settings } from '../support/samples.ts'

/*
 * What a database's own backup shows: more than five hundred marked strings go into every field of a filled centre,
 * and none of them may stand readable in a dump of it.
 */

const enough = 500
const cases = 4

let count = 0
const marked = (): string => `${mark}${String(++count).padStart(4, '0')}`

/** The same with a mark in place of every text that was typed; numbers, days, codes, ids and hashes stay. */
function markedIn<T>(value: T): T {
  if (typeof value === 'string') return (/^ZQ|[가-힣]/.test(value) ? marked() : value) as T
  if (Array.isArray(value)) return value.map(markedIn) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key.endsWith('Hash') ? `hash ${count}` : markedIn(one)]),
  ) as T
}

const number = (nth: number) => `2026-01${String(nth).padStart(2, '0')}`

function saveCaseAndSession(view: View, nth: number): void {
  const at = new Date(Date.UTC(2026, 10, nth)).toISOString()
  view.saveCase({ ...markedIn(filledCase), number: number(nth) } as unknown as CaseFile)
  const { attendees, ...session } = markedIn(filledSession)
  const own = attendees.slice(0, 1).map((one) => ({ ...one, caseNumber: number(nth) }))
  view.saveSession({ ...session, id: `${at.slice(0, 10)}-01`, startAt: at, attendees: own } as unknown as Session)
}

function saveRest(view: View): void {
  view.savePerson({ ...han, id: 'marked', name: marked(), email: `${marked()}@example.test` })
  view.saveSchool({ ...hill, id: 'marked', name: marked() })
  view.saveRoom({ ...room, id: 'marked', name: marked() })
  view.saveSettings({ ...settings, centre: marked(), contact: { phone: marked() } })
  const caseNumber = number(1)
  for (const owner of ['oh', caseNumber, marked()])
    view.saveDraft({ id: marked(), owner, kind: 'form', path: marked(), fields: [[marked(), marked()]], at: now })
  view.saveVisit({ hash: marked(), personId: 'han', startedAt: now, seenAt: now, from: marked(), device: marked() })
  const by = { by: 'seo', at: now }
  view.saveEntry('incidents', {
    ...{ id: marked(), ...by, knownAt: now, what: 'leak', description: marked(), caseNumbers: [caseNumber] },
    steps: [{ ...by, step: 'remark', text: marked() }],
  })
  view.saveEntry('inquiries', {
    id: marked(),
    ...by,
    asker: marked(),
    document: marked(),
    purpose: 'trial',
    caseNumber,
  })
  view.saveEntry('reviews', { id: marked(), month: '2026-10', ...by, remarks: marked(), entries: 1, lastHash: 'x' })
  view.saveEntry('messages', {
    ...{ id: marked(), way: 'mail', to: `${marked()}@example.test`, lang: 'ko', caseNumber, at: now },
    ...{ what: 'reminder', whose: 'youth', startAt: now, minutes: 50, place: marked(), sessionId: '2026-11-16-01' },
  })
  view.saveEntry('imports', { id: marked(), ...by, file: marked(), cases: [], takenBack: { ...by, why: marked() } })
  const set = { use: 'research', what: [], rows: 1 } as const
  view.saveEntry('exports', { id: marked(), ...by, purpose: marked(), ...set, what: [marked()] })
  view.saveEntry('editions', { id: 'intake.v9', survey: 'intake', version: 9, definition: { title: marked() }, ...by })
  view.saveEntry('releases', {
    ...{
      id: '2026-01',
      ...by,
      purpose: marked(),
      figures: [],
      crosses: [],
      outcome: false,
      from: '2019-2',
      to: '2020-2',
    },
    ...{ cutOff: '2026-11-16', threshold: 3, tables: { title: marked() }, declined: { ...by, why: marked() } },
  })
}

const test = suite('a dump of the database')
const bin = postgresPrograms()
const onDatabase = databases === undefined || bin === undefined ? test.skip : test

onDatabase('shows numbers and days, and nothing that was typed', async () => {
  const { store, admin = '', clock, close } = await aHouse(undefined, undefined, 'postgres')
  for (let nth = 1; nth <= cases || count < enough; nth++)
    await store.change((view) => done(saveCaseAndSession(view, nth)))
  await store.change((view) => done(saveRest(view)))
  // one that is erased again, with what is kept of it
  await store.change((view) => done(saveCaseAndSession(view, 25)))
  await store.change((view) => done(view.eraseCase(number(25))))
  await store.passing.keep(marked(), { file: marked() }, '2026-11-30T00:00:00.000Z')
  await store.passing.count(marked(), '2026-11-30T00:00:00.000Z')
  await store.log({ at: clock.now(), by: 'han', deed: 'x', caseNumber: number(1), decision: 'allowed', status: 200 })
  assert.ok(count > enough, `${count}`)
  assert.ok((await store.rows({ text: mark })).total >= cases, 'they are there')
  const dump = execFileSync(join(bin ?? '', 'pg_dump'), [admin], { maxBuffer: 2 ** 28 })
  const text = dump.toString()
  console.log(`    ${count} strings, ${Math.round(dump.length / 1024)} kB of dump`)
  assert.is(holdsMark(dump), false)
  for (const clear of [number(1), '2026-11-01-01', 'COPY saegil.log ', 'han']) assert.ok(text.includes(clear), clear)
  const [, passing = ''] = /COPY saegil\.passing [^\n]*\n([\s\S]*?)\n\\\./.exec(text) ?? []
  assert.is(passing.split('\n').length, 2, 'what passes within minutes is in it too')
  assert.not.ok(
    text.includes(number(25)) && /COPY saegil\.(cases|keys)[^\\]*2026-0125/.test(text),
    'nor an erased case',
  )
  await close()
})

test.run()
