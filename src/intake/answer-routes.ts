import { Hono } from 'hono'
import { answerSurveyPage } from '../../views/surveys/answer.ts'
import type { CaseFile, IssuedSurvey } from '../casefile/casefile.ts'
import { hashOf, isToken } from '../people/token.ts'
import type { Reason } from '../reasons.ts'
import { done, type Result, refused } from '../result.ts'
import type { View } from '../store/store.ts'
import { readAnswers } from '../surveys/answers.ts'
import { completed } from '../surveys/completion.ts'
import { type Survey, shownOf, surveyOf } from '../surveys/definition.ts'
import { jsonOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { show } from '../web/pages.ts'
import { atMost } from '../web/rates.ts'
import type { Ask, Site } from '../web/site.ts'
import { answerSurvey, draftFieldsOf, draftIn, draftOf, openLink, openSurvey, readResponse } from './answer-survey.ts'

/**
 * The youth's side of a survey: a page, and three requests from its script. Each carries the token of the link in its
 * body; there is no cookie, so nothing stays behind on a device that others use too.
 */
export const answerRoutes = new Hono<Site>()

answerRoutes.get('/', only('answer a survey'), (c) => show(c, answerSurveyPage(c.var.here)))

/** Shows the questions, and what was answered before. Spends nothing. */
answerRoutes.post('/opening', only('answer a survey'), atMost(60, 'address'), async (c) => {
  const link = await behind(c, await jsonOf(c))
  if (!link.ok) return refusal(c, link)
  const { hash, issued, survey } = link.value
  const opened = await change(c, (caseFile) => openSurvey(caseFile, hash, c.var.here.now))
  if (!opened.ok) return refusal(c, opened)
  const draft = await c.var.store.draft(draftOf(opened.value.number, issued.id))
  return c.json({ definition: shownOf(survey), ...(draft && { draft: draftIn(draft.fields) }) })
})

/** Keeps half a survey, so that it can be gone on with later or on another device. */
answerRoutes.post('/answers', only('answer a survey'), async (c) => {
  const given = await jsonOf(c)
  const link = await behind(c, given)
  if (!link.ok) return refusal(c, link)
  const { hash, issued, survey } = link.value
  const answers = readAnswers(survey, given.answers)
  if (!answers.ok) return refusal(c, answers)
  const saved = await change(c, (caseFile, view) => {
    const open = openLink(caseFile, hash, c.var.here.now)
    if (!open.ok) return open
    const fields = draftFieldsOf(answers.value, given.page)
    const { number } = caseFile
    view.saveDraft({ id: draftOf(number, issued.id), owner: number, kind: 'survey', fields, at: c.var.here.now })
    return done(caseFile)
  })
  return saved.ok ? c.json({ saved: true }) : refusal(c, saved)
})

/** Takes the answers into the case file, once; the same change that keeps them spends the link. */
answerRoutes.post('/submission', only('answer a survey'), async (c) => {
  const given = await jsonOf(c)
  const link = await behind(c, given)
  if (!link.ok) return refusal(c, link)
  const { hash, issued, survey } = link.value
  const answers = readAnswers(survey, given.answers)
  const whole = answers.ok ? await completed(survey, answers.value) : answers
  if (!whole.ok) return refusal(c, whole)
  const sent = await change(c, (caseFile, view) => {
    view.removeDraft(draftOf(caseFile.number, issued.id))
    return answerSurvey(caseFile, hash, readResponse(whole.value, given), c.var.here.now)
  })
  return sent.ok ? c.json({ sent: true }) : refusal(c, sent)
})

/** What a token leads to, whatever has become of it since; rules say what may still be done with it. */
async function behind(
  c: Ask,
  { token }: Record<string, unknown>,
): Promise<Result<{ hash: string; issued: IssuedSurvey; survey: Survey }>> {
  if (!isToken(token)) return refused({ reason: 'link-unknown' })
  const hash = hashOf(token)
  const number = (await c.var.store.rows({ linkHash: hash })).rows[0]?.number
  const caseFile = number === undefined ? undefined : await c.var.store.caseFile(number)
  const issued = caseFile?.surveys.find((one) => one.linkHash === hash)
  const survey = issued && surveyOf(issued.survey, issued.version)
  if (!caseFile || !survey) return refused({ reason: 'link-unknown' })
  c.set('caseFile', caseFile)
  c.set('link', { by: 'youth' })
  return done({ hash, issued, survey })
}

/** Reads the case anew, decides, and saves it if it changed. */
function change(c: Ask, rule: (caseFile: CaseFile, view: View) => Result<CaseFile>): Promise<Result<CaseFile>> {
  return c.var.store.change(async (view) => {
    const caseFile = await view.caseFile(c.var.caseFile.number)
    if (!caseFile) return refused({ reason: 'link-unknown' })
    const result = rule(caseFile, view)
    if (result.ok && result.value !== caseFile) view.saveCase(result.value)
    return result
  })
}

const statuses: Partial<Record<Reason, 404 | 409 | 410>> = {
  'link-unknown': 404,
  'link-expired': 410,
  'link-spent': 409,
}

/** Says why in a code; the page has the words. */
function refusal(c: Ask, { refusals: [first] }: { refusals: { reason: Reason; field?: string }[] }): Response {
  const reason = first?.reason ?? 'answers-not-accepted'
  return c.json({ refused: reason, field: first?.field }, statuses[reason] ?? 422)
}
