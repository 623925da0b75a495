import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Excerpt } from '../../src/casefile/excerpt.ts'
import type { Session } from '../../src/casefile/session.ts'
import type { Refusal } from '../../src/result.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { schoolSees } from '../referral/school-referral.ts'

interface Shown {
  caseFile: CaseFile
  /** the case itself is open to the reader, who may only stand in */
  open: boolean
  session: Session
  /** as it will be once the note is signed */
  excerpt: Excerpt
  /** what was written for the school */
  words: string
}

/** Before a note with words for the school is signed: the school's page, with these words in their place. */
export function releasePage(here: Here, { caseFile, open, session, excerpt, words }: Shown, refusals: Refusal[]): Html {
  const a = here.t.access
  const path = `/cases/${caseFile.number}/notes/${session.id}`
  const followed = caseFile.referral.schoolId !== undefined
  // whoever stands in is not shown the rest of the course
  const inPlace = open && followed && excerpt.progress !== undefined
  const unseen = followed ? a.releaseUnseen : a.releaseNobody
  return layout(here, {
    title: `${a.releaseTitle} ${caseFile.number}`,
    refused: refusals.length > 0,
    body: html`${open ? caseHead(here, caseFile, 'sessions') : ''}${open ? html`<h2>${a.releaseTitle}</h2>` : html`<h1>${a.releaseTitle}</h1>`}
${formOf(here, new URLSearchParams(), refusals).problems()}
<p class="notice">${followed && excerpt.progress ? a.releaseLead : unseen}</p>
${
  inPlace
    ? schoolSees(here, excerpt, words)
    : html`<blockquote class="card typed"><span class="mark care">${a.releaseNew}</span> <mark>${words}</mark></blockquote>`
}
<form method="post" action="${path}/release" class="acts"><input type="hidden" name="forSchool" value="${words}"><button class="primary">${a.release}</button> <a class="button" href="${path}">${a.releaseBack}</a></form>
<p class="hint">${here.t.sessions.signHint}</p>`,
  })
}
