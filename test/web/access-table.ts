// Over 150 lines because it is one table, to be read beside another.
import type { Deed } from '../../src/people/may.ts'

/*
 * Who gets through which door about which case: the whole table of people/may.ts once more, by hand. Read it beside it.
 *
 *   +  gets through    s  is led to the sign-in    3  may know of it, may not do it    4  as if it were not there
 *   9  must sign out first
 *
 * In each word one letter a principal: nobody, Han (counsellor), Seo (lead), Yoo (admin), Oh (school, Hill), a guardian
 * and a youth who came by their links. Words in the order of the relations.
 */

export const principals = [undefined, 'han', 'seo', 'yoo', 'oh', 'guardian', 'youth'] as const
export type Principal = (typeof principals)[number]

/** What the case at hand is to them, by its number. */
export const relations = {
  /** Han's, referred by River */
  assigned: '2026-0101',
  /** of another counsellor, referred by River */
  'same centre': '2026-0102',
  /** the youth goes to Hill, the police referred */
  'same school': '2026-0103',
  /** referred by Hill */
  'referred by me': '2026-0104',
  /** that of the guardian and the youth */
  'link-bound': '2026-0105',
  /** not there at all */
  none: '2026-9999',
  /** Han's, kept to Han and another lead */
  restricted: '2026-0106',
  /** of another counsellor; Han broke the glass */
  'behind glass': '2026-0107',
} as const
export type Relation = keyof typeof relations

const always = (row: string): string[] => Object.keys(relations).map(() => row)

/** The counsellor of the case, and leads. */
const staff = ['s++44ss', 's4+44ss', 's4+44ss', 's4+43ss', 's4+44ss', 's4444ss', 's+444ss', 's3+44ss']
/** The same, and whoever broke the glass. */
const reading = [...staff.slice(0, 7), 's++44ss']
const counsellorAlone = ['s+344ss', 's4344ss', 's4344ss', 's4343ss', 's4344ss', 's4444ss', 's+444ss', 's3344ss']
const leadAlone = ['s3+44ss', 's4+44ss', 's4+44ss', 's4+43ss', 's4+44ss', 's4444ss', 's3444ss', 's3+44ss']
const referrer = ['s3344ss', 's4344ss', 's4344ss', 's434+ss', 's4344ss', 's4444ss', 's3444ss', 's3344ss']

const anyone = always('+++++++')
const everyStaff = always('s++++ss')

export const expected: Record<Deed, string[]> = {
  'sign in': anyone,
  'choose a language': anyone,
  'answer a survey': anyone,
  'ask whether the house stands': anyone,
  'set up the centre': always('4444444'),
  'take up an invitation': anyone,
  'open an own page': anyone,
  'read a calendar feed': anyone,
  'check a certificate': anyone,

  'sign out': everyStaff,
  'see today': everyStaff,
  'look after the own account': everyStaff,
  'change the own factors': everyStaff,
  'settle the own reminders': everyStaff,
  'see own notices': everyStaff,
  'go on with what was typed': everyStaff,

  'refer a youth': always('s++3+ss'),
  'see the triage queue': always('s3+33ss'),
  'decide on a referral': leadAlone,
  'be warned of twins': always('s++33ss'),

  'see the case list': always('s++33ss'),
  'see a case': reading,
  'see every case': always('s3+33ss'),
  'assign a case': leadAlone,
  'correct a case': staff,
  'see who opened a case': staff,
  'restrict a case': leadAlone,
  'break the glass': always('s+333ss'),
  'end an opening': always('s+333ss'),
  'hold a case back from erasure': leadAlone,
  'see what is due for erasure': always('s3++3ss'),
  'propose an erasure': leadAlone,
  'approve an erasure': always('s3++3ss'),
  'hand out what is kept': staff,

  'see consents': reading,
  'record a consent': staff,
  'settle a disagreement': leadAlone,
  'issue a personal link': staff,

  'interview a youth': staff,
  'code a second time': leadAlone,
  'plan the sessions': staff,
  'issue a survey': staff,
  'read survey answers': reading,
  'see what is asked': always('s++33ss'),
  'settle the surveys': always('s3+33ss'),
  'answer an alarm': staff,

  'see the calendar': always('s++33ss'),
  'see every calendar': always('s3+33ss'),
  'see a session': reading,
  'book a session': staff,
  'change a session': staff,
  'write a note': counsellorAlone,
  'read a note': reading,
  'raise a concern': staff,
  'settle a concern': staff,
  'countersign a note': leadAlone,
  'see duties to report': staff,
  'record a report': staff,
  'find a report not owed': leadAlone,
  'keep youths apart': staff,
  'let youths meet': leadAlone,
  'settle the reminders': staff,
  'look after the outbox': always('s3+33ss'),
  'keep a calendar feed': always('s+333ss'),
  'settle the own hours': always('s+333ss'),
  'see absences': always('s++33ss'),
  'note an absence': always('s++33ss'),
  'arrange a cover': always('s3+33ss'),

  'close a case': staff,
  'reopen a case': leadAlone,
  'issue a certificate': staff,

  'see the figures': always('s3+33ss'),
  'settle the figures': always('s3+33ss'),
  'see the codebook': always('s++33ss'),
  'see releases': always('s3++3ss'),
  'propose a release': always('s3+33ss'),
  'approve a release': always('s3++3ss'),
  'export the data': always('s3+33ss'),
  'import cases': always('s3+33ss'),

  'settle the accounts': always('s33+3ss'),
  'settle the centre': always('s33+3ss'),
  'review the log': always('s3++3ss'),
  'keep the incident register': always('s3++3ss'),
  'answer an inquiry': always('s3+33ss'),
  'look through inquiries': always('s3++3ss'),
  'approve an answer': always('s3++3ss'),

  'follow own referrals': always('s333+ss'),
  'follow a referral': referrer,
}

const ofSession = /\/(sessions|notes)\/:id/

/** Doors that ask for more than their deed. */
const apart: [RegExp, string][] = [
  // of somebody who gave the password a moment ago
  [/^\/sign-in\/./, 'sssssss'],
  // a preview bot sees it too; the opening is for who holds the link
  [/^\/consent\/:token\/opening$|^\/my(\/page|\/looked|\/answers|\/reminders)?$/, '49999++'],
  // each takes back their own answers only: the first is the youth's
  [/^\/my\/answers\/:consent/, '499994+'],
  // a page that stands open asks: nobody in particular is answered with nothing
  [/^\/notices\/strip$/, '+++++++'],
  // about a referral of Hill that was sent back, whatever else there is
  [/^\/school\/:number\/amendment$/, 's434+ss'],
  // an absence of Han, in which nobody stands in
  [/^\/absences\/:id(\/sheet|\/ending)?$/, 's++44ss'],
  [/^\/absences\/:id\/cover$/, 's3+44ss'],
  // about cases that the form names
  [/^\/cases\/reassignment$/, 's3+33ss'],
  // one's own opening, ended here
  [/^\/break-glass\/ending$/, 's+333ss'],
]

/** What is expected at a door; a session and a note are no school's to know of. */
export function expectedAt(path: string, deed: Deed, relation: Relation): string {
  const own = apart.find(([pattern]) => pattern.test(path))?.[1]
  if (own) return own
  const row = expected[deed][Object.keys(relations).indexOf(relation)] ?? ''
  return ofSession.test(path) ? `${row.slice(0, 4)}${row[4]?.replace('3', '4')}${row.slice(5)}` : row
}
