import { ko as absences, fields as fieldsAbsences } from './absences/words.ko.ts'
import { ko as account, fields as fieldsAccount } from './account/words.ko.ts'
import { ko as access, fields as fieldsAccess } from './cases/access-words.ko.ts'
import { ko as alarms } from './cases/alarm-words.ko.ts'
import { ko as duties, fields as fieldsDuties } from './cases/report-words.ko.ts'
import { todayWords as today } from './cases/today-words.ko.ts'
import { ko as cases, fields as fieldsCases } from './cases/words.ko.ts'
import { ko as consent, fields as fieldsConsent } from './consent/words.ko.ts'
import { ko as certificates, fields as fieldsCertificates } from './exit/certificate-words.ko.ts'
import { ko as letter } from './exit/letter-words.ko.ts'
import { ko as ownOutcome } from './exit/own-outcome-words.ko.ts'
import { ko as exit, fields as fieldsExit } from './exit/words.ko.ts'
import { ko as coding, fields as fieldsCoding } from './intake/coding-words.ko.ts'
import { fields as fieldsIntake, ko as intake } from './intake/words.ko.ts'
import { deeds } from './log/deed-words.ko.ts'
import { ko as log } from './log/words.ko.ts'
import { fields as fieldsMy, ko as my } from './my/words.ko.ts'
import { done } from './parts/done.ko.ts'
import { reasons } from './parts/reasons.ko.ts'
import { fields as fieldsShared, ko as shared } from './parts/words.ko.ts'
import { fields as fieldsReferral, ko as referral } from './referral/words.ko.ts'
import { fields as fieldsRegisters, ko as registers } from './registers/words.ko.ts'
import { fields as fieldsReminders, ko as reminders } from './reminders/words.ko.ts'
import { ko as codebook } from './report/codebook-words.ko.ts'
import { ko as exports, fields as fieldsExports } from './report/exports-words.ko.ts'
import { fields as fieldsImporting, ko as importing } from './report/import-words.ko.ts'
import { ko as outcome } from './report/outcome-words.ko.ts'
import { ko as resultsPaper } from './report/paper-words.ko.ts'
import { fields as fieldsReleases, ko as releases } from './report/release-words.ko.ts'
import { fields as fieldsFigureRules, ko as figureRules } from './report/settings-words.ko.ts'
import { ko as reportTabs } from './report/tab-words.ko.ts'
import { fields as fieldsReport, ko as report } from './report/words.ko.ts'
import { fields as fieldsRetention, ko as retention } from './retention/words.ko.ts'
import { fields as fieldsRights, ko as rights } from './rights/words.ko.ts'
import { ko as calendar, fields as fieldsCalendar } from './sessions/calendar-words.ko.ts'
import { ko as course, fields as fieldsCourse } from './sessions/course-words.ko.ts'
import { fields as fieldsNotes, ko as notes } from './sessions/note-words.ko.ts'
import { fields as fieldsSeries, ko as series } from './sessions/plan-words.ko.ts'
import { fields as fieldsSessions, ko as sessions } from './sessions/words.ko.ts'
import { fields as fieldsSetUp, ko as setUp } from './set-up/words.ko.ts'
import { ko as days, fields as fieldsDays } from './settings/days-words.ko.ts'
import { fields as fieldsSurveySettings, ko as surveySettings } from './settings/survey-words.ko.ts'
import { fields as fieldsSettings, ko as settings } from './settings/words.ko.ts'
import { fields as fieldsPaper, ko as paper } from './surveys/paper-words.ko.ts'
import { ko as results } from './surveys/result-words.ko.ts'
import { fields as fieldsVersions, ko as versions } from './surveys/version-words.ko.ts'
import { fields as fieldsSurveys, ko as surveys } from './surveys/words.ko.ts'
import { youth } from './surveys/youth-words.ko.ts'

export const ko = {
  shared,
  account,
  reasons,
  done,
  referral,
  cases,
  access,
  today,
  alarms,
  consent,
  my,
  intake,
  sessions,
  course,
  series,
  notes,
  duties,
  reminders,
  calendar,
  exit,
  ownOutcome,
  certificates,
  letter,
  coding,
  retention,
  rights,
  registers,
  report,
  reportTabs,
  importing,
  outcome,
  figureRules,
  exports,
  codebook,
  releases,
  resultsPaper,
  surveys,
  results,
  paper,
  versions,
  youth,
  settings,
  surveySettings,
  days,
  absences,
  setUp,
  log,
  deeds,
  /** labels of fields, by the field's name in the form */
  fields: {
    ...fieldsShared,
    ...fieldsAccount,
    ...fieldsReferral,
    ...fieldsCases,
    ...fieldsAccess,
    ...fieldsConsent,
    ...fieldsMy,
    ...fieldsIntake,
    ...fieldsSessions,
    ...fieldsCourse,
    ...fieldsSeries,
    ...fieldsNotes,
    ...fieldsDuties,
    ...fieldsReminders,
    ...fieldsCalendar,
    ...fieldsExit,
    ...fieldsCertificates,
    ...fieldsCoding,
    ...fieldsRetention,
    ...fieldsRights,
    ...fieldsRegisters,
    ...fieldsReport,
    ...fieldsImporting,
    ...fieldsFigureRules,
    ...fieldsExports,
    ...fieldsReleases,
    ...fieldsSurveys,
    ...fieldsPaper,
    ...fieldsVersions,
    ...fieldsSettings,
    ...fieldsSurveySettings,
    ...fieldsDays,
    ...fieldsAbsences,
    ...fieldsSetUp,
  },
}
