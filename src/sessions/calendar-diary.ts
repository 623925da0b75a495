import { inDiary, type Session, type Taken } from '../casefile/session.ts'
import type { Person, Room } from '../people/person.ts'
import type { Asked } from './calendar.ts'
import { casesOf } from './slot.ts'

/** Who looks at the diary. */
export interface Reader {
  id: string
  /** sees every calendar, not only their own */
  every: boolean
  /** numbers of the restricted cases that are kept from them */
  hidden: ReadonlySet<string>
}

/**
 * The diary as its reader may see it. Whoever sees every calendar sees all of it; others see their own sessions and, by
 * room, when one is taken: of somebody else's session no more than its time. What is kept from a reader is no more than
 * taken either.
 */
export const diaryFor = (sessions: Session[], asked: Asked, reader: Reader): (Session | Taken)[] =>
  sessions
    .filter((one) => isAsked(one, asked, reader))
    .flatMap((one) => {
      const whole = reader.every || one.counsellorId === reader.id
      return inDiary([one], whole ? reader.hidden : new Set(casesOf(one)))
    })

/** A day of one's own has all rooms beside it, so that a free one is found. */
function isAsked({ counsellorId, roomId }: Session, { view, of, room }: Asked, { id, every }: Reader): boolean {
  const inRoom = room === undefined || room === 'all' ? roomId !== undefined : roomId === room
  if (room !== undefined && !inRoom) return false
  if (every) return of === undefined || counsellorId === of
  return room !== undefined || counsellorId === id || (view === 'day' && inRoom)
}

/** What a column of a day stands for: somebody's sessions, or those in a room. */
export interface Column {
  counsellorId?: string
  roomId?: string
}

/** The columns of a day: who has sessions, or could; or the rooms. */
export function columnsOf(
  { of, room }: Pick<Asked, 'of' | 'room'>,
  { id, every }: Pick<Reader, 'id' | 'every'>,
  {
    counsellors,
    rooms,
    sessions,
  }: {
    counsellors: Pick<Person, 'id'>[]
    rooms: Pick<Room, 'id'>[]
    sessions: Pick<Session, 'counsellorId'>[]
  },
): Column[] {
  const byRoom = rooms.filter((one) => (room ?? 'all') === 'all' || one.id === room).map((one) => ({ roomId: one.id }))
  if (room !== undefined) return byRoom
  if (!every) return [{ counsellorId: id }, ...byRoom]
  // somebody who has left since may have had sessions that day
  const everybody = [...new Set([...counsellors.map((one) => one.id), ...sessions.map((one) => one.counsellorId)])]
  return everybody.filter((one) => of === undefined || one === of).map((counsellorId) => ({ counsellorId }))
}

export const isIn = ({ counsellorId, roomId }: Column, session: Session | Taken): boolean =>
  counsellorId === undefined ? session.roomId === roomId : session.counsellorId === counsellorId
