import { Hono } from 'hono'
import { paperEntryPage } from '../../views/surveys/paper-entry.ts'
import type { IssuedSurvey } from '../casefile/casefile.ts'
import { done, type Refusal } from '../result.ts'
import type { Survey } from '../surveys/definition.ts'
import { onPaper } from '../surveys/on-paper.ts'
import { raisedBy } from '../surveys/safety.ts'
import { type Shelf, surveyOf } from '../surveys/shelf.ts'
import type { Wave } from '../surveys/waves.ts'
import { tellOfHelp } from '../web/alarms.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, refusalPage, show } from '../web/pages.ts'
import { shelfIn } from '../web/shelf.ts'
import type { Ask, Site } from '../web/site.ts'
import { enterSurvey, raiseFromAnswers } from './answer-survey.ts'
import { isOut, surveyStateOf } from './issue-survey.ts'
import { readPaper } from './paper-form.ts'
import { draftOf } from './survey-draft.ts'

/** What a youth filled in by hand, typed in by somebody of the house. */
export const paperRoutes = new Hono<Site>()

paperRoutes.get('/:id/paper', only('issue a survey'), async (c) => {
  const { caseFile, here } = c.var
  const issued = caseFile.surveys.find(({ id }) => id === c.req.param('id'))
  if (!issued) return refusalPage(c, 'not-found')
  if (!isOut(surveyStateOf(issued, here.now))) return onTo(c, `/cases/${caseFile.number}/surveys`, here.done)
  const shelf = await shelfIn(c.var.store)
  const survey = printedAs(shelf, issued, c.req.query('version')) ?? printedAs(shelf, issued, `${issued.version}`)
  const typed = new URLSearchParams({ filledIn: here.lang, paperVersion: String(survey?.version) })
  return survey ? page(c, issued, shelf, survey, typed, []) : refusalPage(c, 'not-found')
})

paperRoutes.post('/:id/paper', only('issue a survey'), async (c) => {
  const { caseFile } = c.var
  const id = c.req.param('id')
  const issued = caseFile.surveys.find((one) => one.id === id)
  const fields = await fieldsOf(c)
  const shelf = await shelfIn(c.var.store)
  const survey = issued && printedAs(shelf, issued, fields.get('paperVersion') ?? `${issued.version}`)
  if (!issued || !survey) return refusalPage(c, 'not-found')
  const paper = readPaper(survey, fields)
  const entered = paper.ok
    ? await changeCase(c, 'issue a survey', async (file, by, view) => {
        const answered = enterSurvey(file, id, paper.value, by)
        if (!answered.ok) return answered
        view.removeDraft(draftOf(file.number, id))
        const raised = raiseFromAnswers(answered.value, issued, { survey, answers: paper.value.answers }, by)
        if (raised !== answered.value) await tellOfHelp(view, raised, id, by.at)
        return done(raised)
      })
    : paper
  if (!entered.ok || !paper.ok) return page(c, issued, shelf, survey, fields, entered.ok ? [] : entered.refusals)
  return raisedBy(survey, paper.value.answers).length > 0
    ? onTo(c, `/cases/${caseFile.number}`, 'survey-entered-help')
    : onTo(c, `/cases/${caseFile.number}/surveys`, 'survey-entered')
})

/** The version that stands on the paper: one may have been printed before a newer one was published. */
const printedAs = (shelf: Shelf, { survey }: IssuedSurvey, version = ''): Survey | undefined =>
  /^\d{1,4}$/.test(version) ? surveyOf(shelf, survey, Number(version)) : undefined

const page = (
  c: Ask,
  issued: IssuedSurvey,
  shelf: Shelf,
  survey: Survey,
  typed: URLSearchParams,
  refusals: Refusal[],
): Promise<Response> => {
  const { here, caseFile } = c.var
  const { id, wave } = issued
  const others = shelf.filter((one) => one.survey === survey.survey && one !== survey).map(({ version }) => version)
  const about = {
    number: caseFile.number,
    id,
    wave: wave as Wave,
    survey: survey.survey,
    version: survey.version,
    others,
  }
  return show(c, paperEntryPage(here, { ...about, pages: onPaper(survey, here.lang), typed, refusals }), refusals)
}
