import { Hono } from 'hono'
import { figureSettingsPage } from '../../views/report/settings.ts'
import { Reading } from '../form.ts'
import type { Settings } from '../people/person.ts'
import { done, type Refusal, type Result } from '../result.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { fieldsOfRules, normScales, readFigureRules, readNorm, withNorm, withoutNorm } from './settings.ts'

/** The rules by which figures are made: what is hidden, what a scale measures how well, and the programme's neutral name. */
export const figureSettingsRoutes = new Hono<Site>()

const path = '/report/settings'

figureSettingsRoutes.get('/', only('settle the figures'), (c) => page(c))

figureSettingsRoutes.post('/', only('settle the figures'), async (c) => {
  const fields = await fieldsOf(c)
  const rules = readFigureRules(fields)
  if (!rules.ok) return page(c, { rules: fields }, rules.refusals)
  await changeSettings(c, (settings) => done({ ...settings, ...rules.value }))
  return onTo(c, path, 'figure-rules-saved')
})

figureSettingsRoutes.post('/norms', only('settle the figures'), async (c) => {
  const fields = await fieldsOf(c)
  const norm = readNorm(fields)
  if (!norm.ok) return page(c, { norm: fields }, norm.refusals)
  await changeSettings(c, (settings) => done(withNorm(settings, norm.value, c.var.person.id, c.var.house.clock.now())))
  return onTo(c, path, 'norm-saved')
})

figureSettingsRoutes.post('/norms/removal', only('settle the figures'), async (c) => {
  const form = new Reading(await fieldsOf(c))
  const scale = form.result(form.one('scale', normScales()))
  if (!scale.ok) return page(c, {}, scale.refusals)
  await changeSettings(c, (settings) => withoutNorm(settings, scale.value))
  return onTo(c, path, 'norm-removed')
})

const changeSettings = (c: Ask, rule: (settings: Settings) => Result<Settings>): Promise<unknown> =>
  c.var.store.change(async (view) => {
    const settings = await view.settings()
    if (!settings) return done(undefined)
    const changed = rule(settings)
    if (changed.ok) view.saveSettings(changed.value)
    return changed
  })

async function page(
  c: Ask,
  typed: { rules?: URLSearchParams; norm?: URLSearchParams } = {},
  refusals: Refusal[] = [],
): Promise<Response> {
  const settings = await c.var.store.settings()
  if (!settings) return refusalPage(c, 'not-found')
  const names = await namesIn(c.var.store)
  const { rules = fieldsOfRules(settings), norm = new URLSearchParams() } = typed
  return show(
    c,
    figureSettingsPage(c.var.here, { norms: settings.norms ?? {}, names }, { rules, norm }, refusals),
    refusals,
  )
}
