import type { ko, fields as koFields } from './report-words.ko.ts'

export const en: typeof ko = {
  raise: 'Raise a concern',
  raiseLead:
    'At any time, also without a note. What is urgent is told to the leads and the case’s counsellor at once; what is to be watched stands in the list of tasks.',
  noConcerns: 'No concern has been raised.',
  toReports: 'Duties to report',
  title: 'Duties to report',
  lawTitle: 'What the law asks',
  lawText: [
    'Anyone who learns at work of a sexual crime against a minor, or of child abuse, must report it to the investigating authorities at once. For child abuse, suspicion is enough.',
    'Call the police on 112. Child abuse may also be reported to the city, county or district office. The law protects those who report.',
    'Whether this centre is bound by the duty is for its lawyer to say. You may report at once while that is unclear.',
    'If there is no duty to report, the programme lead says why and closes the record.',
    'A case cannot be closed until the report is made, or recorded as not required.',
  ],
  owedTitle: 'There is a duty to report',
  owedLead: 'Report to the investigating authorities (112) at once, and record it.',
  owed: 'Not reported yet',
  told: 'Reported',
  notOwed: 'No duty',
  list: 'Duties to report in this case',
  none: 'None is on record.',
  learned: 'Learned',
  learnedBy: 'Learned: {when} · {who}',
  settle: 'Record the report',
  look: 'See details',
  noteTitle: 'Record one by hand',
  noteLead:
    'For what became known outside a note, by telephone or in a meeting. Do not write the name or contact details of the person harmed.',
  noteButton: 'Record the duty',
  tellTitle: 'It was reported',
  tellButton: 'Record the report',
  whomHint: 'For example: police 112, or the office of a police station',
  findTitle: 'There is no duty to report',
  findLead: 'The programme lead decides. If another body has already reported, say which one and when.',
  findButton: 'Record that there is none',
  recorded: 'Recorded by',
  toAll: 'All duties to report',
}

export const fields: typeof koFields = {
  concern: 'Concern',
  law: 'Which law',
  learnedOn: 'Day on which it was learned',
  learnedTime: 'Time at which it was learned',
  learnedBy: 'Who learned it',
  toldWhom: 'Reported to',
  toldOn: 'Day of the report',
  toldTime: 'Time of the report',
  reference: 'Reference number',
}
