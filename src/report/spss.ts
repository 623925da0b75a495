import { type Label, missingCodes, type Variable } from './data-set-shape.ts'

/** A text in SPSS: quotes doubled, in one line, no longer than SPSS keeps (counted in bytes of UTF-8). */
function quoted(text: string, mostBytes: number): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  while (Buffer.byteLength(letters.join('')) > mostBytes) letters.pop()
  return `'${letters.join('').replaceAll("'", "''")}'`
}
const labelBytes = 255
const valueBytes = 120

const formatOf = ({ kind, name }: Variable): string =>
  kind === 'text' ? (name === 'id' ? 'A12' : 'A7') : kind === 'score' ? 'F18.4' : 'F8.0'

/**
 * SPSS syntax that reads the CSV beside it and gives every variable its label, the words of its values and its missing
 * values. In UTF-8; run it in the folder in which both files lie.
 */
export function spssOf(variables: readonly Variable[], csvName: string, lang: keyof Label): string {
  const numbers = variables.filter(({ kind }) => kind !== 'text')
  const labelled = numbers.filter(({ codes = [] }) => codes.length > 0)
  const [unsure, usual] = [numbers.filter((one) => one.unsureCounts), numbers.filter((one) => !one.unsureCounts)]
  const names = (some: readonly Variable[]) => some.map(({ name }) => `  ${name}`).join('\n')
  return `${[
    '* Encoding: UTF-8.',
    'SET UNICODE=ON.',
    'SET DECIMAL=DOT.',
    '',
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE='${csvName}'`,
    "  /ENCODING='UTF8'",
    '  /ARRANGEMENT=DELIMITED',
    '  /DELCASE=LINE',
    '  /FIRSTCASE=2',
    '  /DELIMITERS=","',
    "  /QUALIFIER='\"'",
    '  /VARIABLES=',
    ...variables.map((one) => `    ${one.name} ${formatOf(one)}`),
    '  .',
    'EXECUTE.',
    '',
    'VARIABLE LABELS',
    ...variables.map((one) => `  ${one.name} ${quoted(one[lang], labelBytes)}`),
    '  .',
    '',
    'VALUE LABELS',
    ...numbers.map((one, at) => {
      const own = (one.codes ?? []).map((code) => `${code.value} ${quoted(code[lang], valueBytes)}`)
      const none = missingCodes
        .filter(({ value }) => !one.codes?.some((code) => code.value === value))
        .map((code) => `${code.value} ${quoted(`${code.code} ${code[lang]}`, valueBytes)}`)
      return `  ${at === 0 ? '' : '/'}${[one.name, ...own, ...none].join('\n    ')}`
    }),
    '  .',
    '',
    ...(usual.length > 0 ? ['MISSING VALUES', names(usual), '  (-99 THRU -95).', ''] : []),
    ...(unsure.length > 0
      ? ['* Here -98, "I do not know", is an answer.', 'MISSING VALUES', names(unsure), '  (-97 THRU -95, -99).', '']
      : []),
    'VARIABLE LEVEL',
    ...(labelled.length > 0 ? [names(labelled), '  (NOMINAL).'] : []),
    'EXECUTE.',
  ].join('\n')}\n`.replaceAll('\n', '\r\n')
}
