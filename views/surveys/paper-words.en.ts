import type { ko, fields as koFields } from './paper-words.ko.ts'

export const en: typeof ko = {
  langs: { ko: 'Korean', en: 'English' },
  sheetTitle: 'Survey form',
  printHint: 'Print this on A4 with your browser. No name is written on it.',
  caseNumber: 'Number',
  filledOn: 'Date',
  how: 'This takes about 15 to 20 minutes. Do not write your name. Put a ✓ in the box that fits what you think. When you are done, give it to your counsellor, who will copy it into the computer.',
  decline: 'Tick ‘I don’t want to answer’. You can stop at any time if it is too hard.',
  onlyIf: 'Only if you ticked ‘{answer}’ in question {no}.',
  skipIf: 'Skip this if you ticked ‘{answer}’ in question {no}.',
  oneOf: 'Choose one of those that you ticked in question {no}.',
  several: 'You can choose more than one.',
  one: 'Please choose one.',
  endTitle: 'Thank you for getting to the end',
  end: 'If things are hard or you are in danger now, do not just hand this in: tell your counsellor at once. You can also call.',
  entryTitle: 'Type in a paper',
  entryLead: 'Enter what stands on the paper. Leave as ‘blank’ what has no mark or cannot be read.',
  whichVersion: 'Make sure that the paper says version {n} at its top.',
  otherVersion: 'Type in a paper of version {n}',
  blank: 'Blank',
  enter: 'Finish typing in',
  afterEntry:
    'After that the answers cannot be changed, and are marked as given on paper. If an answer says that help is needed, the counsellor and the lead are told at once. Lock the paper away or shred it.',
}

export const fields: typeof koFields = {
  filledOn: 'Day on which the paper was filled in',
  filledIn: 'Language of the paper',
}
