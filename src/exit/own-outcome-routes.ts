import { Hono } from 'hono'
import { ownOutcomePage } from '../../views/exit/own-outcome.ts'
import { only } from '../web/only.ts'
import { show } from '../web/pages.ts'
import { shelfIn } from '../web/shelf.ts'
import type { Site } from '../web/site.ts'
import { ownOutcomeOf } from './own-outcome.ts'
import { askingsOf, courseOf } from './survey-course.ts'

/** A page for the counsellor to look at together with the youth, on the screen or on paper. */
export const ownOutcomeRoutes = new Hono<Site>()

ownOutcomeRoutes.get('/', only('read survey answers'), async (c) => {
  const { caseFile, here, store } = c.var
  const shelf = await shelfIn(store)
  const courses = courseOf(askingsOf(caseFile, shelf, here.now), shelf)
  return show(c, ownOutcomePage(here, caseFile, ownOutcomeOf(courses)))
})
