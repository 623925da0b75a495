import type { absenceReasons as ko } from './reason-words.ko.ts'

export const absenceReasons: typeof ko = {
  'days-overlap': 'It overlaps with days that are noted already ({from} – {to}).',
  'stand-in-away': 'This counsellor is away in that time ({from} – {to}). Choose somebody else.',
  'hand-over-taken': 'Session {session}: {who} is busy then ({when}).',
  'hand-over-away': 'Session {session}: {who} is away from {from} to {to}.',
  'hand-over-off': 'Session {session}: outside the hours of {who}.',
  'hand-over-stays':
    'The new counsellor cannot take every session. Move those first, or choose to leave them as they are.',
}
