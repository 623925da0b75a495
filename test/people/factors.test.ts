import { Secret, TOTP } from 'otpauth'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { afterCode, codesLeft, isSetUp, totpAddress, totpSecretOf, totpStepOf } from '../../src/people/factors.ts'
import {
  recoveryCodeOf,
  renamedPasskey,
  withApp,
  withoutPasskey,
  withPasskey,
  withRecoveryCodes,
} from '../../src/people/own-factors.ts'
import type { Passkey, Person } from '../../src/people/person.ts'
import { han, now } from '../support/samples.ts'

const secret = totpSecretOf(Buffer.alloc(32, 7))
const codeAt = (at: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })
const at = Date.parse(now)
const moment = (ms: number) => new Date(ms).toISOString()
const withTotp: Person = { ...han, factors: { passkeys: [], totp: { secret, at: now }, recoveryCodes: [] } }

const passkey = (id: string): Passkey => ({ id, publicKey: 'AAAA', counter: 0, transports: [], name: id, at: now })
const value = <T>(result: { ok: true; value: T } | { ok: false; refusals: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}

const codes = suite('a code of an authenticator app')

codes('is right for its own half minute, the one before and the one after', () => {
  assert.is(totpStepOf(codeAt(at), secret, now), Math.floor(at / 30_000))
  for (const [late, right] of [
    [-90, false],
    [-60, false],
    [-30, true],
    [30, true],
    [60, false],
    [90, false],
  ] as const)
    assert.is(totpStepOf(codeAt(at), secret, moment(at + late * 1000)) !== undefined, right, String(late))
})

codes('is used once: of 1,000 played again none counts', () => {
  let person = withTotp
  let counted = 0
  for (let n = 0; n < 1_000; n++) {
    const then = at + n * 30_000
    const code = codeAt(then)
    const factors = afterCode(person, code, moment(then))
    assert.ok(factors)
    person = { ...person, factors }
    for (const late of [0, 1, 29, 30]) if (afterCode(person, code, moment(then + late * 1000))) counted++
    if (n > 0 && afterCode(person, codeAt(then - 30_000), moment(then))) counted++
  }
  assert.is(counted, 0)
})

codes('is six digits and nothing else', () => {
  for (const odd of ['', '12345', '1234567', '12345a', '１２３４５６', `${codeAt(at)}\n`])
    assert.is(totpStepOf(odd, secret, now), undefined, odd)
})

codes('comes from a secret of 160 bits, whose address names the account', () => {
  assert.is(Secret.fromBase32(secret).bytes.length, 20)
  assert.match(totpAddress(secret, 'han@example.test'), /^otpauth:\/\/totp\/Saegil:han%40example\.test\?/)
})

codes.run()

const own = suite('one’s own second factors')

own('an app counts once it has shown a code, which is then used up', () => {
  assert.is(withApp(han, secret, '000000', now).ok, false)
  const person = value(withApp(han, secret, codeAt(at), now))
  assert.is(afterCode(person, codeAt(at), now), undefined)
  assert.ok(afterCode(person, codeAt(at + 30_000), moment(at + 30_000)))
})

own('a recovery code has 60 bits without signs that look alike, and works however it is typed, once', () => {
  const code = recoveryCodeOf(Buffer.from([0, 1, 2, 3, 28, 29, 30, 31, 255, 128, 64, 32]))
  assert.is(code, '2345-WXYZ-Z222')
  const person = withRecoveryCodes(withTotp, [code, recoveryCodeOf(Buffer.alloc(12, 9))])
  assert.is(codesLeft(person), 2)
  const factors = afterCode(person, ` ${code.toLowerCase().replaceAll('-', ' ')} `, now)
  assert.ok(factors)
  const used = { ...person, factors }
  assert.is(codesLeft(used), 1)
  assert.is(afterCode(used, code, now), undefined)
  assert.not.match(JSON.stringify(person), /2345-WXYZ/)
})

own('somebody is set up with a factor and recovery codes, even when those are used up', () => {
  assert.is(isSetUp(han), false)
  assert.is(isSetUp(withTotp), false)
  assert.is(isSetUp(withRecoveryCodes(han, ['A'])), false)
  assert.ok(isSetUp(withRecoveryCodes(withTotp, ['A'])))
})

own('a passkey is added once, named, and taken away unless it is the last factor', () => {
  const one = value(withPasskey(han, passkey('one')))
  assert.is(withPasskey(one, passkey('one')).ok, false)
  assert.equal(withoutPasskey(one, 'one'), { ok: false, refusals: [{ reason: 'last-factor' }] })
  const two = value(withPasskey(one, passkey('two')))
  assert.equal(
    value(renamedPasskey(two, 'two', '사무실')).factors?.passkeys.map(({ name }) => name),
    ['one', '사무실'],
  )
  assert.equal(
    value(withoutPasskey(two, 'one')).factors?.passkeys.map(({ id }) => id),
    ['two'],
  )
  for (const rule of [withoutPasskey(two, 'three'), renamedPasskey(two, 'three', 'x')])
    assert.equal(rule, { ok: false, refusals: [{ reason: 'changed-meanwhile' }] })
  assert.ok(withoutPasskey(value(withPasskey(withTotp, passkey('one'))), 'one').ok)
})

own.run()
