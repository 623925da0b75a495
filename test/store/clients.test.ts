import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ChangeView } from '../../src/store/change-view.ts'
import { NotedReading } from '../../src/store/noted-reading.ts'
import { Reading } from '../../src/store/reading.ts'
import { meetingsOn } from './clients.ts'
import { wrongIn } from './meetings.ts'

/*
 * Two clients, one truth: random sequences of fifty changes by several clients at the same time on the embedded store
 * come out as they could on the plain model, one after the other. RUNS says how many, SEED which.
 */

const runs = Number(process.env.RUNS ?? 1_000)
const seed = Number(process.env.SEED ?? 7)

const test = suite('several clients at once')

test(`${runs} sequences, seed ${seed}: come out as if one had waited for the other`, async () => {
  const from = process.cpuUsage()
  const wrong = await wrongIn(runs, seed)
  if (wrong) assert.unreachable(wrong)
  const { user, system } = process.cpuUsage(from)
  console.log(`  ${runs} sequences, seed ${seed}: ${Math.round((user + system) / 1e6)} s of CPU`)
})

/** Does something while a method does something else. */
async function whileOther<T extends object>(of: T, name: keyof T, other: unknown, act: () => Promise<void>) {
  const own = of[name]
  Object.assign(of, { [name]: other })
  await act().finally(() => Object.assign(of, { [name]: own }))
}

test('a store that does not look whether changes have to do with one another is caught', () =>
  whileOther(
    ChangeView.prototype,
    'meets',
    () => false,
    async () => {
      assert.ok(await wrongIn(200, seed))
    },
  ))

const questions = [
  ...(['rows', 'caseFile', 'facts', 'session', 'diary', 'sessionsOf', 'people', 'schools', 'rooms'] as const),
  ...(['settings', 'draft', 'drafts', 'visit', 'visitsOf', 'entry', 'entries'] as const),
]
for (const question of questions)
  test(`a store that takes no note that ${question} was asked is caught`, () =>
    whileOther(NotedReading.prototype, question, Reading.prototype[question], async () => {
      assert.ok(await wrongIn(1_000, seed, meetingsOn(question)))
    }))

test.run()
