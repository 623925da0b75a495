import { Hono } from 'hono'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Site } from '../../src/web/site.ts'
import { aHouse } from './house.ts'
import { faultsIn } from './page-check.ts'
import { aVisitor } from './visitor.ts'

const page = (body: string) =>
  `<!doctype html>\n<html lang="ko"><head><meta charset="utf-8"><title>쪽</title></head><body><main><h1>쪽</h1>${body}</main></body></html>`

/** A site of one form that answers with what it was sent. */
function echo(form: string) {
  let sent: [string, string][] = []
  const site = new Hono<Site>()
  site.get('/', (c) => c.html(page(`<form method="post" action="/sent">${form}</form>`)))
  site.post('/sent', async (c) => {
    sent = [...new URLSearchParams(await c.req.text())]
    return c.redirect('/', 303)
  })
  return { visitor: aVisitor({ site }), sent: () => sent }
}

const test = suite('a visitor with scripts off')

test('signs in through the page and is let out again', async () => {
  const house = await aHouse()
  const visitor = aVisitor(house)
  await visitor.open('/referrals/new')
  assert.is(visitor.path, '/sign-in?to=%2Freferrals%2Fnew')
  await visitor.signIn('han')
  await visitor.open('/referrals/new')
  assert.is(visitor.status, 200)
  await visitor.press('로그아웃')
  await visitor.open('/referrals/new')
  assert.match(visitor.path, /^\/sign-in/)
  await house.close()
})

test('sends what stands in the form, found by the words at it', async () => {
  const { visitor, sent } = echo(`<input type="hidden" name="kept" value="7">
<label for="name">성명 <small class="optional">(선택)</small></label><input id="name" name="name" type="text">
<label for="level">학교급</label><select id="level" name="level"><option value="">골라 주십시오</option><option value="middle">중학교</option></select>
<fieldset><legend>성별</legend><label><input type="radio" name="gender" value="male"> 남</label><label><input type="radio" name="gender" value="female"> 여</label></fieldset>
<fieldset><legend>유형</legend><label><input type="checkbox" name="types" value="a"> 가</label><label><input type="checkbox" name="types" value="b" checked> 나</label></fieldset>
<label for="why">사유</label><textarea id="why" name="why"></textarea>
<button name="next" value="check">다음</button><button name="next" value="later">나중에</button>`)
  await visitor.open('/')
  visitor
    .fill('성명', '민준')
    .choose('학교급', '중학교')
    .choose('성별', '남')
    .tick('유형', '가')
    .fill('사유', '첫째\n둘째')
  await visitor.press('다음')
  assert.equal(sent(), [
    ['kept', '7'],
    ['name', '민준'],
    ['level', 'middle'],
    ['gender', 'male'],
    ['types', 'a'],
    ['types', 'b'],
    ['why', '첫째\r\n둘째'],
    ['next', 'check'],
  ])
})

test('cannot fill a field that has no label, nor press a button that is not there', async () => {
  const { visitor } = echo('<label for="a">하나</label><input id="a" name="a" type="text"><button>보내기</button>')
  await visitor.open('/')
  assert.throws(() => visitor.fill('둘', 'x'), /There are: “하나”/)
  let said = ''
  await visitor.press('지우기').catch((error: Error) => {
    said = error.message
  })
  assert.match(said, '“보내기”')
})

test('fails on a page that is not sound', async () => {
  const { visitor } = echo('<input name="a" type="text"><button>보내기</button>')
  let said = ''
  await visitor.open('/').catch((error: Error) => {
    said = error.message
  })
  assert.match(said, 'input-missing-label')
})

test.run()

const sound = suite('what is wrong with a page')

const wrong: [rule: string, body: string][] = [
  ['no-implicit-close', '<div><p>left open</div>'],
  ['close-order', '<p><strong>crossed</p></strong>'],
  ['no-dup-id', '<p id="a">1</p><p id="a">2</p>'],
  ['input-missing-label', '<input type="text" name="a">'],
  ['aria-label-misuse', '<div aria-label="x">x</div>'],
  ['no-missing-references', '<p aria-describedby="gone">x</p>'],
  ['heading-level', '<h3>jumped</h3>'],
  ['no-inline-style', '<p style="color:red">x</p>'],
  ['element-permitted-content', '<ul><div>x</div></ul>'],
  ['wcag/h37', '<img src="/a.svg">'],
]
for (const [rule, body] of wrong)
  sound(`finds ${rule}`, () =>
    assert.ok(
      faultsIn(page(body)).some((fault) => fault.includes(rule)),
      faultsIn(page(body)).join(),
    ),
  )

sound('finds nothing wrong with a sound page', () =>
  assert.equal(
    faultsIn(
      page(
        '<p>x</p><form method="get"><label for="q">q</label><input id="q" name="q" type="search"><button>go</button></form>',
      ),
    ),
    [],
  ),
)

sound.run()
