import { Hono } from 'hono'
import { type LaterShown, laterPage } from '../../views/sessions/later.ts'
import type { CaseFile } from '../casefile/casefile.ts'
import type { Session } from '../casefile/session.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import type { Reader } from '../store/store.ts'
import { dayOf, daysBetween, type Moment, momentAt, plusDays, timeOf } from '../time/days.ts'
import { diaryBetween } from '../web/diary.ts'
import { fieldsOf } from '../web/fields.ts'
import { only, theSession } from '../web/only.ts'
import { onTo, show, signatureOf } from '../web/pages.ts'
import { casesIn, casesKnown, isOpen, mayChange } from '../web/session-change.ts'
import type { Ask, Site } from '../web/site.ts'
import { aroundSlot, type Diary } from './clash.ts'
import { laterOf, mostWeeks, moveLater, objectionsToShifts, type Shift, shiftedBy } from './later.ts'
import { fieldsOfShifts, type LaterForm, readLater, readShift } from './later-form.ts'
import { casesOf, lengths } from './slot.ts'
import { cautionsOn } from './times.ts'

/** A session and all later ones of the youth, moved in one step. */
export const laterRoutes = new Hono<Site>()

laterRoutes.get('/:id/later', only('change a session', theSession), (c) =>
  showLater(c, new URLSearchParams(c.req.query())),
)

laterRoutes.post('/:id/later', only('change a session', theSession), async (c) => {
  const fields = await fieldsOf(c)
  const form = readLater(fields, await roomsOf(c), c.var.here.may('let youths meet'))
  const moved = form.ok ? await moveAll(c, fields.get('caseNumber') ?? '', form.value) : form
  if (!moved.ok) return showRefused(c, fields, moved.refusals)
  c.set('several', moved.value.numbers)
  return onTo(c, `/cases/${moved.value.of}/sessions`, 'sessions-moved')
})

/** Inside one change: the sessions are read anew, and each must be the asker's to change. Which cases it was about. */
const moveAll = (
  c: Ask,
  number: string,
  { rows, ...asking }: LaterForm,
): Promise<Result<{ of: string; numbers: string[] }>> =>
  c.var.store.change(async (view) => {
    const found = await laterIn(c, view, number)
    if (!found.ok) return found
    const { caseFile, later, caseFiles } = found.value
    const shifts = rows.flatMap(({ id, ...to }): Shift[] => {
      const session = later.find((one) => one.id === id)
      return session ? [{ session, ...to }] : []
    })
    if (shifts.length < rows.length) return refused({ reason: 'changed-meanwhile' })
    const starts = rows.map(({ startAt }) => startAt).sort()
    const diary = await diaryFor(c, view, later, [starts[0] ?? '', starts.at(-1) ?? ''])
    const moved = moveLater(later, shifts, asking, { diary, caseFiles }, signatureOf(c))
    if (!moved.ok) return moved
    for (const session of moved.value) view.saveSession(session)
    return done({ of: caseFile.number, numbers: caseFiles.map((one) => one.number) })
  })

interface Found {
  caseFile: CaseFile
  later: Session[]
  /** everyone who attends one of them */
  caseFiles: CaseFile[]
  /** of those who attend the first, the ones whose later sessions may be asked for */
  known: CaseFile[]
}

/** The later sessions of one of the session's youths, if all of them are the asker's to change. */
async function laterIn(c: Ask, from: Reader, number: string): Promise<Result<Found>> {
  const session = await from.session(c.var.session.id)
  const known = session ? (await casesKnown(c, session, from)).filter((file) => isOpen(c, file)) : []
  const caseFile = known.find((one) => one.number === number) ?? known[0]
  if (!session || !caseFile) return refused({ reason: 'later-not-yours' })
  const later = laterOf(session, await from.sessionsOf(caseFile.number), c.var.here.now)
  const files = await Promise.all(later.map((one) => casesIn(from, one)))
  if (later.some((one, at) => !mayChange(c, one, files[at] ?? []))) return refused({ reason: 'later-not-yours' })
  const caseFiles = [...new Map(files.flat().map((file) => [file.number, file])).values()]
  return done({ caseFile, later, caseFiles, known })
}

