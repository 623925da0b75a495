import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { caseRoutes } from './casefile/routes.ts'
import { todayRoutes } from './casefile/today-routes.ts'
import { consentRoutes } from './consent/routes.ts'
import { exitRoutes } from './exit/routes.ts'
import { answerRoutes } from './intake/answer-routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { surveyRoutes } from './intake/survey-routes.ts'
import { draftRoutes } from './referral/draft-routes.ts'
import { referralRoutes } from './referral/routes.ts'
import { schoolRoutes } from './referral/school-routes.ts'
import { triageRoutes } from './referral/triage-routes.ts'
import { reportRoutes } from './report/routes.ts'
import { calendarRoutes } from './sessions/calendar-routes.ts'
import { caseSessionRoutes } from './sessions/case-routes.ts'
import { noteRoutes } from './sessions/note-routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { assetRoutes } from './web/assets.ts'
import { headers, ownPagesOnly, unkept } from './web/guards.ts'
import { whereWeAre } from './web/here.ts'
import { keptRoutes } from './web/kept-routes.ts'
import { only } from './web/only.ts'
import { type Refused, refusalPage } from './web/pages.ts'
import { signInRoutes } from './web/sign-in.ts'
import type { House, Site } from './web/site.ts'
import { whoAsks } from './web/visits.ts'

/** The longest form is the interview: nine answers of 5,000 Korean letters, percent-encoded, are 405 kB. */
const largestBody = 640 * 1024

/** The site map: every path, in the programme's order. */
export function siteOf(house: House): Hono<Site> {
  const site = new Hono<Site>()

  site.use(headers, unkept, async (c, next) => {
    c.set('house', house)
    c.set('store', house.store)
    c.set('from', addressOf(c.env))
    await next()
  })
  site.route('/assets', assetRoutes)
  site.use(
    whoAsks,
    whereWeAre,
    bodyLimit({ maxSize: largestBody, onError: (c) => refusalPage(c, 'too-large') }),
    ownPagesOnly,
  )

  site.get('/health', only('ask whether the house stands'), (c) => c.json({ status: 'ok' }))
  site.route('/', signInRoutes)
  site.route('/kept', keptRoutes)
  site.route('/', todayRoutes)
  site.route('/cases', caseRoutes)

  // 1 referral
  site.route('/referrals', referralRoutes)
  site.route('/referrals/drafts', draftRoutes)
  site.route('/referrals', triageRoutes)
  site.route('/school', schoolRoutes)
  // 2 consent
  site.route('/cases/:number/consents', consentRoutes)
  // 3 intake
  site.route('/cases/:number', intakeRoutes)
  site.route('/cases', surveyRoutes)
  site.route('/s', answerRoutes)
  // 4 sessions
  site.route('/cases/:number/sessions', caseSessionRoutes)
  site.route('/cases/:number/notes', noteRoutes)
  site.route('/sessions', sessionRoutes)
  site.route('/calendar', calendarRoutes)
  // 5 exit
  site.route('/cases/:number/closing', exitRoutes)
  // 6 report
  site.route('/report', reportRoutes)

  site.notFound((c) => refusalPage(c, c.var.person ? 'not-found' : 'sign-in'))
  site.onError(async (error, c) => {
    if (error instanceof HTTPException) return refusalPage(c, refusals[error.status] ?? 'bad-request')
    console.error(`failed: ${c.req.method} ${c.req.routePath}: ${error.name}`, error.stack?.split('\n').slice(1, 6))
    return refusalPage(c, 'failed')
  })
  return site
}

const refusals: Record<number, Refused> = {
  400: 'bad-request',
  403: 'from-elsewhere',
  413: 'too-large',
  415: 'wrong-type',
}

/** The peer's address as the Node adapter hands it over; none under app.request. */
function addressOf(env: unknown): string {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? 'none'
}
