import type { ko, fields as koFields } from './days-words.ko.ts'

export const en: typeof ko = {
  title: 'Days off',
  lead: 'Nothing can be booked on these days. Sessions that are already booked stay as they are, so please tell the counsellors to move them.',
  shutHead: 'The centre is shut',
  noShut: 'No days of its own.',
  addShut: 'Add days off',
  oneDay: 'Leave the last day empty if it is one day only.',
  when: 'When',
  removal: 'Remove',
  remove: 'Remove',
  removeOne: 'Remove {from} {name}',
  holidaysHead: 'Public holidays',
  holidaysLead:
    'Substitute and temporary holidays included. Nothing can be booked on them, and they need not be added.',
  ofYear: 'Public holidays of {year}',
  holidaysUnknown:
    'The public holidays of {year} are not known yet, only those up to {last}. A newer version of the program brings them.',
  hours: 'Hours of use',
  ownHours: 'Its own hours',
  asCentre: 'The centre’s opening hours',
  roomLead: 'When this room may be used. If all are empty, the centre’s opening hours apply.',
  lessonsHead: 'Lessons',
  lessonsLead:
    'When students are in lessons. You are told so when you book, and planning avoids these times. Leave empty if not known.',
  examsHead: 'Examinations',
  examsLead: 'Planning avoids these days.',
  noExams: 'No examinations are recorded.',
  addExams: 'Add examinations',
  watchHead: 'Tasks and second signature',
  watchLead:
    'A youth who has not been seen for this many days becomes a task for their counsellor. If a second signature is required, the lead also signs the notes that are signed from then on.',
  countersignYes: 'Notes need the lead’s signature too',
}

export const fields: typeof koFields = {
  daysFrom: 'First day',
  daysTo: 'Last day',
  daysName: 'Name',
  unseenDays: 'Days without being seen',
  countersign: 'Second signature',
}
