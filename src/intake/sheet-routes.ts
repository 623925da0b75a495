import { Hono } from 'hono'
import { surveySheetPage } from '../../views/surveys/sheet.ts'
import { wordsOf } from '../../views/words.ts'
import { helpLinesOf } from '../people/help-lines.ts'
import { onPaper } from '../surveys/on-paper.ts'
import { surveyOf } from '../surveys/shelf.ts'
import { only } from '../web/only.ts'
import { refusalPage, show } from '../web/pages.ts'
import { shelfIn } from '../web/shelf.ts'
import type { Site } from '../web/site.ts'

/** A survey as a form to be printed and filled in by hand. Nothing of a case is on it but a number, if one is wanted. */
export const sheetRoutes = new Hono<Site>()

sheetRoutes.get('/:id/sheet', only('see what is asked'), async (c) => {
  const [, name = '', version] = /^([a-z-]{1,40})\.v(\d{1,4})$/.exec(c.req.param('id')) ?? []
  const survey = surveyOf(await shelfIn(c.var.store), name, Number(version))
  if (!survey) return refusalPage(c, 'not-found')
  const { lang: wanted = '', case: number = '' } = c.req.query()
  const lang = wanted === 'ko' || wanted === 'en' ? wanted : c.var.here.lang
  const here = { ...c.var.here, lang, t: wordsOf(lang) }
  const helpLines = helpLinesOf(await c.var.store.settings())
  const forCase = /^\d{4}-\d{4,6}$/.test(number) ? number : undefined
  return show(c, surveySheetPage(here, { survey, pages: onPaper(survey, lang), helpLines, forCase }))
})
