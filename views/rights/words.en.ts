import { inside, keys } from './key-words.en.ts'
import type { ko, fields as koFields } from './words.ko.ts'

export const en: typeof ko = {
  title: 'Correct something',
  lead: 'A young person or guardian may ask for what is wrong to be corrected, also after the case is closed. What was there before, and why it was corrected, stay in the history.',
  notes:
    'Signed notes and survey answers are not rewritten. If somebody sees it differently, write that as an addendum to the note.',
  parts: { youth: 'Youth', guardians: 'Guardian {n}', school: 'School', referral: 'Referral' },
  fix: 'Correct',
  formTitle: 'Correct: {part}',
  birthDateHint:
    'With another birth date, the age on the day of the consents is worked out anew. Under 14 on that day, the legal guardian must consent and be verified before the case goes on.',
  askers: { youth: 'The young person asked', guardian: 'A guardian asked', staff: 'The centre found the mistake' },
  save: 'Save the correction',
  history: 'Corrections',
  noHistory: 'Nothing has been corrected.',
  change: '{before} → {after}',
  empty: 'empty',
  added: 'newly entered',
  back: 'All corrections',
  packTitle: 'Hand out what is kept',
  packLead:
    'Gathers everything kept about one young person, as a page to print or as a file. Who made it and why is on record in the log.',
  packCare:
    'Before you hand it out, read the free text for names or stories of other people. Guardians are not given what the young person said or answered.',
  purposes: {
    'subject-request': 'The young person asks',
    'guardian-request': 'A guardian asks',
    transfer: 'Moved to another agency (with consent)',
    'court-order': 'Written request of a court or investigator',
  },
  forms: { page: 'Page to print', data: 'File (JSON)' },
  ownNotes: 'Include the private notes that I wrote for myself',
  make: 'Make it',
  pack: 'What is kept {number}',
  madeBy: 'Made {when} by {who}',
  packPurpose: 'Why it is handed out',
  print: 'Print this page and hand it over. Once it is closed, it must be made again.',
  leftOut: 'Left out',
  leftOutNothing: 'Nothing is left out.',
  leftOutOf: {
    'referrer-phone': 'Phone numbers of whoever referred: {n}. They are somebody else’s.',
    'guardian-phone': 'Phone numbers of other guardians: {n}. They are somebody else’s.',
    'other-cases': 'Case numbers of other young people: {n}. They are somebody else’s.',
    'private-notes': 'Private working notes: {n}. Only their author can hand them out.',
    'shared-reasons': 'Reasons that may speak of other young people too: {n}. They are somebody else’s.',
    'told-in-confidence': 'What the young person said or answered: {n}. It is not handed to guardians.',
    fingerprints: 'Check values of links and history lines: {n}. They say nothing about anybody.',
    'unsaved-texts':
      'Texts that were not saved: {n}. Only their author can see them, and they are erased automatically.',
  },
  item: '{name} {n}',
  nothing: 'none',
  noAnswer: 'No answer',
  before: 'before',
  after: 'after',
  keys,
  inside,
  openedPart: 'Who opened it',
  allowed: { allowed: 'Let in', refused: 'Refused' },
}

export const fields: typeof koFields = {
  requestedBy: 'Who asked',
  packPurpose: 'Why it is handed out',
  guardianAsking: 'Which guardian',
  packForm: 'Format',
  own: 'My own notes',
}
