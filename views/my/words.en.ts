import { en as guardian } from './guardian-words.en.ts'
import type { ko, fields as koFields } from './words.ko.ts'
import { en as youth } from './youth-words.en.ts'

export const en: typeof ko = {
  guardian,
  youth,
  leave: 'Leave now',
  leaveHint: '“Leave now”, or pressing Esc three times, closes this page at once.',
  titles: {
    sheet: 'Notice and answers',
    page: 'My page',
    looked: 'Who opened it',
    withdrawal: 'Change an answer',
    reminders: 'Reminders',
  },
  opening: {
    title: 'Notice',
    heading: 'Open what was sent to you?',
    text: 'The button shows it. Please open it where nobody else can see the screen. After 30 minutes without use it closes by itself.',
    alone: 'If this was not sent to you, please close the window.',
    open: 'Open',
  },
  gone: {
    title: 'Cannot be opened',
    heading: 'This cannot be opened now',
    text: 'The link has expired or is no longer in use, or the page closed after a long time.',
    again: 'Please try the link again. If it still does not open, tell whoever sent it.',
  },
  staff: {
    title: 'Cannot be opened',
    heading: 'Please sign out first',
    text: 'A member of staff is signed in on this device. Sign out, then open the link again.',
  },
  closed: { title: 'Closed', heading: 'Closed', text: 'You can close this window.' },
  again: {
    heading: 'We want to ask you again',
    lead: 'Hello {name}. This is {centre}.',
    reason: 'You are 14 now and can answer for yourself. So we ask you again.',
    goesOn: 'Until you answer, counselling goes on as before.',
  },
  signedNameHint: 'To confirm that the guardian answered personally.',
  verified: 'The centre has verified you as the legal guardian.',
  notVerified: 'The centre has yet to verify you as the legal guardian.',
  verifyNext: 'The centre will now contact you to verify that you are the legal guardian.',
  alsoReminded: 'We also tell: {who}.',
  agreement: 'Another agreement',
  referrer: 'Those who referred',
  phone: 'Phone',
  email: 'E-mail',
}

export const fields: typeof koFields = {
  signedName: 'Name of the guardian',
}
