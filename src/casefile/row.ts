// Over 150 lines because a row is all that any list knows of a case, with how each part of it is worked out.
import type { Belonging } from '../people/may.ts'
import type { Wave } from '../surveys/waves.ts'
import { type Day, dayOf, type Moment } from '../time/days.ts'
import { isWithin } from '../time/hours.ts'
import type { CaseFile, IssuedSurvey } from './casefile.ts'
import { hashOfCheckCode } from './check-code.ts'
import { counsellorOf, coversOf, dueOnOf, openConcernsOf, owedReportsOf } from './questions.ts'
import { type Keeping, keepingOf } from './retention.ts'
import { attendeeOf, heldOf, isHeld, lacksGroupNote, type Session, trackOf } from './session.ts'

/** Where a case file stands in the programme; worked out in programme.ts. */
export const stages = [
  'referral',
  'waiting',
  'returned',
  'declined',
  'consent',
  'intake',
  'sessions',
  'exit',
  'closed',
] as const
export type Stage = (typeof stages)[number]
/** Stages in which the lead decides on the referral, or has decided not to take it. */
export const triageStages: readonly Stage[] = ['referral', 'waiting', 'returned', 'declined']
/** Stages in which somebody works on the case. */
export const openStages: readonly Stage[] = ['consent', 'intake', 'sessions', 'exit']

/** What consent asks of the staff beside the gate; worked out in consent/ask-again.ts. */
export type ConsentAsk = 'disagreement' | 'verify' | 'again-at-14'

/** A case file as a line in a list: small, kept in memory, made anew on each save. Names a youth, so mind who sees it. */
export interface Row {
  number: string
  name: string
  birthDate: Day
  stage: Stage
  referredOn: Day
  dueOn?: Day
  /** the school that the youth attends, and the one that referred and may follow */
  schoolId?: string
  referredBy?: string
  counsellorId?: string
  planned?: number
  held: number
  /** starts of sessions that are booked and have no attendance yet, earliest first */
  bookedAt: Moment[]
  /** of these, those at which the youth is to come; absent where it is all of them: ask `comingOf` */
  youthAt?: Moment[]
  /** to be watched, or urgent: what is there for information stands in the file alone */
  openConcerns: number
  /** signed notes that held sessions lack; a group lacks the one on the group as well */
  notesMissing: number
  /** of whatever leads to it: links, and the codes of certificates */
  linkHashes: string[]
  /** by what the centre's own table calls it; only of a case that came with an import */
  reference?: string
  /** of a case that is not open: from when its retention runs */
  keeping?: Keeping
  asks?: ConsentAsk[]
  /** day and number of the letter that ordered it: youths of one incident often have the same */
  decision?: string
  /** whom the youth must not meet; worked out in sessions/apart.ts */
  apart?: { schoolId?: string; cases: string[]; schools: string[] }
  /** the day on which the youth was last seen, and how often in a row they did not come without a word since */
  seenOn?: Day
  noShows?: number
  /** duties to report that are neither told nor found not to be owed */
  reportsOwed?: number
  /** when notes were signed that the lead has not countersigned; of open cases only */
  uncountersigned?: Moment[]
  /** surveys that were handed out and wait for answers; worked out in intake/follow-ups.ts */
  surveysWaiting?: number
  /** which versions of surveys were handed out, and whether they were answered */
  surveysOf?: { survey: string; version: number; answered: boolean }[]
  /**
   * of a closed case: when the youth is to be asked how things went on, where that has not been answered; until when the
   * one that is out can be
   */
  followUps?: { wave: Wave; dueOn: Day; until?: Moment }[]
  /** of a case that can be coded a second time: who did the interview, and who did code it again */
  coding?: { interviewedBy: string; codedBy?: string }
  /** ids of the counsellors who stand in, and from when to when */
  covers?: { counsellorId: string; from: Day; to: Day }[]
  /** ids of the only people who may know of it */
  restrictedTo?: string[]
  /** who broke the glass, and until when */
  openings?: { by: string; until: Moment }[]
}

