// Over 150 lines because what stands in a data set, and what must never, is looked at variable by variable.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { DataRow } from '../../src/casefile/data.ts'
import { lists } from '../../src/codebook/codebook.ts'
import { everyVariable, lineOf, variablesOf } from '../../src/report/data-set.ts'
import { dataParts, missing, nameOf, quarterOf, type Variable } from '../../src/report/data-set-shape.ts'
import { type Definition, questionsOf, type Survey } from '../../src/surveys/definition.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { aCase, signed, summaries } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const intake = newestOf(shipped, 'intake') as Survey
const all = everyVariable(shipped)

const answered = (answers = wholeAnswers(intake), more: object = {}) =>
  aCaseUnderWay({
    surveys: [
      {
        ...{ id: 'intake-1', survey: 'intake', version: 1, wave: 'intake', linkHash: 'x', expiresAt: '', ...signed() },
        response: { at: '2026-11-10T02:00:00.000Z', lang: 'ko', answers, seconds: 700, ...more },
      },
    ],
  })
const rowOf = (file: Parameters<typeof summaries.data>[0]): DataRow => summaries.data(file, [], [])
/** What a variable says of a row. */
const says = (row: DataRow, name: string, variables: readonly Variable[] = all) =>
  lineOf(row, variables, 'y1')[variables.findIndex((one) => one.name === name)]

const names = suite('names of variables')
names('are taken by SPSS and R, and each is there once', () => {
  for (const { name } of all) assert.match(name, /^[a-z][a-z0-9_]{0,31}$/)
  assert.is(new Set(all.map(({ name }) => name)).size, all.length)
})
names('that are too long are cut and numbered, and never given twice', () => {
  const taken = new Set<string>()
  const long = 'in_a-name-that-goes-on-and-on-without-an-end'
  assert.equal(
    [nameOf(long, taken), nameOf(long, taken), nameOf('in_b', taken), nameOf('in-B', taken)],
    ['in_a_name_that_goes_on_and_on_wi', 'in_a_name_that_goes_on_and_on_2', 'in_b', 'in_b_2'],
  )
})
names('stay as they are when a version is added that asks something otherwise', () => {
  const definition = structuredClone(intake.definition) as Definition
  const [ctrl] = questionsOf({ ...intake, definition })
  if (ctrl?.rows?.[0]) ctrl.rows[0].text.default = '다른 말로 물어요.'
  const more = everyVariable([...shipped, { survey: 'intake', version: 2, definition }])
  const added = more.filter(({ name }) => !all.some((one) => one.name === name)).map(({ name }) => name)
  assert.equal(added, ['in_s_ctrl_v2', 'in_ctrl1_v2'])
  assert.equal(
    all.map(({ name }) => name),
    more.filter(({ name }) => !added.includes(name)).map(({ name }) => name),
  )
  const row = rowOf(answered())
  assert.equal([says(row, 'in_ctrl1', more), says(row, 'in_ctrl1_v2', more)], [4, missing.notApplicable])
  assert.equal([says(row, 'in_s_ctrl', more), says(row, 'in_s_ctrl_v2', more)], [3.2, missing.notApplicable])
  assert.equal(more.find(({ name }) => name === 'in_ctrl2')?.asked?.versions, ['intake.v1', 'intake.v2'])
})

const content = suite('what a data set never holds')
content('has no question about safety, in no version, and nothing written in free words', () => {
  for (const survey of shipped)
    for (const { name, safety, type } of questionsOf(survey))
      if (safety || type === 'comment' || type === 'text')
        assert.equal(
          all.filter(({ asked }) => asked?.question === name && asked.versions.includes(`${survey.survey}.v1`)),
          [],
          `${survey.survey} ${name}`,
        )
})
content('has no question that is put only to those who answered one about safety in a certain way', () => {
  const definition = structuredClone(intake.definition) as Definition
  const hidden = { type: 'boolean' as const, name: 'more', title: { default: '더', en: 'More' } }
  definition.pages.at(-1)?.elements.push({ ...hidden, visibleIf: "{talk} = 'yes'" })
  const more = everyVariable([{ survey: 'intake', version: 9, definition }])
  assert.equal(
    more.filter(({ name }) => name.startsWith('in_more')),
    [],
  )
})
content('has quarters, no days; bands, no ages; and neither school nor grade', () => {
  const row = rowOf(answered())
  const line = lineOf(row, all, 'y1')
  assert.is(says(row, 'referred_quarter'), '2026-Q4')
  assert.equal(
    line.filter((value) => typeof value === 'string'),
    ['y1', '2026-Q4', ''],
  )
  for (const word of ['grade', 'birth', 'school_id', 'district', 'counsellor', 'number'])
    assert.equal(
      all.filter(({ name }) => name.includes(word)),
      [],
      word,
    )
})
content('is of the parts that were asked for, under a random name', () => {
  for (const part of dataParts) assert.is(variablesOf([part], shipped)[0]?.name, 'id', part)
  const scores = variablesOf(['scores'], shipped).map(({ name }) => name)
  assert.ok(scores.includes('in_s_emp') && scores.includes('in_became'))
  assert.not.ok(scores.some((name) => name === 'in_emp1' || name === 'gender' || name.startsWith('c2_')))
})

