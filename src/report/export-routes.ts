import { Hono } from 'hono'
import { exportsPage } from '../../views/report/exports.ts'
import { exportPage, makingPart } from '../../views/report/exports-one.ts'
import { may } from '../people/may.ts'
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
import { beginFile, type ExportFile, fileName, fileTypes } from './export-files.ts'
import { type ExportJob, ExportJobs } from './export-jobs.ts'

/**
 * Data sets for those who calculate: asked for with a purpose, made in the background, fetched by whoever asked. Over
 * 80 lines: what is asked, its progress, and its files.
 */
export const exportRoutes = new Hono<Site>()

const kept = new WeakMap<Store, ExportJobs>()

/** What is being made, in memory, beside the store of which it is made. */
function jobsIn({ var: { store, house } }: Ask): ExportJobs {
  const jobs = kept.get(store) ?? new ExportJobs(house.clock)
  kept.set(store, jobs)
  return jobs
}

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
  return entry ? show(c, makingPart(c.var.here, entry.id, jobOf(c))) : refusalPage(c, 'not-found')
})

exportRoutes.post('/:id/file/:format', only('export the data'), async (c) => {
  const entry = await entryIn(c)
  const format = formats.find((name) => name === c.req.param('format'))
  if (!entry || !format) return refusalPage(c, 'not-found')
  const job = jobOf(c)
  const file = job?.state === 'ready' ? job.files.get(format) : undefined
  if (!file) return one(c, [{ reason: 'export-gone' }])
  c.set('why', whys[entry.use])
  const { at } = signatureOf(c)
  const marked = await changeEntry(c.var.store, entry.id, { fetchedAt: at })
  if (!marked.ok) return one(c, marked.refusals)
  c.header('Content-Disposition', `attachment; filename="${fileName(format, dayOf(entry.at))}"`)
  c.header('Content-Length', String(file.length))
  return c.body(streamOf(file), 200, { 'Content-Type': fileTypes[format] })
})

const entryIn = (c: Ask) => c.var.store.entry('exports', c.req.param('id') ?? '')

/** Of this export, if whoever asks made it and it is there still. */
function jobOf(c: Ask): ExportJob | undefined {
  const job = jobsIn(c).of(c.var.person.id)
  return job?.id === c.req.param('id') ? job : undefined
}

async function quartersIn(c: Ask): Promise<string[]> {
  const [today, since] = [dayOf(c.var.here.now), (await c.var.store.settings())?.since]
  return quartersBetween(since ?? today, today)
}

/** On record first, then made: nothing leaves the store of which the register does not know. */
async function begin(c: Ask, request: ExportRequest): Promise<Result<ExportJob>> {
  const { store, person, here } = c.var
  const jobs = jobsIn(c)
  const by = signatureOf(c)
  const shelf = await shelfIn(store)
  const variables = variablesOf(request.parts, shelf)
  const { total } = await store.rows({}, { from: 0, most: 0 })
  const keptBack = keptBackOf((await store.rows({ keptFrom: person.id })).rows, request)
  c.set('why', whys[request.use])
  return store.change(async (view) => {
    if (!may(person, 'export the data')) return refused({ reason: 'changed-meanwhile' })
    if (jobs.isMaking(person.id)) return refused({ reason: 'export-under-way' })
    const entry = { ...exportOf(request, await view.entries('exports'), by), ...(keptBack > 0 && { keptBack }) }
    view.saveEntry('exports', entry)
    const job = jobs.begin(
      { id: entry.id, by: person.id, request, of: total },
      {
        variables,
        rows: store.data(person.id),
        begin: (format) => beginFile(format, variables, dayOf(by.at), here.lang),
        ended: async ({ rows, leftOut }, failure) => {
          if (failure) return console.error('failed: an export', failure instanceof Error ? failure.name : '')
          await changeEntry(store, entry.id, { rows, ...(request.use === 'research' && { leftOut }) })
        },
      },
    )
    return done(job)
  })
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
  const shown = { entries, quarters: await quartersIn(c), names: await namesIn(store), job: jobsIn(c).of(person.id) }
  return show(c, exportsPage(here, shown, typed, refusals), refusals)
}

async function one(c: Ask, refusals: Refusal[] = []): Promise<Response> {
  const entry = await entryIn(c)
  if (!entry) return refusalPage(c, 'not-found')
  return show(
    c,
    exportPage(c.var.here, { entry, job: jobOf(c), names: await namesIn(c.var.store) }, refusals),
    refusals,
  )
}

/** Piece by piece: a long file is never whole in memory. */
function streamOf({ pieces, isPacked }: ExportFile): ReadableStream<Uint8Array> {
  let at = 0
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(to) {
      const piece = pieces[at++]
      if (piece) to.enqueue(new Uint8Array(piece))
      else to.close()
    },
  })
  return isPacked ? stream.pipeThrough(new DecompressionStream('gzip')) : stream
}
