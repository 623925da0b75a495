import { Hono } from 'hono'
import { Reading } from '../form.ts'
import { takeUpAnswered, tellOfAlarms } from '../web/alarms.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo } from '../web/pages.ts'
import type { Site } from '../web/site.ts'
import { alarmsOf, raise, readFlag, settle } from './concern.ts'
import { overview } from './routes.ts'

/** What must be watched with a youth: raised at any time, settled when it is over. Both stand on the case's own page. */
export const concernRoutes = new Hono<Site>()

concernRoutes.post('/', only('raise a concern'), async (c) => {
  const fields = await fieldsOf(c)
  const flag = readFlag(fields)
  const before = c.var.caseFile
  const raised = flag.ok
    ? await changeCase(c, 'raise a concern', async (file, by, view) => {
        const changed = raise(file, [flag.value], 'staff', by)
        if (changed.ok) await tellOfAlarms(c, view, file, changed.value)
        return changed
      })
    : flag
  if (!raised.ok) return overview(c, fields, raised.refusals)
  const path = `/cases/${before.number}`
  const owed = alarmsOf(before, raised.value).includes('duty-to-report')
  return owed ? onTo(c, `${path}/reports`, 'duty-noted') : onTo(c, path, 'concern-raised')
})

concernRoutes.post('/:at{\\d{1,3}}/settlement', only('settle a concern'), async (c) => {
  const fields = await fieldsOf(c)
  const form = new Reading(fields)
  const how = form.result(form.text('how', { most: 1000 }))
  const at = Number(c.req.param('at'))
  const changed = how.ok
    ? await changeCase(c, 'settle a concern', async (file, by, view) => {
        const settled = settle(file, at, how.value, by)
        return settled.ok ? takeUpAnswered(view, settled.value, by) : settled
      })
    : how
  return changed.ok
    ? onTo(c, `/cases/${changed.value.number}`, 'concern-settled')
    : overview(c, fields, changed.refusals)
})
