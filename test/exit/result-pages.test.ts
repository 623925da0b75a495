// Over 150 lines because two pages are read from top to bottom.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile, IssuedSurvey } from '../../src/casefile/casefile.ts'
import { done } from '../../src/result.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { surveyIn, type Wave } from '../../src/surveys/waves.ts'
import { wholeAnswers } from '../support/answers.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { signed } from '../support/samples.ts'
import { aCaseInSessions } from '../support/stages.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

const number = '2026-0001'
const at = '2026-11-16T02:00:00.000Z'
const out = (wave: Wave, changes: Partial<IssuedSurvey> = {}): IssuedSurvey => ({
  ...{ id: `${wave}-1`, survey: surveyIn(wave), version: 1, wave, linkHash: `of-${wave}` },
  ...{ expiresAt: '2026-12-01T00:00:00.000Z', ...signed(), ...changes },
})
const whole = (wave: Wave, row: number) => wholeAnswers(newestOf(shipped, surveyIn(wave))!, row)
const hostile = '<img src=x onerror=alert(1)>\n\u202etxet'
const surveys: IssuedSurvey[] = [
  out('intake', {
    response: { at, lang: 'ko', answers: whole('intake', 4), seconds: 600, pages: { ctrl: 5, peer: 60 } },
  }),
  out('exit', {
    linkHash: undefined,
    response: {
      ...{ at, lang: 'ko', paper: { on: '2026-11-15', ...signed('bora') } },
      answers: { ...whole('exit', 5), emp: { emp1: 5, emp2: 'declined' }, talk: 'yes', message: hostile },
    },
  }),
  out('follow-up-1', { refused: at }),
  out('follow-up-3', { opened: at }),
]
const concerns: CaseFile['concerns'] = [
  { code: 'wants-to-talk', severity: 'urgent', from: 'survey', surveyId: 'exit-1', by: 'youth', at },
  { code: 'being-threatened', severity: 'urgent', from: 'survey', surveyId: 'follow-up-3-1', by: 'youth', at },
]

let house: TestHouse
let han: Visitor
const results = `/cases/${number}/surveys/results`
const pages = suite('what came back on surveys')
pages.before(async () => {
  const file = aCaseInSessions({ number, surveys, concerns })
  house = await aHouse((view) => view.saveCase(file))
  await house.store.change((view) => done(view.saveCase(aCaseInSessions({ number: '2026-0002', surveys: [] }))))
  han = await aVisitor(house).signIn('han')
})
pages.after(() => house.close())

/** The card of one scale, in words. */
const cardOf = (visitor: Visitor, name: string) =>
  [...visitor.document.querySelectorAll('.scale')].find((one) => one.querySelector('h4')?.textContent === name)
const wordsIn = (visitor: Visitor, name: string) => cardOf(visitor, name)?.textContent?.replace(/\s+/g, ' ') ?? ''

pages('a scale stands there as a line that says its values, and as a table with every number', async () => {
  await han.open(results)
  // agreeing to everything is 16/5, agreeing very much 17/5
  const label = cardOf(han, '자기 조절')?.querySelector('svg')?.getAttribute('aria-label')
  assert.is(label, '자기 조절, 1–5점. 사전 3.20, 사후 3.40, 1개월 점수 없음, 3개월 점수 없음, 6개월 점수 없음')
  assert.is(cardOf(han, '자기 조절')?.querySelectorAll('.way').length, 1)
  const words = wordsIn(han, '자기 조절')
  for (const one of ['높을수록 바라는 방향', '3.20', '5/5문항에 답함', '+0.20', '하지 않겠다고 함', '답을 기다리는 중'])
    assert.ok(words.includes(one), `${one} in ${words}`)
  assert.ok(words.includes('아직 묻지 않음'))
})

pages('what is missing is said in words, and no line leads there', async () => {
  await han.open(results)
  const words = wordsIn(han, '공감')
  assert.match(words, '답한 문항이 80%가 안 되어 점수를 내지 않음')
  assert.match(words, '1/5문항에 답함 · 답하고 싶지 않음 1 · 비워 둠 3')
  assert.is(cardOf(han, '공감')?.querySelectorAll('.way').length, 0)
})

pages('knowledge of the law is counted apart, and what is no outcome has no difference', async () => {
  await han.open(results)
  assert.match(wordsIn(han, '법 지식'), /맞음 ?틀림 ?모름 ?답하고 싶지 않음 ?비워 둠 ?맞은 비율/)
  assert.match(wordsIn(han, '법 지식'), '50%')
  for (const name of ['정서적 어려움', '상담 만족']) {
    assert.not.match(wordsIn(han, name), '사전과의 차이')
    assert.not.match(wordsIn(han, name), /[+−]\d/)
  }
  han.mustSee('변화로 보지 않는 점수', '상담의 결과로 보지 않으며')
})

