import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { commonPasswords } from '../../src/people/common-passwords.ts'
import { weaknessOf } from '../../src/people/password-rule.ts'

const known = ['한지우', 'jiwoo.han', '언덕중학교', '새길 상담센터']
const common = await commonPasswords()
const reasonOf = (password: string) => weaknessOf(password, known, common)?.reason

const passwords = suite('a new password')

const good = [
  ...[
    '비 오는 날 걷던 골목길',
    'correct horse battery staple',
    'kX9#mQ2$vL7p',
    '고양이가 창가에 앉아 있다',
    'violet-otter-39',
  ],
  ...['모래 위에 쓴 편지 한 장', 'aaa bbb ccc ddd eee', '482-910-573-829', '😀😁😂😃😄😅😆😇😈😉😊😋'],
]
passwords('of 12 letters of one’s own is taken, whatever signs it is made of', () => {
  for (const password of good) assert.is(reasonOf(password), undefined, password)
})

passwords('is counted in letters, not in bytes, however they are composed', () => {
  assert.is(reasonOf('가나무집앞에서만나자고했다'.slice(0, 11)), 'password-short')
  assert.is(reasonOf('길고도먼길을걷는사람아'.normalize('NFD')), 'password-short')
  assert.is(reasonOf('x7'.repeat(3)), 'password-short')
  assert.equal(weaknessOf('', known, common), { reason: 'password-short', with: { least: 12 } })
})

passwords('of more than 128 letters is refused, one of 128 is not', () => {
  const long = Array.from({ length: 129 }, (_, at) => String.fromCodePoint(0xac00 + ((at * 7919) % 11172))).join('')
  assert.is(reasonOf(long), 'too-long')
  assert.is(reasonOf([...long].slice(1).join('')), undefined)
})

const guessed = [
  ...['password1234', 'iloveyou1234!!', 'Password!2345', 'hunter2hunter2', 'P@ssw0rd1234', 'korea1234567'],
  ...[
    '비밀번호12345!!!',
    '사랑해사랑해사랑해사랑해',
    'qlalfqjsgh12',
    'tkfkdgo10041004',
    'dkssudgktpdy!!',
    '안녕하세요안녕하세요12',
  ],
  ...[
    'qwertyuiop12',
    '1qaz2wsx3edc',
    'asdfghjkl;123',
    'abcdefghijkl',
    '123456789012',
    'ㅁㄴㅇㄹㅎㅗㅓㅏㅣㅁㄴㅇ',
    '가나다라마바사아자차카타',
  ],
  ...['aaaaaaaaaaaa', 'abcabcabcabc', '좋아요좋아요좋아요좋아요', 'kx93makx93ma', '!!!!!!!!!!!!'],
  ...['010-1234-5678', '19990203 abcd', '2010-11-22!!', 'dragonmonkey12'],
]
passwords('that is tried first everywhere is refused', () => {
  for (const password of guessed) assert.is(reasonOf(password), 'password-common', password)
})

passwords('made from names that everybody here knows is refused', () => {
  for (const password of [
    '한지우20261122!',
    'jiwoo.han@83x',
    '언덕중학교 4783!!',
    '새길상담센터 8302!',
    'saegil#8302x',
    '새길새길새길 8302!',
  ])
    assert.is(reasonOf(password), 'password-named', password)
})

passwords('may hold such a name when enough of one’s own stands beside it', () => {
  assert.is(reasonOf('한지우의 강아지는 세 마리다'), undefined)
})

passwords('is held against 10,000 common ones at least', async () => {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const listed = dictionary['passwords-common'].filter((word) => word.length >= 4)
  assert.ok(listed.length >= 10_000, String(listed.length))
  for (const word of listed.filter((_, at) => at % 50 === 0)) assert.ok(common.has(word.toLowerCase()), word)
  const long = listed.filter((word) => [...word].length >= 12)
  assert.equal(
    long.filter((word) => reasonOf(word) === undefined),
    [],
  )
})

passwords.run()
