import naughty from 'big-list-of-naughty-strings' with { type: 'json' }
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { asForm, filledIn, ownPage } from '../support/asking.ts'
import { aSiege, type Siege } from '../support/siege.ts'

/* Forms of ours with what nobody would type into them: every one is answered, and no answer is a 5xx. */

let siege: Siege
const test = suite('a form filled in with malice')
test.before(async () => {
  siege = await aSiege()
})
test.after(() => siege.house.close())

const headers = { ...ownPage, ...asForm }
const real = { number: '2026-0002', reference: '2026-0002', id: '2026-11-16-01' }
const posts = () =>
  siege.doors.filter(({ method, path }) => method === 'POST' && path !== '/sign-in' && path !== '/sign-out')

/** Sends each body to every form, as the lead, the counsellor and the school in turn. */
async function fill(bodies: string[]): Promise<void> {
  const whom = ['seo', 'han', 'ma']
  const blows = posts().flatMap(({ path }) =>
    bodies.map((body, at) => ({ who: whom[at % 3], method: 'POST', path: filledIn(path, real), headers, body })),
  )
  await siege.strike(blows)
}
const form = (fields: string[][]) => new URLSearchParams(fields).toString()

test('is answered when fields are missing, repeated, unheard of or unreadable', () => {
  const twice = siege.fieldNames.flatMap((name) => [
    [name, '1'],
    [name, '2'],
    [name, ''],
  ])
  const many = Array.from({ length: 5_000 }, () => ['a', ''])
  return fill(['', '=&=&&&', '%=%&name=%ED%A0%80&%E0%A4%A=1', form(twice), form(twice.reverse()), form(many)])
})

test('is answered when a field is over-long', () => {
  const names = siege.fieldNames
  const groups = Array.from({ length: Math.ceil(names.length / 6) }, (_, at) => names.slice(at * 6, at * 6 + 6))
  return fill(groups.map((group) => form(group.map((name) => [name, 'ㄱ'.repeat(11_000)]))))
})

test('is answered whatever string stands in a field', () => {
  const odd = [...(naughty as string[]), '\0\x01\x7f', '\ufeff\u202e', '9'.repeat(400), '1e309', '-0', '2026-02-30']
  const names = siege.fieldNames
  assert.ok(names.length > 60 && odd.length > 400, `${names.length} fields, ${odd.length} strings`)
  const bodies = Array.from({ length: Math.ceil(odd.length / names.length) * 2 }, (_, at) =>
    form(names.map((name, n) => [name, odd[(at * names.length + n * (at % 2 ? 1 : 7)) % odd.length] ?? ''])),
  )
  return fill(bodies)
})

test('gives nobody a right', async () => {
  assert.is(({} as { role?: string }).role, undefined)
  const people = await siege.house.store.people()
  assert.equal(people.map(({ role }) => role).sort(), ['admin', 'counsellor', 'counsellor', 'lead', 'school', 'school'])
})

test('is answered with 422 at the sign-in', async () => {
  const known = `email=han@example.test&password=${'x'.repeat(100_000)}`
  for (const body of ['', 'email=&password=', known, 'password=a&password=b'])
    assert.equal(await siege.strike([{ method: 'POST', path: '/sign-in', headers, body }]), [422])
})

test('is one of many', () => assert.ok(siege.count() > 1_000, `${siege.count()}`))

test.run()
