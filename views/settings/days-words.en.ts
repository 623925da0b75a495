import type { ko, fields as koFields } from './days-words.ko.ts'

export const en: typeof ko = {
  title: 'Days off',
  lead: 'Nothing can be booked on these days. Sessions that are booked already stay as they are: please move them in the calendar.',
  shutHead: 'The centre is shut',
  noShut: 'No days of its own.',
  addShut: 'Add days off',
  oneDay: 'Leave the last day empty if it is one day only.',
  when: 'When',
  removal: 'Remove',
  remove: 'Remove',
  removeOne: 'Remove {from} {name}',
  holidaysHead: 'Public holidays',
  holidaysLead: 'Substitute and temporary holidays included. Nothing is booked on them; they need not be added.',
  ofYear: 'Public holidays of {year}',
  holidaysUnknown:
    'The public holidays of {year} are not known yet, only those up to {last}. A newer version of the program brings them.',
  hours: 'Hours of use',
  ownHours: 'Hours of its own',
  asCentre: 'Whenever the centre is open',
  roomLead: 'When this room may be used. If all is empty, whenever the centre is open.',
  lessonsHead: 'Lessons',
  lessonsLead:
    'When students are in lessons. It is said when a session is booked, and avoided when a course is planned. Leave empty if not known.',
  examsHead: 'Examinations',
  examsLead: 'Avoided when a course is planned.',
  noExams: 'No examinations are noted.',
  addExams: 'Add examinations',
  watchHead: 'Tasks and second signature',
  watchLead:
    'A youth who was not seen for that many days becomes a task of their counsellor. If a second signature is wanted, notes signed from then on are looked at by the lead.',
  countersignYes: 'Notes need the lead’s signature too',
}

export const fields: typeof koFields = {
  daysFrom: 'First day',
  daysTo: 'Last day',
  daysName: 'Name',
  unseenDays: 'Days without being seen',
  countersign: 'Second signature',
}
