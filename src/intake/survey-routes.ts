import { Hono } from 'hono'
import { surveyLinkPage } from '../../views/surveys/link.ts'
import { type ShownSurvey, surveysPage } from '../../views/surveys/list.ts'
import type { IssuedSurvey } from '../casefile/casefile.ts'
import { changeOf } from '../exit/survey-change.ts'
import { Reading } from '../form.ts'
import { hashOf, newToken } from '../people/token.ts'
import type { Refusal } from '../result.ts'
import { askedOf } from '../surveys/asked.ts'
import { newestOf, surveyOf } from '../surveys/definition.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { ownOrigin } from '../web/origin.ts'
import { changeCase, onTo, refusalPage, show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { draftOf } from './answer-survey.ts'
import { issueSurvey, revokeSurvey, surveyStateOf } from './issue-survey.ts'

/** Handing out surveys of a case, and reading what came back. */
export const surveyRoutes = new Hono<Site>()

/** Each is asked once, at its own point of the programme. */
const offered = ['intake', 'exit'] as const

surveyRoutes.get('/:number/surveys', only('read survey answers'), (c) => page(c))

surveyRoutes.post('/:number/surveys', only('issue a survey'), async (c) => {
  const fields = await fieldsOf(c)
  const reading = new Reading(fields)
  const form = reading.result({ survey: reading.one('survey', offered) })
  if (!form.ok) return page(c, fields, form.refusals)
  const { survey } = form.value
  const token = newToken()
  const version = newestOf(survey)?.version ?? 1
  const issued = await changeCase(c, 'issue a survey', (caseFile, signature) =>
    issueSurvey(caseFile, { survey, linkHash: hashOf(token) }, { version, needsPlan: survey === 'exit' }, signature),
  )
  if (!issued.ok) return page(c, fields, issued.refusals)
  const link = `${ownOrigin(c)}/s#${token}`
  const expiresAt = issued.value.surveys.at(-1)?.expiresAt ?? c.var.here.now
  return show(c, surveyLinkPage(c.var.here, { number: issued.value.number, survey, link, expiresAt }))
})

surveyRoutes.post('/:number/surveys/:id/revocation', only('issue a survey'), async (c) => {
  const id = c.req.param('id')
  if (!c.var.caseFile.surveys.some((one) => one.id === id)) return refusalPage(c, 'not-found')
  const revoked = await changeCase(c, 'issue a survey', (caseFile, signature, view) => {
    view.removeDraft(draftOf(caseFile.number, id))
    return revokeSurvey(caseFile, id, signature)
  })
  if (!revoked.ok) return page(c, undefined, revoked.refusals)
  return onTo(c, `/cases/${c.var.caseFile.number}/surveys`, 'survey-revoked')
})

function page(c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []): Promise<Response> {
  const { caseFile, here } = c.var
  const shown = caseFile.surveys.map((issued) => shownOf(issued, here.lang, here.now))
  const body = surveysPage(here, {
    caseFile,
    shown,
    changes: changeOf(caseFile),
    offered,
    typed,
    refusals,
  })
  return show(c, body, refusals)
}

function shownOf(issued: IssuedSurvey, lang: 'ko' | 'en', now: string): ShownSurvey {
  const { id, survey, version, at, expiresAt, response } = issued
  const definition = surveyOf(survey, version)
  return {
    ...{ id, survey, version, at, expiresAt, state: surveyStateOf(issued, now) },
    ...(response && {
      response: { at: response.at, lang: response.lang },
      asked: definition ? askedOf(definition, response.answers, lang) : [],
    }),
  }
}
