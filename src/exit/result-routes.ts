import { Hono } from 'hono'
import { surveyAnswersPage } from '../../views/surveys/answers-page.ts'
import { surveyResultsPage } from '../../views/surveys/results.ts'
import { surveyOf } from '../surveys/shelf.ts'
import { only } from '../web/only.ts'
import { refusalPage, show } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import { shelfIn } from '../web/shelf.ts'
import type { Site } from '../web/site.ts'
import { askingsOf, courseOf } from './survey-course.ts'

/** What came back on surveys: the scales over the whole programme, and one survey as it was answered. */
export const resultRoutes = new Hono<Site>()

resultRoutes.get('/results', only('read survey answers'), async (c) => {
  const { caseFile, here, store } = c.var
  const shelf = await shelfIn(store)
  const askings = askingsOf(caseFile, shelf, here.now)
  return show(c, surveyResultsPage(here, { caseFile, askings, courses: courseOf(askings, shelf) }))
})

resultRoutes.get('/:id', only('read survey answers'), async (c) => {
  const { caseFile, here, store } = c.var
  const issued = caseFile.surveys.find(({ id }) => id === c.req.param('id'))
  if (!issued) return refusalPage(c, 'not-found')
  const survey = surveyOf(await shelfIn(store), issued.survey, issued.version)
  const words = c.req.query('words')
  const lang = words === 'ko' || words === 'en' ? words : issued.response?.lang
  return show(c, surveyAnswersPage(here, { caseFile, issued, survey, lang, names: await namesIn(store) }))
})
