import { isDeepStrictEqual } from 'node:util'
import type { CaseFile, PersonalLink } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { done, type Result, refused } from '../result.ts'
import { dayOf, type Moment } from '../time/days.ts'
import { consentsOf, refusalsAgainst } from './give.ts'
import { opens } from './issue-link.ts'
import { mayAnswer, ownAnswers, type Said, sheetOf } from './sheet.ts'
import { withdraw } from './withdraw.ts'

/** The link as it is now, while it opens its page. */
export const linkIn = ({ links }: CaseFile, linkHash: string, now: Moment): PersonalLink | undefined =>
  links.find((one) => one.linkHash === linkHash && opens(one, now))

/**
 * Takes the answers of one sheet, once: the same change that keeps them spends the link. The same answers again (a
 * second tap, a line that broke) are no refusal and no change; other answers after that are refused.
 */
export function answerByLink(caseFile: CaseFile, linkHash: string, said: Said, now: Moment): Result<CaseFile> {
  const link = linkIn(caseFile, linkHash, now)
  if (!link) return refused({ reason: 'link-unknown' })
  if (link.answered) return isSame(caseFile, link, said) ? done(caseFile) : refused({ reason: 'link-spent' })
  if (!mayAnswer(caseFile, link, now)) return refused({ reason: 'link-expired' })
  const { answers, signedName } = said
  const { whose: giver, guardian } = link
  const on = dayOf(now)
  const what = { giver, ...(giver === 'guardian' && { guardian }), route: 'link', on, answers } as const
  const asked = sheetOf(caseFile, link, on).map(({ kind }) => kind)
  const foreign = Object.keys(answers).find((kind) => !asked.includes(kind))
  if (foreign) return refused({ field: foreign, reason: 'giver-not-for-kind' })
  const against = refusalsAgainst(caseFile, what, on)
  if (against.length > 0) return refused(...against)
  const signature = { by: giver, at: now }
  const consents = [...caseFile.consents, ...consentsOf(what, signature)]
  const spent = { ...link, answered: now, ...(signedName && { signedName }) }
  const links = caseFile.links.map((one) => (one === link ? spent : one))
  return done(entered(caseFile, 'consent-recorded', { consents, links }, signature))
}

/** Whether this is what the link was answered with already. */
function isSame({ consents }: CaseFile, { whose, guardian, answered, signedName }: PersonalLink, said: Said): boolean {
  const kept = consents.filter(
    (one) => one.route === 'link' && one.giver === whose && one.guardian === guardian && one.at === answered,
  )
  const answers = Object.fromEntries(kept.map(({ kind, answer }) => [kind, answer]))
  return isDeepStrictEqual(answers, said.answers) && signedName === said.signedName
}

/** Takes back one's own yes by one's own page, by its place in the list of consents, counted from 1. */
export function withdrawByLink(
  caseFile: CaseFile,
  linkHash: string,
  { number, why }: { number: number; why?: string },
  now: Moment,
): Result<CaseFile> {
  const link = linkIn(caseFile, linkHash, now)
  const consent = caseFile.consents[number - 1]
  if (!link || !consent || !ownAnswers(caseFile, link).includes(consent)) return refused({ reason: 'link-unknown' })
  const on = dayOf(now)
  return withdraw(caseFile, number, { on, ...(why && { why }) }, on, { by: link.whose, at: now })
}
