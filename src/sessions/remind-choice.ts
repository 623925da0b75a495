import type { CaseFile, Signature } from '../casefile/casefile.ts'
import type { Reminding } from '../casefile/course.ts'
import { entered } from '../casefile/journal.ts'
import { closingOf, isAccepted, remindersOf, reminderTo } from '../casefile/questions.ts'
import { mostGuardians } from '../consent/guardian.ts'
import { isSamePerson, type Whose } from '../consent/issue-link.ts'
import { Reading } from '../form.ts'
import { addressOf } from '../people/message.ts'
import type { Person } from '../people/person.ts'
import { done, type Result, refused } from '../result.ts'

export const ways = ['text', 'mail', 'none'] as const
const langs = ['ko', 'en'] as const

/** `youth`, `guardian-0`: one of a case in a form. */
export const personIn = ({ whose, guardian = 0 }: Whose): string =>
  whose === 'youth' ? 'youth' : `guardian-${guardian}`

/** Reads how somebody wants to be reminded: `whose` is asked of staff, and known of whoever came by a link. */
export function readChoice(fields: URLSearchParams, whose?: Whose): Result<Reminding> {
  const form = new Reading(fields)
  const own = whose ?? whoseIn(form)
  const { way, lang, ...to } = wayIn(form)
  return form.result({ ...own, way, ...(way !== 'none' && to), lang })
}

function whoseIn(form: Reading): Whose {
  const people = ['youth', ...Array.from({ length: mostGuardians }, (_, at) => `guardian-${at}`)]
  const named = form.one('remindWhose', people)
  return named === 'youth' ? { whose: 'youth' } : { whose: 'guardian', guardian: Number(named.slice(9)) }
}

function wayIn(form: Reading): Pick<Reminding, 'way' | 'to' | 'lang'> {
  const way = form.one('remindWay', ways)
  const isKnown = !form.refusals.some(({ field }) => field === 'remindWay')
  const to = way === 'none' || !isKnown || !form.has('remindTo') ? undefined : addressIn(form, way)
  return { way, ...(to && { to }), lang: form.one('remindLang', langs) }
}

const addressIn = (form: Reading, way: 'mail' | 'text') =>
  way === 'mail' ? form.email('remindTo') : form.phone('remindTo')

/**
 * Notes how the youth or a guardian wants to be reminded; their last word holds. A text goes to the number that is on
 * file then, unless they name another; the same again is no change.
 */
export function settleReminders(caseFile: CaseFile, said: Reminding, signature: Signature): Result<CaseFile> {
  const choice = withoutOwnNumber(caseFile, said)
  if (closingOf(caseFile)) return refused({ reason: 'case-closed' })
  if (!isAccepted(caseFile)) return refused({ reason: 'not-open-yet' })
  const whom = choice.whose === 'youth' ? caseFile.youth : caseFile.guardians[choice.guardian ?? -1]
  if (!whom) return refused({ field: 'remindWhose', reason: 'guardian-unknown' })
  if (choice.way !== 'none' && !reminderTo(caseFile, choice)) return refused({ field: 'remindTo', reason: 'missing' })
  const last = choiceOf(caseFile, choice)
  if (last && last.way === choice.way && last.to === choice.to && last.lang === choice.lang) return done(caseFile)
  const noted = { ...choice, ...signature }
  return done(entered(caseFile, 'reminders-set', { reminders: [...(caseFile.reminders ?? []), noted] }, signature))
}

/** The number on file, typed again, names no other: a text follows when it is put right. */
function withoutOwnNumber(caseFile: CaseFile, { to, ...choice }: Reminding): Reminding {
  const onFile = choice.way === 'text' ? reminderTo(caseFile, choice) : undefined
  const isSame = to && onFile && addressOf({ way: 'text', to }) === addressOf({ way: 'text', to: onFile })
  return { ...choice, ...(to && !isSame && { to }) }
}

/** What one of them said last. */
export const choiceOf = (caseFile: CaseFile, whose: Whose): (Signature & Reminding) | undefined =>
  remindersOf(caseFile).find((one) => isSamePerson(one, whose))

/** Reads how somebody of the house wants to be reminded: by mail at the address of the account, or at a number. */
export function readOwnChoice(fields: URLSearchParams): Result<Pick<Reminding, 'way' | 'to' | 'lang'>> {
  const form = new Reading(fields)
  const way = form.one('remindWay', ways)
  if (way === 'text' && !form.has('remindTo')) form.refuse('remindTo', 'missing')
  const to = way === 'text' ? form.phone('remindTo') : undefined
  return form.result({ way, ...(to && { to }), lang: form.one('remindLang', langs) })
}

/** Their own choice from now on; the same again is no change, so that nothing is told to them anew. */
export function chooseReminders(
  person: Person,
  { way, to, lang }: Pick<Reminding, 'way' | 'to' | 'lang'>,
  { at }: Signature,
): Person {
  const { reminders: last, ...others } = person
  if (way === 'none') return others
  const isSame = last && last.way === way && last.to === to && last.lang === lang
  return isSame ? person : { ...others, reminders: { way, ...(to && { to }), lang, at } }
}
