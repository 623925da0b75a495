import { Hono } from 'hono'
import { interviewPage } from '../../views/intake/interview.ts'
import { planPage } from '../../views/intake/plan.ts'
import { isConsented } from '../consent/gate.ts'
import type { Refusal } from '../result.ts'
import { dayOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { fieldsOfInterview, interview, readInterview } from './interview.ts'
import { fieldsOfPlan, plan, readPlan } from './plan.ts'

/** First meeting, then the plan: a page each, so that saving one loses nothing typed in the other. */
export const intakeRoutes = new Hono<Site>()

intakeRoutes.get('/interview', only('interview a youth'), (c) =>
  showInterview(c, fieldsOfInterview(c.var.caseFile, dayOf(c.var.here.now)), []),
)

intakeRoutes.post('/interview', only('interview a youth'), async (c) => {
  const fields = await fieldsOf(c)
  const what = readInterview(fields)
  const today = dayOf(c.var.here.now)
  const changed = what.ok
    ? await changeCase(c, 'interview a youth', (file, by) => interview(file, what.value, today, by))
    : what
  if (!changed.ok) return showInterview(c, fields, changed.refusals)
  return onTo(c, `/cases/${changed.value.number}/${changed.value.plan ? 'interview' : 'plan'}`, 'interviewed')
})

intakeRoutes.get('/plan', only('plan the sessions'), async (c) => {
  const usual = (await c.var.store.settings())?.sessions
  return showPlan(c, fieldsOfPlan(c.var.caseFile, usual, dayOf(c.var.here.now)), [])
})

intakeRoutes.post('/plan', only('plan the sessions'), async (c) => {
  const fields = await fieldsOf(c)
  const what = readPlan(fields)
  const least = (await c.var.store.settings())?.sessions.least ?? 10
  const changed = what.ok
    ? await changeCase(c, 'plan the sessions', (file, by) => plan(file, what.value, least, by))
    : what
  if (!changed.ok) return showPlan(c, fields, changed.refusals)
  return onTo(c, `/cases/${changed.value.number}/sessions/plan`, 'planned')
})

const showInterview = (c: Ask, typed: URLSearchParams, refusals: Refusal[]) =>
  show(c, interviewPage(c.var.here, shownOf(c), typed, refusals), refusals)

const showPlan = (c: Ask, typed: URLSearchParams, refusals: Refusal[]) =>
  show(c, planPage(c.var.here, shownOf(c), typed, refusals), refusals)

const shownOf = (c: Ask) => ({ caseFile: c.var.caseFile, open: isConsented(c.var.caseFile) })
