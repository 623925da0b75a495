import { en as absences, fields as fieldsAbsences } from './absences/words.en.ts'
import { en as account, fields as fieldsAccount } from './account/words.en.ts'
import { en as access, fields as fieldsAccess } from './cases/access-words.en.ts'
import { en as alarms } from './cases/alarm-words.en.ts'
import { en as duties, fields as fieldsDuties } from './cases/report-words.en.ts'
import { todayWords as today } from './cases/today-words.en.ts'
import { en as cases, fields as fieldsCases } from './cases/words.en.ts'
import { en as consent, fields as fieldsConsent } from './consent/words.en.ts'
import { en as certificates, fields as fieldsCertificates } from './exit/certificate-words.en.ts'
import { en as letter } from './exit/letter-words.en.ts'
import { en as ownOutcome } from './exit/own-outcome-words.en.ts'
import { en as exit, fields as fieldsExit } from './exit/words.en.ts'
import { en as coding, fields as fieldsCoding } from './intake/coding-words.en.ts'
import { fields as fieldsIntake, en as intake } from './intake/words.en.ts'
import { deeds } from './log/deed-words.en.ts'
import { en as log } from './log/words.en.ts'
import { fields as fieldsMy, en as my } from './my/words.en.ts'
import { done } from './parts/done.en.ts'
import { reasons } from './parts/reasons.en.ts'
import { fields as fieldsShared, en as shared } from './parts/words.en.ts'
import { fields as fieldsReferral, en as referral } from './referral/words.en.ts'
import { fields as fieldsRegisters, en as registers } from './registers/words.en.ts'
import { fields as fieldsReminders, en as reminders } from './reminders/words.en.ts'
import { en as codebook } from './report/codebook-words.en.ts'
import { en as exports, fields as fieldsExports } from './report/exports-words.en.ts'
import { fields as fieldsImporting, en as importing } from './report/import-words.en.ts'
import { en as outcome } from './report/outcome-words.en.ts'
import { en as resultsPaper } from './report/paper-words.en.ts'
import { fields as fieldsReleases, en as releases } from './report/release-words.en.ts'
import { fields as fieldsFigureRules, en as figureRules } from './report/settings-words.en.ts'
import { en as reportTabs } from './report/tab-words.en.ts'
import { fields as fieldsReport, en as report } from './report/words.en.ts'
import { fields as fieldsRetention, en as retention } from './retention/words.en.ts'
import { fields as fieldsRights, en as rights } from './rights/words.en.ts'
import { en as calendar, fields as fieldsCalendar } from './sessions/calendar-words.en.ts'
import { en as course, fields as fieldsCourse } from './sessions/course-words.en.ts'
import { fields as fieldsNotes, en as notes } from './sessions/note-words.en.ts'
import { fields as fieldsSeries, en as series } from './sessions/plan-words.en.ts'
import { fields as fieldsSessions, en as sessions } from './sessions/words.en.ts'
import { fields as fieldsSetUp, en as setUp } from './set-up/words.en.ts'
import { en as days, fields as fieldsDays } from './settings/days-words.en.ts'
import { fields as fieldsSurveySettings, en as surveySettings } from './settings/survey-words.en.ts'
import { fields as fieldsSettings, en as settings } from './settings/words.en.ts'
import { fields as fieldsPaper, en as paper } from './surveys/paper-words.en.ts'
import { en as results } from './surveys/result-words.en.ts'
import { fields as fieldsVersions, en as versions } from './surveys/version-words.en.ts'
import { fields as fieldsSurveys, en as surveys } from './surveys/words.en.ts'
import { youth } from './surveys/youth-words.en.ts'
import type { Words } from './words.ts'

export const en: Words = {
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
