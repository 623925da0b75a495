import { html } from 'hono/html'
import { codesOf } from '../../src/codebook/codebook.ts'
import type { School } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'

interface Shown {
  typed: URLSearchParams
  refusals: Refusal[]
  draftId?: string
  schools: School[]
  /** a school refers its own students only */
  fixedSchool: boolean
}

/** The referral form, in the order in which a school's paper form asks. */
export function referralFormPage(here: Here, { typed, refusals, draftId, schools, fixedSchool }: Shown): Html {
  const { t } = here
  const r = t.referral
  const f = formOf(here, typed, refusals)
  const all = (list: Parameters<typeof codesOf>[0]) => f.codes(list, codesOf(list))
  const answers: [string, string][] = [
    ['yes', t.shared.yes],
    ['no', t.shared.no],
    ['unknown', t.shared.unknown],
  ]
  const staff = here.may('be warned of twins')
  return layout(here, {
    title: r.formTitle,
    refused: refusals.length > 0,
    body: html`<h1>${r.formTitle}</h1><p class="lead">${r.formLead}</p><p class="notice">${r.noVictim}</p>
${f.problems()}
<form method="post" action="/referrals/drafts${draftId ? `/${draftId}` : ''}" class="long">
<section class="card"><h2>${r.youth}</h2><div class="pair">
${f.text('name', { autocomplete: 'off' })}
${f.text('birthDate', { type: 'date' })}</div>
${staff ? html`<div aria-live="polite" hx-post="/referrals/twins" hx-trigger="change from:#name, change from:#birthDate" hx-sync="this:replace" hx-include="#name, #birthDate"></div>` : ''}
${f.radios('gender', all('gender'))}
<div class="pair">${f.text('phone', { type: 'tel', optional: true, autocomplete: 'off' })}
${f.select('level', all('schoolLevel'))}
${
  fixedSchool
    ? f.hidden('schoolId')
    : f.select(
        'schoolId',
        schools.map(({ id, name }) => [id, name]),
        { optional: true },
      )
}
${f.text('grade', { type: 'number', least: 1, most: 6, optional: true, short: true })}</div></section>
<section class="card"><h2>${r.guardian}</h2><div class="pair">
${f.select('guardianRelation', all('guardianRelation'), { optional: true })}
${f.text('guardianName', { optional: true, autocomplete: 'off' })}
${f.text('guardianPhone', { type: 'tel', optional: true, autocomplete: 'off' })}</div>
${f.radios('guardianTold', answers.slice(0, 2))}</section>
<section class="card"><h2>${r.basis}</h2><div class="pair">
${f.select('source', all('referralSource'))}
${f.select('basis', all('referralBasis'))}</div>
${f.checks('measures', all('schoolMeasure'), { optional: true })}
<div class="pair">${f.text('decisionNumber', { optional: true })}
${f.text('decidedOn', { type: 'date', optional: true })}
${f.text('orderedHours', { type: 'number', least: 1, most: 500, optional: true, short: true })}
${f.text('orderedGuardianHours', { type: 'number', least: 1, most: 100, optional: true, short: true })}
${f.text('dueOn', { type: 'date', optional: true })}
${f.text('referredOn', { type: 'date' })}</div></section>
<section class="card"><h2>${r.happened}</h2><p>${r.happenedLead}</p>
${f.checks('types', all('perpetrationType'))}
${f.radios('spread', answers)}
${f.checks('channels', all('channel'), { optional: true })}
${f.select('relation', all('relationToVictim'))}
${f.radios('sameSchool', answers)}
${f.text('happenedOn', { type: 'date', optional: true })}</section>
<section class="card"><h2>${r.support}</h2>
${f.checks('concerns', all('concern'), { optional: true })}
${staff ? f.text('mustNotMeet', { optional: true, hint: r.mustNotMeetHint }) : ''}
${f.area('needs', { optional: true })}
${f.area('request', { optional: true })}</section>
<section class="card"><h2>${r.referrer}</h2><div class="pair">
${f.text('referrerName')}
${f.text('referrerOffice', { optional: true })}
${f.text('referrerPhone', { type: 'tel', optional: true })}</div></section>
<div class="acts"><button class="primary" name="then" value="check">${r.toCheck}</button>
<button name="then" value="later">${r.later}</button></div>
</form>
${draftId ? html`<form method="post" action="/referrals/drafts/${draftId}/removal"><button class="plain">${r.remove}</button></form>` : ''}`,
  })
}
