import { Hono } from 'hono'
import { codebookPage } from '../../views/report/codebook.ts'
import { dayOf } from '../time/days.ts'
import { only } from '../web/only.ts'
import { refusalPage, show } from '../web/pages.ts'
import { shelfIn } from '../web/shelf.ts'
import type { Site } from '../web/site.ts'
import { cellsOf, codebookHead, codebookOf, codebookTables } from './codebook.ts'
import { byteOrderMark, csvOf } from './csv.ts'
import { fileTypes } from './export-files.ts'
import { workbookOf } from './xlsx.ts'

/** What every code, scale and item means: to read, to print, and as a file. There is nothing of anybody in it. */
export const codebookRoutes = new Hono<Site>()

codebookRoutes.get('/', only('see the codebook'), async (c) =>
  show(c, codebookPage(c.var.here, await shelfIn(c.var.store))),
)

codebookRoutes.get('/file', only('see the codebook'), async (c) => {
  const format = (['csv', 'xlsx', 'json'] as const).find((one) => one === (c.req.query('format') ?? 'csv'))
  if (!format) return refusalPage(c, 'not-found')
  const lines = codebookOf(await shelfIn(c.var.store))
  c.header('Content-Disposition', `attachment; filename="codebook-${dayOf(c.var.here.now)}.${format}"`)
  c.header('Content-Type', fileTypes[format])
  if (format === 'json') return c.body(JSON.stringify(lines, null, 1))
  if (format === 'csv') return c.body(byteOrderMark + csvOf([codebookHead, ...cellsOf(lines)]))
  const widths = [10, 20, 24, 8, 48, 48, 12, 12, 24, 10, 16, 10, 10]
  const sheets = codebookTables.map((name) => {
    const rows = cellsOf(lines.filter(({ table }) => table === name))
    return { name, head: codebookHead, rows, widths }
  })
  return c.body(new Uint8Array(await workbookOf(sheets)))
})
