import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fieldsOfCentre, readCentre, settled } from '../../src/people/centre.ts'
import { usualRetention } from '../../src/people/person.ts'
import { fieldsOfRoom, fieldsOfSchool, roomOf, schoolOf } from '../../src/people/place.ts'
import { newCentre, readSetUp, usualSetUp } from '../../src/people/set-up.ts'
import { hill, now, river, room, settings } from '../support/samples.ts'

const centre = { ...settings, retention: usualRetention, contact: { phone: '02-123-4567' } }
/** The form as it stands, with some fields typed over. */
const refusedWith = (
  changes: Record<string, string>,
  read: (fields: URLSearchParams) => ReturnType<typeof readCentre>,
) => {
  const fields = fieldsOfCentre(centre)
  for (const [name, value] of Object.entries(changes)) fields.set(name, value)
  const result = read(fields)
  return result.ok ? '' : result.refusals.map(({ field, reason }) => `${field} ${reason}`).join()
}
const whyNot = (changes: Record<string, string>) => refusedWith(changes, readCentre)

const settling = suite('settling the centre')

settling('what is settled is read back as it was', () => {
  const { centre: name, sessions, openingHours, retention, contact } = centre
  const read = readCentre(fieldsOfCentre(centre))
  assert.equal(read, {
    ok: true,
    value: { centre: name, sessions, openingHours, retention, contact, unseenDays: 21, countersign: false },
  })
})

settling('case files are kept 1 to 5 years', () => {
  for (const years of ['1', '3', '5']) assert.is(whyNot({ caseYears: years }), '')
  assert.is(whyNot({ caseYears: '0' }), 'caseYears too-small')
  assert.is(whyNot({ caseYears: '6' }), 'caseYears too-large')
  assert.is(whyNot({ declinedDays: '', draftDays: '500' }), 'declinedDays missing,draftDays too-large')
})

settling('guardians can reach somebody, by telephone or by mail', () => {
  assert.is(whyNot({ contactPhone: '' }), 'contactPhone contact-needed')
  assert.is(whyNot({ contactPhone: '', contactEmail: 'a@example.kr' }), '')
  assert.is(whyNot({ contactEmail: 'a@b' }), 'contactEmail not-an-email')
})

settling('a day is open from when to when, or closed', () => {
  assert.is(whyNot({ satFrom: '10:00' }), 'satTo missing')
  assert.is(whyNot({ satFrom: '10:00', satTo: '09:00' }), 'satTo ends-before-it-begins')
  assert.is(whyNot({ satFrom: 'ten', satTo: '09:00' }), 'satFrom not-a-time')
  assert.is(whyNot({ monFrom: '', monTo: '' }), '')
})

settling('nobody usually holds fewer sessions than the least', () =>
  assert.is(whyNot({ least: '10', usual: '9' }), 'usual too-small'),
)

settling('it is a task from 7 to 90 days on that a youth was not seen', () => {
  assert.is(whyNot({ unseenDays: '7' }) + whyNot({ unseenDays: '90' }), '')
  assert.is(whyNot({ unseenDays: '6' }), 'unseenDays too-small')
  assert.is(whyNot({ unseenDays: '91' }), 'unseenDays too-large')
})

settling('a second signature is asked for from the moment it was settled, as long as it stays so', () => {
  const form = (changes: Record<string, string>) => {
    const fields = fieldsOfCentre(centre)
    for (const [name, value] of Object.entries(changes)) fields.set(name, value)
    const read = readCentre(fields)
    if (!read.ok) throw new Error(JSON.stringify(read.refusals))
    return read.value
  }
  const later = '2026-12-01T00:00:00.000Z'
  const wanted = settled(centre, form({ countersign: 'yes' }), now)
  assert.is(wanted.countersignedFrom, now)
  assert.is(fieldsOfCentre(wanted).get('countersign'), 'yes')
  assert.is(settled(wanted, form({ countersign: 'yes', centre: '샛길' }), later).countersignedFrom, now)
  assert.not('countersignedFrom' in settled(wanted, form({}), later))
  assert.not('countersign' in wanted)
})

settling('a school has lessons, a room hours of its own, and both may have none', () => {
  const week = { monFrom: '08:50', monTo: '15:20' }
  const school = schoolOf(new URLSearchParams({ schoolName: '새별중학교', level: 'middle', ...week }), 'new', [])
  assert.equal(school.ok && school.value.lessons, { 1: { from: '08:50', to: '15:20' } })
  const exams = [{ from: '2026-12-07', to: '2026-12-11' }]
  const corrected = schoolOf(fieldsOfSchool({ ...hill, exams }), hill.id, [{ ...hill, exams }])
  assert.equal(corrected, { ok: true, value: { ...hill, exams } }, 'its examinations stay')
  const hours = { 2: { from: '13:00', to: '18:00' } }
  assert.equal(roomOf(fieldsOfRoom({ ...room, hours }), room.id, [room]), { ok: true, value: { ...room, hours } })
  assert.equal(roomOf(fieldsOfRoom(room), room.id, [{ ...room, hours }]), { ok: true, value: room })
  assert.not(roomOf(new URLSearchParams({ roomName: '가', monFrom: '10:00' }), 'new', []).ok)
})

settling('schools and rooms have names of their own', () => {
  const school = (name: string, id: string) =>
    schoolOf(new URLSearchParams({ schoolName: name, level: 'middle' }), id, [hill, river]).ok
  assert.ok(school('새별중학교', 'new') && school(hill.name, hill.id))
  assert.not(school(hill.name, 'new') || school(hill.name, river.id) || school('', 'new'))
  assert.not(schoolOf(new URLSearchParams({ schoolName: '가', level: 'kindergarten' }), 'new', []).ok)
  assert.ok(roomOf(new URLSearchParams({ roomName: '상담실 9' }), 'new', [room]).ok)
  assert.not(roomOf(new URLSearchParams({ roomName: room.name }), 'new', [room]).ok)
})

const beginning = suite('a centre as it begins')
const filled = () => {
  const fields = usualSetUp()
  const typed = { centre: '새길', contactPhone: '02-123-4567', adminName: '유하늘', email: 'Yoo@example.kr' }
  for (const [name, value] of Object.entries(typed)) fields.set(name, value)
  return fields
}

beginning('offers 3 years, 90 days and 30 days', () =>
  assert.equal(Object.fromEntries(usualSetUp()), { caseYears: '3', declinedDays: '90', draftDays: '30' }),
)

beginning('has settings, an administrator and only the public half of the recovery key', () => {
  const form = readSetUp(filled())
  assert.ok(form.ok)
  if (!form.ok) return
  const password = { scheme: 'scrypt', cost: 2, blockSize: 8, parallel: 1, salt: 's', hash: 'h' } as const
  const made = newCentre({ ...form.value, password }, { id: 'a1', publicKey: 'public' }, now)
  assert.is(made.settings.demo, false)
  assert.equal(made.settings.recovery, { publicKey: 'public', at: now })
  assert.equal(made.settings.retention, usualRetention)
  assert.is(made.administrator.email, 'yoo@example.kr')
  assert.is(made.administrator.factors, undefined)
  assert.equal(made.administrator.grants, [{ by: 'a1', at: now, what: 'given', role: 'admin' }])
})

beginning('says everything that is missing at once', () => {
  const form = readSetUp(new URLSearchParams())
  const fields = form.ok ? [] : form.refusals.map(({ field }) => field)
  for (const field of ['centre', 'contactPhone', 'caseYears', 'declinedDays', 'draftDays', 'adminName', 'email'])
    assert.ok(fields.includes(field), field)
})

settling.run()
beginning.run()