content('nor what was answered to surveys by a youth who took back that consent, or for whom a guardian did', () => {
  const consent = { kind: 'survey', route: 'paper', textVersion: '1', answer: 'given', on: '2026-11-02' } as const
  const of = (giver: 'youth' | 'guardian', more: object = {}) =>
    rowOf({ ...answered(), consents: [{ ...consent, giver, ...signed(), ...more }] })
  const scored = all.filter(({ kind, name }) => name.startsWith('in_') && (kind === 'score' || name === 'in_ctrl1'))
  const withdrawn = { on: '2026-11-20', ...signed() }
  assert.is(says(of('youth'), 'in_ctrl1'), 4)
  for (const row of [of('youth', { withdrawn }), of('guardian', { withdrawn }), of('youth', { answer: 'refused' })])
    for (const { name } of scored) assert.is(says(row, name), missing.declined, name)
})

const values = suite('values of a data set')
values('are the numbers of the code lists', () => {
  const row = rowOf(aCase({ triage: [{ decision: 'accepted', ...signed('seo') }] }))
  const number = (list: keyof typeof lists, code: string) => lists[list].codes.find((one) => one.code === code)?.number
  assert.is(says(row, 'source'), number('referralSource', 'teacher'))
  assert.is(says(row, 'school_level'), number('schoolLevel', 'middle'))
  assert.is(says(row, 'age_band'), number('ageBand', '10-13'))
  assert.equal(
    ['measure_1', 'concern_abuse', 'minutes'].map((name) => says(row, name)),
    [0, 0, 0],
  )
})
values('say why there is none', () => {
  const row = rowOf(aCaseUnderWay())
  assert.is(says(row, 'motive'), missing.notCollected, 'no interview yet')
  assert.is(says(row, 'motive_fun'), missing.notCollected)
  assert.is(says(row, 'closure'), missing.notApplicable, 'open')
  assert.is(says(row, 'c2_motive'), missing.notApplicable, 'not coded a second time')
  assert.is(says(row, 'in_became'), missing.notApplicable, 'not handed out')
  assert.is(says(row, 'in_ctrl1'), missing.notApplicable)
  const odd = { ...row, facts: { ...row.facts, source: '=cmd|calc', gender: 'constructor' } }
  assert.equal([says(odd, 'source'), says(odd, 'gender')], [missing.unknown, missing.unknown])
})
values('of a survey are what was chosen; what was declined is not what was left open', () => {
  const answers: Record<string, unknown> = {
    ...wholeAnswers(intake),
    ctrl: { ctrl1: 'declined', ctrl2: 5, ctrl3: 1, ctrl4: 2 },
    acts: ['declined'],
  }
  Object.assign(answers, { law: { ...(answers.law as object), law1: 'right', law2: 'dont-know', law3: 'declined' } })
  const row = rowOf(answered(answers))
  assert.equal(
    ['in_ctrl1', 'in_ctrl2', 'in_ctrl5', 'in_law1', 'in_law2', 'in_law3'].map((name) => says(row, name)),
    [missing.declined, 5, missing.notCollected, 1, missing.unsure, missing.declined],
  )
  assert.is(says(row, 'in_acts_threat'), missing.declined)
  assert.is(says(row, 'in_s_ctrl'), missing.notCollected, 'too few were answered for a score')
  assert.equal(
    ['in_lang', 'in_paper', 'in_time', 'in_version'].map((name) => says(row, name)),
    [1, 0, 3, 1],
  )
})
values('of a box tell whether it was ticked, and a question that was not shown does not apply', () => {
  const acts = ['threat', 'posting-sharing']
  const row = rowOf(answered({ ...wholeAnswers(intake), acts }))
  assert.equal(
    ['in_acts_threat', 'in_acts_coercion'].map((name) => says(row, name)),
    [1, 0],
  )
  const hidden: Record<string, unknown> = { ...wholeAnswers(intake), acts: ['declined'] }
  delete hidden.ways
  assert.is(says(rowOf(answered(hidden)), 'in_ways_sns'), missing.notApplicable)
})
values('of a main motive have the number that the list gives it', () => {
  const row = rowOf(answered({ ...wholeAnswers(intake), motives: ['other'], motive: 'other' }))
  assert.is(says(row, 'in_motive'), 97)
})
values('of an erased case are its facts; of its answers is said that they are not kept', () => {
  const { facts } = rowOf(answered())
  const row = { facts: summaries.keptFacts(facts) }
  assert.equal(
    ['gender', 'in_became', 'in_s_emp', 'in_emp1', 'in_version', 'referred_quarter'].map((name) => says(row, name)),
    [1, 1, facts.surveys[0]?.scores?.EMP, missing.notCollected, missing.notCollected, '2026-Q4'],
  )
})
values('of a refused survey say so', () => {
  const file = answered()
  const surveys = file.surveys.map(({ response: _, ...one }) => ({ ...one, refused: '2026-11-10T00:00:00.000Z' }))
  const row = rowOf({ ...file, surveys })
  assert.equal(
    ['in_became', 'in_s_emp', 'in_emp1'].map((name) => says(row, name)),
    [2, missing.declined, missing.declined],
  )
})
values('know the quarters of a year', () => {
  assert.equal(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf), [
    ...['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4'],
  ])
})

names.run()
content.run()
values.run()
