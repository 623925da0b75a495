import { html } from 'hono/html'
import type { Printed } from '../../src/casefile/outcome.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { certificatePaper } from './certificate-paper.ts'

/** The same paper for the school that referred: to be printed, and nothing else to be done with it. */
export const schoolCertificatePage = (
  here: Here,
  { caseNumber, printed, origin }: { caseNumber: string; printed: Printed; origin: string },
): Html =>
  layout(here, {
    title: `${here.t.certificates.title} ${printed.number}`,
    styles: ['certificate.css'],
    body: html`<div class="no-print"><p><a href="/school/${caseNumber}">${here.t.certificates.backToReferral}</a></p><p class="notice">${here.t.certificates.print}</p></div>
${certificatePaper(here, { printed, origin })}`,
  })
