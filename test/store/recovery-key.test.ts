import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRecoveryKeyOf, newRecoveryKey, publicKeyOf, RecoveryKeySlip } from '../../src/store/recovery-key.ts'

const test = suite('the recovery key')

const slipOf = (text: string): RecoveryKeySlip | undefined => {
  try {
    publicKeyOf(text)
  } catch (failure) {
    if (failure instanceof RecoveryKeySlip) return failure
    throw failure
  }
  return undefined
}

test('is 14 groups of four, and no two are the same', () => {
  const keys = Array.from({ length: 50 }, newRecoveryKey)
  for (const { text, publicKey } of keys) {
    assert.match(text, /^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/)
    assert.match(publicKey, /^[\w-]{43}$/)
    assert.is(publicKeyOf(text), publicKey)
  }
  assert.is(new Set(keys.flatMap(({ text, publicKey }) => [text, publicKey])).size, 100)
})

test('is read in any case, with or without hyphens, and with letters that look like digits', () => {
  const { text, publicKey } = newRecoveryKey()
  for (const typed of [
    text.toLowerCase(),
    text.replaceAll('-', ''),
    text.replaceAll('-', ' '),
    `  ${text.replaceAll('-', '\n')}\n`,
    text.replaceAll('-', ' – '),
    text.replaceAll('0', 'o').replaceAll('1', 'l'),
    text.replaceAll('0', 'O').replaceAll('1', 'I'),
    [...text].map((letter) => (letter === '-' ? letter : String.fromCharCode(letter.charCodeAt(0) + 0xfee0))).join(''),
  ])
    assert.ok(isRecoveryKeyOf(typed, publicKey), typed)
})

test('shows every slip of one letter and every swap of two', () => {
  const { text } = newRecoveryKey()
  const letters = text.replaceAll('-', '')
  let tried = 0
  for (let at = 0; at < letters.length; at++) {
    for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      if (other === letters[at]) continue
      assert.is(slipOf(letters.slice(0, at) + other + letters.slice(at + 1))?.why, 'slip')
      tried++
    }
    const swapped = letters.slice(0, at) + letters.charAt(at + 1) + letters.charAt(at) + letters.slice(at + 2)
    if (swapped !== letters) assert.is(slipOf(swapped)?.why, 'slip')
  }
  assert.is(tried, 56 * 31)
})

test('says what is wrong with what is none', () => {
  const { text } = newRecoveryKey()
  assert.match(String(slipOf(text.slice(0, -1))?.message), /has 56 letters; these are 55/)
  assert.is(slipOf(`${text}7`)?.why, 'length')
  assert.is(slipOf('')?.why, 'length')
  assert.match(String(slipOf(text.replace(/^./, 'U'))?.message), /no “U”/)
  assert.is(slipOf(text.replace(/^./, '가'))?.why, 'letter')
  assert.not.ok(isRecoveryKeyOf('', newRecoveryKey().publicKey))
  assert.not.ok(isRecoveryKeyOf(text, newRecoveryKey().publicKey))
})

test.run()
