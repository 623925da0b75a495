import { Hono } from 'hono'
import { exportsPage } from '../../views/report/exports.ts'
import { exportPage, makingPart } from '../../views/report/exports-one.ts'
import { may } from '../people/may.ts'
import type { Export } from '../people/registers.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import type { Store } from '../store/store.ts'
import { dayOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show, signatureOf } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import { shelfIn } from '../web/shelf.ts'
import type { Ask, Site } from '../web/site.ts'
import { variablesOf } from './data-set.ts'
import { type ExportRequest, exportOf, formats, keptBackOf, quartersBetween, readExport, whys } from './export.ts'
import { beginFile, fileName, fileTypes } from './export-files.ts'
import { beginExport } from './export-jobs.ts'
import { dropExport, type ExportJob, exportJobOf, type Keeping, streamOf } from './export-kept.ts'

/**
 * Data sets for those who calculate: asked for with a purpose, made in the background, fetched by whoever asked. Over
 * 80 lines: what is asked, its progress, and its files.
 */
export const exportRoutes = new Hono<Site>()

exportRoutes.get('/', only('export the data'), (c) => asked(c))

exportRoutes.post('/', only('export the data'), async (c) => {
  const fields = await fieldsOf(c)
  const read = readExport(fields, await quartersIn(c))
  const begun = read.ok ? await begin(c, read.value) : read
  return begun.ok ? onTo(c, `/report/exports/${begun.value.id}`) : asked(c, fields, begun.refusals)
})

exportRoutes.get('/:id', only('export the data'), (c) => one(c))

/** What the open page of an export asks by itself: it keeps no visit alive (src/web/poll.ts). */
exportRoutes.get('/:id/progress', only('export the data'), async (c) => {
  const entry = await entryIn(c)
  return entry ? show(c, makingPart(c.var.here, entry.id, await ownJob(c, entry))) : refusalPage(c, 'not-found')
})

exportRoutes.post('/:id/file/:format', only('export the data'), async (c) => {
  const entry = await entryIn(c)
  const format = formats.find((name) => name === c.req.param('format'))
  if (!entry || !format) return refusalPage(c, 'not-found')
  const job = await ownJob(c, entry)
  const file = job?.state === 'ready' ? job.files[format] : undefined
  if (!job || !file) return one(c, [{ reason: 'export-gone' }])
  c.set('why', whys[entry.use])
  const { at } = signatureOf(c)
  const marked = await changeEntry(c.var.store, entry.id, { fetchedAt: at })
  if (!marked.ok) return one(c, marked.refusals)
  c.header('Content-Disposition', `attachment; filename="${fileName(format, dayOf(entry.at))}"`)
  c.header('Content-Length', String(file.length))
  return c.body(streamOf(keepingIn(c), job, format, file), 200, { 'Content-Type': fileTypes[format] })
})

const entryIn = (c: Ask) => c.var.store.entry('exports', c.req.param('id') ?? '')

const keepingIn = ({ var: { house } }: Ask): Keeping => ({ passing: house.store.passing, clock: house.clock })

/** How an export stands, if whoever asks made it and it is there still. */
const ownJob = async (c: Ask, entry: Export | undefined): Promise<ExportJob | undefined> =>
  entry?.by === c.var.person.id ? exportJobOf(keepingIn(c), entry.id) : undefined

/** The last one that whoever asks began. */
const lastOwn = (c: Ask, entries: Export[]): Export | undefined =>
  entries.filter(({ by }) => by === c.var.person.id).at(-1)

async function quartersIn(c: Ask): Promise<string[]> {
  const [today, since] = [dayOf(c.var.here.now), (await c.var.store.settings())?.since]
  return quartersBetween(since ?? today, today)
}

/**
 * On record first, then made: nothing leaves the store of which the register does not know. One at a time for each
 * person, and what they had before is gone.
 */
async function begin(c: Ask, request: ExportRequest): Promise<Result<Export>> {
  const { store, person, here } = c.var
  const by = signatureOf(c)
  const { total } = await store.rows({}, { from: 0, most: 0 })
  const keptBack = keptBackOf((await store.rows({ keptFrom: person.id })).rows, request)
  const before = lastOwn(c, await store.entries('exports'))
  const earlier = await ownJob(c, before)
  c.set('why', whys[request.use])
  const begun = await store.change(async (view) => {
    if (!may(person, 'export the data')) return refused({ reason: 'changed-meanwhile' })
    const entries = await view.entries('exports')
    const isLate = lastOwn(c, entries)?.id !== before?.id
    if (isLate || earlier?.state === 'making') return refused({ reason: 'export-under-way' })
    const entry = { ...exportOf(request, entries, by), ...(keptBack > 0 && { keptBack }) }
    view.saveEntry('exports', entry)
    return done(entry)
  })
  if (!begun.ok) return begun
  if (earlier) await dropExport(keepingIn(c), earlier)
  const { id } = begun.value
  const variables = variablesOf(request.parts, await shelfIn(store))
  await beginExport(
    keepingIn(c),
    { id, by: person.id, request, of: total },
    {
      variables,
      rows: store.data(person.id),
      begin: (format) => beginFile(format, variables, dayOf(by.at), here.lang),
      ended: async ({ rows, leftOut }, failure) => {
        if (failure) return console.error('failed: an export', failure instanceof Error ? failure.name : '')
        await changeEntry(store, id, { rows, ...(request.use === 'research' && { leftOut }) })
      },
    },
  )
  return begun
}

const changeEntry = (store: Store, id: string, changes: { fetchedAt: string } | { rows: number }) =>
  store.change(async (view) => {
    const entry = await view.entry('exports', id)
    if (!entry) return refused({ reason: 'changed-meanwhile' })
    view.saveEntry('exports', { ...entry, ...changes })
    return done(undefined)
  })

async function asked(c: Ask, typed?: URLSearchParams, refusals: Refusal[] = []): Promise<Response> {
  const { store, here, person } = c.var
  const entries = (await store.entries('exports')).reverse()
  const job = await ownJob(
    c,
    entries.find(({ by }) => by === person.id),
  )
  const shown = { entries, quarters: await quartersIn(c), names: await namesIn(store), ...(job && { job }) }
  return show(c, exportsPage(here, shown, typed, refusals), refusals)
}

async function one(c: Ask, refusals: Refusal[] = []): Promise<Response> {
  const entry = await entryIn(c)
  if (!entry) return refusalPage(c, 'not-found')
  const [job, names] = [await ownJob(c, entry), await namesIn(c.var.store)]
  return show(c, exportPage(c.var.here, { entry, names, ...(job && { job }) }, refusals), refusals)
}