/** The diary from the first new time to the last. */
function diaryFor(c: Ask, from: Reader, later: Session[], [first, last]: [Moment, Moment]): Promise<Diary> {
  const [start] = aroundSlot({ startAt: first || c.var.here.now, minutes: lengths.most })
  const [, end] = aroundSlot({ startAt: last || c.var.here.now, minutes: lengths.most })
  return diaryBetween(c, from, [start, end], [...new Set(later.flatMap(casesOf))])
}

/** The preview: all of them where they would go, and what is in the way of each. Changes nothing. */
export async function showLater(c: Ask, asked: URLSearchParams, refusals: Refusal[] = []): Promise<Response> {
  const found = await laterIn(c, c.var.store, asked.get('caseNumber') ?? '')
  if (!found.ok) return showPage(c, undefined, {}, asked, found.refusals)
  if (!asked.has('sessionOn')) return showPage(c, found.value, {}, new URLSearchParams(), refusals)
  const to = readShift(asked, await roomsOf(c))
  if (!to.ok) return showPage(c, found.value, {}, asked, to.refusals)
  const { later, caseFile } = found.value
  const [first = c.var.session.startAt, last = first] = [later[0]?.startAt, later.at(-1)?.startAt]
  const days = daysBetween(dayOf(first), dayOf(last)) + 7 * mostWeeks
  const until = momentAt(plusDays(dayOf(to.value.startAt), days), timeOf(to.value.startAt))
  const diary = await diaryFor(c, c.var.store, later, [to.value.startAt, until])
  const shifts = shiftedBy(later, to.value, diary)
  const school = (await c.var.store.schools()).find(({ id }) => id === caseFile.school.schoolId)
  const { freeTimes } = caseFile
  const rows = shifts.map((shift) => ({
    ...shift,
    cautions: cautionsOn({ ...shift.session, ...shift }, { freeTimes, school }),
  }))
  const objections = objectionsToShifts(shifts, diary).flatMap(inRow)
  return showPage(c, found.value, { rows, objections }, fieldsOfShifts(asked, shifts), refusals)
}

const inRow = (all: Refusal[], at: number): Refusal[] => all.map((one) => ({ ...one, field: `${one.field}-${at}` }))

/** What was sent, with what is wrong at each row; anew when the sessions are no longer those of the page. */
async function showRefused(c: Ask, typed: URLSearchParams, refusals: Refusal[]): Promise<Response> {
  const found = await laterIn(c, c.var.store, typed.get('caseNumber') ?? '')
  if (!found.ok) return showPage(c, undefined, {}, typed, found.refusals)
  const rows = found.value.later.map((session) => ({ session, startAt: session.startAt, cautions: [] }))
  const ids = rows.filter(({ session }, at) => typed.get(`id-${at}`) === session.id)
  if (ids.length === rows.length) return showPage(c, found.value, { rows }, typed, refusals)
  for (const name of ['sessionOn', 'startTime']) typed.set(name, typed.get(`${name}-0`) ?? '')
  return showLater(c, typed, refusals)
}

async function showPage(
  c: Ask,
  found: Found | undefined,
  rest: Pick<LaterShown, 'rows' | 'objections'>,
  typed: URLSearchParams,
  refusals: Refusal[],
): Promise<Response> {
  const { session, store, here } = c.var
  const shown: LaterShown = {
    ...{ session, caseFile: found?.caseFile, known: found?.known ?? [], rooms: await store.rooms() },
    ...{ several: found?.later.some(({ attendees }) => attendees.length > 1) ?? false, ...rest },
  }
  return show(c, laterPage(here, shown, typed, refusals), refusals)
}

const roomsOf = async (c: Ask): Promise<string[]> => (await c.var.store.rooms()).map(({ id }) => id)
