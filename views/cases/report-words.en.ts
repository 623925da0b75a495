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
    'Whoever learns at work of a sexual crime against a minor, or of child abuse, tells the investigators at once. Of child abuse a suspicion is enough.',
    'Call the police at 112. Child abuse may also be reported to the city or district. The law protects who reports.',
    'Whether this centre is bound by the duty is for its lawyer to say. One may report at once while that is unclear.',
    'The lead may find that no report is owed, and says why.',
    'A case cannot be closed before the report is made or found not to be owed.',
  ],
  owedTitle: 'A report is owed',
  owedLead: 'Tell the investigators (112) at once, and record it.',
  owed: 'Not reported yet',
  told: 'Reported',
  notOwed: 'Not owed',
  list: 'Duties to report in this case',
  none: 'None is on record.',
  learned: 'Learned',
  learnedBy: '{who} · {when}',
  settle: 'Record the report',
  look: 'See details',
  noteTitle: 'Record one by hand',
  noteLead:
    'For what became known outside a note, on the telephone or in a meeting. No name or contact of the person harmed.',
  noteButton: 'Record the duty',
  tellTitle: 'It was reported',
  tellButton: 'Record the report',
  whomHint: 'For example: police 112, or the office of a police station',
  findTitle: 'No report is owed',
  findLead: 'For the lead to find. If another body has reported already, say which and when.',
  findButton: 'Record that none is owed',
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
