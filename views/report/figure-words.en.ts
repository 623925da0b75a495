import type { figures as koFigures, lists as koLists } from './figure-words.ko.ts'

export const figures: typeof koFigures = {
  'school-level': { title: 'School level', counts: 'School level on referral.' },
  grade: { title: 'Grade', counts: 'School level and grade on referral.' },
  'age-band': { title: 'Age band', counts: 'Full years of age on the day of referral, from the birth date.' },
  gender: { title: 'Gender', counts: 'As the referral says.' },
  'referral-source': { title: 'Source of referral', counts: 'Who referred.' },
  'referral-basis': { title: 'Basis of referral', counts: 'On what ground the referral was made.' },
  measure: {
    title: 'Measures',
    counts: 'Every school measure that the referral names.',
    missing: 'Youths without a measure: {n}',
  },
  motive: { title: 'Main motive', counts: 'The main motive as the counsellor coded it at the intake interview.' },
  'motive-all': { title: 'All motives', counts: 'Every motive that the counsellor coded at the intake interview.' },
  'motive-self-main': {
    title: 'Main motive in the youth’s own words',
    counts: 'The main motive that the youth named at the intake interview.',
  },
  'motive-self': { title: 'Motives in the youth’s own words', counts: 'Every motive that the youth named.' },
  'perpetration-type': { title: 'Kinds of act', counts: 'Every kind of act established at the intake interview.' },
  channel: { title: 'Channels', counts: 'Every channel established at the intake interview.' },
  relation: { title: 'Relation to the person harmed', counts: 'Category established at the intake interview.' },
  concern: {
    title: 'Concerns and needs',
    counts: 'Flags raised by the referrer or by staff. What was answered in a survey is not counted.',
    missing: 'Youths without a flag: {n}',
  },
  consent: {
    title: 'Consents',
    counts: 'What youth and guardian said last to each kind of consent. Where both answered, that is two.',
  },
  waiting: {
    title: 'Days to the first session',
    counts: 'Days from the referral to the first session that took place.',
    missing: 'Youths without a session yet: {n}',
  },
  'sessions-held': { title: 'Sessions held', counts: 'Sessions that a youth attended, by kind of session.' },
  'planned-held': {
    title: 'Planned and held',
    counts: 'Sessions that took place, beside those that the plan names.',
    missing: 'Youths without a plan: {n}',
  },
  attendance: {
    title: 'Attendance',
    counts: 'What became of the sessions to which the youth was to come, those called off too.',
    missing: 'Youths without a session so far: {n}',
  },
  hours: {
    title: 'Credited hours',
    counts: 'Hours credited in the youth’s own sessions, by what became of the course.',
    missing: 'Youths without credited hours: {n}',
  },
  stage: { title: 'Stage now', counts: 'Where the case is today.' },
  completion: { title: 'Completion', counts: 'What became of the course, by the reason for closing.' },
  'closure-reason': {
    title: 'Reason for closing',
    counts: 'Of cases that are closed.',
    missing: 'Youths whose case is still open: {n}',
  },
  'survey-intake': {
    title: 'Intake survey: response',
    counts: 'Of youths with whom counselling has begun.',
    missing: 'Youths of whom it is not due yet: {n}',
  },
  'survey-exit': {
    title: 'Exit survey: response',
    counts: 'Of youths who were counselled and whose case is closed, or who were handed the survey.',
    missing: 'Youths of whom it is not due yet: {n}',
  },
  'survey-follow-up-1': {
    title: 'Follow-up after 1 month: response',
    counts: 'Of youths who were handed this follow-up or a later one.',
    missing: 'Youths who were handed none: {n}',
  },
  'survey-follow-up-3': {
    title: 'Follow-up after 3 months: response',
    counts: 'Of youths who were handed this follow-up or a later one.',
    missing: 'Youths who were handed none: {n}',
  },
  'survey-follow-up-6': {
    title: 'Follow-up after 6 months: response',
    counts: 'Of youths who were handed this follow-up.',
    missing: 'Youths who were handed none: {n}',
  },
  'referred-month': { title: 'Month of referral', counts: 'The month in which the day of the referral lies.' },
  'referred-half': { title: 'Half-year of referral', counts: 'The half-year in which the day of the referral lies.' },
  'referred-year': { title: 'Year of referral', counts: 'The year in which the day of the referral lies.' },
}

export const lists: typeof koLists = {
  waiting: {
    '0-7': 'Within 7 days',
    '8-14': '8–14 days',
    '15-28': '15–28 days',
    '29-56': '29–56 days',
    '57-plus': '57 days or more',
  },
  completion: {
    completed: 'Completed',
    'completed-early': 'Completed early',
    'not-completed': 'Closed without completing',
    open: 'Still open',
  },
  plan: {
    'none-yet': 'None held yet',
    fewer: 'Fewer than planned',
    'as-planned': 'As many as planned',
    more: 'More than planned',
  },
  consentAnswer: { given: 'given', refused: 'refused', withdrawn: 'withdrawn' },
  became: { answered: 'Answered', refused: 'Declined', 'no-answer': 'No answer', 'not-asked': 'Not handed out' },
  unrecorded: 'Kind not recorded (imported cases)',
  answerOf: '{kind}: {answer}',
  month: '{year}-{month}',
  half: { 1: '{year}, first half', 2: '{year}, second half' },
  year: '{year}',
}
