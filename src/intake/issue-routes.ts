import { Hono } from 'hono'
import { surveyCodePage } from '../../views/surveys/code.ts'
import { surveyLinkPage } from '../../views/surveys/link.ts'
import { type SurveyHours, surveysPage } from '../../views/surveys/list.ts'
import type { IssuedSurvey } from '../casefile/casefile.ts'
import { hashOf, newToken } from '../people/token.ts'
import type { Refusal } from '../result.ts'
import { newPin, pinHashOf } from '../surveys/links.ts'
import { newestOf } from '../surveys/shelf.ts'
import { isSurveyTime, surveyHoursOf } from '../surveys/survey-hours.ts'
import { surveyIn, type Wave } from '../surveys/waves.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { ownOrigin } from '../web/origin.ts'
import { changeCase, onTo, refusalPage, show } from '../web/pages.ts'
import { shelfIn } from '../web/shelf.ts'
import type { Ask, Site } from '../web/site.ts'
import { codeHashOf, handOverSurvey, newCode } from './hand-over-survey.ts'
import { issueSurvey, readHandingOut, revokeSurvey } from './issue-survey.ts'
import { draftOf } from './survey-draft.ts'
import { standingsOf } from './wave-standing.ts'

/** Handing out the surveys of a case: by a link, on the centre's tablet, on paper. */
export const issueRoutes = new Hono<Site>()

issueRoutes.get('/', only('read survey answers'), (c) => page(c))

issueRoutes.post('/', only('issue a survey'), async (c) => {
  const fields = await fieldsOf(c)
  const what = readHandingOut(fields)
  if (!what.ok) return page(c, fields, what.refusals)
  const { wave, way, withPin } = what.value
  const version = newestOf(await shelfIn(c.var.store), surveyIn(wave))?.version ?? 1
  const [token, pin, code] = [newToken(), withPin ? newPin() : undefined, newCode()]
  const sent = way === 'link' && {
    linkHash: hashOf(token),
    ...(pin && { pin: { hash: pinHashOf(token, pin), wrong: 0 } }),
  }
  const changed = await changeCase(c, 'issue a survey', (caseFile, by) => {
    const issued = issueSurvey(caseFile, { wave, ...sent }, version, by)
    const id = issued.ok ? (issued.value.surveys.at(-1)?.id ?? '') : ''
    return issued.ok && way === 'tablet' ? handOverSurvey(issued.value, id, codeHashOf(code), by) : issued
  })
  const survey = changed.ok && changed.value.surveys.at(-1)
  if (!changed.ok || !survey) return page(c, fields, changed.ok ? [] : changed.refusals)
  if (way === 'tablet') return showCode(c, survey, code)
  const { number } = changed.value
  if (way === 'paper') return onTo(c, `/cases/${number}/surveys/${survey.id}/paper`, 'survey-on-paper')
  const shown = { number, wave, link: `${ownOrigin(c)}/s#${token}`, pin, expiresAt: survey.expiresAt }
  return show(c, surveyLinkPage(c.var.here, { ...shown, ...(await hoursNow(c)) }))
})

issueRoutes.post('/:id/code', only('issue a survey'), async (c) => {
  const { caseFile } = c.var
  const id = c.req.param('id')
  const issued = caseFile.surveys.find((one) => one.id === id)
  if (!issued) return refusalPage(c, 'not-found')
  const code = newCode()
  const changed = await changeCase(c, 'issue a survey', (file, by) => handOverSurvey(file, id, codeHashOf(code), by))
  if (!changed.ok) return page(c, new URLSearchParams({ wave: issued.wave }), changed.refusals)
  return showCode(c, changed.value.surveys.find((one) => one.id === id) ?? issued, code)
})

issueRoutes.post('/:id/revocation', only('issue a survey'), async (c) => {
  const { number, surveys } = c.var.caseFile
  const id = c.req.param('id')
  if (!surveys.some((one) => one.id === id)) return refusalPage(c, 'not-found')
  const revoked = await changeCase(c, 'issue a survey', (caseFile, signature, view) => {
    view.removeDraft(draftOf(caseFile.number, id))
    return revokeSurvey(caseFile, id, signature)
  })
  return revoked.ok ? onTo(c, `/cases/${number}/surveys`, 'survey-revoked') : page(c, undefined, revoked.refusals)
})

async function page(c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []): Promise<Response> {
  const { caseFile, here } = c.var
  const standings = standingsOf(caseFile, here.now)
  return show(c, surveysPage(here, { caseFile, standings, typed, refusals, ...(await hoursNow(c)) }), refusals)
}

async function showCode(c: Ask, { id, wave, tablet }: IssuedSurvey, code: string): Promise<Response> {
  const { here, caseFile } = c.var
  const handed = { number: caseFile.number, id, wave: wave as Wave, code, until: tablet?.until ?? here.now }
  return show(c, surveyCodePage(here, { ...handed, address: `${ownOrigin(c)}/tablet`, ...(await hoursNow(c)) }))
}

/** When surveys can be opened, and whether that is now. */
async function hoursNow(c: Ask): Promise<SurveyHours> {
  const settings = await c.var.store.settings()
  return { hours: settings ? surveyHoursOf(settings) : {}, isOpen: isSurveyTime(settings, c.var.here.now) }
}
