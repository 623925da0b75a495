// Over 150 lines because it is the site map: every path, once.
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { accessRoutes } from './casefile/access-routes.ts'
import { alarmRoutes } from './casefile/alarm-routes.ts'
import { concernRoutes } from './casefile/concern-routes.ts'
import { correctionRoutes } from './casefile/correction-routes.ts'
import { coverRoutes } from './casefile/cover-routes.ts'
import { glassRoutes } from './casefile/glass-routes.ts'
import { incidentRoutes } from './casefile/incident-routes.ts'
import { inquiryRoutes } from './casefile/inquiry-routes.ts'
import { packRoutes } from './casefile/pack-routes.ts'
import { reassignRoutes } from './casefile/reassign-routes.ts'
import { dutyRoutes } from './casefile/report-routes.ts'
import { caseRetentionRoutes, retentionRoutes } from './casefile/retention-routes.ts'
import { caseRoutes } from './casefile/routes.ts'
import { todayRoutes } from './casefile/today-routes.ts'
import { linkRoutes } from './consent/link-routes.ts'
import { myRoutes } from './consent/my-routes.ts'
import { openingRoutes } from './consent/opening-routes.ts'
import { ownAnswerRoutes } from './consent/own-answer-routes.ts'
import { consentRoutes } from './consent/routes.ts'
import { certificateCheckRoutes } from './exit/certificate-check-routes.ts'
import { certificateRoutes } from './exit/certificate-routes.ts'
import { importRoutes } from './exit/import-routes.ts'
import { letterRoutes } from './exit/letter-routes.ts'
import { ownOutcomeRoutes } from './exit/own-outcome-routes.ts'
import { resultRoutes } from './exit/result-routes.ts'
import { exitRoutes } from './exit/routes.ts'
import { answerRoutes } from './intake/answer-routes.ts'
import { codingRoutes } from './intake/coding-routes.ts'
import { editionRoutes } from './intake/edition-routes.ts'
import { issueRoutes } from './intake/issue-routes.ts'
import { paperRoutes } from './intake/paper-routes.ts'
import { publicationRoutes } from './intake/publication-routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { sheetRoutes } from './intake/sheet-routes.ts'
import { tabletRoutes } from './intake/tablet-routes.ts'
import { absenceRoutes } from './people/absence-routes.ts'
import { centreRoutes } from './people/centre-routes.ts'
import { hoursRoutes } from './people/hours-routes.ts'
import { peopleRoutes } from './people/people-routes.ts'
import { personRoutes } from './people/person-routes.ts'
import { placeRoutes } from './people/place-routes.ts'
import { setUpRoutes } from './people/set-up-routes.ts'
import { surveySettingsRoutes } from './people/survey-settings-routes.ts'
import { draftRoutes } from './referral/draft-routes.ts'
import { referralRoutes } from './referral/routes.ts'
import { schoolRoutes } from './referral/school-routes.ts'
import { triageRoutes } from './referral/triage-routes.ts'
import { codebookRoutes } from './report/codebook-routes.ts'
import { codingReportRoutes } from './report/coding-routes.ts'
import { crossRoutes } from './report/cross-routes.ts'
import { exportRoutes } from './report/export-routes.ts'
import { operationsRoutes } from './report/operations-routes.ts'
import { outcomeRoutes } from './report/outcome-routes.ts'
import { paperRoutes as resultsPaperRoutes } from './report/paper-routes.ts'
import { releaseFileRoutes } from './report/release-file-routes.ts'
import { releaseRoutes } from './report/release-routes.ts'
import { reportRoutes } from './report/routes.ts'
import { figureSettingsRoutes } from './report/settings-routes.ts'
import { apartRoutes } from './sessions/apart-routes.ts'
import { attendanceRoutes } from './sessions/attendance-routes.ts'
import { calendarRoutes } from './sessions/calendar-routes.ts'
import { caseSessionRoutes } from './sessions/case-routes.ts'
import { feedRoutes, ownFeedRoutes } from './sessions/feed-routes.ts'
import { freeTimesRoutes } from './sessions/free-times-routes.ts'
import { groupNoteRoutes } from './sessions/group-note-routes.ts'
import { laterRoutes } from './sessions/later-routes.ts'
import { noteListRoutes } from './sessions/note-list-routes.ts'
import { noteRoutes } from './sessions/note-routes.ts'
import { outboxRoutes } from './sessions/outbox-routes.ts'
import { accountReminderRoutes, myReminderRoutes } from './sessions/own-reminder-routes.ts'
import { reminderRoutes } from './sessions/reminder-routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { seriesRoutes } from './sessions/series-routes.ts'
import { accountRoutes } from './web/account-routes.ts'
import { assetRoutes } from './web/assets.ts'
import { confirmRoutes } from './web/confirm-routes.ts'
import { entrance } from './web/entrance.ts'
import { factorRoutes } from './web/factor-routes.ts'
import { firstFactorRoutes } from './web/first-factor-routes.ts'
import { headers, ownPagesOnly, shortAddress, unkept } from './web/guards.ts'
import { healthRoutes } from './web/health-routes.ts'
import { whereWeAre } from './web/here.ts'
import { invitationRoutes } from './web/invitation-routes.ts'
import { keptRoutes } from './web/kept-routes.ts'
import { logRoutes } from './web/log-routes.ts'
import { noticeRoutes } from './web/notice-routes.ts'
import { recordStopped } from './web/only.ts'
import { type Refused, refusalPage } from './web/pages.ts'
import { setUpFirst } from './web/set-up.ts'
import { signInRoutes } from './web/sign-in.ts'
import type { House, Site } from './web/site.ts'
import { isUnavailable, unavailable } from './web/unavailable.ts'
import { isUpload, largestUpload } from './web/upload.ts'
import { whoAsks } from './web/visits.ts'

