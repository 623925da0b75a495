import { type Choice, type Definition, declined, type Question } from './definition.ts'
import type { Fault, Place } from './faults.ts'

/** Names that SurveyJS or the language underneath knows as something else. */
const reserved = [
  'constructor',
  'prototype',
  'row',
  'panel',
  'item',
  'choice',
  'survey',
  'self',
  'parentpanel',
  'total',
]

/** All texts of a survey together, in letters: so that whole answers are never refused for their length. */
const mostText = 20_000

/** How the questions hang together: names, conditions, what can be chosen, and that all can be declined. */
export function questionFaults({ pages }: Definition): Fault[] {
  const placed = pages.flatMap(({ elements }, nth) =>
    elements.map((question) => ({ question, at: { page: nth + 1, question: question.name } })),
  )
  const before = new Map<string, Question>()
  const faults: Fault[] = []
  for (const { question, at } of placed) {
    faults.push(...faultsOfChoices(at, question, before), ...faultsOfCondition(at, question, before))
    faults.push(...faultsOfMust(at, question))
    before.set(question.name, question)
  }
  const text = placed.reduce((sum, { question }) => sum + (question.maxLength ?? 0), 0)
  if (text > mostText) faults.push({ what: 'too-much-text', at: {}, of: { most: mostText } })
  return [...faultsOfNames(placed, pages), ...faults]
}

/** A name is given once in the whole survey, to a question or to a row; a page's name to one page. */
function faultsOfNames(placed: { question: Question; at: Place }[], pages: Definition['pages']): Fault[] {
  const names = placed.flatMap(({ question, at }) => [
    { name: question.name, at },
    // a matrix of one row may be called as the row is: nothing else is asked under that name
    ...(question.rows ?? []).map(({ value }, nth) => ({
      name: String(value),
      at: { ...at, part: 'row' as const, nth: nth + 1 },
    })),
  ])
  const named = pages.map(({ name }, nth) => ({ name, at: { page: nth + 1 } }))
  return [names, named].flatMap((all) => {
    const seen = new Set<string>()
    return all.flatMap(({ name, at }): Fault[] => {
      const twice = seen.has(name)
      seen.add(name)
      return [
        ...(twice ? [{ what: 'name-twice' as const, at, of: { name } }] : []),
        ...(reserved.includes(name) ? [{ what: 'name-reserved' as const, at, of: { name } }] : []),
      ]
    })
  })
}

function faultsOfChoices(at: Place, question: Question, before: Map<string, Question>): Fault[] {
  const { type, choices, columns, choicesFromQuestion: from, isRequired } = question
  const faults: Fault[] = []
  for (const [part, list] of [
    ['choice', choices],
    ['column', columns],
  ] as const)
    faults.push(...twice(at, part, list))
  if (type === 'radiogroup' && (choices === undefined) === (from === undefined))
    faults.push({ what: 'choices-missing', at })
  const alone = choices?.find(({ value }) => value === declined)
  if (type === 'checkbox' && alone && !alone.isExclusive) faults.push({ what: 'declined-not-alone', at })
  if (from === undefined) return faults
  const source = before.get(from)
  if (source?.type !== 'checkbox' || !('choicesFromQuestionMode' in question))
    faults.push({ what: 'choices-from', at, of: { name: from } })
  else if (isRequired && (!source.isRequired || source.visibleIf))
    faults.push({ what: 'choices-open', at, of: { name: from } })
  return faults
}

function twice(at: Place, part: Place['part'], list: Choice[] = []): Fault[] {
  const values = list.map(({ value }) => String(value))
  return values.flatMap((name, nth) =>
    values.indexOf(name) < nth
      ? [{ what: 'answer-twice' as const, at: { ...at, part, nth: nth + 1 }, of: { name } }]
      : [],
  )
}

/** A question depends on one fixed answer to a question before it, which everybody is asked. */
function faultsOfCondition(at: Place, { visibleIf }: Question, before: Map<string, Question>): Fault[] {
  const [, name = '', is = '', answer = ''] = /^\{([a-z0-9-]+)\} (\S+) '([a-z0-9-]+)'$/.exec(visibleIf ?? '') ?? []
  if (!visibleIf) return []
  const asked = before.get(name)
  if (!asked) return [{ what: 'condition-later', at, of: { name } }]
  // its answer would still count for the page when it is hidden again, and not for us
  if (asked.visibleIf) return [{ what: 'condition-on-condition', at, of: { name } }]
  const fits = { radiogroup: ['=', '<>'], checkbox: ['contains', 'notcontains'] }[asked.type as string]
  if (!fits?.includes(is)) return [{ what: 'condition-kind', at, of: { name } }]
  const offered = asked.choices ?? before.get(asked.choicesFromQuestion ?? '')?.choices ?? []
  return offered.some(({ value }) => value === answer) ? [] : [{ what: 'condition-answer', at, of: { name, answer } }]
}

/** Whatever must be answered can be declined; and it can be answered at all. */
function faultsOfMust(at: Place, question: Question): Fault[] {
  const { isRequired, eachRowRequired, choices, columns, choicesFromQuestion, rateMin = 0, rateMax = 1 } = question
  const mayDecline =
    choicesFromQuestion !== undefined || (choices ?? columns ?? []).some(({ value }) => value === declined)
  const faults: [Fault['what'], boolean][] = [
    ['cannot-decline', isRequired === true && !mayDecline],
    // SurveyJS would ask for the rows all the same, and we would not
    ['rows-not-required', eachRowRequired === true && !isRequired],
    ['range-backwards', rateMin >= rateMax],
  ]
  return faults.filter(([, is]) => is).map(([what]) => ({ what, at }))
}
