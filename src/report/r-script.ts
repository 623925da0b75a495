import { type Label, missing, missingCodes, type Variable } from './data-set-shape.ts'

/** A text in R. */
const quoted = (text: string): string =>
  `"${text.replace(/\s+/g, ' ').trim().replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** A vector, some lines long. */
const vector = (values: readonly string[]): string => `c(\n  ${values.join(',\n  ')}\n)`

/**
 * An R script that reads the CSV beside it with base R alone: `data`, where codes are factors with their words and
 * what is missing is NA, and `codebook`, one line for each variable.
 */
export function rScriptOf(variables: readonly Variable[], csvName: string, lang: keyof Label): string {
  const coded = variables.filter(({ codes = [] }) => codes.length > 0)
  const plain = variables.filter(({ kind, codes = [] }) => kind !== 'text' && codes.length === 0)
  const names = (some: readonly Variable[]) => vector(some.map(({ name }) => quoted(name)))
  const column = (of: (one: Variable) => string) => vector(variables.map((one) => quoted(of(one))))
  return `# -*- coding: UTF-8 -*-
# source("FILE.R", encoding = "UTF-8"), in the folder in which this script and the CSV lie
# Missing values, all NA in \`data\`; \`raw\` has the numbers:
${missingCodes.map((one) => `#   ${one.value} ${one.code} ${one[lang]}`).join('\n')}

raw <- read.csv(${quoted(csvName)}, fileEncoding = "UTF-8-BOM", check.names = FALSE, na.strings = "",
  stringsAsFactors = FALSE)
data <- raw

# numbers
for (name in ${plain.length > 0 ? names(plain) : 'character()'})
  data[[name]][data[[name]] %in% ${missing.declined}:${missing.unknown}] <- NA

# codes
${coded.map((one) => factorOf(one, lang)).join('\n')}

codebook <- data.frame(
  name = ${column(({ name }) => name)},
  label_ko = ${column(({ ko }) => ko)},
  label_en = ${column(({ en }) => en)},
  kind = ${column(({ kind }) => kind)},
  asked_in = ${column(({ asked }) => asked?.versions.join(' ') ?? '')},
  stringsAsFactors = FALSE
)
`
}

/** Two codes with the same words stay two levels. */
function factorOf({ name, codes = [] }: Variable, lang: keyof Label): string {
  const labels = codes.map((code, at) => {
    const word = code[lang]
    return codes.findIndex((other) => other[lang] === word) === at ? word : `${word} (${code.value})`
  })
  return `data$${name} <- factor(raw$${name}, levels = c(${codes.map(({ value }) => value).join(', ')}), labels = ${vector(labels.map(quoted))})`
}
