// Over 150 lines because it is the one table of who may do what, and what is asked of it.
import type { Person, Role } from './person.ts'

/** How far a deed reaches: every case, one's own cases, or no case at all (a page that is about none). */
type Reach = 'any' | 'own'

/**
 * Who may do what: one table, in plain words. Whoever is not named may not. Roles are compared nowhere else.
 * `own` means: for a counsellor, the cases assigned to them; for a school, the youths that it referred.
 */
export const deeds = {
  // everyone, signed in or not
  'sign in': { anyone: 'any' },
  'choose a language': { anyone: 'any' },
  'answer a survey': { anyone: 'any' },
  'ask whether the house stands': { anyone: 'any' },
  'set up the centre': { anyone: 'any' },
  'take up an invitation': { anyone: 'any' },
  'open an own page': { anyone: 'any' },
  'read a calendar feed': { anyone: 'any' },
  'check a certificate': { anyone: 'any' },

  // everyone who is signed in
  'sign out': { counsellor: 'any', school: 'any', lead: 'any', admin: 'any' },
  'see today': { counsellor: 'any', school: 'any', lead: 'any', admin: 'any' },
  'look after the own account': { counsellor: 'any', school: 'any', lead: 'any', admin: 'any' },
  'change the own factors': { counsellor: 'any', school: 'any', lead: 'any', admin: 'any' },
  'settle the own reminders': { counsellor: 'any', school: 'any', lead: 'any', admin: 'any' },
  'see own notices': { counsellor: 'any', school: 'any', lead: 'any', admin: 'any' },
  'go on with what was typed': { counsellor: 'any', school: 'any', lead: 'any', admin: 'any' },

  // 1 referral
  'refer a youth': { counsellor: 'any', school: 'any', lead: 'any' },
  'see the triage queue': { lead: 'any' },
  'decide on a referral': { lead: 'any' },
  'be warned of twins': { counsellor: 'any', lead: 'any' },

  // the case file
  'see the case list': { counsellor: 'any', lead: 'any' },
  'see a case': { counsellor: 'own', lead: 'any' },
  'see every case': { lead: 'any' },
  'assign a case': { lead: 'any' },
  'correct a case': { counsellor: 'own', lead: 'any' },
  'see who opened a case': { counsellor: 'own', lead: 'any' },
  'restrict a case': { lead: 'any' },
  'break the glass': { counsellor: 'any' },
  'end an opening': { counsellor: 'any' },
  'hold a case back from erasure': { lead: 'any' },
  'see what is due for erasure': { lead: 'any', admin: 'any' },
  'propose an erasure': { lead: 'any' },
  'approve an erasure': { lead: 'any', admin: 'any' },
  'hand out what is kept': { counsellor: 'own', lead: 'any' },

  // 2 consent
  'see consents': { counsellor: 'own', lead: 'any' },
  'record a consent': { counsellor: 'own', lead: 'any' },
  'settle a disagreement': { lead: 'any' },
  'issue a personal link': { counsellor: 'own', lead: 'any' },

  // 3 intake
  'interview a youth': { counsellor: 'own', lead: 'any' },
  'code a second time': { lead: 'any' },
  'plan the sessions': { counsellor: 'own', lead: 'any' },
  'issue a survey': { counsellor: 'own', lead: 'any' },
  'read survey answers': { counsellor: 'own', lead: 'any' },
  'see what is asked': { counsellor: 'any', lead: 'any' },
  'settle the surveys': { lead: 'any' },
  'answer an alarm': { counsellor: 'own', lead: 'any' },

  // 4 sessions
  'see the calendar': { counsellor: 'any', lead: 'any' },
  'see every calendar': { lead: 'any' },
  'see a session': { counsellor: 'own', lead: 'any' },
  'book a session': { counsellor: 'own', lead: 'any' },
  'change a session': { counsellor: 'own', lead: 'any' },
  'write a note': { counsellor: 'own' },
  'read a note': { counsellor: 'own', lead: 'any' },
  'raise a concern': { counsellor: 'own', lead: 'any' },
  'settle a concern': { counsellor: 'own', lead: 'any' },
  'countersign a note': { lead: 'any' },
  'see duties to report': { counsellor: 'own', lead: 'any' },
  'record a report': { counsellor: 'own', lead: 'any' },
  'find a report not owed': { lead: 'any' },
  'keep youths apart': { counsellor: 'own', lead: 'any' },
  'let youths meet': { lead: 'any' },
  'settle the reminders': { counsellor: 'own', lead: 'any' },
  'look after the outbox': { lead: 'any' },
  'keep a calendar feed': { counsellor: 'any' },
  'settle the own hours': { counsellor: 'any' },
  'see absences': { counsellor: 'any', lead: 'any' },
  'note an absence': { counsellor: 'any', lead: 'any' },
  'arrange a cover': { lead: 'any' },

  // 5 exit
  'close a case': { counsellor: 'own', lead: 'any' },
  'reopen a case': { lead: 'any' },
  'issue a certificate': { counsellor: 'own', lead: 'any' },

  // 6 report
  'see the figures': { lead: 'any' },
  'settle the figures': { lead: 'any' },
  'see the codebook': { counsellor: 'any', lead: 'any' },
  'see releases': { lead: 'any', admin: 'any' },
  'propose a release': { lead: 'any' },
  'approve a release': { lead: 'any', admin: 'any' },
  'export the data': { lead: 'any' },
  'import cases': { lead: 'any' },

  // the house
  'settle the accounts': { admin: 'any' },
  'settle the centre': { admin: 'any' },
  'review the log': { lead: 'any', admin: 'any' },
  'keep the incident register': { lead: 'any', admin: 'any' },
  'answer an inquiry': { lead: 'any' },
  'look through inquiries': { lead: 'any', admin: 'any' },
  'approve an answer': { lead: 'any', admin: 'any' },

  // the school's door
  'follow own referrals': { school: 'any' },
  'follow a referral': { school: 'own' },
} as const satisfies Record<string, Partial<Record<Role | 'anyone', Reach>>>

