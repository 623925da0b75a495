import type { Moment } from '../time/days.ts'
import type { Days } from '../time/hours.ts'
import type { Signature } from './casefile.ts'

/*
 * What is kept of the course itself: notes and concerns, duties to report, who stands in, whom the youth must not meet,
 * how they are reminded. The second half of the privacy inventory that casefile.ts begins; the same rules hold.
 */

/** They did it together, it was the same incident, one was harmed by the other, or the lead has another reason. */
export interface Apart extends Signature {
  from: { caseNumber: string } | { schoolId: string }
  why: 'together' | 'same-incident' | 'harmed' | 'other'
  ended?: Signature & { why: string }
}

export interface Cover extends Signature, Days {
  counsellorId: string
  ended?: Signature
}

/**
 * Whoever works here and learns of a sexual crime against a minor must tell the investigators at once (Youth Protection
 * from Sexual Abuse Act art. 34(2)); of child abuse likewise. No case closes over one that was neither told nor found
 * by the lead not to be owed.
 */
export interface DutyToReport extends Signature {
  id: string
  law: 'sexual-crime' | 'child-abuse'
  /** when somebody here came to know, and who */
  learnedAt: Moment
  learnedBy: string
  told?: Signature & { whom: string; toldAt: Moment; reference?: string }
  notOwed?: Signature & { why: string }
}

export interface Reminding {
  whose: 'youth' | 'guardian'
  /** which of the guardians, counted from 0 */
  guardian?: number
  way: 'mail' | 'text' | 'none'
  /** mail address or telephone number; a text goes to the number on file where absent */
  to?: string
  lang: 'ko' | 'en'
}

export interface Note {
  /** a note is found by its session */
  sessionId: string
  /** still being written; gone once signed */
  draft?: NoteText & Signature
  signed?: NoteText & Signature
  addenda: (Signature & { text: string })[]
  /** the lead read the signed note, where the centre wants it */
  countersigned?: Signature & { remark?: string }
}

export interface NoteText {
  goals?: string
  module?: string
  summary: string
  response?: string
  homework?: string
  next?: string
  /** what the school may read */
  forSchool?: string
  /** flagged while writing; they join the file's concerns when the note is signed */
  concerns?: Pick<Concern, 'code' | 'severity'>[]
  /** the author's own; nobody else ever sees it */
  process?: string
}

export interface Concern extends Signature {
  code: string
  severity: 'info' | 'watch' | 'urgent'
  from: 'referral' | 'note' | 'staff' | 'survey'
  /** by which of the case's surveys the youth said it: in no figure and in no export but the youth's own */
  surveyId?: string
  settled?: Signature & { how: string }
}
