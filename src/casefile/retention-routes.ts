import { Hono } from 'hono'
import { caseRetentionPage } from '../../views/retention/case.ts'
import { retentionQueuePage } from '../../views/retention/queue.ts'
import { destructionRecordsPage } from '../../views/retention/records.ts'
import { destroy } from '../housekeeping.ts'
import { may, mightEver } from '../people/may.ts'
import { usualRetention } from '../people/person.ts'
import type { Destruction } from '../people/registers.ts'
import { type Refusal, type Result, refused } from '../result.ts'
import type { Reader } from '../store/store.ts'
import { dayOf, plusDays } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, refusalPage, show, signatureOf } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import type { CaseFile } from './casefile.ts'
import { aheadDays, nameless, queueOf, reachOf } from './due.ts'
import { approve, propose, takeBack } from './erase.ts'
import { hold, liftHold, readHold } from './hold.ts'
import { belongingOf } from './questions.ts'
import { retentionOf } from './retention.ts'

/** How long each case is kept, what is due to go, and who lets it go. Over 80 lines: the clock of one, and the queue. */
export const retentionRoutes = new Hono<Site>()
/** Below one case. */
export const caseRetentionRoutes = new Hono<Site>()

const periodsIn = async (store: Reader) => (await store.settings())?.retention ?? usualRetention
const termsFor = async (c: Ask) => ({ periods: await periodsIn(c.var.store), today: dayOf(c.var.here.now) })

retentionRoutes.get('/', only('see what is due for erasure'), (c) => queue(c))

retentionRoutes.get('/records', only('see what is due for erasure'), async (c) => {
  const records = (await c.var.store.entries('destructions')).sort((a, b) => (a.approved.at < b.approved.at ? 1 : -1))
  return show(c, destructionRecordsPage(c.var.here, records, await namesIn(c.var.store)))
})

/**
 * The second person's word: the case is gone with it. Whoever sees no case at all (the admin) approves by number, rule
 * and day; for whoever sees cases, one that is kept from them is not there.
 */
retentionRoutes.post('/:case{\\d{4}-\\d{4,6}}/approval', only('approve an erasure'), async (c) => {
  const fields = await fieldsOf(c)
  const number = c.req.param('case')
  const caseFile = await known(c, c.var.store, number)
  if (!caseFile) return refusalPage(c, 'not-found')
  c.set('caseFile', caseFile)
  if (fields.get('sure') !== 'yes') return queue(c, [{ reason: 'not-sure' }])
  const terms = await termsFor(c)
  const gone = await c.var.store.change(async (view): Promise<Result<Destruction>> => {
    const now = await known(c, view, number)
    const record = now ? approve(now, terms, signatureOf(c)) : refused({ reason: 'changed-meanwhile' })
    if (record.ok) await destroy(view, record.value)
    return record
  })
  return gone.ok ? onTo(c, '/retention/records', 'erased') : queue(c, gone.refusals)
})

async function known(c: Ask, from: Reader, number: string): Promise<CaseFile | undefined> {
  const { person, here } = c.var
  const caseFile = await from.caseFile(number)
  if (!caseFile || !mightEver(person, 'see a case')) return caseFile
  return may(person, 'approve an erasure', belongingOf(caseFile, here.now)) ? caseFile : undefined
}

async function queue(c: Ask, refusals: Refusal[] = []): Promise<Response> {
  const { store, person, here } = c.var
  const seesCases = mightEver(person, 'see a case')
  const { periods, today } = await termsFor(c)
  const keptSince = reachOf(periods, plusDays(today, aheadDays))
  const { rows } = await store.rows({ ...(seesCases && { reader: person.id }), keptSince })
  const cases = queueOf(rows, periods, today)
  const shown = { periods, names: await namesIn(store), ...(seesCases ? { named: cases } : { bare: nameless(cases) }) }
  return show(c, retentionQueuePage(here, shown, refusals), refusals)
}

caseRetentionRoutes.get('/', only('see a case'), (c) => clock(c))

caseRetentionRoutes.post('/hold', only('hold a case back from erasure'), async (c) => {
  const fields = await fieldsOf(c)
  const why = readHold(fields)
  const held = why.ok
    ? await changeCase(c, 'hold a case back from erasure', (file, by) => hold(file, why.value, by))
    : why
  return held.ok ? backTo(c, 'held-back') : clock(c, fields, held.refusals)
})

caseRetentionRoutes.post('/hold/lifting', only('hold a case back from erasure'), async (c) => {
  const lifted = await changeCase(c, 'hold a case back from erasure', liftHold)
  return lifted.ok ? backTo(c, 'hold-lifted') : clock(c, undefined, lifted.refusals)
})

caseRetentionRoutes.post('/proposal', only('propose an erasure'), async (c) => {
  const fields = await fieldsOf(c)
  const terms = await termsFor(c)
  const proposed = await changeCase(c, 'propose an erasure', (file, by) => propose(file, terms, by))
  if (!proposed.ok) return clock(c, undefined, proposed.refusals)
  return fields.get('then') === 'queue' ? onTo(c, '/retention', 'erasure-proposed') : backTo(c, 'erasure-proposed')
})

caseRetentionRoutes.post('/proposal/withdrawal', only('propose an erasure'), async (c) => {
  const taken = await changeCase(c, 'propose an erasure', takeBack)
  return taken.ok ? backTo(c, 'erasure-taken-back') : clock(c, undefined, taken.refusals)
})

const backTo = (c: Ask, said: Parameters<typeof onTo>[2]) => onTo(c, `/cases/${c.var.caseFile.number}/retention`, said)

async function clock(c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []): Promise<Response> {
  const { here, caseFile, store } = c.var
  const { periods, today } = await termsFor(c)
  const retention = retentionOf(caseFile, periods, today)
  return show(
    c,
    caseRetentionPage(here, { caseFile, retention, periods, names: await namesIn(store) }, typed, refusals),
    refusals,
  )
}
