// Over 150 lines because a paper is typed in here in every way in which one may be right or wrong.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { journalHolds } from '../../src/casefile/journal.ts'
import { enterSurvey } from '../../src/intake/answer-survey.ts'
import { issueSurvey } from '../../src/intake/issue-survey.ts'
import { done } from '../../src/result.ts'
import type { Definition } from '../../src/surveys/definition.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { signed } from '../support/samples.ts'
import { aCaseInSessions } from '../support/stages.ts'
import { aHastyVisitor, aVisitor, type Visitor } from '../support/visitor.ts'

/* Sunday, 22 November 2026. Each test has a case of its own, Han's, whose intake survey is out on paper. */

let house: TestHouse
let han: Visitor
const test = suite('a paper typed in')
test.before(async () => {
  house = await aHouse()
  han = await aHastyVisitor(house).signIn('han')
})
test.after(() => house.close())

const onPaper = (number: string, changes: Partial<CaseFile> = {}): CaseFile => {
  const file = aCaseInSessions({ number, surveys: [], concerns: [], ...changes })
  const issued = issueSurvey(file, { wave: 'intake' }, 1, signed('han', '2026-11-20T01:00:00.000Z'))
  if (!issued.ok) throw new Error('not issued')
  return issued.value
}
let count = 0
async function aPaper(): Promise<string> {
  const number = `2026-04${String(++count).padStart(2, '0')}`
  await house.store.change((view) => done(view.saveCase(onPaper(number))))
  await signedIn(house)
  return number
}
const fileOf = async (number: string) => (await house.store.caseFile(number)) as CaseFile
const pathOf = (number: string) => `/cases/${number}/surveys/intake-1/paper`
const send = (number: string, body: string) =>
  ask(house, 'han', 'POST', pathOf(number), { headers: { ...ownPage, ...asForm }, body })
const at = (name: string) => han.document.querySelector(`input[name="${name}"]:checked`)?.getAttribute('value')
/** Ticks a box of the form by its field and value. */
function mark(name: string, value: string): void {
  const box = han.document.querySelector(`input[name="${name}"][value="${value}"]`) as unknown as { checked: boolean }
  box.checked = true
}

test('has a group with its question for every question, and a box for what was left blank', async () => {
  const number = await aPaper()
  // each page that this one is given is looked at as HTML
  const careful = await aVisitor(house).signIn('han')
  await careful.open(pathOf(number))
  await careful.press('입력 마치기')
  assert.is(careful.status, 422)
  await han.open(pathOf(number))
  const groups = [...han.document.querySelectorAll('fieldset > legend')].map((one) => one.textContent ?? '')
  assert.ok(groups.some((legend) => legend.startsWith('1. ')) && groups.length > 15)
  const unnamed = [...han.document.querySelectorAll('td input')].filter((one) => !one.getAttribute('aria-labelledby'))
  assert.is(unnamed.length, 0)
  assert.is(at('psev.psev1'), '')
})

test('becomes a response that says so: by whom, when, and of which day', async () => {
  const number = await aPaper()
  await han.open(pathOf(number))
  await han.fill('종이에 답한 날', '2026-11-21').choose('종이의 언어', 'English')
  mark('psev.psev1', '4')
  mark('psev.psev2', 'declined')
  mark('motives', 'fun')
  await han.press('입력 마치기')
  han.mustSee('종이에 적힌 답을 입력했습니다.', '2026-11-21 (토)에 종이에 적음', '영어')
  const file = await fileOf(number)
  const paper = { by: 'han', at: '2026-11-22T01:00:00.000Z', on: '2026-11-21' }
  assert.equal(file.surveys[0]?.response, {
    ...{ at: paper.at, lang: 'en', paper },
    answers: { psev: { psev1: 4, psev2: 'declined' }, motives: ['fun'] },
  })
  assert.is(file.journal.at(-1)?.deed, 'survey-entered')
  assert.ok(journalHolds(file))
  await han.open(pathOf(number))
  assert.is(han.path, `/cases/${number}/surveys`, 'it is typed in once')
})

test('comes back whole with 422 when something is wrong, with the problem at its field', async () => {
  const number = await aPaper()
  await han.open(pathOf(number))
  await han.fill('종이에 답한 날', '2026-11-23')
  mark('psev.psev1', '4')
  mark('motives', 'fun')
  mark('motive', 'curiosity')
  await han.press('입력 마치기')
  assert.is(han.status, 422)
  han.mustSee('앞 질문에서 고른 것 가운데 하나여야 합니다.')
  assert.ok(han.document.querySelector('.problems a[href="#motive"]'))
  assert.equal([at('psev.psev1'), at('motives'), at('motive')], ['4', 'fun', 'curiosity'])
  mark('motive', 'fun')
  await han.press('입력 마치기')
  assert.is(han.status, 422)
  han.mustSee('오늘이나 그 전의 날짜를 적어 주십시오.')
  assert.equal([at('psev.psev1'), at('motive')], ['4', 'fun'])
  assert.is((await fileOf(number)).surveys[0]?.response, undefined)
})

