import { missingCodes, type Variable } from './data-set-shape.ts'
import type { Sheet } from './xlsx.ts'

const bothWords = (codes: Variable['codes'] = [], lang: 'ko' | 'en'): string =>
  codes.map((code) => `${code.value} = ${code[lang]}`).join('\n')

/** The sheet of a workbook that says of each variable what it is; then why a value may be missing. */
export const codebookSheet = (variables: readonly Variable[]): Sheet => ({
  name: 'codebook',
  head: [
    'name',
    'kind',
    'label_ko',
    'label_en',
    'values_ko',
    'values_en',
    'asked_in',
    'question',
    'wording_ko',
    'wording_en',
  ],
  widths: [24, 8, 48, 48, 40, 40, 16, 14, 48, 48],
  rows: [
    ...variables.map(({ name, kind, ko, en, codes, asked }) => [
      ...[name, kind, ko, en, bothWords(codes, 'ko'), bothWords(codes, 'en')],
      ...[asked?.versions.join(' ') ?? '', asked?.question ?? '', asked?.ko ?? '', asked?.en ?? ''],
    ]),
    ...missingCodes.map(({ code, value, ko, en }) => [code, 'missing', ko, en, value, value, '', '', '', '']),
  ],
})
