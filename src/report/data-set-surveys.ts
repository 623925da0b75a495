import { askedBy } from '../casefile/facts.ts'
import { scaleAsAsked } from '../surveys/alike.ts'
import { questionsOf, type Survey } from '../surveys/definition.ts'
import { editionIdOf } from '../surveys/edition.ts'
import { scales } from '../surveys/scales.ts'
import type { Shelf } from '../surveys/shelf.ts'
import { surveyIn, waves } from '../surveys/waves.ts'
import { type Band, bandOf, yesOrNo } from './data-set-facts.ts'
import { itemsOf } from './data-set-items.ts'
import { type Label, missing, nameOf, type Told, type ValueLabel, type Variable } from './data-set-shape.ts'
import { type At, prefixOf, versionMark, waveName, whyNone } from './data-set-waves.ts'

const became: (ValueLabel & { code: string })[] = [
  { value: 1, code: 'answered', ko: '답함', en: 'Answered' },
  { value: 2, code: 'refused', ko: '하지 않겠다고 함', en: 'Refused' },
  { value: 3, code: 'no-answer', ko: '답이 없음', en: 'No answer' },
]
const langs = [
  { value: 1, code: 'ko', ko: '한국어', en: 'Korean' },
  { value: 2, code: 'en', ko: '영어', en: 'English' },
]
const time: Band[] = [
  { value: 1, most: 299, ko: '5분 미만', en: 'Under 5 minutes' },
  { value: 2, most: 599, ko: '5–10분', en: '5 to 10 minutes' },
  { value: 3, most: 1199, ko: '10–20분', en: '10 to 20 minutes' },
  { value: 4, most: 1799, ko: '20–30분', en: '20 to 30 minutes' },
  { value: 5, most: Number.POSITIVE_INFINITY, ko: '30분 이상', en: '30 minutes or more' },
]

const both = ['scores', 'items'] as const

/** What is known of each survey, its scores, and its items; of every version that was ever published. */
export const surveyVariables = (shelf: Shelf, taken: Set<string>): Variable[] =>
  waves.flatMap((wave) => {
    const versions = shelf.filter(({ survey }) => survey === surveyIn(wave)).sort((a, b) => a.version - b.version)
    const at = { wave, prefix: prefixOf(wave), name: waveName(wave), versions, taken }
    return [...aboutOf(at), ...scoresOf(at), ...itemsOf(at)]
  })

function aboutOf({ wave, prefix, name, taken }: At): Variable[] {
  const variable = (end: string, { ko, en }: Label, rest: Pick<Variable, 'kind' | 'codes' | 'of'>): Variable => ({
    ...{ name: nameOf(prefix + end, taken), parts: both, ko: `${name.ko} 설문: ${ko}`, en: `${name.en} survey: ${en}` },
    ...rest,
  })
  const answered =
    (value: (given: NonNullable<ReturnType<Told['at']['get']>>) => number | undefined) =>
    (told: Told): number =>
      whyNone(told, wave) ?? value(told.at.get(wave) ?? {}) ?? missing.notCollected
  const codeIn = (codes: readonly (ValueLabel & { code: string })[], code: string | undefined) =>
    code === undefined ? undefined : (codes.find((one) => one.code === code)?.value ?? missing.unknown)
  return [
    variable(
      'became',
      { ko: '결과', en: 'what became of it' },
      {
        ...{ kind: 'code', codes: became },
        of: (told) => codeIn(became, told.at.get(wave)?.surveyed?.became) ?? missing.notApplicable,
      },
    ),
    variable(
      'version',
      { ko: '판', en: 'version' },
      { kind: 'count', of: answered((given) => given.answered?.version) },
    ),
    variable(
      'lang',
      { ko: '언어', en: 'language' },
      { kind: 'code', codes: langs, of: answered((given) => codeIn(langs, given.answered?.lang)) },
    ),
    variable(
      'paper',
      { ko: '종이로 답함', en: 'on paper' },
      {
        ...{ kind: 'flag', codes: yesOrNo },
        of: answered(({ answered: given }) => (given ? Number(given.paper) : undefined)),
      },
    ),
    variable(
      'time',
      { ko: '걸린 시간', en: 'time taken' },
      {
        ...{ kind: 'code', codes: time },
        of: answered(({ answered: given }) => (given?.seconds === undefined ? undefined : bandOf(time, given.seconds))),
      },
    ),
  ]
}

/** One variable for all versions that ask a scale in the same words; another where they changed. */
function scoresOf({ wave, prefix, name, versions, taken }: At): Variable[] {
  const groups = new Map<string, { scale: string; versions: Survey[] }>()
  for (const survey of versions)
    for (const scale of new Set(questionsOf(survey).flatMap((one) => one.scale ?? []))) {
      const key = `${scale} ${scaleAsAsked(survey, scale)}`
      const group = groups.get(key) ?? { scale, versions: [] }
      group.versions.push(survey)
      groups.set(key, group)
    }
  return [...groups.values()].map(({ scale, versions: alike }) => {
    const asked = alike[0] && askedBy(alike[0], scale)
    const { ko = scale, en = scale, from, to } = scales[scale] ?? {}
    return {
      name: nameOf(`${prefix}s_${scale}${versionMark(versions, alike)}`, taken),
      ...{ parts: ['scores'] as const, kind: 'score' as const },
      ko: `${name.ko} 척도: ${ko}${from === undefined ? '' : ` (${from}–${to})`}`,
      en: `${name.en} scale: ${en}${from === undefined ? '' : ` (${from} to ${to})`}`,
      asked: { ko, en, question: scale, versions: alike.map(editionIdOf) },
      of: (told) => {
        const none = whyNone(told, wave)
        if (none !== undefined) return none
        const { surveyed, answered } = told.at.get(wave) ?? {}
        const by = surveyed?.asked?.[scale]?.split(' ')[0]
        if (by !== undefined && by === asked) return surveyed?.scores?.[scale] ?? missing.notCollected
        const other = by !== undefined || (answered && !alike.some(({ version }) => version === answered.version))
        return other ? missing.notApplicable : missing.notCollected
      },
    }
  })
}
