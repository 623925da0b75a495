import type { CaseFile, Consent, PersonalLink } from '../casefile/casefile.ts'
import { closingOf, isAccepted } from '../casefile/questions.ts'
import { Reading } from '../form.ts'
import type { Result } from '../result.ts'
import { ageOn, type Day, type Moment } from '../time/days.ts'
import { guardianKind } from './gate.ts'
import type { Answers } from './give.ts'
import { linkStateOf, type Whose } from './issue-link.ts'
import { isOrdered } from './share.ts'

/** One question on the sheet of a link. */
export interface Asked {
  kind: string
  /** what they said to it before, if they did */
  before?: Consent
  /** has to be answered; others stay as they are when nothing is chosen */
  must: boolean
}

/**
 * What is asked by a link. Whether a prosecutor's condition is agreed to, and a recipient that is no school, are talked
 * about face to face: their names would say on a telephone what this is about.
 */
function kindsFor(caseFile: CaseFile, { whose }: Whose, today: Day): string[] {
  const tell = caseFile.referral.schoolId !== undefined && !isOrdered(caseFile) ? ['third-party'] : []
  const limits = 'confidentiality-limits'
  if (whose === 'youth') return ['collection', 'sensitive', 'counselling', ...tell, 'survey', 'research', limits]
  return ageOn(caseFile.youth.birthDate, today) < 14
    ? [guardianKind, 'sensitive', ...tell, 'guardian-participation', 'research', limits]
    : ['guardian-participation', limits]
}

/** What this person answered and what still counts of it: their last answer to each kind. */
export function ownAnswers({ consents }: CaseFile, { whose, guardian }: Whose): Consent[] {
  const own = consents.filter((one) => one.giver === whose && one.guardian === guardian && !one.invalidated)
  return [...new Map(own.map((one) => [one.kind, one])).values()]
}

/** The sheet of one person today. Whoever answered before turning 14 is asked everything anew. */
export function sheetOf(caseFile: CaseFile, link: Whose, today: Day): Asked[] {
  const { birthDate } = caseFile.youth
  const given = new Map(ownAnswers(caseFile, link).map((one) => [one.kind, one]))
  const grown = (before: Consent) =>
    link.whose === 'youth' && ageOn(birthDate, today) >= 14 && ageOn(birthDate, before.on) < 14
  return kindsFor(caseFile, link, today).map((kind) => {
    const before = given.get(kind)
    return { kind, ...(before && { before }), must: before === undefined || grown(before) }
  })
}

/** Whether answers by this link are still taken. */
export const mayAnswer = (caseFile: CaseFile, link: PersonalLink, now: Moment): boolean =>
  linkStateOf(link, now) === 'waiting' && isAccepted(caseFile) && !closingOf(caseFile)

/** What came back: what was said to each kind, and the name that a guardian put to it. */
export interface Said {
  answers: Answers['answers']
  signedName?: string
}

/** Reads a sheet that was filled in. */
export function readSheet(fields: URLSearchParams, asked: Asked[], { whose }: Whose): Result<Said> {
  const form = new Reading(fields)
  const offered = ['given', 'refused'] as const
  const said = asked.map(
    ({ kind, must }) => [kind, must ? form.one(kind, offered) : form.oneOrNone(kind, offered)] as const,
  )
  const chosen = said.filter((one): one is [string, Consent['answer']] => one[1] !== undefined)
  if (chosen.length === 0) form.refuse(asked[0]?.kind ?? '', 'missing')
  const signedName = whose === 'guardian' ? form.text('signedName', { most: 60 }) : undefined
  return form.result({ answers: Object.fromEntries(chosen), ...(signedName && { signedName }) })
}

/** Whether two names are the same but for spaces and capitals. */
export const isSameName = (one: string, other: string): boolean => bare(one) === bare(other)
const bare = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
