// Over 150 lines because every register is one short record, and all are read in one place.
import type { Day, Moment } from '../time/days.ts'
import type { Days } from '../time/hours.ts'
import type { Message } from './message.ts'

/*
 * Registers: short records beside the case files, each with an id. They name people of the house by id and youths by
 * case number only; what is typed into them is sealed like everything else.
 */

export interface Registers {
  notices: Notice
  tries: Tries
  destructions: Destruction
  incidents: Incident
  inquiries: Inquiry
  reviews: LogReview
  absences: Absence
  messages: Message
  editions: Edition
  alarms: Alarm
  releases: Release
  imports: Import
  exports: Export
}

/** Something that one person must be told at once; shown on every page of theirs until they say that they saw it. */
export interface Notice {
  id: string
  to: string
  what:
    | 'break-glass'
    | 'restricted'
    | 'password-changed'
    | 'factors-changed'
    | 'rights-changed'
    | 'consent-answered'
    | 'consent-withdrawn'
    | 'concern-raised'
    | 'help-needed'
    | 'help-waiting'
    | 'help-taken'
    | 'duty-to-report'
    | 'covering'
    | 'cases-given'
  at: Moment
  by: string
  caseNumber?: string
  /** whose account it is about, where it is not their own */
  personId?: string
  seenAt?: Moment
}

/** Failed attempts at one account, or from one address: each makes the next one wait longer. */
export interface Tries {
  /** a hash of the account or the address, so that the register names nobody */
  id: string
  failures: number
  at: Moment
}

/** That a case was erased: its number, the rule, who proposed and who approved. Nothing about the youth. */
export interface Destruction {
  id: string
  caseNumber: string
  rule: 'case-closed' | 'referral-declined'
  dueOn: string
  /** `rule` where no person decided */
  proposed: { by: string; at: Moment }
  approved: { by: string; at: Moment }
  how: 'key-destroyed'
}

/** A leak, a loss, a theft, a mistake: the Commission and the people concerned are told within 72 hours. */
export interface Incident {
  id: string
  at: Moment
  by: string
  /** when somebody of the house came to know: the 72 hours run from here */
  knownAt: Moment
  what: 'leak' | 'loss' | 'theft' | 'alteration' | 'mistake' | 'other'
  description: string
  people?: number
  caseNumbers: string[]
  steps: {
    by: string
    at: Moment
    step: 'people-told' | 'commission-told' | 'contained' | 'remark' | 'ended'
    text?: string
  }[]
}

/**
 * Somebody outside asked about a youth. Refused, unless it is for trial, investigation or military need (Juvenile Act
 * art. 70), was asked for in writing, and a second person approved. What became of it is worked out.
 */
export interface Inquiry {
  id: string
  at: Moment
  by: string
  /** which body asked, and under which document number */
  asker: string
  document?: string
  purpose: 'trial' | 'investigation' | 'military' | 'other'
  caseNumber?: string
  /** what is to be given, where it may be answered; absent: refused at once */
  give?: ('dates' | 'completion' | 'referral' | 'record')[]
  approved?: { by: string; at: Moment }
  declined?: { by: string; at: Moment }
}

/** That the lead went through the log of a month: `2026-11`. */
export interface LogReview {
  id: string
  month: string
  by: string
  at: Moment
  remarks?: string
  entries: number
  /** of the last entry that was looked at */
  lastHash: string
}

/** A counsellor is away: nothing is booked with them, and a colleague may stand in. */
export interface Absence extends Days {
  id: string
  counsellorId: string
  by: string
  at: Moment
  coveredBy?: string
  /** numbers of the cases in which the cover was noted */
  cases: string[]
  ended?: { by: string; at: Moment }
}

/**
 * A version of a survey that the centre added. It may change until it is published, and never after that. What it asks
 * has the shape of src/surveys/definition.ts, where it was checked before it came here.
 */
export interface Edition {
  /** `intake.v2` */
  id: string
  survey: string
  version: number
  /** read through src/surveys/shelf.ts: a register knows ids and days, not what a survey is made of */
  definition: unknown
  by: string
  at: Moment
  published?: { by: string; at: Moment }
}

/**
 * A youth answered a safety question so that somebody must look at once. What was answered stands in the case file as
 * concerns; here runs only the clock, until one of those who are told says that they have taken it up.
 */
export interface Alarm {
  id: string
  caseNumber: string
  /** which survey of the case */
  surveyId: string
  at: Moment
  /** who was told at first */
  to: string[]
  /** nobody had taken it up by then: everyone who may know of the case is told again */
  lookBy: Moment
  escalatedAt?: Moment
  taken?: { by: string; at: Moment }
}

/** Figures that were given to others, or are to be: what was chosen, why, and the numbers as they were shown. */
export interface Release {
  /** `2026-01`: year and running number */
  id: string
  by: string
  at: Moment
  purpose: string
  /** figures by id, tables of two of them, and whether the change in scales is in it */
  figures: string[]
  crosses: [string, string][]
  outcome: boolean
  /** whole half-years of the referrals, `2019-2` to `2020-2`; and one school level or basis, if not all */
  from: string
  to: string
  only?: { figure: 'school-level' | 'referral-basis'; code: string }
  /** the day on which it was counted, and below how many a number was hidden */
  cutOff: Day
  threshold: number
  /** read through src/report/publish.ts: a register knows ids and days, not what a table is made of */
  tables: unknown
  /** a second person agreed: from then on it may leave the house */
  approved?: { by: string; at: Moment }
  declined?: { by: string; at: Moment; why: string }
  /** should not be used any more; what was given away stays known */
  withdrawn?: { by: string; at: Moment; why: string }
}

/** A table that a centre brought along: which cases came of it. */
export interface Import {
  id: string
  by: string
  at: Moment
  file: string
  cases: string[]
  takenBack?: { by: string; at: Moment; why: string }
}

/** A data set that was made: for what, of what, and how many rows it had. The rows themselves are not kept. */
export interface Export {
  id: string
  by: string
  at: Moment
  purpose: string
  use: 'programme' | 'research' | 'authority'
  /** its parts */
  what: string[]
  /** quarters of the referral, both counted in; absent: no limit */
  from?: string
  to?: string
  rows?: number
  /** youths left out because there is no consent to this use */
  leftOut?: number
  /** youths left out because their restricted case is kept from whoever made it */
  keptBack?: number
  /** when a file of it was last fetched */
  fetchedAt?: Moment
}
