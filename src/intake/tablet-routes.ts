import { Hono } from 'hono'
import { answerSurveyPage } from '../../views/surveys/answer.ts'
import { helpLinesOf } from '../people/help-lines.ts'
import { hashOf, newToken } from '../people/token.ts'
import { refused } from '../result.ts'
import { isSurveyTime } from '../surveys/survey-hours.ts'
import { jsonOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { packed } from '../web/packed.ts'
import { show } from '../web/pages.ts'
import { atMost } from '../web/rates.ts'
import type { Site } from '../web/site.ts'
import { refusal } from './answer-routes.ts'
import { codeHashOf, codeIn, takeOver } from './hand-over-survey.ts'

/**
 * The centre's tablet: a number that the counsellor made opens one survey, for which the page of `/s` then asks as it
 * does on a phone. The tablet is nobody's, so nothing is kept on it.
 */
export const tabletRoutes = new Hono<Site>()

tabletRoutes.get('/', only('answer a survey'), packed, async (c) => {
  const helpLines = helpLinesOf(await c.var.store.settings())
  // our pages are kept nowhere anyway; this is for what a browser might keep besides, and spares style and script
  c.header('Clear-Site-Data', '"storage"')
  return show(c, answerSurveyPage(c.var.here, { door: 'tablet', helpLines }))
})

/** Eight digits that hold for ten minutes: with so few tries a minute, nobody finds one by chance. */
const triesOfOne = atMost(20, 'address')
const triesOfAll = atMost(60, 'house')

/** Takes a survey over on the tablet: a token for a number. The number opens nothing any more. */
tabletRoutes.post('/opening', only('answer a survey'), triesOfOne, triesOfAll, async (c) => {
  const { store, here, person } = c.var
  const code = codeIn((await jsonOf(c)).code)
  if (!isSurveyTime(await store.settings(), here.now)) return refusal(c, refused({ reason: 'survey-closed-now' }))
  // they signed in beside the page: nobody is handed a tablet from which staff pages open
  if (person) return c.json({ refused: 'signed-in' }, 409)
  const codeHash = codeHashOf(code ?? '')
  const number = code && (await store.rows({ linkHash: codeHash })).rows[0]?.number
  const token = newToken()
  const taken = await store.change(async (view) => {
    const caseFile = number ? await view.caseFile(number) : undefined
    if (!caseFile) return refused({ reason: 'code-unknown', field: 'code' })
    const handed = takeOver(caseFile, codeHash, hashOf(token), here.now)
    if (handed.ok) view.saveCase(handed.value)
    return handed
  })
  if (!taken.ok) return refusal(c, taken)
  c.set('caseFile', taken.value)
  c.set('link', { by: 'youth' })
  return c.json({ token })
})
