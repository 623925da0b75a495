// Over 150 lines because it is the youth's side from end to end: what comes in, what becomes of it, what is said back.
import { Hono } from 'hono'
import { answerSurveyPage } from '../../views/surveys/answer.ts'
import type { CaseFile, IssuedSurvey } from '../casefile/casefile.ts'
import { helpLinesOf } from '../people/help-lines.ts'
import { hashOf, isToken } from '../people/token.ts'
import type { Reason } from '../reasons.ts'
import { done, type Result, refused } from '../result.ts'
import type { Reader, View } from '../store/store.ts'
import { type Answers, readAnswers, readHalf } from '../surveys/answers.ts'
import { completed } from '../surveys/completion.ts'
import { type Survey, shownOf } from '../surveys/definition.ts'
import { pinHashOf } from '../surveys/links.ts'
import { raisedBy, withoutSafety, withSafety } from '../surveys/safety.ts'
import { newestOf, surveyOf } from '../surveys/shelf.ts'
import { isSurveyTime, mayFinish, surveyHoursOf } from '../surveys/survey-hours.ts'
import { tellOfHelp } from '../web/alarms.ts'
import { jsonOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { packed } from '../web/packed.ts'
import { show } from '../web/pages.ts'
import { atMost } from '../web/rates.ts'
import { shelfIn } from '../web/shelf.ts'
import type { Ask, Site } from '../web/site.ts'
import {
  answerSurvey,
  behindLink,
  isGuarded,
  type Knock,
  missPin,
  openSurvey,
  raiseFromAnswers,
  refuseSurvey,
} from './answer-survey.ts'
import { draftFieldsOf, draftIn, draftOf, readResponse } from './survey-draft.ts'

/**
 * The youth's side of a survey: a page, and the requests of its script. Each carries the token of the link in its body;
 * there is no cookie, so nothing stays behind on a device that others use too.
 */
export const answerRoutes = new Hono<Site>()

answerRoutes.get('/', only('answer a survey'), packed, async (c) => {
  const settings = await c.var.store.settings()
  return show(c, answerSurveyPage(c.var.here, { door: 'link', helpLines: helpLinesOf(settings) }))
})

/** Shows the questions, and what was answered before. Spends nothing. */
answerRoutes.post('/opening', only('answer a survey'), atMost(60, 'address'), packed, async (c) => {
  const knock = knockIn(await jsonOf(c), c.var.here.now)
  const caseFile = knock && (await caseBehind(c, knock))
  if (!caseFile) return refusal(c, refused({ reason: 'link-unknown' }))
  const shelf = await shelfIn(c.var.store)
  const opened = await change(c, knock, (file, _, asked) => {
    const survey = behindLink(file, asked.linkHash)?.survey ?? ''
    return openSurvey(file, asked, newestOf(shelf, survey)?.version ?? 0)
  })
  const issued = opened.ok && behindLink(opened.value, knock.linkHash)
  const survey = issued && surveyOf(shelf, issued.survey, issued.version)
  if (!opened.ok || !survey) return refusal(c, opened.ok ? refused({ reason: 'link-unknown' }) : opened)
  const kept = await c.var.store.draft(draftOf(opened.value.number, issued.id))
  const half = kept && draftIn(kept.fields)
  const draft = half && (isGuarded(issued, knock) ? half : { ...half, answers: withoutSafety(survey, half.answers) })
  const help = draft !== undefined && raisedBy(survey, draft.answers).length > 0
  return c.json({ version: survey.version, definition: shownOf(survey), ...(draft && { draft, help }) })
})

/** Keeps half a survey, so that it can be gone on with later or on another device. */
answerRoutes.post('/answers', only('answer a survey'), async (c) => {
  const given = await jsonOf(c)
  const asked = await behind(c, given)
  if (!asked.ok) return refusal(c, asked)
  const { knock, issued, survey } = asked.value
  const half = readHalf(survey, given.answers)
  if (!half.ok) return refusal(c, half)
  const { answers, heldBack } = half.value
  const saved = await change(c, knock, async (caseFile, view, asking) => {
    // what is kept of it is answers to this version, so that no other can be put before them from now on
    const open = openSurvey(caseFile, asking, survey.version)
    if (!open.ok) return open
    const { number } = caseFile
    const id = draftOf(number, issued.id)
    const whole = withSafety(survey, answers, await answersBefore(view, number, issued))
    const fields = draftFieldsOf(whole, given.page, given.pages)
    view.saveDraft({ id, owner: number, kind: 'survey', fields, at: asking.now })
    return done(await withHelp(c, view, open.value, { issued, survey, answers: whole }))
  })
  if (saved.ok && heldBack) return refusal(c, refused({ reason: 'holds-resident-number', field: heldBack }))
  return saved.ok ? c.json({ saved: true, help: raisedBy(survey, answers).length > 0 }) : refusal(c, saved)
})

/** Takes the answers into the case file, once; the same change that keeps them spends the link. */
answerRoutes.post('/submission', only('answer a survey'), async (c) => {
  const given = await jsonOf(c)
  const asked = await behind(c, given)
  if (!asked.ok) return refusal(c, asked)
  const { knock, issued, survey } = asked.value
  const answers = readAnswers(survey, given.answers)
  if (!answers.ok) return refusal(c, answers)
  const before = await answersBefore(c.var.store, c.var.caseFile.number, issued)
  const whole = completed(survey, withSafety(survey, answers.value, before))
  if (!whole.ok) return refusal(c, whole)
  const sent = await change(c, knock, async (caseFile, view, asking) => {
    const answered = answerSurvey(caseFile, asking, readResponse(whole.value, given))
    if (!answered.ok) return answered
    view.removeDraft(draftOf(caseFile.number, issued.id))
    return done(await withHelp(c, view, answered.value, { issued, survey, answers: whole.value }))
  })
  return sent.ok ? c.json({ sent: true, help: raisedBy(survey, answers.value).length > 0 }) : refusal(c, sent)
})

/** The youth would rather not. */
answerRoutes.post('/refusal', only('answer a survey'), async (c) => {
  const knock = knockIn(await jsonOf(c), c.var.here.now)
  if (!knock || !(await caseBehind(c, knock))) return refusal(c, refused({ reason: 'link-unknown' }))
  const refusing = await change(c, knock, (caseFile, view, asking) => {
    const file = refuseSurvey(caseFile, asking)
    const issued = file.ok && behindLink(file.value, asking.linkHash)
    if (issued) view.removeDraft(draftOf(caseFile.number, issued.id))
    return file
  })
  return refusing.ok ? c.json({ refused: true }) : refusal(c, refusing)
})

type Knocking = Omit<Knock, 'isOpen'>

/** What was answered before, half or whole: a page on a bare link was not shown all of it. */
async function answersBefore(from: Reader, number: string, { id, response }: IssuedSurvey): Promise<Answers> {
  const kept = response ? undefined : await from.draft(draftOf(number, id))
  return response?.answers ?? (kept ? draftIn(kept.fields).answers : {})
}

/** The token that a request carries, and with it the number that was told by voice; of both only hashes go on. */
function knockIn({ token, pin }: Record<string, unknown>, now: string): Knocking | undefined {
  if (!isToken(token)) return undefined
  const number = typeof pin === 'string' && /^\d{6}$/.test(pin) ? pin : undefined
  return { linkHash: hashOf(token), now, ...(number && { pinHash: pinHashOf(token, number) }) }
}

async function caseBehind(c: Ask, { linkHash }: Knocking): Promise<CaseFile | undefined> {
  const number = (await c.var.store.rows({ linkHash })).rows[0]?.number
  const caseFile = number === undefined ? undefined : await c.var.store.caseFile(number)
  if (!caseFile) return undefined
  c.set('caseFile', caseFile)
  c.set('link', { by: 'youth' })
  return caseFile
}

/** What a token leads to, whatever has become of it since; rules say what may still be done with it. */
async function behind(
  c: Ask,
  given: Record<string, unknown>,
): Promise<Result<{ knock: Knocking; issued: IssuedSurvey; survey: Survey }>> {
  const knock = knockIn(given, c.var.here.now)
  const caseFile = knock && (await caseBehind(c, knock))
  const issued = caseFile && behindLink(caseFile, knock.linkHash)
  const survey = issued && surveyOf(await shelfIn(c.var.store), issued.survey, issued.version)
  if (!survey) return refused({ reason: 'link-unknown' })
  const isOther = given.version !== undefined && given.version !== issued.version
  return isOther ? refused({ reason: 'survey-changed' }) : done({ knock, issued, survey })
}

type Rule = (caseFile: CaseFile, view: View, knock: Knock) => Result<CaseFile> | Promise<Result<CaseFile>>

/**
 * Reads the case anew, decides, and saves it if it changed. What was begun in time may be finished. A wrong number is
 * counted whatever was asked for with it.
 */
async function change(c: Ask, knocking: Knocking, rule: Rule): Promise<Result<CaseFile>> {
  const changed = await c.var.store.change<Result<CaseFile>>(async (view) => {
    const caseFile = await view.caseFile(c.var.caseFile.number)
    if (!caseFile) return refused({ reason: 'link-unknown' })
    const settings = await view.settings()
    const isBegun = c.req.path.endsWith('/answers') || c.req.path.endsWith('/submission')
    const isOpen = isBegun ? mayFinish(settings, knocking.now) : isSurveyTime(settings, knocking.now)
    const result = await rule(caseFile, view, { ...knocking, isOpen })
    const isMissed = !result.ok && result.refusals[0]?.reason === 'pin-wrong'
    const file = isMissed ? missPin(caseFile, knocking.linkHash, knocking.now) : result.ok ? result.value : caseFile
    if (file !== caseFile) view.saveCase(file)
    return done(result)
  })
  return changed.ok ? changed.value : changed
}

/** The case with the concerns that the answers raise; whoever must look at once is told in the same change. */
async function withHelp(
  c: Ask,
  view: View,
  caseFile: CaseFile,
  { issued, ...given }: { issued: IssuedSurvey; survey: Survey; answers: Record<string, unknown> },
): Promise<CaseFile> {
  const raised = raiseFromAnswers(caseFile, issued, given, { by: 'youth', at: c.var.here.now })
  if (raised !== caseFile) await tellOfHelp(view, raised, issued.id, c.var.here.now)
  return raised
}

const statuses: Partial<Record<Reason, 403 | 404 | 409 | 410>> = {
  'link-unknown': 404,
  'link-expired': 410,
  'link-spent': 409,
  'survey-changed': 409,
  'pin-needed': 403,
  'pin-wrong': 403,
  'link-locked': 403,
  'survey-closed-now': 403,
}

/** Says why in a code; the page has the words. */
export async function refusal(
  c: Ask,
  { refusals: [first] }: { refusals: { reason: Reason; field?: string }[] },
): Promise<Response> {
  const reason = first?.reason ?? 'answers-not-accepted'
  const settings = reason === 'survey-closed-now' ? await c.var.store.settings() : undefined
  const hours = settings && { hours: surveyHoursOf(settings) }
  return c.json({ refused: reason, field: first?.field, ...hours }, statuses[reason] ?? 422)
}
