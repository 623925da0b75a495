import { en as cases, fields as fieldsCases, todayWords as today } from './cases/words.en.ts'
import { en as consent, fields as fieldsConsent } from './consent/words.en.ts'
import { en as exit, fields as fieldsExit } from './exit/words.en.ts'
import { fields as fieldsIntake, en as intake } from './intake/words.en.ts'
import { done } from './parts/done.en.ts'
import { reasons } from './parts/reasons.en.ts'
import { fields as fieldsShared, en as shared } from './parts/words.en.ts'
import { fields as fieldsReferral, en as referral } from './referral/words.en.ts'
import { fields as fieldsReport, en as report } from './report/words.en.ts'
import { fields as fieldsSessions, en as sessions } from './sessions/words.en.ts'
import { fields as fieldsSurveys, en as surveys, youth } from './surveys/words.en.ts'
import type { Words } from './words.ts'

export const en: Words = {
  shared,
  reasons,
  done,
  referral,
  cases,
  today,
  consent,
  intake,
  sessions,
  exit,
  report,
  surveys,
  youth,
  fields: {
    ...fieldsShared,
    ...fieldsReferral,
    ...fieldsCases,
    ...fieldsConsent,
    ...fieldsIntake,
    ...fieldsSessions,
    ...fieldsExit,
    ...fieldsReport,
    ...fieldsSurveys,
  },
}
