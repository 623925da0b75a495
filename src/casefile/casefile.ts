import type { Day, Moment } from '../time/days.ts'
import type { WeekHours } from '../time/hours.ts'
import type { Apart, Concern, Cover, DutyToReport, Note, Reminding } from './course.ts'
import type { Entry } from './journal.ts'
import type { Certificate, Imported, SecondCoding } from './outcome.ts'

/*
 * What is kept about a young person: the one long read, and the privacy inventory; its second half, on the course
 * itself, is course.ts, and the last part, on what came of it, is outcome.ts. Beside them stand only the sessions in the diary (session.ts: when, with whom, who came, what a
 * group did), drafts of a referral or a survey until they are sent, reminders until they are 90 days old
 * (people/registers.ts), and the log of who looked (store/store.ts).
 *
 * What is in none of them is not kept. No name, school or contact of the person harmed; no file or picture of any kind;
 * no resident registration number (the form reader refuses text that holds one). Lists are appended to: an answer, a
 * note or a decision that no longer holds gets a mark beside it, with who and when, and stays.
 *
 * Over 150 lines because whoever asks what is kept of a child should have to read one page.
 *
 * Codes come from data/codebook.json. Days are days in Seoul, moments are UTC. Not asked is absent.
 */

export interface CaseFile {
  /** shape of this record; see upgrade.ts */
  version: 2
  /** year and running number, `2026-0042`; never given twice */
  number: string
  youth: Youth
  guardians: Guardian[]
  school: SchoolPlace
  referral: Referral
  triage: TriageStep[]
  assignments: Assignment[]
  consents: Consent[]
  interview?: Interview
  plan?: Plan
  surveys: IssuedSurvey[]
  notes: Note[]
  concerns: Concern[]
  closings: Closing[]
  /** links by which youth and guardians come to their own page */
  links: PersonalLink[]
  /** guardians said yes and no to the same thing: what the lead decided */
  disagreements: (Signature & { kind: string; why: string })[]
  /** whom it is kept to: everyone else, leads too, is kept out */
  restricted?: Signature & { to: string[]; why: string }
  /** who broke the glass to read it, why, and until when */
  openings: (Signature & { why: string; until: Moment })[]
  /** kept longer than the rule says, and why */
  holds: (Signature & { why: string; lifted?: Signature })[]
  /** one person proposed to erase it; a second one must agree */
  erasure?: Signature
  /** when the youth can come, as the youth or the guardian says */
  freeTimes?: Signature & { hours: WeekHours }
  /** whom else this youth must not meet here: youths of other cases, or of a whole school */
  apart?: Apart[]
  /** groups that the youth joined after they were booked, or was taken out of before they began */
  groups?: (Signature & { sessionId: string; what: 'joined' | 'left' })[]
  /** who stands in for the counsellor, from one day to another */
  covers?: Cover[]
  /** duties to report to investigators that came up, and what became of them */
  reports?: DutyToReport[]
  /** how youth and guardians want to be reminded; what each said last holds */
  reminders?: (Signature & Reminding)[]
  /** what was put right, who asked for it and why; the journal has before and after */
  corrections?: (Signature & { askedBy: 'youth' | 'guardian' | 'staff'; why: string; what: string[] })[]
  /** what somebody else coded from the interview, without having seen the first codes */
  secondCoding?: SecondCoding
  certificates?: Certificate[]
  /** taken over from a table that the centre kept before: sessions and hours were only counted there */
  imported?: Imported
  journal: Entry[]
}

/** Who did it and when: every record below carries one. `by` is a person's id; `youth` or `guardian` for what came by a link. */
export interface Signature {
  by: string
  at: Moment
}

export interface Youth {
  name: string
  birthDate: Day
  gender: string
  phone?: string
}

export interface Guardian {
  relation: string
  name?: string
  phone?: string
}

export interface SchoolPlace {
  /** the school that the youth attends, if the centre knows it */
  schoolId?: string
  level: string
  grade?: number
}

