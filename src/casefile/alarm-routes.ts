import { Hono } from 'hono'
import { noticeStrip } from '../../views/parts/notice-strip.ts'
import { refused } from '../result.ts'
import { takeUpIn } from '../web/alarms.ts'
import { hereNow } from '../web/here.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, refusalPage, show } from '../web/pages.ts'
import type { Site } from '../web/site.ts'

/** A youth answered so that somebody must look: whoever says that they are on it stops the clock for all. */
export const alarmRoutes = new Hono<Site>()

/** In place where a script asks, so that nothing typed on the page is lost. A second press finds who took it up. */
alarmRoutes.post('/:id{[\\w-]{1,43}}/taking', only('answer an alarm'), async (c) => {
  const { store, caseFile } = c.var
  const id = c.req.param('id')
  const page = `/cases/${caseFile.number}`
  if ((await store.entry('alarms', id))?.caseNumber !== caseFile.number) return refusalPage(c, 'not-found')
  const taken = await changeCase(c, 'answer an alarm', async (file, by, view) => {
    const alarm = await view.entry('alarms', id)
    const mine = alarm ? await takeUpIn(view, file, alarm, by) : refused({ reason: 'changed-meanwhile' })
    return mine.ok ? { ok: true, value: file } : mine
  })
  if (c.req.header('HX-Request')) {
    const isMine = (await store.entry('alarms', id))?.taken?.by === c.var.person.id
    return show(c, noticeStrip(await hereNow(c), isMine ? caseFile.number : undefined))
  }
  return taken.ok ? onTo(c, page, 'alarm-taken') : onTo(c, `${page}#concerns`)
})
