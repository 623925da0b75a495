import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CaseFile } from '../src/casefile/casefile.ts'
import type { Session } from '../src/casefile/session.ts'
import { done } from '../src/result.ts'
import { openEmbeddedStore } from '../src/store/embedded.ts'
import { summaries } from '../src/summaries.ts'
import { wallClock } from '../src/time/clock.ts'
import { plusDays } from '../src/time/days.ts'
import { filledCase, filledSession } from '../test/support/filled-case.ts'
import { freshFolder } from '../test/support/folder.ts'
import { aDatabase } from '../test/support/postgres.ts'
import { cast, hill, river, room, settings } from '../test/support/samples.ts'

/*
 * How long a move of many cases takes, into a database and back into another folder, and how much memory. Each case has
 * everything in it that a case file can hold, and sessions on days of its own. Prints how long each way took.
 *
 *   CASES=10000 SESSIONS=4 DATABASE_URL=… node --import tsx bench/move.ts
 */

const cases = Number(process.env.CASES ?? 10_000)
const sessions = Number(process.env.SESSIONS ?? 4)
const lines = cases * 5
const perChange = 250

const numberOf = (nth: number) => `${2019 + (nth % 8)}-${String(Math.floor(nth / 8) + 1).padStart(4, '0')}`
const caseOf = (nth: number): CaseFile => ({ ...(filledCase as unknown as CaseFile), number: numberOf(nth) })

/** Counsellor, room and youth are each their own, so that nobody is anywhere twice. */
function sessionsOf(nth: number): Session[] {
  const [first] = filledSession.attendees
  return Array.from({ length: sessions }, (_, at) => {
    const on = plusDays('2019-01-02', (nth + at * 311) % 2800)
    const place = Math.floor((nth + at * 311) / 2800) * sessions + at + 1
    return {
      ...(filledSession as unknown as Session),
      ...{ id: `${on}-${String(place).padStart(2, '0')}`, startAt: `${on}T05:00:00.000Z` },
      ...{ counsellorId: `c${nth}`, roomId: `r${nth}`, attendees: [{ ...first!, caseNumber: numberOf(nth) }] },
    }
  })
}

async function fill(place: { dir: string; keyFile: string }): Promise<void> {
  const store = await openEmbeddedStore({ ...place, summaries, clock: wallClock, patience: 600_000 })
  await store.change((view) => {
    for (const person of cast) view.savePerson(person)
    for (const school of [hill, river]) view.saveSchool(school)
    view.saveRoom(room)
    view.saveSettings(settings)
    for (let nth = 0; nth < cases; nth++) for (const session of sessionsOf(nth)) view.saveSession(session)
    return done(undefined)
  })
  for (let from = 0; from < cases; from += perChange)
    await store.change((view) => {
      for (let nth = from; nth < Math.min(from + perChange, cases); nth++) view.saveCase(caseOf(nth))
      return done(undefined)
    })
  const entry = { at: wallClock.now(), by: 'han', deed: 'open a case', decision: 'allowed', status: 200 } as const
  await Promise.all(Array.from({ length: lines }, () => store.log(entry)))
  await store.close()
}

const place = freshFolder()
const began = performance.now()
await fill(place)
console.log(`made ${cases} cases in ${((performance.now() - began) / 1000).toFixed(0)} s`)
const { connect } = await aDatabase()
const database = String(connect.connectionString)

/** The most memory that a process had so far, in MB; Linux tells. */
const peakOf = (pid: number | undefined): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1e3
  } catch {
    return 0
  }
}

/** One way, by the command in a process of its own; the hash of what arrived. */
async function timed(what: string, from: string, to: string): Promise<string | undefined> {
  const start = performance.now()
  const script = new URL('../scripts/move.ts', import.meta.url).pathname
  const child = spawn(process.execPath, ['--import', 'tsx', script, '--from', from, '--to', to], {
    env: { ...process.env, KEY_FILE: place.keyFile },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let [said, most] = ['', 0]
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const watch = setInterval(() => {
    most = Math.max(most, peakOf(child.pid))
  }, 200)
  const [code] = await once(child, 'close')
  clearInterval(watch)
  const seconds = (performance.now() - start) / 1000
  if (code !== 0) throw new Error(`${what} failed`)
  console.log(
    `${what}: ${seconds.toFixed(0)} s, ${(cases / seconds).toFixed(0)} cases a second, ${most.toFixed(0)} MB at most`,
  )
  console.log(said.split('\n')[0])
  return /: ([0-9a-f]{64})$/m.exec(said)?.[1]
}

const there = await timed('folder to database', place.dir, database)
const back = await timed('database to folder', database, `${place.dir}-back`)
console.log(there === back ? `equal: ${there}` : 'NOT EQUAL')
process.exitCode = there === back ? 0 : 1
