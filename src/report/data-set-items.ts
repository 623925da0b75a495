import { type ListName, lists } from '../codebook/codebook.ts'
import { isShown } from '../surveys/completion.ts'
import { type Choice, choicesOf, declined, type Question, questionsOf, type Survey } from '../surveys/definition.ts'
import { editionIdOf } from '../surveys/edition.ts'
import { yesOrNo } from './data-set-facts.ts'
import { type Label, missing, nameOf, type Told, type ValueLabel, type Variable } from './data-set-shape.ts'
import { type At, versionMark, whyNone } from './data-set-waves.ts'

/*
 * A variable for each item that a survey asks: of a matrix each row, of a checkbox each box. What was asked in other
 * words, or with other answers, is another variable. Safety questions have none, nor has what somebody writes, nor has
 * a question that is put to those alone who answered one of these in a certain way: that it was put would tell.
 */

interface Item {
  question: Question
  /** of a matrix */
  row?: Choice
  /** of a checkbox */
  box?: Choice
  choices: readonly Choice[]
}

const unsure = 'dont-know'

/** The items of one version that a data set may hold, in its order. */
export function itemsIn(survey: Survey): Item[] {
  const all = questionsOf(survey)
  const kept: string[] = []
  return all.flatMap((question) => {
    const { type, name, safety, visibleIf, choicesFromQuestion, rows = [], columns = [] } = question
    const on = [/^\{([a-z0-9-]+)\}/.exec(visibleIf ?? '')?.[1], choicesFromQuestion]
    const tells = on.some((one) => one !== undefined && !kept.includes(one))
    if (safety || tells || type === 'comment' || type === 'text') return []
    kept.push(name)
    const choices = choicesOf(survey, question)
    if (type === 'matrix') return rows.map((row) => ({ question, row, choices: columns }))
    if (type !== 'checkbox') return [{ question, choices }]
    return choices.filter(({ value }) => value !== declined).map((box) => ({ question, box, choices }))
  })
}

/** Variables of a wave for the items of all versions of its survey. */
export function itemsOf({ wave, prefix, name, versions, taken }: At): Variable[] {
  const groups = new Map<string, { item: Item; versions: Survey[] }>()
  for (const survey of versions)
    for (const item of itemsIn(survey)) {
      const key = wordingOf(item)
      const group = groups.get(key) ?? { item, versions: [] }
      group.versions.push(survey)
      groups.set(key, group)
    }
  return [...groups.values()].map(({ item, versions: alike }) => {
    const ids = alike.map(editionIdOf)
    const { question, box } = item
    const codes = codesOf(item)
    const label = labelOf(item)
    return {
      name: nameOf(`${prefix}${keyOf(item)}${versionMark(versions, alike)}`, taken),
      ...{ parts: ['items'] as const, kind: box || question.type === 'boolean' ? 'flag' : 'code', codes },
      ...(question.key && { unsureCounts: true as const }),
      ...{ ko: `${name.ko}: ${label.ko}`, en: `${name.en}: ${label.en}` },
      asked: { ko: question.title.default, en: question.title.en, question: question.name, versions: ids },
      of: (told: Told): number => {
        const none = whyNone(told, wave)
        if (none !== undefined) return none
        const answered = told.at.get(wave)?.answered
        if (!answered) return missing.notCollected
        if (!ids.includes(editionIdOf(answered))) return missing.notApplicable
        const given = answered.items[item.row ? String(item.row.value) : question.name]
        if (given === undefined) return isShown(question, answered.items) ? missing.notCollected : missing.notApplicable
        return numberOf(given, item, codes)
      },
    }
  })
}

function numberOf(given: string | number | boolean | string[], item: Item, codes: readonly ValueLabel[]): number {
  if (given === declined || (Array.isArray(given) && given.includes(declined))) return missing.declined
  if (item.box) return Number([given].flat().includes(String(item.box.value)))
  if (typeof given === 'boolean') return Number(given)
  const { rateMin, rateMax } = item.question
  if (rateMax !== undefined)
    return typeof given === 'number' && given >= (rateMin ?? 0) && given <= rateMax ? given : missing.unknown
  const at = item.choices.find(({ value }) => value === given)
  return at ? answerNumber(at, item) : (codes.find(({ value }) => value === given)?.value ?? missing.unknown)
}

/** What stands for each answer that a question offers, where one can be chosen; none where several can. */
export const answerNumbersOf = (survey: Survey, question: Question): { choice: Choice; number?: number }[] => {
  const choices = question.type === 'matrix' ? (question.columns ?? []) : choicesOf(survey, question)
  const number = (choice: Choice) =>
    choice.value === declined ? missing.declined : answerNumber(choice, { question, choices })
  return choices.map((choice) => (question.type === 'checkbox' ? { choice } : { choice, number: number(choice) }))
}

/** A number stands for itself, a code of the codebook for its number there, any other answer for its place. */
function answerNumber(choice: Choice, { choices, question }: Item): number {
  const { value } = choice
  if (typeof value === 'number') return value
  if (value === unsure && question.key) return missing.unsure
  const list = coded.find((one) => choices.every((other) => other.value === declined || inList(one, other)))
  const number = list && lists[list].codes.find(({ code }) => code === value)?.number
  return number ?? choices.filter((one) => one.value !== declined).indexOf(choice) + 1
}

const coded: ListName[] = ['motive', 'perpetrationType', 'channel', 'relationToVictim']
const inList = (list: ListName, { value }: Choice): boolean => lists[list].codes.some(({ code }) => code === value)

function codesOf(item: Item): readonly ValueLabel[] {
  const { question, box, choices } = item
  if (box || question.type === 'boolean') return yesOrNo
  return choices
    .filter(({ value }) => value !== declined)
    .map((one) => ({ value: answerNumber(one, item), ko: one.text.default, en: one.text.en }))
}

const keyOf = ({ question, row, box }: Item): string =>
  row ? String(row.value) : box ? `${question.name}_${box.value}` : question.name

const labelOf = ({ question, row, box }: Item): Label => {
  const { text } = row ?? box ?? { text: question.title }
  return { ko: text.default, en: text.en }
}

/** Two items with the same of this are one variable. */
const wordingOf = (item: Item): string => {
  const { type, title, rateMin, rateMax, key } = item.question
  const offered = item.choices.map(({ value, text }) => [value, text.default, text.en])
  const right = item.row && key?.[String(item.row.value)]
  return JSON.stringify([keyOf(item), labelOf(item), type, title.default, title.en, rateMin, rateMax, offered, right])
}
