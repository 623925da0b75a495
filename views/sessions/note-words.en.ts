import type { ko, fields as koFields } from './note-words.ko.ts'

export const en: typeof ko = {
  title: 'Notes',
  toList: 'Outstanding notes',
  keeps: 'Saved while you type.',
  unsaved: 'Not saved. Check the connection. What you wrote is still on this page.',
  compare: 'Press “{button}” to see both texts together.',
  keptElsewhere: 'Saved in another window or on another device',
  keptElsewhereLead:
    'If you save the text above, this one is lost. Move what you need from here into the form, then save.',
  takenOver: '{who} began this text. If you carry on with it, it becomes the note of whoever signs it.',
  byAnother: '{who} is writing this note. Once it is signed you can add to it.',
  forSchoolTitle: 'What the school reads',
  privateTitle: 'What only its author reads',
  raiseTitle: 'If it cannot wait',
  raiseHint:
    'What is marked urgent is told to the lead and the case’s counsellor when you sign. If it cannot wait, tell them now: everything chosen above is raised as urgent, and what you wrote is saved.',
  raiseButton: 'Tell them now, as urgent',
  dutyHint: '“Suspected abuse” and “Duty to report” open a record of the duty to report.',
  group: 'Note on the group',
  groupLead:
    'It becomes part of the record of every youth who was there. Do not name anyone. What concerns only one youth belongs in that youth’s own note.',
  groupOwn: 'Notes of each youth',
  toGroup: 'To the note on the group',
  groupMissing: 'The note on the group is not written yet.',
  awaitsLead: 'Waits for the lead’s signature.',
  leadSigned: 'The lead has signed it too.',
  countersign: 'Lead’s signature',
  countersignHint: 'Records that you have read it, with your name and the date. The note itself does not change.',
  countersignButton: 'Sign as read',
  missing: 'Notes not signed yet',
  missingLead: 'These sessions were held, but their notes are not signed yet. The oldest come first.',
  missingNone: 'Every note is signed.',
  unread: 'Notes waiting for the lead',
  unreadLead: 'Signed by the counsellor and waiting for the lead’s signature.',
  unreadNone: 'No notes are waiting for the lead’s signature.',
  heldOn: 'Session',
  waiting: 'Days waiting',
  days: '{n}',
  do: 'To do',
  write: 'Write',
  writeGroup: 'Write the note on the group',
  read: 'Read',
  readAndSign: 'Read and sign',
  countIn: '{who}: {n}',
}

export const fields: typeof koFields = {
  goals: 'Goals of the session',
  leadRemark: 'Remark',
}