/** The longest form is the interview: nine answers of 5,000 Korean letters, percent-encoded, are 405 kB. */
const largestBody = 640 * 1024

/** The site map: every path, in the programme's order. */
export function siteOf(house: House): Hono<Site> {
  const site = new Hono<Site>()
  const [forms, files] = [largestBody, largestUpload].map((maxSize) =>
    bodyLimit({ maxSize, onError: (c) => refusalPage(c, 'too-large') }),
  ) as [MiddlewareHandler<Site>, MiddlewareHandler<Site>]

  if (house.metrics) site.use(house.metrics.measured)
  site.use(headers, unkept, shortAddress, async (c, next) => {
    c.set('house', house)
    c.set('store', house.store)
    await next()
  })
  site.route('/', healthRoutes)
  site.use(entrance)
  site.route('/assets', assetRoutes)
  site.use(
    whoAsks,
    whereWeAre,
    recordStopped,
    (c, next) => (isUpload(c) ? files : forms)(c, next),
    ownPagesOnly,
    setUpFirst,
  )

  site.route('/set-up', setUpRoutes)
  site.route('/', signInRoutes)
  site.route('/sign-in', firstFactorRoutes)
  site.route('/confirm', confirmRoutes)
  site.route('/account', accountRoutes)
  site.route('/account/factors', factorRoutes)
  site.route('/account/hours', hoursRoutes)
  site.route('/invitation', invitationRoutes)
  site.route('/kept', keptRoutes)
  site.route('/notices', noticeRoutes)
  site.route('/', todayRoutes)
  site.route('/cases/reassignment', reassignRoutes)
  site.route('/cases', caseRoutes)
  site.route('/cases/:number/concerns', concernRoutes)
  site.route('/cases/:number/alarms', alarmRoutes)
  site.route('/cases/:number/reports', dutyRoutes)
  site.route('/cases/:number/retention', caseRetentionRoutes)
  site.route('/cases/:number/correction', correctionRoutes)
  site.route('/cases/:number/pack', packRoutes)
  site.route('/cases', accessRoutes)
  site.route('/break-glass', glassRoutes)

  // 1 referral
  site.route('/referrals', referralRoutes)
  site.route('/referrals/drafts', draftRoutes)
  site.route('/referrals', triageRoutes)
  site.route('/school', schoolRoutes)
  // 2 consent
  site.route('/cases/:number/consents', consentRoutes)
  site.route('/cases/:number/consents', linkRoutes)
  site.route('/consent', openingRoutes)
  site.route('/my', myRoutes)
  site.route('/my/answers', ownAnswerRoutes)
  // 3 intake
  site.route('/cases/:number', intakeRoutes)
  site.route('/cases/:number/coding', codingRoutes)
  site.route('/cases/:number/surveys', issueRoutes)
  site.route('/cases/:number/surveys', paperRoutes)
  site.route('/surveys', sheetRoutes)
  site.route('/s', answerRoutes)
  site.route('/surveys', editionRoutes)
  site.route('/surveys', publicationRoutes)
  site.route('/tablet', tabletRoutes)
  // 4 sessions
  site.route('/cases/:number/sessions', seriesRoutes)
  site.route('/cases/:number/sessions/free-times', freeTimesRoutes)
  site.route('/cases/:number/sessions', caseSessionRoutes)
  site.route('/cases/:number/notes', noteRoutes)
  site.route('/notes', noteListRoutes)
  site.route('/cases/:number/apart', apartRoutes)
  site.route('/sessions', sessionRoutes)
  site.route('/sessions', attendanceRoutes)
  site.route('/sessions', laterRoutes)
  site.route('/sessions', groupNoteRoutes)
  site.route('/calendar', calendarRoutes)
  site.route('/absences', absenceRoutes)
  site.route('/absences', coverRoutes)
  site.route('/account/feed', ownFeedRoutes)
  site.route('/cases/:number/reminders', reminderRoutes)
  site.route('/outbox', outboxRoutes)
  site.route('/account/reminders', accountReminderRoutes)
  site.route('/my/reminders', myReminderRoutes)
  site.route('/feed', feedRoutes)
  // 5 exit
  site.route('/cases/:number/closing', exitRoutes)
  site.route('/cases/:number/surveys', resultRoutes)
  site.route('/cases/:number/outcome', ownOutcomeRoutes)
  site.route('/cases/:number/certificates', certificateRoutes)
  site.route('/certificates', certificateCheckRoutes)
  site.route('/cases/:number/letter', letterRoutes)
  // 6 report
  site.route('/report/import', importRoutes)
  site.route('/report', reportRoutes)
  site.route('/report/cross', crossRoutes)
  site.route('/report/operations', operationsRoutes)
  site.route('/report/outcome', outcomeRoutes)
  site.route('/report/settings', figureSettingsRoutes)
  site.route('/report/exports', exportRoutes)
  site.route('/codebook', codebookRoutes)
  site.route('/report/releases', releaseRoutes)
  site.route('/report/releases', releaseFileRoutes)
  site.route('/report', resultsPaperRoutes)
  site.route('/report/coding', codingReportRoutes)

  // the house
  site.route('/settings', centreRoutes)
  site.route('/settings/surveys', surveySettingsRoutes)
  site.route('/settings', placeRoutes)
  site.route('/settings', peopleRoutes)
  site.route('/settings/people', personRoutes)
  // the house
  site.route('/log', logRoutes)
  site.route('/retention', retentionRoutes)
  site.route('/incidents', incidentRoutes)
  site.route('/inquiries', inquiryRoutes)

  site.notFound((c) => refusalPage(c, c.var.person ? 'not-found' : 'sign-in'))
  site.onError(async (error, c) => {
    if (error instanceof HTTPException) return refusalPage(c, refusals[error.status] ?? 'bad-request')
    if (isUnavailable(error)) return unavailable(c, error)
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
