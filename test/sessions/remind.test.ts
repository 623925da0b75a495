// Over 150 lines because each reason for which somebody is told, or is not, has its own case.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile, Consent } from '../../src/casefile/casefile.ts'
import type { Reminding } from '../../src/casefile/course.ts'
import type { Session } from '../../src/casefile/session.ts'
import { recipientsOf } from '../../src/sessions/remind.ts'
import { choiceOf, chooseReminders, readChoice, settleReminders } from '../../src/sessions/remind-choice.ts'
import { mustBe, refusalsOf } from '../support/diary.ts'
import { aSession, cast, han, hillTeacher, now, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const youth: Reminding = { whose: 'youth', way: 'text', to: '010-1234-5678', lang: 'ko' }
const mother: Reminding = { whose: 'guardian', guardian: 0, way: 'mail', to: 'mother@example.test', lang: 'ko' }
const father: Reminding = { whose: 'guardian', guardian: 1, way: 'mail', to: 'father@example.test', lang: 'en' }
const said = (...choices: Reminding[]) => ({ reminders: choices.map((one) => ({ ...one, ...signed() })) })
const parents = [{ relation: 'mother', phone: '010-0000-0001' }, { relation: 'father' }]
const family = (more: Partial<CaseFile> = {}) =>
  aCaseUnderWay({ guardians: parents, ...said(youth, mother, father), ...more })

const shared: Consent = {
  ...{ kind: 'third-party', giver: 'youth', route: 'in-person', textVersion: '1', answer: 'given', on: '2026-11-02' },
  ...signed(),
}
const told = { reminders: { way: 'mail', lang: 'ko', at: now } } as const
const people = cast.map((one) => (one === han || one === hillTeacher ? { ...one, ...told } : one))
const session = (more: Partial<Session> = {}) => aSession({ startAt: '2026-11-18T05:00:00.000Z', ...more })
const toOf = (one: Session, caseFiles: CaseFile[]) => recipientsOf(one, caseFiles, people, now).map(({ to }) => to)

const who = suite('who is told')

who('is everyone who chose it, by their own way and in their own language, and nobody else', () => {
  assert.equal(
    recipientsOf(session(), [family()], people, now).map(({ whose, way, to, lang }) => [whose, way, to, lang]),
    [
      ['youth', 'text', '010-1234-5678', 'ko'],
      ['guardian', 'mail', 'mother@example.test', 'ko'],
      ['guardian', 'mail', 'father@example.test', 'en'],
      ['counsellor', 'mail', 'han@example.test', 'ko'],
    ],
  )
  assert.equal(toOf(session({ counsellorId: 'bora' }), [aCaseUnderWay()]), [])
})

who('is whoever said so last', () => {
  const changed = family(said(youth, mother, { ...youth, way: 'none' }, { ...mother, to: 'other@example.test' }))
  assert.equal(toOf(session({ counsellorId: 'bora' }), [changed]), ['other@example.test'])
})

who('is a guardian alone about what is the guardian’s own, and of two only the one who comes', () => {
  const attendees = [{ caseNumber: '2026-0001', ordinal: 1, guardian: 1 }]
  for (const kind of ['guardian', 'guardian-education'])
    assert.equal(toOf(session({ kind, attendees }), [family()]), ['father@example.test', 'han@example.test'])
  assert.equal(toOf(session({ kind: 'liaison' }), [family()]), ['han@example.test'])
})

who('is nobody about a case that is closed, not consented to, or not taken on', () => {
  for (const more of [
    { closings: [{ on: '2026-11-15', reason: 'completed', ...signed() }] },
    { consents: family().consents.slice(1) },
    { consents: [] },
    { triage: [] },
  ])
    assert.equal(toOf(session(), [family(more)]), [], JSON.stringify(more))
  assert.equal(toOf(session(), []), [])
})

who('is the school that referred, where it may know the dates, and about the youth’s own only', () => {
  const ordered = family({ referral: { ...family().referral, basis: 'measure-5' } })
  const agreed = family({ consents: [...family().consents, shared] })
  for (const [file, hears] of [
    [family(), false],
    [ordered, true],
    [agreed, true],
  ] as const)
    assert.is(toOf(session(), [file]).includes('oh@example.test'), hears)
  assert.not(toOf(session({ kind: 'guardian' }), [agreed]).includes('oh@example.test'))
  const elsewhere = { ...agreed, referral: { ...agreed.referral, schoolId: 'river' } }
  assert.not(toOf(session(), [elsewhere]).includes('oh@example.test'))
})

who('is nobody whose account ended', () => {
  const ended = people.map((one) => ({ ...one, ended: signed('yoo') }))
  assert.equal(recipientsOf(session(), [aCaseUnderWay({ consents: [...family().consents, shared] })], ended, now), [])
})

who('is each address once, however it is written and whoever shares it', () => {
  const same = family(said(youth, { ...mother, way: 'text', to: '01012345678' }))
  assert.equal(toOf(session({ counsellorId: 'bora' }), [same]), ['010-1234-5678'])
  const brother = { ...family(said({ ...mother, to: 'Mother@Example.test' })), number: '2026-0002' }
  const group = session({
    ...{ kind: 'group', counsellorId: 'bora' },
    attendees: ['2026-0001', '2026-0002'].map((caseNumber) => ({ caseNumber, ordinal: 1 })),
  })
  assert.equal(toOf(group, [family(said(mother)), brother]), ['mother@example.test'])
})

who('is a school once for each of its youths in a group, since it is told which', () => {
  const agreed = family({ consents: [...family().consents, shared] })
  const group = session({
    ...{ kind: 'group', counsellorId: 'han' },
    attendees: ['2026-0001', '2026-0002'].map((caseNumber) => ({ caseNumber, ordinal: 1 })),
  })
  const found = recipientsOf(group, [agreed, { ...agreed, number: '2026-0002', reminders: [] }], people, now)
  assert.equal(
    found.filter(({ whose }) => whose === 'school').map(({ caseNumber }) => caseNumber),
    ['2026-0001', '2026-0002'],
  )
  assert.equal(
    found.filter(({ whose }) => whose === 'counsellor').map(({ caseNumber }) => caseNumber),
    [undefined],
  )
})

who.run()

const choosing = suite('a choice')
const read = (fields: Record<string, string>) => readChoice(new URLSearchParams({ remindLang: 'ko', ...fields }))

choosing('is kept with who noted it and when, and the same again is no change', () => {
  const kept = mustBe(settleReminders(family({ reminders: [] }), mother, signed()))
  assert.equal(choiceOf(kept, mother), { ...mother, ...signed() })
  assert.is(kept.journal.at(-1)?.deed, 'reminders-set')
  assert.is(mustBe(settleReminders(kept, mother, signed('seo', '2026-11-17T00:00:00.000Z'))), kept)
  const off = mustBe(settleReminders(kept, { ...mother, way: 'none', to: undefined }, signed()))
  assert.is(off.reminders?.length, 2)
  assert.is(choiceOf(off, mother)?.way, 'none')
})

choosing('of a text goes to the number on file unless another is named', () => {
  const text = { ...mother, way: 'text', to: undefined } as const
  const kept = mustBe(settleReminders(family(), text, signed()))
  const [, hers] = toOf(session(), [kept])
  const corrected = { ...kept, guardians: [{ relation: 'mother', phone: '010-0000-0009' }, ...parents.slice(1)] }
  assert.equal([hers, toOf(session(), [corrected])[1]], ['010-0000-0001', '010-0000-0009'])
  const [none] = refusalsOf(settleReminders(family(), { ...text, guardian: 1 }, signed()))
  assert.equal(none, { field: 'remindTo', reason: 'missing' })
  const [mail] = refusalsOf(settleReminders(family(), { ...mother, to: undefined }, signed()))
  assert.equal(mail, { field: 'remindTo', reason: 'missing' })
})

choosing('of a text to the very number on file goes where that is put right later', () => {
  const kept = mustBe(settleReminders(family(), { ...mother, way: 'text', to: '01000000001' }, signed()))
  assert.is(choiceOf(kept, mother)?.to, undefined)
  const corrected = { ...kept, guardians: [{ relation: 'mother', phone: '010-0000-0009' }, ...parents.slice(1)] }
  assert.equal(toOf(session(), [corrected])[1], '010-0000-0009')
  const other = mustBe(settleReminders(family(), { ...mother, way: 'text', to: '010-0000-0002' }, signed()))
  assert.is(choiceOf(other, mother)?.to, '010-0000-0002')
})

choosing('of a guardian whom the case does not name any more goes nowhere', () => {
  assert.equal(toOf(session(), [family({ guardians: [] })]), ['010-1234-5678', 'han@example.test'])
})

choosing('is refused for a guardian who is not there, and when the case is closed or not taken on', () => {
  const reason = (file: CaseFile, choice = mother) => refusalsOf(settleReminders(file, choice, signed()))[0]?.reason
  assert.is(reason(family(), { ...mother, guardian: 2 }), 'guardian-unknown')
  assert.is(reason(family({ closings: [{ on: '2026-11-15', reason: 'completed', ...signed() }] })), 'case-closed')
  assert.is(reason(family({ triage: [] })), 'not-open-yet')
})

choosing('is read with the problem at its field', () => {
  const mail = { remindWhose: 'guardian-0', remindWay: 'mail', remindTo: 'Mother@example.test ' }
  assert.equal(mustBe(read(mail)), mother)
  assert.equal(mustBe(read({ ...mail, remindWay: 'none' })).to, undefined)
  for (const [fields, field, reason] of [
    [{ ...mail, remindTo: '010-1234-5678' }, 'remindTo', 'not-an-email'],
    [{ ...mail, remindWay: 'text' }, 'remindTo', 'not-a-phone'],
    [{ ...mail, remindWay: 'pigeon' }, 'remindWay', 'not-offered'],
    [{ ...mail, remindWhose: 'guardian-9' }, 'remindWhose', 'not-offered'],
    [{ ...mail, remindLang: '' }, 'remindLang', 'missing'],
  ] as const)
    assert.equal(
      refusalsOf(read(fields)).map((one) => [one.field, one.reason]),
      [[field, reason]],
    )
})

choosing('of somebody of the house counts from when it was made, and the same again from before', () => {
  const first = chooseReminders(han, { way: 'mail', lang: 'ko' }, signed())
  assert.equal(first.reminders, { way: 'mail', lang: 'ko', at: now })
  const later = signed('han', '2026-11-20T00:00:00.000Z')
  assert.is(chooseReminders(first, { way: 'mail', lang: 'ko' }, later), first)
  assert.is(chooseReminders(first, { way: 'mail', lang: 'en' }, later).reminders?.at, later.at)
  assert.is(chooseReminders(first, { way: 'none', lang: 'ko' }, later).reminders, undefined)
})

choosing.run()
