// Over 150 lines because it is the whole way of an export, with all that must not be in it.
import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { dataParts } from '../../src/report/data-set-shape.ts'
import { formats } from '../../src/report/export.ts'
import { questionsOf, type Survey } from '../../src/surveys/definition.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { ko } from '../../views/words.ko.ts'
import { wholeAnswers } from '../support/answers.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { filledCase, filledSession } from '../support/filled-case.ts'
import { aHouse, factorsOf, type TestHouse } from '../support/house.ts'
import { entriesIn } from '../support/logged.ts'
import { seo } from '../support/samples.ts'
import { saveStages } from '../support/stages.ts'
import { aVisitor } from '../support/visitor.ts'

const x = ko.exports
let house: TestHouse
const intake = newestOf(shipped, 'intake') as Survey

/** Everything that can be kept of a youth, accepted and not restricted; safety answered so that somebody is told. */
const marked = {
  ...filledCase,
  surveys: filledCase.surveys.map((one) => ({
    ...one,
    refused: undefined,
    response: {
      ...one.response,
      answers: {
        ...wholeAnswers(intake),
        ...{ motives: ['other'], motive: 'other', 'motive-other': 'ZQOTHER', hopes: 'ZQHOPES' },
        ...{ 'safe-place': 'not-safe', 'self-harm': 'often', threatened: 'yes', talk: 'yes' },
      },
    },
  })),
} as unknown as CaseFile

const test = suite('exports')
test.before(async () => {
  house = await aHouse((view) => {
    saveStages(view)
    view.saveCase(marked)
    view.saveSession(filledSession)
    view.savePerson({ ...seo, id: 'lead-2', name: '강다온', email: 'l2@example.test', factors: factorsOf('lead-2') })
    const hash = createHash('sha256').update('lead-2').digest('base64url')
    const at = '2026-11-22T00:59:00.000Z'
    view.saveVisit({ hash, personId: 'lead-2', startedAt: at, seenAt: at, factorAt: at })
  })
  await signedIn(house)
})
test.after(() => house.close())

/** An authority gets nothing that youths answered. */
const partsFor = (use: string) => dataParts.filter((part) => use !== 'authority' || !['scores', 'items'].includes(part))
const everything = (use = 'programme') => {
  const fields = new URLSearchParams({ exportUse: use, exportPurpose: '2026년 결과 보고서' })
  for (const part of partsFor(use)) fields.append('exportParts', part)
  for (const format of formats) fields.append('exportFormats', format)
  return { headers: { ...ownPage, ...asForm }, body: fields.toString() }
}
/** Makes an export and waits until it is ready; where its page is. */
async function made(use?: string): Promise<string> {
  const to = (await ask(house, 'seo', 'POST', '/report/exports', everything(use))).headers.get('Location') ?? ''
  assert.match(to, /^\/report\/exports\/2026-\d\d$/)
  for (;;) {
    const text = await (await ask(house, 'seo', 'GET', `${to}/progress`)).text()
    if (!text.includes('hx-get')) return to
  }
}
const fetched = async (path: string, format: string) => {
  const answer = await ask(house, 'seo', 'POST', `${path}/file/${format}`, {
    headers: { ...ownPage, ...asForm },
    body: '',
  })
  assert.is(answer.status, 200, format)
  const body = Buffer.from(await answer.arrayBuffer())
  assert.is(answer.headers.get('Content-Length'), String(body.byteLength), format)
  return { headers: answer.headers, body }
}

test('are asked for with a purpose, made, and fetched from a page', async () => {
  const lead = await aVisitor(house).signIn('seo')
  await lead.open('/report/exports')
  await lead.press(x.make)
  assert.is(lead.status, 422)
  lead.mustSee(`${ko.fields.exportPurpose}: ${ko.reasons.missing}`)
  lead.choose(ko.fields.exportUse, x.uses.programme).fill(ko.fields.exportPurpose, '2026년 보고서')
  await lead.press(x.make)
  while (lead.document.querySelector('progress')) await lead.follow(x.reload)
  lead.mustSee('2026년 보고서', '청소년 3명')
  await lead.press(x.fetch.replace('{format}', x.formats.csv))
  assert.is(lead.headers.get('Content-Disposition'), 'attachment; filename="data-2026-11-22.csv"')
  assert.is(lead.headers.get('Cache-Control'), 'no-store')
  const [head = [], ...rows] = parse(lead.text, { bom: true }) as string[][]
  assert.is(rows.length, 3)
  assert.not.ok(head.includes('in_emp1'), 'items were not asked for')
  await lead.open('/report/exports')
  lead.mustSee('2026년 보고서', x.ready)
})

test('are on record: by whom, for what, how many rows, and when they were fetched', async () => {
  const path = await made('authority')
  const id = path.split('/').at(-1) ?? ''
  const before = await house.store.entry('exports', id)
  assert.equal(
    [before?.by, before?.use, before?.what, before?.rows, before?.fetchedAt],
    ['seo', 'authority', partsFor('authority'), 3, undefined],
  )
  await fetched(path, 'json')
  assert.is((await house.store.entry('exports', id))?.fetchedAt, house.clock.now())
  const whys = (await entriesIn(house)).filter(({ deed, why }) => deed === 'export the data' && why)
  assert.equal(
    whys.slice(-2).map(({ by, why, decision }) => [by, why, decision]),
    Array(2).fill(['seo', 'export-authority', 'allowed']),
  )
})

