import type { ko, fields as koFields } from './words.ko.ts'

export const en: typeof ko = {
  title: 'Closing',
  open: 'Still open',
  openLead: 'To close all the same, say why in the summary.',
  nothingOpen: 'Nothing is left to do. The case can be closed.',
  things: {
    'sessions-left': '{held} of {planned} planned sessions were held.',
    'hours-left': '{done} of {ordered} ordered hours are credited.',
    'guardian-hours-left': '{done} of {ordered} hours ordered for the guardian are credited.',
    'sessions-booked': 'Sessions still to come or without attendance: {count}.',
    'notes-missing': 'Notes not signed: {count}.',
    'exit-survey-missing': 'The exit survey was not answered.',
    'concerns-open': 'Concerns not settled: {count}.',
  },
  delivered: 'Planned and delivered',
  planned: 'Planned sessions',
  held: 'Held sessions',
  missed: 'Missed sessions',
  credited: 'Credited time',
  close: 'Close the case',
  button: 'Close',
  closings: 'Closings',
  reopen: 'Reopen',
  reopened: 'Reopened',
}

export const fields: typeof koFields = {
  closedOn: 'Day of closing',
  reason: 'Reason for closing',
  closingSummary: 'Closing summary',
}
