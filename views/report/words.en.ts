import { figures, lists } from './figure-words.en.ts'
import { tables } from './table-words.en.ts'
import type { ko, fields as koFields } from './words.ko.ts'

export const en: typeof ko = {
  title: 'Figures',
  lead: 'Counted straight from the records of youths whose referral was accepted. Choose by day of referral, school level and basis.',
  filter: 'Choose',
  all: 'All',
  apply: 'Show',
  reset: 'Clear',
  cutOff: 'As recorded up to {day}',
  counted: 'Who is counted',
  youths: 'Youths',
  sessions: 'Sessions held',
  period: 'Referred',
  periodFrom: 'from {from}',
  periodTo: 'to {to}',
  careful:
    'These are real numbers, for the lead. Small ones can show who somebody is: do not pass this page on as it is.',
  rounding: 'Percentages are of the base, rounded to whole numbers, so they may not add up to 100.',
  contents: 'On this page',
  parts: {
    who: 'Who came',
    'way-in': 'How they came',
    when: 'When they came',
    what: 'What it was about',
    course: 'Counselling and closing',
    asked: 'Survey response',
  },
  code: 'Category',
  percent: 'Share',
  percentOf: '{n}%',
  column: { youths: 'Youths', answers: 'Answers', sessions: 'Sessions', hours: 'Hours' },
  base: {
    youths: 'Base: {n} youths',
    answers: 'Base: {n} answers',
    sessions: 'Base: {n} sessions',
    hours: 'Base: {n} h',
  },
  missing: 'Youths not recorded: {n}',
  none: 'None: {codes}',
  empty: 'There are no records for this choice.',
  chart: '{title}, bar chart. {rows}. The same numbers are in the table below.',
  grade: '{level}, grade {n}',
  unit: {
    youths: 'Unit: youths. Each is counted once.',
    answers: 'Unit: answers. One youth may have several, so the base is not the number of youths.',
    sessions: 'Unit: sessions. A group session counts once for each youth who attended.',
    hours: 'Unit: credited hours.',
  },
  figures,
  lists,
  tables,
}

export const fields: typeof koFields = {
  from: 'Referred from',
  to: 'Referred to',
  schoolLevel: 'School level',
  rows: 'Rows',
  columns: 'Columns',
}
