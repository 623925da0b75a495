import { Hono } from 'hono'
import { surveySettingsPage } from '../../views/settings/surveys.ts'
import { done, type Refusal } from '../result.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { fieldsOfSurveys, readSurveySettings } from './survey-settings.ts'

/** When surveys can be begun, where youths find help, and who is called when one needs it. */
export const surveySettingsRoutes = new Hono<Site>()

surveySettingsRoutes.get('/', only('settle the centre'), async (c) => {
  const settings = await c.var.store.settings()
  return settings ? page(c, fieldsOfSurveys(settings)) : refusalPage(c, 'not-found')
})

surveySettingsRoutes.post('/', only('settle the centre'), async (c) => {
  const fields = await fieldsOf(c)
  const form = readSurveySettings(fields)
  if (!form.ok) return page(c, fields, form.refusals)
  await c.var.store.change(async (view) => {
    const settings = await view.settings()
    return done(settings && view.saveSettings({ ...settings, ...form.value }))
  })
  return onTo(c, '/settings/surveys', 'survey-settings-saved')
})

const page = (c: Ask, typed: URLSearchParams, refusals: Refusal[] = []): Promise<Response> =>
  show(c, surveySettingsPage(c.var.here, c.var.house.sends ?? [], typed, refusals), refusals)
