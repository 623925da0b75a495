import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { answerByLink, linkIn, withdrawByLink } from '../../src/consent/answer-by-link.ts'
import { issueLink, linkStateOf, readWhose, revokeLink } from '../../src/consent/issue-link.ts'
import { isSameName, mayAnswer, readSheet, sheetOf } from '../../src/consent/sheet.ts'
import type { Result } from '../../src/result.ts'
import { plusMinutes } from '../../src/time/days.ts'
import { aLink, aYoungCase, said, saidByGuardian } from '../support/own.ts'
import { aCase, signed } from '../support/samples.ts'

const now = '2026-11-22T01:00:00.000Z'
const days = (n: number) => plusMinutes(now, n * 24 * 60)
const by = signed('han', now)
const mother = { whose: 'guardian', guardian: 0, linkHash: 'hers' } as const
const made = (result: Result<CaseFile>): CaseFile => {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}
const why = (result: Result<unknown>) => (result.ok ? 'done' : result.refusals.map(({ reason }) => reason).join())
const asked = (file: CaseFile, whose: 'youth' | 'guardian', on = '2026-11-22') =>
  sheetOf(file, { whose, ...(whose === 'guardian' && { guardian: 0 }) }, on)
const kinds = (file: CaseFile, whose: 'youth' | 'guardian', on?: string) =>
  asked(file, whose, on).map(({ kind }) => kind)

const links = suite('a personal link')

links('takes answers for 14 days and opens its page for 90', () => {
  const { links } = made(issueLink(aYoungCase(), mother, by))
  const link = links[0]!
  assert.is(linkStateOf(link, plusMinutes(days(14), -1)), 'waiting')
  assert.is(linkStateOf(link, days(14)), 'late')
  assert.is(linkStateOf(link, plusMinutes(days(90), -1)), 'late')
  assert.is(linkStateOf(link, days(90)), 'expired')
})

links('takes the place of an older one of the same person, and of nobody else', () => {
  const one = made(issueLink(aYoungCase(), mother, by))
  const two = made(issueLink(one, { ...mother, guardian: 1, linkHash: 'his' }, by))
  const three = made(issueLink(two, { ...mother, linkHash: 'new' }, by))
  assert.equal(
    three.links.map((link) => linkStateOf(link, now)),
    ['revoked', 'waiting', 'waiting'],
  )
  assert.equal(new Set(three.links.map(({ id }) => id)).size, 3)
})

links('is for somebody who is in the file, of a case that was accepted', () => {
  assert.is(why(issueLink(aYoungCase(), { ...mother, guardian: 2 }, by)), 'guardian-unknown')
  assert.is(why(issueLink(aCase(), mother, by)), 'not-open-yet')
  assert.ok(readWhose(new URLSearchParams({ whose: 'guardian-1' })).ok)
  for (const whose of ['guardian-4', 'guardian', 'lead', ''])
    assert.is(readWhose(new URLSearchParams({ whose })).ok, false)
})

links('is revoked once, and what was answered stays', () => {
  const file = made(issueLink(aYoungCase(), mother, by))
  const id = file.links[0]!.id
  const revoked = made(revokeLink(file, id, by))
  assert.is(linkIn(revoked, 'hers', now), undefined)
  assert.is(made(revokeLink(revoked, id, signed('seo', days(1)))), revoked)
  assert.is(why(revokeLink(file, 'nobody-1', by)), 'link-unknown')
})

links.run()

const sheet = suite('what is asked by a link')

sheet('of a guardian of an under-14: each consent apart; of an older youth’s guardian: what is theirs', () => {
  assert.equal(kinds(aYoungCase(), 'guardian'), [
    ...['guardian-under-14', 'sensitive', 'third-party', 'guardian-participation', 'research'],
    'confidentiality-limits',
  ])
  assert.equal(kinds(aYoungCase(), 'guardian', '2027-03-02'), ['guardian-participation', 'confidentiality-limits'])
})

sheet('nobody is asked whether the school may hear what the law says it must hear', () => {
  const file = aYoungCase()
  const ordered = { ...file, referral: { ...file.referral, basis: 'measure-5' } }
  for (const whose of ['youth', 'guardian'] as const) assert.not.ok(kinds(ordered, whose).includes('third-party'))
})