test('not of a day before the youth agreed to surveys, nor without one answer', async () => {
  const number = await aPaper()
  const day = async (on: string) => (await send(number, `filledOn=${on}&filledIn=ko&psev.psev1=4`)).text()
  assert.match(await day('2026-11-15'), '2026-11-16부터의 날짜를 적어 주십시오.')
  assert.match(await (await send(number, 'filledOn=2026-11-21&filledIn=ko')).text(), '입력한 답이 없습니다.')
  // handed out by hand four days before anybody noted it
  assert.is((await send(number, 'filledOn=2026-11-16&filledIn=ko&psev.psev1=4')).status, 303)
})

test('raises the concern of an answer on safety, tells at once, and starts the clock', async () => {
  const number = await aPaper()
  await han.open(pathOf(number))
  await han.fill('종이에 답한 날', '2026-11-22')
  mark('self-harm', questionsOf('self-harm'))
  await han.press('입력 마치기')
  assert.is(han.path.split('?')[0], `/cases/${number}`)
  han.mustSee('도움이 필요하다는 답이 있어 바로 알렸습니다.')
  const { concerns } = await fileOf(number)
  assert.equal(
    concerns.map(({ code, severity, from, surveyId, by }) => [code, severity, from, surveyId, by]),
    [['self-harm', 'urgent', 'survey', 'intake-1', 'han']],
  )
  const alarms = (await house.store.entries('alarms')).filter(({ caseNumber }) => caseNumber === number)
  assert.equal(
    alarms.map(({ surveyId, to }) => [surveyId, [...to].sort()]),
    [['intake-1', ['han', 'seo']]],
  )
})

/** An answer that calls for help. */
function questionsOf(name: string): string {
  const all = newestOf(shipped, 'intake')?.definition.pages.flatMap(({ elements }) => elements) ?? []
  return all.find((one) => one.name === name)?.safety?.answers[0] ?? ''
}

test('half of it that was answered by link is gone with it, and the link is spent', async () => {
  const number = await aPaper()
  const draft = { id: `survey-${number}-intake-1`, owner: number, kind: 'survey' as const, fields: [], at: signed().at }
  await house.store.change((view) => done(view.saveDraft(draft)))
  await send(number, 'filledOn=2026-11-21&filledIn=ko&psev.psev1=4')
  assert.equal(await house.store.drafts(number), [])
  assert.is((await send(number, 'filledOn=2026-11-21&filledIn=ko&psev.psev1=5')).status, 422)
  assert.equal((await fileOf(number)).surveys[0]?.response?.answers, { psev: { psev1: 4 } })
})

test('whatever no paper has is stored nowhere', async () => {
  const number = await aPaper()
  const head = 'filledOn=2026-11-21&filledIn=ko'
  for (const body of ['psev.psev1=9', 'psev.psev1=__proto__', 'motives=fun&motives=declined', 'hopes=120302-3123456'])
    assert.is((await send(number, `${head}&${body}`)).status, 422, body)
  for (const body of ['__proto__=1&constructor=2', 'psev.psev99=1&x=y', 'psev=4', Array(390).fill('z=1').join('&')])
    assert.is((await send(number, `${head}&${body}`)).status, 422, body.slice(0, 40))
  assert.is((await send(number, `${head}&${Array(500).fill('psev.psev1=4').join('&')}`)).status >= 400, true)
  assert.is((await fileOf(number)).surveys[0]?.response, undefined)
})

test('is of the version that stands on the paper, whatever was published since', async () => {
  const number = await aPaper()
  const first = newestOf(shipped, 'intake')?.definition
  const definition = JSON.parse(JSON.stringify(first)) as Definition
  definition.pages[0]!.title.default = '새로 고친 쪽'
  const edition = { id: 'intake.v2', survey: 'intake', version: 2, definition, ...signed('seo') }
  await house.store.change((view) =>
    done(view.saveEntry('editions', { ...edition, published: signed('seo') } as never)),
  )
  await han.open(pathOf(number))
  assert.not(han.sees('새로 고친 쪽'))
  await han.follow('2판 종이 입력')
  han.mustSee('새로 고친 쪽')
  await han.fill('종이에 답한 날', '2026-11-21')
  mark('psev.psev1', '4')
  await han.press('입력 마치기')
  assert.is((await fileOf(number)).surveys[0]?.version, 2)
  const other = await aPaper()
  assert.is((await send(other, 'filledOn=2026-11-21&filledIn=ko&psev.psev1=4&paperVersion=9')).status, 404)
})

test('not once the consent was taken back, the survey revoked, or the case closed', () => {
  const file = onPaper('2026-0001')
  const paper = { answers: { psev: { psev1: 4 } }, lang: 'ko' as const, on: '2026-11-20' }
  const reason = (one: CaseFile) => {
    const entered = enterSurvey(one, 'intake-1', paper, signed('han', '2026-11-22T01:00:00.000Z'))
    return entered.ok ? 'done' : entered.refusals[0]?.reason
  }
  const consents = file.consents.map((one) => ({ ...one, withdrawn: { ...signed(), on: '2026-11-21' } }))
  assert.is(reason({ ...file, consents }), 'before-consent')
  assert.is(reason({ ...file, closings: [{ on: '2026-11-21', reason: 'moved', ...signed() }] }), 'case-closed')
  const surveys = file.surveys.map((one) => ({ ...one, revoked: signed() }))
  assert.is(reason({ ...file, surveys }), 'changed-meanwhile')
  assert.is(reason(file), 'done')
})

test.run()
