import { Hono } from 'hono'
import { intakePage } from '../../views/intake/intake.ts'
import { isConsented } from '../consent/gate.ts'
import type { Refusal } from '../result.ts'
import { dayOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { fieldsOfInterview, interview, readInterview } from './interview.ts'
import { dueOf, plan, readPlan } from './plan.ts'

/** First meeting and plan: two forms on one page, each saved on its own. */
export const intakeRoutes = new Hono<Site>()

intakeRoutes.get('/intake', only('interview a youth'), (c) => page(c, {}))

intakeRoutes.post('/interview', only('interview a youth'), async (c) => {
  const fields = await fieldsOf(c)
  const what = readInterview(fields)
  const today = dayOf(c.var.here.now)
  const changed = what.ok ? await changeCase(c, (file, by) => interview(file, what.value, today, by)) : what
  if (!changed.ok) return page(c, { interview: { fields, refusals: changed.refusals } })
  return onTo(c, `/cases/${changed.value.number}/intake`, 'interviewed')
})

intakeRoutes.post('/plan', only('plan the sessions'), async (c) => {
  const fields = await fieldsOf(c)
  const what = readPlan(fields)
  const least = (await c.var.store.settings())?.sessions.least ?? 10
  const changed = what.ok ? await changeCase(c, (file, by) => plan(file, what.value, least, by)) : what
  if (!changed.ok) return page(c, { plan: { fields, refusals: changed.refusals } })
  return onTo(c, `/cases/${changed.value.number}`, 'planned')
})

interface Typed {
  fields: URLSearchParams
  refusals: Refusal[]
}

async function page(c: Ask, typed: { interview?: Typed; plan?: Typed }): Promise<Response> {
  const { caseFile, here, store } = c.var
  const today = dayOf(here.now)
  const usual = (await store.settings())?.sessions
  const planned = caseFile.plan ?? {
    ...{ sessions: usual?.usual ?? 10, minutes: usual?.minutes ?? 50, kind: 'individual', mode: 'in-person' },
    ...{ startOn: today, dueOn: dueOf(caseFile.referral) },
  }
  const { sessions, minutes, kind, mode, startOn, dueOn = '' } = planned
  const planFields = { sessions: String(sessions), minutes: String(minutes), kind, mode, startOn, dueOn }
  const refused = typed.interview ?? typed.plan
  const shown = {
    ...{ caseFile, open: isConsented(caseFile) },
    interview: typed.interview ?? { fields: fieldsOfInterview(caseFile, today), refusals: [] },
    plan: typed.plan ?? { fields: new URLSearchParams(planFields), refusals: [] },
  }
  return show(c, intakePage(here, shown), refused ? 422 : 200)
}
