import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Excerpt } from '../../src/casefile/excerpt.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { schoolSees } from '../referral/school-referral.ts'
import { caseHead } from './head.ts'

/** For the counsellor: exactly what the school is shown. */
export const schoolViewPage = (here: Here, caseFile: CaseFile, excerpt: Excerpt): Html =>
  layout(here, {
    title: here.t.cases.schoolView,
    body: html`${caseHead(here, caseFile, 'overview')}<h2>${here.t.cases.schoolView}</h2><p class="notice">${here.t.cases.schoolViewLead}</p>${schoolSees(here, excerpt)}`,
  })
