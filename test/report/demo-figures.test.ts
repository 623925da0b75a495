// Over 150 lines because the tables of the paper and the records behind them are looked at in one store, which takes long to fill.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fillDemo } from '../../scripts/demo/fill.ts'
import type { CaseFile, Interview } from '../../src/casefile/casefile.ts'
import type { Facts } from '../../src/casefile/facts.ts'
import { journalHolds } from '../../src/casefile/journal.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import { definitions, figureIds } from '../../src/report/figures.ts'
import type { Filter } from '../../src/report/filter.ts'
import { done, refused } from '../../src/result.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { summaries } from '../../src/summaries.ts'
import { readAnswers } from '../../src/surveys/answers.ts'
import { completed } from '../../src/surveys/completion.ts'
import { shipped, surveyOf } from '../../src/surveys/shelf.ts'
import { freshFolder } from '../support/folder.ts'
import { clock, now } from '../support/samples.ts'
import { published, tallyIn } from './of-facts.ts'

const { dir, keyFile } = freshFolder()
const store = await openEmbeddedStore({ dir, keyFile, summaries, clock })
await fillDemo(store, now)

/** The period of the results paper of 2021. */
const period = { from: '2019-09-01', to: '2020-12-31' }

async function figures(filter: Filter = period) {
  const facts: Facts[] = []
  for await (const one of store.facts()) facts.push(one)
  return definitions.map((definition) => tallyIn(definition, facts, filter))
}

async function pastFiles(): Promise<CaseFile[]> {
  const { rows } = await store.rows({ stages: ['closed'] }, { from: 0, most: 1000 })
  const files = await Promise.all(rows.map(({ number }) => store.caseFile(number)))
  return files.filter((file) => file !== undefined && file.referral.on <= period.to) as CaseFile[]
}

const all = await figures()
const figureOf = (id: string) => all.find((one) => one.id === id)!
const percents = (id: string, codes: string[]) =>
  codes.map((code) => figureOf(id).rows.find((row) => row.code === code)?.percent)

const paper = suite('the figures of the paper')

paper('91 youths, and 1,323 sessions, at least 10 for each', async () => {
  assert.equal([figureOf('school-level').base, figureOf('sessions-held').base], [91, 1323])
  const held = await Promise.all((await pastFiles()).map(async ({ number }) => (await store.sessionsOf(number)).length))
  assert.is(held.length, 91)
  assert.ok(Math.min(...held) >= 10)
})

paper('63 in a hundred were at middle school', () => {
  assert.equal(percents('school-level', ['middle']), [63])
})

paper('main motives of 91 youths: 21 19 19 16 10 4', () => {
  const printed = ['not-serious', 'fun', 'curiosity', 'impulse', 'imitation', 'thought-agreed']
  assert.equal(percents('motive', printed), [21, 19, 19, 16, 10, 4])
  assert.equal([figureOf('motive').base, figureOf('motive').unit, figureOf('motive').missing], [91, 'youths', 0])
})

paper('kinds of act, of all answers: 43 19 11 6', () => {
  const printed = ['posting-sharing', 'illegal-filming', 'possession', 'synthetic-distribution']
  assert.equal(percents('perpetration-type', printed), [43, 19, 11, 6])
  assert.is(figureOf('perpetration-type').unit, 'answers')
  assert.ok(figureOf('perpetration-type').base > 91)
})

paper('channels, of all answers: 41 19 16', () => {
  assert.equal(percents('channel', ['sns', 'site', 'messenger']), [41, 19, 16])
})

paper('prints the base of each of its tables', () => {
  const bases = ['school-level', 'motive', 'perpetration-type', 'channel'].map((id) => figureOf(id))
  assert.equal(
    bases.map(({ base, youths, unit, missing }) => [base, youths, unit, missing]),
    [
      [91, 91, 'youths', 0],
      [91, 91, 'youths', 0],
      [120, 91, 'answers', 0],
      [110, 91, 'answers', 0],
    ],
  )
})

