import { Hono } from 'hono'
import { letterPage } from '../../views/exit/letter.ts'
import { excerptOf } from '../casefile/excerpt.ts'
import { mayTellReferrer } from '../consent/share.ts'
import { only } from '../web/only.ts'
import { show } from '../web/pages.ts'
import type { Site } from '../web/site.ts'
import { usualProgramme } from './certificate.ts'
import { letterOf } from './letter.ts'

/** The progress letter to the school that referred: looked at and printed, never sent by itself. */
export const letterRoutes = new Hono<Site>()

letterRoutes.get('/', only('issue a certificate'), async (c) => {
  const { caseFile, store, here } = c.var
  const settings = await store.settings()
  const school = (await store.schools()).find(({ id }) => id === caseFile.referral.schoolId)?.name
  const sessions = await store.sessionsOf(caseFile.number)
  const letter = letterOf(excerptOf(caseFile, sessions, mayTellReferrer(caseFile), here.now), school)
  const programme = (settings?.programme ?? usualProgramme)[here.lang]
  return show(c, letterPage(here, { caseFile, letter, school, programme, contact: settings?.contact ?? {} }))
})
