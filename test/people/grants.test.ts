// Over 150 lines because every rule about rights is held against each way round it.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  accountStateOf,
  assignRole,
  correct,
  end,
  giveBack,
  historyOf,
  invite,
  inviteAnew,
  isLast,
  readPerson,
  readRight,
  resetFactors,
} from '../../src/people/grants.ts'
import { may } from '../../src/people/may.ts'
import type { Invitation, Person } from '../../src/people/person.ts'
import type { Result } from '../../src/result.ts'
import { cast, han, hill, hillTeacher, river, seo, signed, yoo } from '../support/samples.ts'

const password = { scheme: 'scrypt', cost: 2, blockSize: 8, parallel: 1, salt: 's', hash: 'h' } as const
const people: Person[] = cast.map((person) => ({ ...person, password }))
const house = { people, schools: [hill, river] }
const by = signed('yoo')
const link: Invitation = { ...by, until: '2026-11-16T00:15:00.000Z', hash: 'x' }
const newcomer = { id: 'dan', name: '단', email: 'dan@example.test', role: 'lead' } as const
const whyNot = (result: Result<unknown>) =>
  result.ok ? '' : result.refusals.map(({ field = '', reason }) => `${field} ${reason}`.trim()).join()
const made = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(whyNot(result))
  return result.value
}

const giving = suite('giving a right')

giving('a new account has a link, no password, and says who gave it', () => {
  const dan = made(invite(newcomer, link, house))
  assert.is(dan.password, undefined)
  assert.equal(dan.invitation, link)
  assert.equal(dan.grants, [{ ...by, what: 'given', role: 'lead' }])
})

giving('an address belongs to one account only, ended ones included', () => {
  assert.is(whyNot(invite({ ...newcomer, email: han.email }, link, house)), 'email email-taken')
  assert.is(whyNot(correct(seo, { name: '서', email: han.email }, people)), 'email email-taken')
  assert.is(made(correct(seo, { name: '서', email: seo.email }, people)).name, '서')
})

giving('a school’s account needs a school that there is; nobody else has one', () => {
  const school = { ...newcomer, role: 'school' } as const
  assert.is(whyNot(invite(school, link, house)), 'schoolId school-needed')
  assert.is(whyNot(invite({ ...school, schoolId: 'nowhere' }, link, house)), 'schoolId school-needed')
  assert.is(made(invite({ ...school, schoolId: 'hill' }, link, house)).schoolId, 'hill')
  assert.is(made(invite({ ...newcomer, schoolId: 'hill' }, link, house)).schoolId, undefined)
  assert.is(made(assignRole(hillTeacher, { role: 'counsellor', schoolId: 'hill' }, house, by)).schoolId, undefined)
})

giving('a new role is written after all that was written before', () => {
  const once = made(assignRole(han, { role: 'lead' }, house, by))
  const twice = made(assignRole(once, { role: 'school', schoolId: 'river' }, house, signed('yoo', '2026-11-17T00:00Z')))
  assert.equal(
    twice.grants?.map(({ what, role, schoolId }) => [what, role, schoolId]),
    [
      ['changed', 'lead', undefined],
      ['changed', 'school', 'river'],
    ],
  )
})

giving('a new link takes the place of the one before; the password stays', () => {
  const [dan] = people
  const again = made(inviteAnew({ ...dan!, invitation: link }, { ...link, hash: 'y' }))
  assert.is(again.invitation?.hash, 'y')
  assert.equal(again.password, password)
  assert.is(again.grants?.at(-1)?.what, 'invited')
})

giving('a form without a role, a name or an address is not understood', () => {
  assert.is(whyNot(readRight(new URLSearchParams('role=root'))), 'role not-offered')
  assert.is(whyNot(readPerson(new URLSearchParams('email=x'))), 'personName missing,email not-an-email')
  const typed = new URLSearchParams({ personName: ' 단 ', email: ' Dan@Example.test' })
  assert.equal(made(readPerson(typed)), { name: '단', email: 'dan@example.test' })
})

const taking = suite('taking a right')

