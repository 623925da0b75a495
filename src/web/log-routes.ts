import { Hono } from 'hono'
import { type Asked, entriesPage } from '../../views/log/entries.ts'
import { type Month, type MonthSum, reviewPage } from '../../views/log/review.ts'
import { may } from '../people/may.ts'
import { readRemarks, review } from '../people/review.ts'
import { done, type Refusal } from '../result.ts'
import type { LogEntry } from '../store/store.ts'
import { fieldsOf } from './fields.ts'
import { linesOf, pageOf } from './log-lines.ts'
import { foreignTo, isMonth, monthAfter, monthOf, spanOf, sumOf } from './log-month.ts'
import { only } from './only.ts'
import { onTo, show, signatureOf } from './pages.ts'
import { hiddenFrom, peopleIn } from './people.ts'
import { atMost } from './rates.ts'
import type { Ask, Site } from './site.ts'

/** The log, for whoever answers for it: a month at a time, its entries, and the record that it was gone through. */
export const logRoutes = new Hono<Site>()

logRoutes.get('/', only('review the log'), atMost(30, 'visit'), async (c) => {
  const month = askedMonth(c)
  return showMonth(c, month, await monthSum(c, month), new URLSearchParams(), [])
})

// the whole month is read for it, half a second for every 300,000 lines
logRoutes.post('/reviews', only('review the log'), atMost(6, 'visit'), async (c) => {
  const fields = await fieldsOf(c)
  const asked = fields.get('month') ?? ''
  const month = isMonth(asked) ? asked : monthAfter(monthOf(c.var.here.now), -1)
  const sum = await monthSum(c, month)
  const remarks = readRemarks(fields)
  const thisMonth = monthOf(c.var.here.now)
  const reviewed = remarks.ok ? review(remarks.value, { ...sum, month, thisMonth }, signatureOf(c)) : remarks
  if (!reviewed.ok) return showMonth(c, month, sum, fields, reviewed.refusals)
  await c.var.store.change((view) => done(view.saveEntry('reviews', reviewed.value)))
  return onTo(c, `/log?month=${month}`, 'log-reviewed')
})

logRoutes.get('/entries', only('review the log'), atMost(30, 'visit'), async (c) => {
  const { store, person, here } = c.var
  const [people, hidden] = [await peopleIn(store), await hiddenFrom(store, person.id)]
  const asked = askedOf(c)
  const found: LogEntry[] = []
  for await (const entry of store.logged(...spanOf(asked.month))) if (fits(entry, asked, hidden)) found.push(entry)
  const lines = pageOf(linesOf(found.reverse()), c.req.query('page'))
  return show(c, entriesPage(here, { asked, lines, people, hidden }))
})

/** The month in the address, else the last whole one. */
function askedMonth(c: Ask): string {
  const month = c.req.query('month') ?? ''
  return isMonth(month) ? month : monthAfter(monthOf(c.var.here.now), -1)
}

function askedOf(c: Ask): Asked {
  const decision = (['allowed', 'refused'] as const).find((one) => one === c.req.query('decision'))
  const text = (name: string) => c.req.query(name)?.trim().slice(0, 60) || undefined
  return { month: askedMonth(c), person: text('person'), deed: text('deed'), case: text('case'), decision }
}

/** Nobody finds by its number a case that is kept from them. */
function fits(entry: LogEntry, { person, deed, case: number, decision }: Asked, hidden: ReadonlySet<string>): boolean {
  const { by = 'nobody', caseNumber = '' } = entry
  return (
    (!person || by === person) &&
    (!deed || entry.deed === deed) &&
    (!number || (caseNumber === number && !hidden.has(number))) &&
    (!decision || entry.decision === decision)
  )
}

async function monthSum(c: Ask, month: string): Promise<MonthSum> {
  const { store } = c.var
  return sumOf(store.logged(...spanOf(month)), { openingHours: (await store.settings())?.openingHours ?? {} })
}

async function showMonth(
  c: Ask,
  month: string,
  sum: MonthSum,
  typed: URLSearchParams,
  refusals: Refusal[],
): Promise<Response> {
  const { store, person, here } = c.var
  const hidden = await hiddenFrom(store, person.id)
  const others = sum.people.map(async (one) => ({ ...one, numbers: await foreignTo(one, store) }))
  const shown: Month = {
    ...{ month, before: monthAfter(month, -1), after: monthAfter(month), over: month < monthOf(here.now) },
    ...{ sum, hidden, people: await peopleIn(store), rights: await rightsIn(c, month) },
    emergencies: await Promise.all(sum.emergencies.map((entry) => emergency(c, entry, hidden))),
    others: (await Promise.all(others)).filter(({ numbers }) => numbers.length > 0),
    reviews: await store.entries('reviews'),
    trouble: (await store.checkpointTrouble()) !== undefined,
  }
  return show(c, reviewPage(here, shown, typed, refusals), refusals)
}

/** The reason tells of a case, so it is for whoever may see it. */
async function emergency(c: Ask, entry: LogEntry, hidden: ReadonlySet<string>): Promise<Month['emergencies'][number]> {
  const { caseNumber = '', by } = entry
  if (!may(c.var.person, 'see every case') || hidden.has(caseNumber)) return { entry }
  const caseFile = await c.var.store.caseFile(caseNumber)
  const opening = caseFile?.openings.findLast((one) => one.by === by && one.at <= entry.at)
  return { entry, why: opening?.why, until: opening?.until, gone: caseFile === undefined }
}

async function rightsIn(c: Ask, month: string): Promise<Month['rights']> {
  const [from, to] = spanOf(month)
  const given = (await c.var.store.people()).flatMap(({ id, grants = [] }) =>
    grants.map((grant) => ({ ...grant, whom: id })),
  )
  return given.filter(({ at }) => at >= from && at < to).sort((a, b) => (a.at < b.at ? -1 : 1))
}
