import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { answerByLink, linkIn, withdrawByLink } from '../../src/consent/answer-by-link.ts'
import { issueLink, linkStateOf, readWhose, revokeLink } from '../../src/consent/issue-link.ts'
import { mayAnswer } from '../../src/consent/sheet.ts'
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
    ...{ kind: 'guardian-participation', giver: 'guardian', guardian: 0, route: 'link', textVersion: '2026-12-2' },
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
