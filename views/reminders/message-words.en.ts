import type { messageWords as ko } from './message-words.ko.ts'

export const messageWords: typeof ko = {
  sender: 'Appointments',
  subject: { reminder: 'Appointment', moved: 'Appointment changed', cancelled: 'Appointment cancelled' },
  hello: 'Hello,',
  mail: {
    reminder: 'This is a reminder of your next appointment.',
    moved: 'Your appointment has changed.',
    cancelled: 'The following appointment has been cancelled.',
  },
  when: { reminder: 'When: {when}', moved: 'New time: {when}', cancelled: 'Cancelled: {when}' },
  before: 'Before: {when}',
  how: 'How: {how}',
  reference: 'Number: {number}',
  call: 'If you cannot come or have a question, please call {phone}.',
  ask: 'If you have a question, please call {phone}.',
  stop: 'If you no longer want these messages, please tell us.',
  text: {
    reminder: '[Notice] Appointment on {when}.',
    moved: '[Notice] Changed: {before} to {when}.',
    cancelled: '[Notice] Cancelled: {when}.',
  },
  look: {
    sender: 'Notice',
    subject: { 'look-now': 'Please look', 'look-still': 'Please look: still waiting' },
    mail: {
      'look-now': 'There is something for you to look at. Please sign in now.',
      'look-still': 'There is something that nobody has looked at yet. Please sign in now.',
    },
    text: '[Notice] {what}',
  },
  textReference: '[Notice] {number}',
  textCall: 'Call {phone}',
  places: { phone: 'by phone', online: 'online' },
  withPlace: '{when} ({how})',
  longWhen: '{weekday} {d} {month} {y}, {time}',
  shortWhen: '{weekday} {d} {month} {time}',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}
