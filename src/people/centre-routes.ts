import { Hono } from 'hono'
import { centrePage } from '../../views/settings/centre.ts'
import { daysPage } from '../../views/settings/days.ts'
import { done, type Refusal } from '../result.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { fieldsOfCentre, readCentre, settled } from './centre.ts'
import { readDays, withDays, withoutDays } from './shut-days.ts'

/** What the centre settles for itself, and the days on which it is shut. */
export const centreRoutes = new Hono<Site>()

centreRoutes.get('/', only('settle the centre'), (c) => onTo(c, '/settings/people'))

centreRoutes.get('/centre', only('settle the centre'), async (c) => {
  const settings = await c.var.store.settings()
  return settings
    ? show(c, centrePage(c.var.here, settings, fieldsOfCentre(settings), []))
    : refusalPage(c, 'not-found')
})

centreRoutes.post('/centre', only('settle the centre'), async (c) => {
  const fields = await fieldsOf(c)
  const form = readCentre(fields)
  const settings = await c.var.store.settings()
  if (!settings) return refusalPage(c, 'not-found')
  if (!form.ok) return show(c, centrePage(c.var.here, settings, fields, form.refusals), form.refusals)
  const now = c.var.house.clock.now()
  await c.var.store.change(async (view) =>
    done(view.saveSettings(settled((await view.settings()) ?? settings, form.value, now))),
  )
  return onTo(c, '/settings/centre', 'centre-saved')
})

centreRoutes.get('/days', only('settle the centre'), (c) => listDays(c))

centreRoutes.post('/days', only('settle the centre'), async (c) => {
  const fields = await fieldsOf(c)
  const days = readDays(fields)
  const kept = days.ok
    ? await c.var.store.change(async (view) => {
        const settings = await view.settings()
        const shut = withDays(settings?.shut ?? [], days.value)
        if (shut.ok && settings) view.saveSettings({ ...settings, shut: shut.value })
        return shut
      })
    : days
  return kept.ok ? onTo(c, '/settings/days', 'days-added') : listDays(c, fields, kept.refusals)
})

centreRoutes.post('/days/removal', only('settle the centre'), async (c) => {
  const fields = await fieldsOf(c)
  await c.var.store.change(async (view) => {
    const settings = await view.settings()
    if (settings) view.saveSettings({ ...settings, shut: withoutDays(settings.shut ?? [], fields) })
    return done(undefined)
  })
  return onTo(c, '/settings/days', 'days-removed')
})

const listDays = async (c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []): Promise<Response> =>
  show(c, daysPage(c.var.here, (await c.var.store.settings())?.shut ?? [], typed, refusals), refusals)