export type Deed = keyof typeof deeds

/** What stands in the log of somebody who was stopped before any page: no deed of theirs, but on record. */
export type LoggedDeed = Deed | 'ask for what is not there' | 'send what is not taken'

/** Deeds by which something leaves the house as a file. */
export const downloads: readonly Deed[] = ['hand out what is kept', 'export the data']

/** Deeds for which the second factor must have been given within the last minutes. */
const confirmedDeeds: Deed[] = [
  'change the own factors',
  // what goes to an address or a telephone outlives the visit in which that was settled
  ...(['keep a calendar feed', 'settle the own reminders'] as const),
  ...(['settle the accounts', 'break the glass', 'hand out what is kept'] as const),
  ...(['propose an erasure', 'approve an erasure'] as const),
  ...(['approve a release', 'export the data', 'import cases'] as const),
]
export const needsFreshFactor = (deed: Deed): boolean => confirmedDeeds.includes(deed)

/** What breaking the glass shows: to read, never to change. */
const behindGlass: Deed[] = ['see a case', 'see consents', 'read survey answers', 'see a session', 'read a note']

/** What decides whether a case is one's own; a case file, a row and a session's case all have it. */
export interface Belonging {
  counsellorId?: string
  /** counsellors whose it is as well: of a session, those of the cases that attend it */
  sharedWith?: (string | undefined)[]
  schoolId?: string
  /** of a restricted case: the only people of the centre who may know of it */
  restrictedTo?: string[]
  /** who broke the glass and may still read it */
  openTo?: string[]
}

/**
 * Whether a person may do a deed, to a case if one is named. Nobody in particular (not signed in) is undefined.
 * A deed that reaches only one's own cases is refused when no case is named.
 */
export function may(person: Person | undefined, deed: Deed, about?: Belonging): boolean {
  const row: Partial<Record<Role | 'anyone', Reach>> = deeds[deed]
  if (row.anyone) return true
  if (!person || person.ended || isKeptFrom(person, about)) return false
  const reach = row[person.role]
  if (reach === 'any') return true
  return reach === 'own' && about !== undefined && (isOwn(person, about) || isOpen(person, deed, about))
}

/** Whether a deed is within a person's role at all, on whatever case. */
export function mightEver(person: Person | undefined, deed: Deed): boolean {
  const row: Partial<Record<Role | 'anyone', Reach>> = deeds[deed]
  return row.anyone !== undefined || (person !== undefined && !person.ended && row[person.role] !== undefined)
}

/** Whether it is a broken glass, and nothing else, that lets a counsellor read this case. */
export const isThroughGlass = (person: Person, about: Belonging): boolean =>
  !isOwn(person, about) && (about.openTo ?? []).includes(person.id)

/** What somebody who reads through a broken glass is offered on that case's pages. */
export function mightThroughGlass(person: Person, deed: Deed): boolean {
  const row: Partial<Record<Role | 'anyone', Reach>> = deeds[deed]
  return mightEver(person, deed) && (row[person.role] !== 'own' || behindGlass.includes(deed))
}

/** Whether an account of this role belongs to a school. */
export const isOfSchool = (role: Role): boolean => role === 'school'

const isOwn = (person: Person, { counsellorId, sharedWith = [], schoolId }: Belonging): boolean =>
  isOfSchool(person.role)
    ? person.schoolId !== undefined && person.schoolId === schoolId
    : person.id === counsellorId || sharedWith.includes(person.id)

/** A restricted case is for those named in it; the school that referred keeps its own small view of it. */
const isKeptFrom = (person: Person, about?: Belonging): boolean =>
  !isOfSchool(person.role) && about?.restrictedTo !== undefined && !about.restrictedTo.includes(person.id)

const isOpen = (person: Person, deed: Deed, { openTo = [] }: Belonging): boolean =>
  behindGlass.includes(deed) && openTo.includes(person.id)