pages('nothing on it is a verdict: the same words as ever, no label, no colour of good or bad', async () => {
  await han.open(results)
  han.mustSee('위험을 재는 것이 아니며', '학교와 보호자에게 알리지 않습니다')
  assert.not.match(han.words, /위험군|고위험|저위험|정상|비정상|개선|악화|양호|우수|불성실/)
  assert.is(han.document.querySelectorAll('main .good, main .bad, main .care').length, 0)
  const english = await aVisitor(house).inEnglish().signIn('han')
  await english.open(results)
  assert.not.match(english.words, /high risk|low risk|\bnormal\b|improved|deteriorated|careless|unreliable answers/i)
})

pages('how each was answered stands beside it in a few words', async () => {
  await han.open(results)
  const lines = [...han.document.querySelectorAll('.stack tbody tr')].map((one) => one.textContent)
  assert.match(lines[0]!, '빠른 쪽 1')
  assert.match(lines[1]!, '비워 둠 3')
  assert.match(lines[2]!, '하지 않겠다고 함')
})

pages('a case of which nothing came back says so', async () => {
  await han.open('/cases/2026-0002/surveys/results')
  han.mustSee('아직 답한 설문이 없습니다')
  assert.is(han.document.querySelectorAll('.scale').length, 0)
})

pages('one survey is read in the words that were asked, with way, version and language', async () => {
  await han.open(`/cases/${number}/surveys/exit-1`)
  han.mustSee('사후 설문의 답', '2026-11-15 (일)', '이보라', '종이', '1판', '한국어')
  han.mustSee('종이에 적어 시간을 재지 않았습니다')
  const asked = newestOf(shipped, 'exit')!.definition.pages[0]!
  han.mustSee(asked.title.default, asked.elements[0]!.title.default, asked.elements[0]!.rows![0]!.text.default)
  await han.open(`/cases/${number}/surveys/exit-1?words=en`)
  han.mustSee(asked.title.en, asked.elements[0]!.rows![0]!.text.en)
  await han.open(`/cases/${number}/surveys/exit-1?words=__proto__`)
  han.mustSee(asked.title.default)
})

pages('whatever was typed is text, and stands by itself', async () => {
  await han.open(`/cases/${number}/surveys/exit-1`)
  assert.match(han.text, '&lt;img src=x onerror=alert(1)&gt;')
  assert.is(han.document.querySelectorAll('main img, main script').length, 0)
  const typed = [...han.document.querySelectorAll('dd .typed')].find((one) => one.textContent?.includes('onerror'))
  assert.is(typed?.getAttribute('dir'), 'auto')
})

pages('what was asked for safety stands in a block of its own, with what it raised', async () => {
  await han.open(`/cases/${number}/surveys/exit-1`)
  const block = han.document.querySelector('.safety')?.textContent ?? ''
  assert.match(block, '오늘 누군가와 이야기하고 싶나요?')
  assert.match(block, '해결 전')
  const others = [...han.document.querySelectorAll('.asked-page.card')].map((one) => one.textContent).join()
  assert.not.match(others, '오늘 누군가와 이야기하고 싶나요?')
})

pages('how it was answered is counted, with how each count comes about, and called no verdict', async () => {
  await han.open(`/cases/${number}/surveys/intake-1`)
  han.mustSee(
    '판단이 아닙니다',
    '10분 0초',
    '2쪽 가운데 1쪽: 멈추고 생각하기',
    '한 문항에 평균 2초가 안 걸린',
    '학교에 알리지 않습니다',
  )
})

pages('without answers it says where it stands, and what was raised on the way', async () => {
  await han.open(`/cases/${number}/surveys/follow-up-1-1`)
  han.mustSee('청소년이 이 설문은 하지 않겠다고 했습니다')
  await han.open(`/cases/${number}/surveys/follow-up-3-1`)
  han.mustSee('보내기 전의 답은 아무도 보지 않으며', '이 답으로 알린 것')
})

pages('what is not there is not there; what is not theirs looks the same', async () => {
  for (const id of ['exit-9', '__proto__', 'constructor', '%3Cscript%3E']) {
    await han.open(`/cases/${number}/surveys/${id}`)
    assert.is(han.status, 404, id)
  }
  for (const who of ['bora', 'oh', 'ma', 'yoo']) {
    const other = await aVisitor(house).signIn(who)
    for (const path of [results, `/cases/${number}/surveys/exit-1`]) {
      await other.open(path)
      assert.ok([403, 404].includes(other.status), `${who} ${path} ${other.status}`)
    }
  }
})

pages.run()
