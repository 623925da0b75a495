import type { ko } from './tab-words.ko.ts'

export const en: typeof ko = {
  title: 'Pages of the report',
  figures: 'Figures',
  cross: 'Cross-tables',
  operations: 'Operations',
  outcome: 'Change',
  coding: 'Second coding',
  releases: 'Publication',
  exports: 'Exports',
  import: 'Import',
  settings: 'Rules',
}
