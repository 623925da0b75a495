import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { type Session, trackOf } from '../casefile/session.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { dayOf, daysBetween, type Moment, momentAt, plusDays, timeOf } from '../time/days.ts'
import { isAboutMeeting } from './apart.ts'
import { mayNotMeet } from './book.ts'
import type { Moving } from './booking-form.ts'
import type { Diary } from './clash.ts'
import { againstChanging, isSame, moved, objectionsToMoving, slotAfter } from './move.ts'
import { hasBegun } from './status.ts'

/** Where one of several sessions is to go. */
export interface Shift {
  session: Session
  startAt: Moment
  /** absent: the room that it has */
  roomId?: string
  /** it was pushed on, since this stands against the day on which it would have been */
  pushed?: Refusal[]
}

/** How far a session is pushed on when its day cannot be had. */
export const mostWeeks = 12

/**
 * The session and every later one of this youth on the same track that can still be moved, earliest first. One that has
 * begun is not taken along: it took place, or somebody did not come.
 */
export const laterOf = (session: Session, ofCase: Session[], now: Moment): Session[] =>
  ofCase
    .filter(
      (one) =>
        one.id === session.id ||
        (one.startAt > session.startAt &&
          trackOf(one.kind) === trackOf(session.kind) &&
          !hasBegun(one, now) &&
          againstChanging(one).length === 0),
    )
    .sort((a, b) => a.startAt.localeCompare(b.startAt))

/**
 * All of them moved by as many days as the first, to its new clock time; one whose day is a holiday, shut or taken goes
 * on by whole weeks, and so stays behind the one before it. What cannot be mended by weeks stays where it is, for
 * somebody to say otherwise.
 */
export function shiftedBy(later: Session[], to: Pick<Moving, 'startAt' | 'roomId'>, diary: Diary): Shift[] {
  const days = daysBetween(dayOf(later[0]?.startAt ?? to.startAt), dayOf(to.startAt))
  const [free, time] = [without(diary, later), timeOf(to.startAt)]
  const shifts: Shift[] = []
  for (const session of later) {
    const room = to.roomId && { roomId: to.roomId }
    const inWeek = (week: number): Shift => ({
      ...{ session, ...room },
      startAt: momentAt(plusDays(dayOf(session.startAt), days + 7 * week), time),
    })
    const asked = inWeek(0)
    const pushed = against(asked, shifts, free)
    const weeks = pushed.every(mendsByWeeks) ? Array.from({ length: mostWeeks }, (_, at) => inWeek(at + 1)) : []
    const next = pushed.length === 0 ? undefined : weeks.find((one) => against(one, shifts, free).length === 0)
    shifts.push(next ? { ...next, pushed } : asked)
  }
  return shifts
}

const mending: Refusal['reason'][] = [
  ...(['holiday', 'centre-shut', 'counsellor-away', 'order-changed'] as const),
  ...(['counsellor-taken', 'counsellor-busy', 'room-taken', 'youth-taken'] as const),
]
const mendsByWeeks = (one: Refusal): boolean => mending.includes(one.reason) || isAboutMeeting(one)

/** What speaks against each of them where it is to go; what is left where it was is in order there. */
export function objectionsToShifts(shifts: Shift[], diary: Diary): Refusal[][] {
  const sessions = shifts.map(({ session }) => session)
  const staying = shifts.filter(stays)
  const free = without(diary, sessions)
  return shifts.map((one, at) => {
    const others = [...shifts.slice(0, at), ...staying.filter((other) => shifts.indexOf(other) > at)]
    return against(one, shifts.slice(0, at), free, others)
  })
}

/** Moves them in one step or none. Each keeps its id and number, and all of them their order. */
export function moveLater(
  later: Session[],
  shifts: Shift[],
  asking: Omit<Moving, 'startAt' | 'roomId'>,
  { diary, caseFiles }: { diary: Diary; caseFiles: CaseFile[] },
  signature: Signature,
): Result<Session[]> {
  const same = later.length === shifts.length && later.every(({ id }, at) => shifts[at]?.session.id === id)
  if (!same) return refused({ reason: 'changed-meanwhile' })
  const shut = [...later.flatMap(againstChanging), ...caseFiles.flatMap((file) => mayNotMeet(file))].slice(0, 1)
  if (shut.length > 0) return refused(...shut)
  if (shifts.every(stays)) return refused({ reason: 'same-time', field: 'startTime-0' })
  const objections = objectionsToShifts(shifts, diary)
  const left = objections.flatMap((all, at) =>
    all
      .filter((one) => asking.despite === undefined || !isAboutMeeting(one))
      .map((one) => ({ ...one, field: `${one.field ?? 'startTime'}-${at}` })),
  )
  if (left.length > 0) return refused(...left)
  return done(
    shifts.flatMap((one, at) => {
      const { session, startAt, roomId = session.roomId } = one
      const meeting = (objections[at] ?? []).length > 0
      return stays(one) ? [] : [moved(session, { startAt, roomId, ...asking }, meeting, signature)]
    }),
  )
}

const stays = ({ session, startAt, roomId = session.roomId }: Shift): boolean => isSame({ startAt, roomId }, session)

const without = (diary: Diary, sessions: Session[]): Diary => ({
  ...diary,
  sessions: diary.sessions.filter(({ id }) => !sessions.some((one) => one.id === id)),
})

/** `before`: those that come before it, in their new places; `others`: all that are settled in theirs. */
function against(one: Shift, before: Shift[], free: Diary, others: Shift[] = before): Refusal[] {
  const last = before.at(-1)
  if (last && one.startAt <= last.startAt) return [{ reason: 'order-changed', field: 'startTime' }]
  if (stays(one)) return []
  const placed = others.map(({ session, startAt, roomId = session.roomId }) => ({
    ...session,
    startAt,
    ...(roomId && { roomId }),
  }))
  const diary = { ...free, sessions: [...free.sessions, ...placed] }
  return objectionsToMoving(one.session, slotAfter(one.session, one), diary, [])
}