test('hold nothing that leads to somebody: no name, number, day or word, and nothing of a safety question', async () => {
  const path = await made()
  const kept = JSON.stringify(marked)
  const tell = {
    word: /ZQ/,
    phone: /010-0000/,
    day: /(?<!data-)20\d\d-\d\d-\d\d/,
    number: /2026-00\d\d/,
    answer: /not-safe|sometimes-not/,
  }
  for (const [what, pattern] of Object.entries(tell)) assert.match(kept, pattern, `nothing would be found of ${what}`)
  for (const format of formats) {
    const { body } = await fetched(path, format)
    const parts = format === 'xlsx' ? Object.values(unzipSync(body)).map((one) => strFromU8(one)) : [body.toString()]
    // a sheet's template has a moment of its own
    for (const part of parts)
      for (const [what, pattern] of Object.entries(tell)) assert.not.match(part, pattern, `${what} in ${format}`)
    for (const survey of shipped)
      for (const { safety, title, rows = [] } of questionsOf(survey))
        if (safety)
          for (const text of [title, ...rows.map((row) => row.text)])
            assert.not.ok(
              parts.some((part) => part.includes(text.default) || part.includes(text.en)),
              text.en,
            )
  }
})

test('are the same to the last value whatever a youth answered about safety, or wrote', async () => {
  const lines = async () =>
    (JSON.parse((await fetched(await made(), 'json')).body.toString()).rows as unknown[][])
      .map(([, ...rest]) => JSON.stringify(rest))
      .sort()
  const before = await lines()
  await house.store.change(async (view) => {
    const file = await view.caseFile(marked.number)
    const [survey] = file?.surveys ?? []
    if (!file || !survey?.response) throw new Error('no answers')
    const { hopes: _, ...others } = survey.response.answers
    const answers = { ...others, 'safe-place': 'safe', 'self-harm': 'no', threatened: 'declined', talk: 'no' }
    const concerns = file.concerns.filter(({ from }) => from !== 'survey')
    view.saveCase({ ...file, concerns, surveys: [{ ...survey, response: { ...survey.response, answers } }] })
    return { ok: true, value: undefined }
  })
  assert.equal(await lines(), before)
})

test('for research hold only those who agreed, and say how many are left out', async () => {
  const path = await made('research')
  assert.is(JSON.parse((await fetched(path, 'json')).body.toString()).rows.length, 0)
  const text = await (await ask(house, 'seo', 'GET', path)).text()
  assert.match(text, x.madeWithout.replace('{rows}', '0').replace('{n}', '3'))
  const { rows, leftOut } = (await house.store.entry('exports', path.split('/').at(-1) ?? '')) ?? {}
  assert.equal([rows, leftOut], [0, 3])
})

test('hold no restricted case that is kept from their maker, and say how many', async () => {
  const file = await house.store.caseFile(marked.number)
  const restricted = { to: ['han', 'lead-2'], why: 'x', by: 'lead-2', at: house.clock.now() }
  await house.store.change((view) => ({ ok: true, value: view.saveCase({ ...file!, restricted }) }))
  const path = await made()
  assert.is(JSON.parse((await fetched(path, 'json')).body.toString()).rows.length, 2)
  const { rows, keptBack } = (await house.store.entry('exports', path.split('/').at(-1) ?? '')) ?? {}
  assert.equal([rows, keptBack], [2, 1])
  assert.match(await (await ask(house, 'seo', 'GET', path)).text(), x.keptBack)
  await house.store.change((view) => ({ ok: true, value: view.saveCase(file!) }))
})

test('are fetched by their maker alone, and not after they are gone', async () => {
  const path = await made()
  for (const [who, at, status] of [
    ['seo', path, 200],
    ['lead-2', path, 422],
    ['seo', '/report/exports/2026-01', 422],
    ['seo', '/report/exports/2026-99', 404],
    ['yoo', path, 403],
    ['han', path, 403],
  ] as const) {
    const answer = await ask(house, who, 'POST', `${at}/file/csv`, { headers: { ...ownPage, ...asForm }, body: '' })
    assert.is(answer.status, status, `${who} ${at}`)
  }
  assert.match(await (await ask(house, 'seo', 'GET', '/report/exports/2026-01')).text(), x.gone)
})

test('that are watched keep no visit alive', async () => {
  const path = await made()
  const seen = async () => (await house.store.visitsOf('seo')).map(({ seenAt }) => seenAt)
  const at = house.clock.now()
  const before = await seen()
  house.clock.set('2026-11-22T01:04:00.000Z')
  assert.is((await ask(house, 'seo', 'GET', `${path}/progress`)).status, 200)
  assert.equal(await seen(), before)
  await ask(house, 'seo', 'GET', path)
  assert.not.equal(await seen(), before)
  house.clock.set(at)
})

test.run()
