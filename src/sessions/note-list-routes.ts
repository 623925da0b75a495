import { Hono } from 'hono'
import { noteListPage } from '../../views/sessions/note-list.ts'
import type { CaseFile } from '../casefile/casefile.ts'
import { closingOf, sessionBelongingOf } from '../casefile/questions.ts'
import { openStages, type Row } from '../casefile/row.ts'
import type { Session } from '../casefile/session.ts'
import { may } from '../people/may.ts'
import { dayOf, momentAt, plusDays } from '../time/days.ts'
import { only } from '../web/only.ts'
import { show } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { inTurn, missingIn, unreadIn, type WaitingNote } from './note-list.ts'

/** Notes that wait: one's own to be signed; for a lead everybody's, and those that the lead is to sign too. */
export const noteListRoutes = new Hono<Site>()

noteListRoutes.get('/', only('see the case list'), async (c) => {
  const { store, person, here } = c.var
  const every = may(person, 'see every case')
  const rows = await rowsFor(c, every)
  const lacking = await each(
    c,
    rows.filter(({ notesMissing }) => notesMissing > 0),
    missingIn,
  )
  const from = (await store.settings())?.countersignedFrom
  const unread = rows.filter(({ uncountersigned = [] }) => from && uncountersigned.some((at) => at >= from))
  const shown = {
    ...{ every, people: await namesIn(store) },
    missing: inTurn([...lacking, ...(every ? [] : await heldForOthers(c, rows))]),
    unread:
      may(person, 'see every case') && from
        ? inTurn(await each(c, unread, (file, sessions) => unreadIn(file, sessions, { from, me: person.id })))
        : undefined,
  }
  return show(c, noteListPage(here, shown))
})

/** Open cases: all that a lead may know of, or one's own and those in which one stands in today. */
async function rowsFor({ var: { store, person, here } }: Ask, every: boolean): Promise<Row[]> {
  const open = { reader: person.id, stages: openStages }
  if (every) return (await store.rows(open)).rows
  const own = await store.rows({ ...open, counsellorId: person.id })
  const stoodIn = await store.rows({ ...open, coveredBy: { by: person.id, on: dayOf(here.now) } })
  return [...own.rows, ...stoodIn.rows.filter(({ counsellorId }) => counsellorId !== person.id)]
}

async function each(
  { var: { store } }: Ask,
  rows: Row[],
  notesIn: (caseFile: CaseFile, sessions: Session[]) => WaitingNote[],
): Promise<WaitingNote[]> {
  const found = await Promise.all(
    rows.map(async ({ number }) => {
      const caseFile = await store.caseFile(number)
      return caseFile ? notesIn(caseFile, await store.sessionsOf(number)) : []
    }),
  )
  return found.flat()
}

/** How far back sessions are looked for that somebody held in a colleague's case. */
const heldDays = 92

/** Sessions that one held for a colleague: their notes are one's own to write, the cases are not. */
async function heldForOthers({ var: { store, person, here } }: Ask, rows: Row[]): Promise<WaitingNote[]> {
  const known = new Set(rows.map(({ number }) => number))
  const diary = await store.diary(momentAt(plusDays(dayOf(here.now), -heldDays), '00:00'), here.now)
  const held = diary.filter(({ counsellorId }) => counsellorId === person.id)
  const found = await Promise.all(
    held.flatMap((session) =>
      session.attendees
        .filter(({ caseNumber }) => !known.has(caseNumber))
        .map(async ({ caseNumber }) => {
          const caseFile = await store.caseFile(caseNumber)
          if (!caseFile || closingOf(caseFile)) return []
          const writes = may(person, 'write a note', sessionBelongingOf(session, [caseFile], here.now))
          return writes ? missingIn(caseFile, [session]) : []
        }),
    ),
  )
  return found.flat()
}
