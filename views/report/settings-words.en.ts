import type { ko, fields as koFields } from './settings-words.ko.ts'

export const en: typeof ko = {
  title: 'Rules of the figures',
  hiding: 'Figures that leave the house',
  hidingLead:
    'In tables that are published, a cell with fewer youths than this is hidden, and so are others from which it could be worked out. A higher number is safer and hides more. What was published before does not change.',
  thresholdHint: 'From {least} to {most} youths. Unless settled it is {usual}.',
  programme: 'The programme’s neutral name',
  programmeLead:
    'Stands on certificates and on letters to schools. Choose words that do not say what brought a youth here. Left empty, the usual name is used.',
  norms: 'Norms of the scales',
  normsLead:
    'To see whether the change of one person is larger than measuring alone may bring, the SD and the reliability of the scale are needed. Enter only what was measured with the same questions among youths of that age, and say by whom. Without them no “certain” change is counted.',
  none: 'There are no norms yet.',
  scale: 'Scale',
  sd: 'SD',
  reliability: 'Reliability',
  source: 'Source',
  settled: 'Entered by',
  add: 'Enter a norm',
  addLead: 'A scale that has one gets the new values.',
  remove: 'Take away',
  removeOf: 'Take away the norm of {scale}',
  sdHint: 'In the units of the score; of knowledge a share between 0 and 1.',
  reliabilityHint: 'A number above 0 and below 1, such as 0.82',
  sourceHint: 'Who measured it, when and among whom',
}

export const fields: typeof koFields = {
  threshold: 'Hidden below (youths)',
  programmeKo: 'Name (Korean)',
  programmeEn: 'Name (English)',
  scale: 'Scale',
  sd: 'SD',
  reliability: 'Reliability',
  normSource: 'Source',
}
