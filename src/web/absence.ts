import { absencePage } from '../../views/absences/absence.ts'
import { openStages, type Row } from '../casefile/row.ts'
import { inDiary, isHidden, type Session } from '../casefile/session.ts'
import { awayDuring } from '../people/absence.ts'
import { may } from '../people/may.ts'
import type { Absence } from '../people/registers.ts'
import type { Refusal } from '../result.ts'
import { comingWith, handOver } from '../sessions/hand-over.ts'
import { casesOf } from '../sessions/slot.ts'
import type { Reader } from '../store/store.ts'
import { dayOf, momentAt, plusDays } from '../time/days.ts'
import { diaryOver } from './diary.ts'
import { show } from './pages.ts'
import { counsellorsIn, hiddenFrom, namesIn } from './people.ts'
import type { Ask } from './site.ts'

/** The page of one absence, with no more of its cases and sessions than the reader may see. */
export async function showAbsence(c: Ask, typed?: URLSearchParams, refusals: Refusal[] = []): Promise<Response> {
  const { store, here } = c.var
  const absence = (await store.entry('absences', c.var.absence.id)) ?? c.var.absence
  const rows = await casesOfAbsence(c, store, absence)
  const known = new Set(rows.map(({ number }) => number))
  const hidden = await hiddenFrom(store, c.var.person.id)
  const isKnown = (one: Session) => knowsAll(c, absence) || casesOf(one).some((number) => known.has(number))
  const sessions = (await sessionsDuring(store, absence)).filter(isKnown)
  const staying = comingWith(sessions, absence.counsellorId, here.now)
  const absences = await store.entries('absences')
  const others = (await counsellorsIn(store)).filter(({ id }) => id !== absence.counsellorId)
  const shown = {
    ...{ absence, rows, names: await namesIn(store), rooms: await store.rooms() },
    staying: inDiary(staying, hidden),
    handed: sessions.filter((one) => isHandedFrom(one, absence) && !isHidden(one, hidden)),
    why: await whyStaying(c, absence, staying),
    colleagues: others.filter(({ id }) => awayDuring(absences, id, absence).length === 0),
    away: others.filter(({ id }) => awayDuring(absences, id, absence).length > 0),
  }
  return show(c, absencePage(here, shown, typed, refusals), refusals)
}

/** Whoever is away, and the lead, know every session of that time; whoever stands in knows theirs. */
const knowsAll = (c: Ask, { counsellorId }: Absence): boolean =>
  counsellorId === c.var.person.id || may(c.var.person, 'see every case')

/** Open cases of whoever is away, as far as the reader may see them now: a colleague those in which they stand in. */
export async function casesOfAbsence(c: Ask, from: Reader, absence: Absence): Promise<Row[]> {
  const { person, here } = c.var
  const filter = { reader: person.id, stages: openStages }
  if (knowsAll(c, absence)) return (await from.rows({ ...filter, counsellorId: absence.counsellorId })).rows
  const today = dayOf(here.now)
  return (await from.rows({ ...filter, numbers: absence.cases, coveredBy: { by: person.id, on: today } })).rows
}

/** Sessions of those days that are not called off, whoever holds them now. */
export async function sessionsDuring(from: Reader, absence: Absence): Promise<Session[]> {
  const diary = await from.diary(momentAt(absence.from, '00:00'), momentAt(plusDays(absence.to, 1), '00:00'))
  return diary.filter(
    (one) => !one.cancelled && (one.counsellorId === absence.counsellorId || isHandedFrom(one, absence)),
  )
}

/** Whether somebody else took it over since it was known who is away: who stands in now, or stood in at first. */
const isHandedFrom = ({ counsellorId, handedOver = [] }: Session, absence: Absence): boolean =>
  counsellorId !== absence.counsellorId &&
  handedOver.some(({ from, at }) => from === absence.counsellorId && at >= absence.at)

/** Why those who stand in cannot take what stays, by session: for whoever arranges it. */
async function whyStaying(c: Ask, { coveredBy }: Absence, staying: Session[]): Promise<Map<string, Refusal[]>> {
  if (!coveredBy || !may(c.var.person, 'arrange a cover')) return new Map()
  const facts = { attending: [], diary: await diaryOver(c, c.var.store, staying) }
  return new Map(
    staying.map((one) => {
      const result = handOver(one, coveredBy, facts, { by: c.var.person.id, at: c.var.here.now })
      return [one.id, result.ok ? [] : result.refusals]
    }),
  )
}
