import { ko as cases, fields as fieldsCases, todayWords as today } from './cases/words.ko.ts'
import { ko as consent, fields as fieldsConsent } from './consent/words.ko.ts'
import { ko as exit, fields as fieldsExit } from './exit/words.ko.ts'
import { fields as fieldsIntake, ko as intake } from './intake/words.ko.ts'
import { done } from './parts/done.ko.ts'
import { reasons } from './parts/reasons.ko.ts'
import { fields as fieldsShared, ko as shared } from './parts/words.ko.ts'
import { fields as fieldsReferral, ko as referral } from './referral/words.ko.ts'
import { fields as fieldsReport, ko as report } from './report/words.ko.ts'
import { fields as fieldsSessions, ko as sessions } from './sessions/words.ko.ts'
import { fields as fieldsSurveys, ko as surveys, youth } from './surveys/words.ko.ts'

export const ko = {
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
  /** labels of fields, by the field's name in the form */
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