taking('ends an account at once and takes its link away', () => {
  const ended = made(end({ ...han, invitation: link }, people, by))
  assert.equal(ended.ended, by)
  assert.is(ended.invitation, undefined)
  assert.not(may(ended, 'see the case list'))
  assert.is(ended.grants?.at(-1)?.what, 'taken')
})

taking('may be taken back, with the right that there was', () => {
  const back = made(giveBack(made(end(han, people, by)), house, by))
  assert.ok(may(back, 'see the case list'))
  assert.equal(
    back.grants?.map(({ what }) => what),
    ['taken', 'given-back'],
  )
  assert.is(whyNot(giveBack(back, house, by)), 'account-not-ended')
})

taking('changes nothing of an account that has ended', () => {
  const ended = made(end(han, people, by))
  assert.is(whyNot(end(ended, people, by)), 'account-ended')
  assert.is(whyNot(assignRole(ended, { role: 'lead' }, house, by)), 'account-ended')
  assert.is(whyNot(inviteAnew(ended, link)), 'account-ended')
  assert.is(whyNot(resetFactors(ended, 'lost', by)), 'account-ended')
})

taking('nobody changes their own rights, either way', () => {
  const own = signed('yoo')
  assert.is(whyNot(assignRole(yoo, { role: 'lead' }, house, own)), 'own-rights')
  assert.is(whyNot(end(yoo, people, own)), 'own-rights')
  assert.is(whyNot(inviteAnew(yoo, { ...link, ...own })), 'own-rights')
  assert.is(whyNot(resetFactors(yoo, 'lost', own)), 'own-rights')
  assert.is(whyNot(giveBack({ ...yoo, ended: own }, house, own)), 'own-rights')
})

taking('never takes the last administrator; one who never chose a password does not count as another', () => {
  const [last] = people.filter(({ id }) => id === 'yoo')
  const other = signed('seo')
  assert.ok(isLast(last!, people))
  assert.is(whyNot(end(last!, people, other)), 'last-admin')
  assert.is(whyNot(assignRole(last!, { role: 'lead' }, house, other)), 'role last-admin')
  const invited: Person = { ...newcomer, version: 1, role: 'admin', invitation: link }
  assert.is(whyNot(end(last!, [...people, invited], other)), 'last-admin')
  const second: Person = { ...invited, password }
  assert.is(whyNot(end(last!, [...people, second], other)), '')
  assert.is(whyNot(end(last!, [...people, { ...second, ended: by }], other)), 'last-admin')
})

taking('factors away leaves no passkey, no app and no code, and says why', () => {
  const factors = { passkeys: [], totp: { secret: 'x', at: by.at }, recoveryCodes: [{ hash: 'x' }] }
  const reset = made(resetFactors({ ...han, factors, password }, '전화기를 잃어버림', by))
  assert.equal([reset.factors, reset.password], [undefined, undefined])
  assert.equal(reset.grants?.at(-1), { ...by, what: 'factors-reset', role: 'counsellor', why: '전화기를 잃어버림' })
})

taking('anything away takes the address along at which a calendar reads', () => {
  const one: Person = { ...han, feed: { hash: 'x', at: by.at, lang: 'ko' } }
  for (const left of [
    end(one, people, by),
    assignRole(one, { role: 'lead' }, house, by),
    resetFactors(one, 'lost', by),
  ])
    assert.is(made(left).feed, undefined)
})

const standing = suite('how an account stands')

standing('in use, invited, with a link that has run out, or ended', () => {
  const dan = made(invite(newcomer, link, house))
  assert.is(accountStateOf(dan, by.at), 'invited')
  assert.is(accountStateOf(dan, link.until), 'link-over')
  assert.is(accountStateOf({ ...dan, password }, link.until), 'in-use')
  assert.is(accountStateOf({ ...dan, password, ended: by }, by.at), 'ended')
})

standing('the history of all has the newest first', () => {
  const later = signed('yoo', '2026-11-18T00:00:00.000Z')
  const one = made(assignRole(han, { role: 'lead' }, house, by))
  const other = made(assignRole(seo, { role: 'admin' }, house, later))
  assert.equal(
    historyOf([one, other]).map(({ person, at }) => [person.id, at]),
    [
      ['seo', later.at],
      ['han', by.at],
    ],
  )
})

giving.run()
taking.run()
standing.run()
