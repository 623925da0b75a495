import type { sessionReasons as ko } from './reason-words.ko.ts'

export const sessionReasons: typeof ko = {
  holiday: 'It is a public holiday ({holiday}). Choose another day.',
  'centre-shut': 'The centre is shut that day ({name}). Choose another day.',
  'room-closed-that-day': '{room} cannot be used on that day of the week.',
  'room-closed': '{room} can be used from {from} to {to} only.',
  'counsellor-away': 'The counsellor is away from {from} to {to}.',
  'counsellor-off-that-day': 'The counsellor does not work on that day of the week.',
  'outside-counsellor-hours': 'It is outside the counsellor’s hours, {from}–{to}.',
  'exam-week': 'The school has examinations from {from} to {to}.',
  'not-free-then': 'It is not among the times that suit the youth.',
  'in-lessons': 'It is during lessons, {from}–{to}.',
  'must-not-meet': '{case} and {other} must not meet. Leave more than an hour between them.',
  'must-not-meet-someone':
    'A youth whom this one must not meet is booked close by. Leave more than an hour between them.',
  'not-a-group': 'Book a session with several youths as group or education.',
  'not-with-guardian': 'A guardian is chosen only for sessions with a guardian.',
  'guardian-not-named': 'Choose which guardian comes.',
}
