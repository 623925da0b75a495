import type { sessionReasons as ko } from './reason-words.ko.ts'

export const sessionReasons: typeof ko = {
  holiday: 'It is a public holiday ({holiday}). Choose another day.',
  'centre-shut': 'The centre is shut that day ({name}). Choose another day.',
  'room-closed-that-day': '{room} cannot be used on that day of the week. Choose another room or day.',
  'room-closed': '{room} can be used from {from} to {to} only.',
  'counsellor-away': 'The counsellor is away from {from} to {to}.',
  'counsellor-off-that-day': 'The counsellor does not work on that day of the week.',
  'counsellor-gone':
    '{who} holds no sessions here any more. Choose somebody else. The lead can give the case to another counsellor.',
  'outside-counsellor-hours': 'It is outside the counsellor’s hours, {from}–{to}.',
  'exam-week': 'The school has examinations from {from} to {to}.',
  'not-free-then': 'It is not among the times that suit the youth.',
  'in-lessons': 'It is during lessons, {from}–{to}.',
  'all-taken': 'No time or no room is left.',
  'session-that-day': 'There is another session that day.',
  'overlaps-row': 'It overlaps another date of this table, {when}.',
  'after-due': 'It is after the due date, {due}. Make sure of an extension first.',
  'no-dates': 'Give at least one day to be booked.',
  'must-not-meet': '{case} and {other} must not meet. Put them in different groups, more than an hour apart.',
  'must-not-meet-someone':
    'A youth whom this one must not meet is booked close by. Leave more than an hour between them.',
  'not-a-group': 'Book a session with several youths as group or education.',
  'not-with-guardian': 'A guardian is chosen only for sessions with a guardian.',
  'guardian-not-named': 'Choose which guardian comes.',
  'not-to-catch-up':
    'This is not a missed session that can be made up for. Check whether another one makes up for it already.',
  'order-changed': 'Choose a time after the session before it. The sessions keep their order.',
  'later-not-yours':
    'You may not move one of the later sessions. Move them one by one, or ask the counsellor of the case.',
  'in-group-already': 'This youth is in the group already.',
  'last-attendee': 'This is the only one left. Cancel the session instead.',
  'session-begun': 'The session has begun. If somebody did not come, mark it under attendance.',
  'apart-missing': 'Give a case number or a school.',
  'apart-already': 'This is recorded already.',
  'apart-self': 'This is the case itself. Give the number of another one.',
  'apart-not-there': 'This is not recorded now.',
  'note-kept-elsewhere':
    'Another text was saved in another window or on another device. Compare the two, then save again.',
  'no-group-note': 'Only one came to this session. Write it in that youth’s own note.',
  'names-a-youth': 'It contains the name of the youth of {case}. It goes into everyone’s record, so take the name out.',
  'countersigned-already': 'The lead has signed this note already.',
  'not-to-countersign': 'This note does not need the lead’s signature.',
  'own-note': 'You wrote this note yourself. Another lead must sign it.',
  'concern-open': 'The same concern is already open, with the same severity.',
  'report-open': 'A duty to report under this law is already open. Settle that one first.',
  'report-settled': 'This record is already settled.',
  'still-to-come': 'This is in the future. Check the day and the time.',
  'told-too-early': 'This is before it was learned. Check the day and the time.',
  'report-owed':
    'There is a duty to report. Record the report, or let the lead record that there is no such duty; then the case can be closed.',
}