export interface Referral {
  /** the school that referred, and so follows the case; absent when somebody else did */
  schoolId?: string
  source: string
  basis: string
  measures: string[]
  /** number on the committee's or court's letter */
  decisionNumber?: string
  decidedOn?: Day
  orderedHours?: number
  orderedGuardianHours?: number
  dueOn?: Day
  /** what happened, in codes only; as the referrer tells it */
  types: string[]
  spread: 'yes' | 'no' | 'unknown'
  channels: string[]
  relation: string
  sameSchool: 'yes' | 'no' | 'unknown'
  happenedOn?: Day
  /** numbers of cases whose youths must not be met here */
  mustNotMeet: string[]
  concerns: string[]
  needs?: string
  request?: string
  guardianTold: boolean
  referrer: { name: string; phone?: string; office?: string }
  /** the day on which the referral reached the centre */
  on: Day
  by: string
  at: Moment
  amended?: Signature[]
}

export interface TriageStep extends Signature {
  decision: 'accepted' | 'declined' | 'waiting' | 'returned'
  reason?: string
}

export interface Assignment extends Signature {
  counsellorId: string
  why?: string
}

export interface Consent extends Signature {
  kind: string
  giver: 'youth' | 'guardian'
  /** which of the guardians, counted from 0 */
  guardian?: number
  route: 'link' | 'in-person' | 'paper' | 'phone'
  /** edition of the text that was put before them */
  textVersion: string
  answer: 'given' | 'refused'
  /** the day they answered, which may be earlier than the day it was typed in */
  on: Day
  /** how the guardian of a child under 14 was verified (PIPA Decree art. 17-2) */
  verification?: Signature & { method: string; detail?: string }
  withdrawn?: Signature & { on: Day; why?: string }
  /** recorded by mistake, or found not to be theirs */
  invalidated?: Signature & { why: string }
}

/** Opens the own page of one youth or of one guardian, and nothing else. */
export interface PersonalLink extends Signature {
  id: string
  whose: Consent['giver']
  /** which of the guardians, counted from 0 */
  guardian?: number
  /** SHA-256 of the token in the link; the token itself is not kept */
  linkHash: string
  /** consents can be answered until then, once */
  answerBy: Moment
  /** the page can be opened until then */
  expiresAt: Moment
  answered?: Moment
  /** the name that a guardian put to the answers, as typed */
  signedName?: string
  revoked?: Signature
}

export interface Interview extends Signature {
  on: Day
  summary: string
  acknowledges: 'fully' | 'partly' | 'not' | 'not-asked'
  home?: string
  schoolLife?: string
  digitalHabits?: string
  health?: string
  strengths?: string
  /** as the youth tells it, and as the counsellor codes it: kept apart */
  motives: { self: Motives; coded: Motives }
  types: string[]
  channels: string[]
  relation: string
  goals: { youth?: string; guardian?: string; counsellor?: string }
}

export interface Motives {
  all: string[]
  main?: string
}

export interface Plan extends Signature {
  sessions: number
  minutes: number
  kind: string
  mode: string
  startOn: Day
  dueOn?: Day
}

export interface IssuedSurvey extends Signature {
  id: string
  survey: string
  /** of the definition, as in surveys/intake.v1.json; the newest one until it is first opened, then for good */
  version: number
  /** when in the programme: `intake`, `exit`, `follow-up-3` */
  wave: string
  /** SHA-256 of the token in the link; the token itself is not kept. Absent: it was never sent */
  linkHash?: string
  expiresAt: Moment
  /** a number that the counsellor tells by voice: SHA-256 of it and the token, and how many wrong ones there were */
  pin?: { hash: string; wrong: number }
  /** handed over on the centre's tablet: SHA-256 of the number to type there, and of the token that the tablet then got */
  tablet?: Signature & { codeHash: string; until: Moment; linkHash?: string }
  opened?: Moment
  /** the youth would rather not answer this one */
  refused?: Moment
  revoked?: Signature
  response?: {
    at: Moment
    lang: 'ko' | 'en'
    answers: Record<string, unknown>
    /** how long it was open, in all and page by page; as the browser says */
    seconds?: number
    pages?: Record<string, number>
    /** filled in on paper on that day, and typed in by somebody of the house */
    paper?: Signature & { on: Day }
  }
}

export interface Closing extends Signature {
  on: Day
  reason: string
  summary?: string
  reopened?: Signature & { why: string }
}
