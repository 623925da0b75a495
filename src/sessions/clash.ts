import { isHeld, isHidden, type Session, trackOf } from '../casefile/session.ts'
import type { Refusal } from '../result.ts'
import { type Moment, plusMinutes } from '../time/days.ts'
import { apartMinutes, type KeptApart, tooNear } from './apart.ts'
import { casesOf, comingToBoth, lengths, overlaps, type Slot, spanOf } from './slot.ts'
import { againstCentre, againstCounsellor, againstRoom, type Times } from './times.ts'

/** What is known around that time. */
export interface Diary extends Times {
  /** sessions that may lie across the slot, or near it: see `aroundSlot` */
  sessions: Session[]
  /** names by person's id */
  people: ReadonlyMap<string, string>
  /** ids of those who hold no sessions any more: their account ended, or they do other work */
  gone?: ReadonlySet<string>
  now: Moment
  /** numbers of restricted cases that the asker may not learn */
  hidden?: ReadonlySet<string>
  /** numbers of cases that are a colleague's: of a session of these alone the asker learns its time */
  foreign?: ReadonlySet<string>
  /** whom each youth must not meet, by case number: of those in the slot and in the sessions near it */
  apart?: ReadonlyMap<string, KeptApart>
}

/** The starts between which a session may begin that lies across a slot, or near it. */
export const aroundSlot = ({ startAt, minutes }: Pick<Slot, 'startAt' | 'minutes'>): [from: Moment, to: Moment] => [
  plusMinutes(startAt, -lengths.most - apartMinutes),
  plusMinutes(startAt, minutes + apartMinutes),
]

interface How {
  /** it took place already and is put down afterwards: opening hours and holidays do not matter any more */
  took?: boolean
  /** ids of the sessions that move, and so are in nobody's way where they are now */
  selves?: string[]
  /** the lead lets youths come near each other who must not meet */
  despite?: boolean
}

/** Everything that speaks against a slot, each at its field, with who is in the way and when. */
export function objectionsTo(
  slot: Slot,
  diary: Diary,
  { took = false, selves = [], despite = false }: How = {},
): Refusal[] {
  const others = diary.sessions.filter((other) => !selves.includes(other.id) && isTaken(other))
  return [
    ...againstTime(slot, diary, took),
    ...againstNoRoom(slot),
    ...clashes(slot, others, diary),
    ...(despite || took ? [] : tooNear(slot, others, diary)),
  ]
}

function againstTime(slot: Slot, diary: Diary, took: boolean): Refusal[] {
  const field = 'startTime'
  if (took) return slot.startAt > diary.now ? [{ reason: 'not-begun', field }] : []
  if (slot.startAt < diary.now) return [{ reason: 'in-the-past', field }]
  const centre = againstCentre(slot, diary)
  return centre.length > 0 ? centre : [...againstRoom(slot, diary), ...againstCounsellor(slot, diary)]
}

const againstNoRoom = ({ mode, roomId }: Slot): Refusal[] =>
  mode === 'in-person' && !roomId ? [{ reason: 'room-needed', field: 'roomId' }] : []

/** Each session in the way is named once: its counsellor, else its room, else its youth is the trouble. */
function clashes(slot: Slot, others: Session[], { people, rooms, ...kept }: Diary): Refusal[] {
  const inTheWay = others.filter((other) => overlaps(slot, other))
  return inTheWay.flatMap((other): Refusal[] => {
    const who = people.get(other.counsellorId) ?? other.counsellorId
    const said = { when: spanOf(other), who }
    const room = rooms.find(({ id }) => id === other.roomId)?.name ?? ''
    const both = comingToBoth(slot, other)
    if (other.counsellorId === slot.counsellorId && isKept(other, kept))
      return [{ reason: 'counsellor-busy', field: 'startTime', with: said }]
    if (other.counsellorId === slot.counsellorId)
      return [{ reason: 'counsellor-taken', field: 'startTime', with: { ...said, case: casesOf(other).join(', ') } }]
    if (slot.roomId && other.roomId === slot.roomId)
      return [{ reason: 'room-taken', field: 'roomId', with: { ...said, room } }]
    return both.length > 0
      ? [{ reason: 'youth-taken', field: 'startTime', with: { ...said, case: both.join(', ') } }]
      : []
  })
}

const isKept = (
  session: Session,
  { hidden = new Set(), foreign = new Set() }: Pick<Diary, 'hidden' | 'foreign'>,
): boolean => isHidden(session, hidden) || casesOf(session).every((number) => foreign.has(number))

/** Sessions that were put in the place of one that nobody had come to; it cannot have been held as well. */
export const inThePlaceOf = (session: Session, diary: Diary): Refusal[] =>
  clashes(
    { ...session, caseNumbers: casesOf(session) },
    diary.sessions.filter((other) => other.id !== session.id && isTaken(other)),
    diary,
  )

/** A session that was called off, or to which nobody came, takes up nobody's time. */
export const isTaken = (session: Session): boolean =>
  !session.cancelled &&
  session.attendees.some(({ caseNumber, attendance }) => !attendance || isHeld(session, caseNumber))

/** Whose time a session takes, each by a name of its own: its counsellor, its room, and whoever comes. */
export function claimsOf(session: Session): string[] {
  if (!isTaken(session)) return []
  const { counsellorId, roomId, kind } = session
  const track = trackOf(kind)
  const coming = track === 'liaison' ? [] : casesOf(session).map((number) => `${track} ${number}`)
  return [...new Set([`counsellor ${counsellorId}`, ...(roomId ? [`room ${roomId}`] : []), ...coming])]
}
