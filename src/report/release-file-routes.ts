import { Hono } from 'hono'
import { labelsFor } from '../../views/report/release.ts'
import { periodOf } from '../../views/report/releases.ts'
import { fill } from '../../views/words.ts'
import type { Release } from '../people/registers.ts'
import { only } from '../web/only.ts'
import { refusalPage } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { byteOrderMark, csvOf } from './csv.ts'
import type { Value } from './data-set-shape.ts'
import { fileTypes } from './export-files.ts'
import { releaseStateOf, tablesOf } from './release.ts'
import { releaseHead, releaseRows } from './release-rows.ts'
import { workbookOf } from './xlsx.ts'

/** The tables of a release as files: only while it is approved, and only what is shown. */
export const releaseFileRoutes = new Hono<Site>()

const one = '/:release{\\d{4}-\\d{2,4}}'

releaseFileRoutes.get(`${one}/tables.csv`, only('see releases'), (c) =>
  ofApproved(c, 'csv', (release) =>
    Promise.resolve(new TextEncoder().encode(byteOrderMark + csvOf([releaseHead, ...rowsOf(c, release)]))),
  ),
)

releaseFileRoutes.get(`${one}/tables.xlsx`, only('see releases'), (c) =>
  ofApproved(c, 'xlsx', (release) => {
    const { aboutSheet, tableSheet, about } = c.var.here.t.releases
    return workbookOf([
      {
        name: tableSheet,
        head: releaseHead,
        rows: rowsOf(c, release),
        widths: [22, 28, 22, 28, 18, 24, 16, 12, 12, 8],
      },
      { name: aboutSheet, head: [about.name, about.value], rows: aboutRows(c, release), widths: [24, 80] },
    ])
  }),
)

releaseFileRoutes.get(`${one}/tables.json`, only('see releases'), (c) =>
  ofApproved(c, 'json', (release) => {
    const { id, from, to, only: part, cutOff, threshold } = release
    const { about } = c.var.here.t.releases
    const said = { register: id, from, to, ...(part && { only: part }), cutOff, threshold, hidden: about.hiddenText }
    return Promise.resolve(new TextEncoder().encode(JSON.stringify({ ...said, ...tablesOf(release) }, null, 2)))
  }),
)

const rowsOf = (c: Ask, release: Release): Value[][] => releaseRows(tablesOf(release), labelsFor(c.var.here))

function aboutRows(c: Ask, release: Release): Value[][] {
  const { here } = c.var
  const r = here.t.releases
  return [
    [r.number, release.id],
    [r.about.centre, here.centre],
    [r.period, periodOf(here, release)],
    ...(release.only ? [[r.part, labelsFor(here).label(release.only.figure, release.only.code)]] : []),
    [r.cutOff, release.cutOff],
    [r.threshold, fill(r.below, { k: release.threshold })],
    [r.about.hidden, r.about.hiddenText],
    [r.about.percent, r.about.percentText],
  ]
}

/** What was not approved, or is withdrawn, is not there as a file. */
async function ofApproved(
  c: Ask,
  kind: 'csv' | 'xlsx' | 'json',
  made: (release: Release) => Promise<Uint8Array>,
): Promise<Response> {
  const release = await c.var.store.entry('releases', c.req.param('release') ?? '')
  if (!release || releaseStateOf(release) !== 'approved') return refusalPage(c, 'not-found')
  c.header('Content-Disposition', `attachment; filename="${release.id}.${kind}"`)
  return c.body(new Uint8Array(await made(release)), 200, { 'Content-Type': fileTypes[kind] })
}