sheet(
  'a recipient that is no school is not named on a telephone, and a prosecutor’s condition is not asked there',
  () => {
    const file = aYoungCase()
    const { schoolId: _, ...referral } = file.referral
    for (const whose of ['youth', 'guardian'] as const) {
      assert.not.ok(kinds({ ...file, referral }, whose).includes('third-party'))
      assert.not.ok(kinds(file, whose).includes('diversion'))
    }
  },
)

sheet('what was answered stays when nothing is chosen; a youth who has turned 14 is asked all of it anew', () => {
  const file = aYoungCase({ consents: ['collection', 'survey'].map((kind) => said(kind)) })
  const must = (on: string) =>
    asked(file, 'youth', on)
      .filter((one) => one.must)
      .map(({ kind }) => kind)
  assert.not.ok(must('2027-03-01').includes('collection'))
  assert.ok(must('2027-03-02').includes('collection'))
  assert.ok(must('2027-03-02').includes('survey'))
})

sheet('every question that must be answered is, and a guardian puts a name to it', () => {
  const all = asked(aYoungCase(), 'guardian')
  const fields = new URLSearchParams(all.map(({ kind }) => [kind, 'given']))
  const fieldsOf = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ field }) => field))
  assert.equal(fieldsOf(readSheet(fields, all, mother)), ['signedName'])
  fields.set('signedName', '박서윤')
  assert.ok(readSheet(fields, all, mother).ok)
  fields.set('sensitive', 'maybe')
  assert.equal(fieldsOf(readSheet(fields, all, mother)), ['sensitive'])
})

sheet('names are compared but for spaces and capitals', () => {
  assert.ok(isSameName('박 서윤 ', '박서윤'))
  assert.ok(isSameName('Anna Kim', 'anna  kim'))
  assert.not.ok(isSameName('박서윤', '박서연'))
})

sheet.run()

const answers = suite('answers by a link')
const theirs = { answers: { 'guardian-participation': 'given' as const }, signedName: '박서윤' }
const waiting = () => {
  const { link } = aLink({ linkHash: 'hers' })
  return aYoungCase({ links: [link] })
}

answers('are kept with the route, the day and who gave them, and spend the link', () => {
  const file = made(answerByLink(waiting(), 'hers', theirs, now))
  assert.equal([file.links[0]?.answered, file.links[0]?.signedName], [now, '박서윤'])
  assert.equal(file.consents.at(-1), {
    ...{ kind: 'guardian-participation', giver: 'guardian', guardian: 0, route: 'link', textVersion: '2026-12' },
    ...{ answer: 'given', on: '2026-11-22', by: 'guardian', at: now },
  })
  assert.is(made(answerByLink(file, 'hers', theirs, days(1))), file)
  const other = { ...theirs, answers: { 'guardian-participation': 'refused' as const } }
  assert.is(why(answerByLink(file, 'hers', other, days(1))), 'link-spent')
  assert.is(why(answerByLink(file, 'hers', { ...theirs, signedName: '김도현' }, days(1))), 'link-spent')
})

answers('are not taken too late, by an unknown link, of a closed case, or to what was not asked', () => {
  assert.is(why(answerByLink(waiting(), 'hers', theirs, '2026-12-06T00:00:00.000Z')), 'link-expired')
  assert.is(why(answerByLink(waiting(), 'foreign', theirs, now)), 'link-unknown')
  const closed = { ...waiting(), closings: [{ on: '2026-11-22', reason: 'moved', ...by }] }
  assert.is(why(answerByLink(closed, 'hers', theirs, now)), 'link-expired')
  assert.is(mayAnswer(closed, closed.links[0]!, now), false)
  for (const kind of ['collection', 'diversion'])
    assert.is(why(answerByLink(waiting(), 'hers', { answers: { [kind]: 'given' } }, now)), 'giver-not-for-kind')
})

answers('are withdrawn by whoever gave them, and by nobody else', () => {
  const consents = [saidByGuardian('research', 0), saidByGuardian('research', 1), said('research')]
  const file = { ...waiting(), consents }
  for (const other of [2, 3, 4]) assert.is(why(withdrawByLink(file, 'hers', { number: other }, now)), 'link-unknown')
  const withdrawn = made(withdrawByLink(file, 'hers', { number: 1, why: '마음이 바뀜' }, now))
  assert.equal(withdrawn.consents[0]?.withdrawn, { on: '2026-11-22', why: '마음이 바뀜', by: 'guardian', at: now })
  assert.equal(withdrawn.consents.slice(1), consents.slice(1))
  assert.is(why(withdrawByLink(withdrawn, 'hers', { number: 1 }, now)), 'not-in-force')
})

answers.run()
