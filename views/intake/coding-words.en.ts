import type { ko, fields as koFields, codingReasons as koReasons } from './coding-words.ko.ts'

export const en: typeof ko = {
  title: 'Second coding',
  lead: 'Read the interview and choose. The first codes are not shown; please do not open the interview page first.',
  text: 'What was written of the interview',
  save: 'Save',
  back: 'The sample',
  sampleTitle: 'Sample',
  sampleLead:
    'One interviewed case in four, chosen by its case number alone. Imported and restricted cases are left out.',
  counts: 'Sample {n} · done {done} · left {left}',
  waiting: 'Left to do',
  more: 'Only the first {n} are shown.',
  nothing: 'Nothing is left to do.',
  finished: 'Done',
  noneFinished: 'None is done yet.',
  columns: { number: 'Case', referredOn: 'Referred on', action: 'To do' },
  code: 'Code it',
  change: 'Change',
  ownInterview: 'Your own interview: for another lead.',
  byOther: 'Done by another lead.',
  agreementTitle: 'Agreement',
  agreementLead: 'Of {n} youths coded by two people. Kappa is agreement beyond what chance would give.',
  tooFew: 'Fewer than {least} youths were coded by two people: nothing is concluded about their agreement.',
  singleTitle: 'Main motive and relation',
  severalTitle: '{list}: each code given or not',
  what: 'Code',
  n: 'Pairs',
  agreed: 'Agreed',
  share: 'Agreement',
  first: 'First',
  second: 'Second',
  kappa: 'Kappa',
  interval: '95 % interval',
  noKappa:
    'Kappa is given only for codes that each of the two gave to at least {least} youths. It is not defined where both always said the same; where all agree there is no interval.',
  range: '{low} to {high}',
  percent: '{n} %',
  method:
    'Cohen’s kappa (1960), with the 95 % interval from the large-sample standard error of Fleiss, Cohen and Everitt (1969).',
  mainMotive: 'Main motive',
}

export const fields: typeof koFields = {
  motivesAgain: 'Motives (all)',
  mainMotiveAgain: 'Main motive',
}

export const codingReasons: typeof koReasons = {
  'not-interviewed': 'There is no interview yet.',
  'own-interview': 'Whoever recorded the interview does not code it a second time. Please leave it to another lead.',
  'coded-by-another': 'Another lead coded it a second time already.',
  'not-in-sample': 'This case is not in the sample. Only cases of the sample are coded a second time.',
}
