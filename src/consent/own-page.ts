import type { CaseFile, Consent, PersonalLink } from '../casefile/casefile.ts'
import type { Reminding } from '../casefile/course.ts'
import type { Printed } from '../casefile/outcome.ts'
import { certificatesInForce } from '../casefile/printed.ts'
import { remindersOf, reminderTo } from '../casefile/questions.ts'
import { type Retention, retentionOf } from '../casefile/retention.ts'
import { attendeeOf, type Session, trackOf } from '../casefile/session.ts'
import type { RetentionPeriods } from '../people/person.ts'
import { type Day, dayOf, type Moment } from '../time/days.ts'
import { guardianKind, guardiansNeededKinds, isGuardianNeeded, isInForce, neededKinds } from './gate.ts'
import { isSamePerson, type Whose } from './issue-link.ts'
import { mayTellReferrer } from './share.ts'
import { mayAnswer, ownAnswers } from './sheet.ts'

/** Groups of what is kept, in the order in which it came. */
export type Group =
  | 'profile'
  | 'guardians'
  | 'referral'
  | 'consents'
  | 'meetings'
  | 'notes'
  | 'surveys'
  | 'reminders'
  | 'log'

export interface OwnAnswer {
  /** its place in the file, by which it is withdrawn */
  number: number
  kind: string
  answer: Consent['answer']
  on: Day
  inForce: boolean
  /** a yes that can be taken back; that something was read cannot */
  mayWithdraw: boolean
  withdrawnOn?: Day
  /** of a legal guardian's yes: whether the centre has made sure that it is theirs */
  verified?: boolean
}

/**
 * What a youth or a guardian may see on their own page: which groups are kept and never what is in them; their own
 * answers and never another's. A page given this type cannot show more.
 */
export interface OwnPage {
  whose: Consent['giver']
  youth: string
  answers: OwnAnswer[]
  /** consents can be answered by this link until then; absent when they no longer can */
  answerBy?: Moment
  kept: Group[]
  tellsReferrer: boolean
  next?: Pick<Session, 'startAt' | 'minutes' | 'mode' | 'roomId'>
  /** how they themselves are reminded, if they said so */
  reminded?: Pick<Reminding, 'way' | 'to'>
  /** to the youth: which guardians hear of the dates, by what they are to them */
  alsoReminded: string[]
  /** their own certificates that are in force: what leads to the page where each can be checked */
  certificates: Pick<Printed, 'number' | 'code' | 'at'>[]
  retention: Pick<Retention, 'state' | 'dueOn'>
}

export function ownPageOf(
  caseFile: CaseFile,
  sessions: Session[],
  link: PersonalLink,
  periods: RetentionPeriods,
  now: Moment,
): OwnPage {
  const { state, dueOn } = retentionOf(caseFile, periods, dayOf(now))
  const next = nextOf(sessions, caseFile.number, link, now)
  return {
    ...{ whose: link.whose, youth: caseFile.youth.name },
    answers: ownAnswers(caseFile, link).map((one) => answerOf(one, caseFile.consents.indexOf(one) + 1)),
    ...(mayAnswer(caseFile, link, now) && { answerBy: link.answerBy }),
    ...{ kept: groupsOf(caseFile, sessions), tellsReferrer: mayTellReferrer(caseFile) },
    ...(next && { next }),
    ...remindingOf(caseFile, link),
    certificates: certificatesInForce(caseFile)
      .filter((one) => isSamePerson(one, link))
      .map(({ number, code, at }) => ({ number, code, at })),
    retention: { state, ...(dueOn && { dueOn }) },
  }
}

function remindingOf(caseFile: CaseFile, link: Whose): Pick<OwnPage, 'reminded' | 'alsoReminded'> {
  const all = remindersOf(caseFile)
  const own = all.find((one) => isSamePerson(one, link))
  const guardians = all.filter(({ whose, way }) => link.whose === 'youth' && whose === 'guardian' && way !== 'none')
  return {
    ...(own && { reminded: { way: own.way, to: reminderTo(caseFile, own) } }),
    alsoReminded: guardians.map(({ guardian = 0 }) => caseFile.guardians[guardian]?.relation ?? 'other'),
  }
}

function answerOf(consent: Consent, number: number): OwnAnswer {
  const { kind, answer, on, withdrawn, verification } = consent
  const inForce = isInForce(consent)
  return {
    ...{ number, kind, answer, on, inForce, mayWithdraw: inForce && kind !== 'confidentiality-limits' },
    ...(withdrawn && { withdrawnOn: withdrawn.on }),
    ...(kind === guardianKind && inForce && { verified: verification !== undefined }),
  }
}

function groupsOf({ guardians, notes, interview, surveys, reminders }: CaseFile, sessions: Session[]): Group[] {
  const groups: [Group, boolean][] = [
    ['profile', true],
    ['guardians', guardians.length > 0],
    ['referral', true],
    ['consents', true],
    ['meetings', sessions.length > 0],
    ['notes', interview !== undefined || notes.some(({ signed }) => signed)],
    ['surveys', surveys.some(({ response }) => response)],
    ['reminders', reminders !== undefined],
    ['log', true],
  ]
  return groups.filter(([, kept]) => kept).map(([group]) => group)
}

/**
 * Meetings of the staff with others are nobody's appointment; those with guardians are not the youth's, and those with
 * one guardian not the other's.
 */
function nextOf(sessions: Session[], number: string, { whose, guardian = 0 }: Whose, now: Moment): OwnPage['next'] {
  const isTheirs = (one: Session) => {
    const track = trackOf(one.kind)
    const attendee = attendeeOf(one, number)
    if (!attendee || track === 'liaison') return false
    return track === 'youth' || (whose === 'guardian' && (attendee.guardian ?? guardian) === guardian)
  }
  const next = sessions
    .filter((one) => one.startAt > now && !one.cancelled && isTheirs(one))
    .sort((one, other) => one.startAt.localeCompare(other.startAt))[0]
  return next && { startAt: next.startAt, minutes: next.minutes, mode: next.mode, roomId: next.roomId }
}

/** What follows when a yes is taken back: counselling stops, the referrer hears no more, or nothing else changes. */
export function followsFrom(caseFile: CaseFile, { whose }: Whose, kind: string): 'stops' | 'untold' | 'goesOn' {
  const needed: readonly string[] = whose === 'youth' ? neededKinds : guardiansNeededKinds
  if (needed.includes(kind) && (whose === 'youth' || isGuardianNeeded(caseFile))) return 'stops'
  return kind === 'third-party' ? 'untold' : 'goesOn'
}
