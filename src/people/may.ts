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

  // everyone who is signed in
  'sign out': { counsellor: 'any', school: 'any', lead: 'any', admin: 'any' },
  'see today': { counsellor: 'any', school: 'any', lead: 'any', admin: 'any' },

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

  // 2 consent
  'see consents': { counsellor: 'own', lead: 'any' },
  'record a consent': { counsellor: 'own', lead: 'any' },

  // 3 intake
  'interview a youth': { counsellor: 'own', lead: 'any' },
  'plan the sessions': { counsellor: 'own', lead: 'any' },
  'issue a survey': { counsellor: 'own', lead: 'any' },
  'read survey answers': { counsellor: 'own', lead: 'any' },

  // 4 sessions
  'see the calendar': { counsellor: 'any', lead: 'any' },
  'see every calendar': { lead: 'any' },
  'see a session': { counsellor: 'own', lead: 'any' },
  'book a session': { counsellor: 'own', lead: 'any' },
  'change a session': { counsellor: 'own', lead: 'any' },
  'write a note': { counsellor: 'own' },
  'read a note': { counsellor: 'own', lead: 'any' },
  'settle a concern': { counsellor: 'own', lead: 'any' },

  // 5 exit
  'close a case': { counsellor: 'own', lead: 'any' },
  'reopen a case': { lead: 'any' },

  // 6 report
  'see the figures': { lead: 'any' },

  // the school's door
  'follow own referrals': { school: 'any' },
  'follow a referral': { school: 'own' },
} as const satisfies Record<string, Partial<Record<Role | 'anyone', Reach>>>

export type Deed = keyof typeof deeds

/** What decides whether a case is one's own; a case file, a row and a session's case all have it. */
export interface Belonging {
  counsellorId?: string
  /** counsellors whose it is as well: of a session, those of the cases that attend it */
  sharedWith?: (string | undefined)[]
  schoolId?: string
}

/**
 * Whether a person may do a deed, to a case if one is named. Nobody in particular (not signed in) is undefined.
 * A deed that reaches only one's own cases is refused when no case is named.
 */
export function may(person: Person | undefined, deed: Deed, about?: Belonging): boolean {
  const row: Partial<Record<Role | 'anyone', Reach>> = deeds[deed]
  if (row.anyone) return true
  if (!person || person.ended) return false
  const reach = row[person.role]
  if (reach === 'any') return true
  return reach === 'own' && about !== undefined && isOwn(person, about)
}

/** Whether a deed is within a person's role at all, on whatever case. */
export function mightEver(person: Person | undefined, deed: Deed): boolean {
  const row: Partial<Record<Role | 'anyone', Reach>> = deeds[deed]
  return row.anyone !== undefined || (person !== undefined && !person.ended && row[person.role] !== undefined)
}

const isOwn = (person: Person, { counsellorId, sharedWith = [], schoolId }: Belonging): boolean =>
  person.role === 'school'
    ? person.schoolId !== undefined && person.schoolId === schoolId
    : person.id === counsellorId || sharedWith.includes(person.id)