/** The line of a case file, worked out from it, its sessions and the stage that it is in. */
export function rowOf(caseFile: CaseFile, sessions: Session[], stage: Stage): Row {
  const { number, youth, referral, school, plan } = caseFile
  const taken = sessions.filter((session) => isHeld(session, number))
  const signed = new Set(caseFile.notes.filter((note) => note.signed).map(({ sessionId }) => sessionId))
  const booked = sessions.filter((session) => !session.cancelled && !attendeeOf(session, number)?.attendance)
  return {
    number,
    name: youth.name,
    birthDate: youth.birthDate,
    stage,
    referredOn: referral.on,
    dueOn: dueOnOf(caseFile),
    schoolId: school.schoolId,
    referredBy: referral.schoolId,
    decision: decisionOf(caseFile),
    counsellorId: counsellorOf(caseFile),
    planned: plan?.sessions,
    held: heldOf(sessions, number).length,
    bookedAt: booked.map(({ startAt }) => startAt).sort(),
    ...youthAt(booked),
    openConcerns: openConcernsOf(caseFile).filter(({ severity }) => severity !== 'info').length,
    notesMissing:
      taken.filter(({ id }) => !signed.has(id)).length + taken.filter((one) => lacksGroupNote(one, number)).length,
    linkHashes: [
      ...caseFile.links.map(({ linkHash }) => linkHash),
      ...caseFile.surveys.flatMap(hashesOf),
      ...(caseFile.certificates ?? []).map(({ code }) => hashOfCheckCode(code)),
    ],
    ...(caseFile.imported && { reference: caseFile.imported.reference }),
    keeping: keepingOf(caseFile),
    ...seenBy(caseFile, sessions),
    reportsOwed: owedReportsOf(caseFile).length || undefined,
    ...(openStages.includes(stage) && uncountersigned(caseFile)),
    ...versionsIn(caseFile),
    ...codingIn(caseFile),
    ...covering(caseFile),
    restrictedTo: caseFile.restricted?.to,
    ...(caseFile.openings.length > 0 && { openings: caseFile.openings.map(({ by, until }) => ({ by, until })) }),
  }
}

/** What decides whose case it is; the same that questions.ts says of its file, but for a broken glass. */
export const belongingOfRow = ({ counsellorId, covers = [], restrictedTo }: Row, now: Moment): Belonging => ({
  ...{ counsellorId, restrictedTo },
  sharedWith: covers.filter((cover) => isWithin(dayOf(now), cover)).map((cover) => cover.counsellorId),
})

/** Day and number of the committee's or court's letter, where both are known. */
export const decisionOf = ({ referral: { decidedOn, decisionNumber } }: CaseFile): string | undefined =>
  decidedOn && decisionNumber ? `${decidedOn} ${decisionNumber.replace(/\s+/g, '')}` : undefined

/** When the youth was last seen, at the interview too, and how often in a row they then did not come without a word. */
function seenBy({ number, interview }: CaseFile, sessions: Session[]): Pick<Row, 'seenOn' | 'noShows'> {
  const marked = sessions
    .filter((one) => trackOf(one.kind) === 'youth' && !one.cancelled && attendeeOf(one, number)?.attendance)
    .sort((a, b) => a.startAt.localeCompare(b.startAt))
  const held = marked.findLast((one) => isHeld(one, number))
  const days = [interview?.on, held && dayOf(held.startAt)].filter((on) => on !== undefined).sort()
  const came = marked.findLastIndex((one) => attendeeOf(one, number)?.attendance?.code !== 'no-show')
  const noShows = marked.length - 1 - came
  return { seenOn: days.at(-1), ...(noShows > 0 && { noShows }) }
}

/** Whatever leads to a survey: its link, the number for the tablet, the tablet's own link. */
const hashesOf = ({ linkHash, tablet }: IssuedSurvey): string[] =>
  [linkHash, tablet?.linkHash ?? tablet?.codeHash].filter((one) => one !== undefined)

/** When the notes were signed that the lead has not signed too. */
function uncountersigned({ notes }: CaseFile): Pick<Row, 'uncountersigned'> {
  const at = notes.flatMap(({ signed, countersigned }) => (signed && !countersigned ? [signed.at] : []))
  return at.length > 0 ? { uncountersigned: at } : {}
}

function versionsIn({ surveys }: CaseFile): Pick<Row, 'surveysOf'> {
  const each = surveys.map(({ survey, version, response }) => ({ survey, version, answered: response !== undefined }))
  return each.length > 0 ? { surveysOf: each } : {}
}

function codingIn({ interview, imported, secondCoding }: CaseFile): Pick<Row, 'coding'> {
  if (!interview || imported) return {}
  return { coding: { interviewedBy: interview.by, ...(secondCoding && { codedBy: secondCoding.by }) } }
}

function covering(caseFile: CaseFile): Pick<Row, 'covers'> {
  const covers = coversOf(caseFile).map(({ counsellorId, from, to }) => ({ counsellorId, from, to }))
  return covers.length > 0 ? { covers } : {}
}

/** Starts of booked sessions to which the youth, not the guardian alone, is to come. */
export const comingOf = ({ bookedAt, youthAt = bookedAt }: Row): Moment[] => youthAt

function youthAt(booked: Session[]): Pick<Row, 'youthAt'> {
  const own = booked.filter(({ kind }) => trackOf(kind) === 'youth')
  return own.length < booked.length ? { youthAt: own.map(({ startAt }) => startAt).sort() } : {}
}
