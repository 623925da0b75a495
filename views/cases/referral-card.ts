import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { labelOf } from '../../src/codebook/codebook.ts'
import type { Here, Html } from '../here.ts'
import { shortDay } from '../parts/dates.ts'
import { codesIn, factList } from '../parts/lists.ts'
import { fill } from '../words.ts'

/** What the referral says of a youth, in words. */
export function referralCard(here: Here, { caseFile, school }: { caseFile: CaseFile; school?: string }): Html {
  const { t, lang } = here
  const l = t.fields
  const { referral, guardians, youth, plan } = caseFile
  const hours = (n?: number) => n && fill(t.shared.hours, { n })
  return html`<section class="card"><h2>${t.cases.facts}</h2>${factList([
    [l.birthDate, shortDay(here, youth.birthDate)],
    [l.phone, youth.phone],
    [
      t.referral.guardian,
      guardians
        .map(({ relation, name = '', phone = '' }) => `${labelOf('guardianRelation', relation, lang)} ${name} ${phone}`)
        .join('\n'),
    ],
    [
      l.schoolId,
      [
        school ?? labelOf('schoolLevel', caseFile.school.level, lang),
        caseFile.school.grade && fill(t.shared.grade, { n: caseFile.school.grade }),
      ]
        .filter(Boolean)
        .join(' '),
    ],
    [l.source, labelOf('referralSource', referral.source, lang)],
    [l.basis, labelOf('referralBasis', referral.basis, lang)],
    [l.types, codesIn(here, 'perpetrationType', referral.types)],
    [l.relation, labelOf('relationToVictim', referral.relation, lang)],
    [l.sameSchool, t.shared[referral.sameSchool]],
    [l.mustNotMeet, referral.mustNotMeet.join(', ')],
    [l.orderedHours, hours(referral.orderedHours)],
    [l.orderedGuardianHours, hours(referral.orderedGuardianHours)],
    [l.dueOn, plan?.dueOn ? undefined : referral.dueOn && shortDay(here, referral.dueOn)],
    [l.needs, referral.needs],
    [l.request, referral.request],
  ])}<p class="acts"><a href="/cases/${caseFile.number}/school-view">${t.cases.schoolView}</a></p></section>`
}