paper('nothing about motives comes to 96 in a hundred, in any period, level or basis', async () => {
  const filters: Filter[] = [
    ...[{}, period, { from: '2020-01-01', to: '2020-12-31' }, { from: '2021-01-01' }],
    ...codesOf('schoolLevel').map((schoolLevel) => ({ ...period, schoolLevel })),
    ...codesOf('referralBasis').map((basis) => ({ ...period, basis })),
  ]
  for (const filter of filters)
    for (const { id, rows } of await figures(filter))
      if (id.startsWith('motive'))
        assert.not.ok(
          rows.some(({ percent }) => percent === 96),
          `${id} ${JSON.stringify(filter)}`,
        )
})

paper('as published, the same shares stand wherever a number may be seen', async () => {
  const facts: Facts[] = []
  for await (const one of store.facts()) facts.push(one)
  const choice = { figures: [...figureIds], crosses: [], outcome: false, from: '2019-2', to: '2020-2' }
  const shown = published(choice, facts, 5, []).figures
  for (const { id, base, rows } of shown)
    for (const { code, count, percent } of rows) {
      const real = figureOf(id).rows.find((row) => row.code === code)
      assert.ok(count === null || (count === real?.count && (real?.youths ?? 0) >= 5), `${id} ${code}`)
      assert.ok(percent === null || (percent === real?.percent && base === figureOf(id).base), `${id} ${code}`)
    }
  const motive = shown.find(({ id }) => id === 'motive')
  // four of 91 are no number for others
  assert.is(motive?.rows.find(({ code }) => code === 'thought-agreed')?.count, null)
  assert.equal([motive?.base, motive?.rows.find(({ code }) => code === 'not-serious')?.percent], [91, 21])
})

const records = suite('the records behind them')

records('every journal is whole, and every answered survey is one that a youth could have sent', async () => {
  const files = await pastFiles()
  for (const file of files) assert.ok(journalHolds(file), file.number)
  const responses = files.flatMap(({ surveys }) => surveys.filter(({ response }) => response))
  const asked = (wave: string) => responses.filter((one) => one.wave === wave).length
  assert.equal([asked('intake'), asked('exit')], [91, 91 - 9])
  // fewer each time
  const later = ['follow-up-1', 'follow-up-3', 'follow-up-6'].map(asked)
  assert.ok(
    later.every((count, at) => count > 0 && count <= (later[at - 1] ?? 91)),
    later.join(),
  )
  for (const { survey, version, response } of responses)
    assert.ok(readAnswers(surveyOf(shipped, survey, version)!, response?.answers).ok)
  for (const { survey, version, response } of [responses[0]!, responses[1]!]) {
    const whole = completed(surveyOf(shipped, survey, version)!, response!.answers)
    assert.equal(whole, { ok: true, value: response!.answers })
  }
})

records('live cases stand at every stage, and none of them changes the paper’s figures', async () => {
  for (const stage of ['referral', 'waiting', 'returned', 'declined', 'consent', 'intake', 'sessions', 'exit'] as const)
    assert.ok((await store.rows({ stages: [stage] })).total > 0, stage)
  assert.ok((await figures({ from: '2021-01-01', to: '2099-12-31' }))[0]!.base > 0)
})

records('another main motive and another kind of act change exactly the figures that count them', async () => {
  const { number } = (await pastFiles()).find(({ interview }) => interview?.motives.coded.main === 'not-serious')!
  const changed = await store.change(async (view) => {
    const file = await view.caseFile(number)
    if (!file?.interview) return refused({ reason: 'changed-meanwhile' })
    const { interview } = file
    const { coded } = interview.motives
    const other: Interview = {
      ...interview,
      motives: { ...interview.motives, coded: { all: [...new Set([...coded.all, 'money'])], main: 'money' } },
      types: [...interview.types, 'coercion'],
    }
    return done(view.saveCase({ ...file, interview: other }))
  })
  assert.ok(changed.ok)
  const after = await figures()
  const differ = after.filter((figure, at) => JSON.stringify(figure) !== JSON.stringify(all[at])).map(({ id }) => id)
  assert.equal(differ, ['motive', 'motive-all', 'perpetration-type'])
  const motive = after.find(({ id }) => id === 'motive')!
  assert.equal([motive.base, motive.rows.find(({ code }) => code === 'not-serious')?.percent], [91, 20])
  assert.is(after.find(({ id }) => id === 'perpetration-type')!.base, figureOf('perpetration-type').base + 1)
})

records.after(() => store.close())
paper.run()
records.run()
