// Over 150 lines because it is the one list of what a data set tells of a course, in its order.
import type { Coding, Facts } from '../casefile/facts.ts'
import { isCompleting } from '../casefile/questions.ts'
import { type Code, type ListName, lists } from '../codebook/codebook.ts'
import {
  type DataPart,
  type Label,
  missing,
  nameOf,
  quarterOf,
  type ValueLabel,
  type Variable,
} from './data-set-shape.ts'
import { waits } from './figure-codes.ts'

type Made = Omit<Variable, 'parts'>

export const yesOrNo: readonly ValueLabel[] = [
  { value: 0, ko: '아니요', en: 'No' },
  { value: 1, ko: '예', en: 'Yes' },
]

const valuesOf = (codes: readonly Code[]): ValueLabel[] =>
  codes.map(({ number, ko, en }) => ({ value: number, ko, en }))

/** The number of a code in its list; `none` where there is no code. */
function numberOf(list: ListName, code: string | undefined, none: number): number {
  if (!code) return none
  return lists[list].codes.find((one) => one.code === code)?.number ?? missing.unknown
}

/** One code of a list. */
const oneOf = (
  name: string,
  list: ListName,
  pick: (facts: Facts) => string | undefined,
  { ko, en }: Label = lists[list],
  none: (facts: Facts) => number = () => missing.notCollected,
): Made => ({
  ...{ name, ko, en, kind: 'code', codes: valuesOf(lists[list].codes) },
  of: ({ facts }) => numberOf(list, pick(facts), none(facts)),
})

/** For each code of a list whether it is among those named; `undefined`: nobody recorded any. */
const eachOf = (
  prefix: string,
  list: ListName,
  pick: (facts: Facts) => readonly string[] | undefined,
  { ko, en }: Label = lists[list],
  none: (facts: Facts) => number = () => missing.notCollected,
): Made[] =>
  lists[list].codes.map((one) => ({
    ...{ name: `${prefix}_${one.code}`, ko: `${ko}: ${one.ko}`, en: `${en}: ${one.en}`, kind: 'flag', codes: yesOrNo },
    of: ({ facts }) => {
      const codes = pick(facts)
      return codes ? Number(codes.includes(one.code)) : none(facts)
    },
  }))

const counted = (name: string, label: Label, pick: (facts: Facts) => number | undefined): Made => ({
  ...{ name, ...label, kind: 'count' },
  of: ({ facts }) => pick(facts) ?? missing.notCollected,
})

/** Bands of whole numbers; `most` is counted in. */
export interface Band extends ValueLabel {
  most: number
}
export const bandOf = (bands: readonly Band[], n: number): number =>
  bands.find(({ most }) => n <= most)?.value ?? missing.unknown

/** The bands of the report's own figure. */
const waiting: Band[] = waits.map(([most], at) => {
  const from = (waits[at - 1]?.[0] ?? -1) + 1
  const isLast = most === Number.POSITIVE_INFINITY
  return {
    ...{ value: at + 1, most },
    ko: isLast ? `${from}일 이상` : `${from}–${most}일`,
    en: isLast ? `${from} days or more` : `${from} to ${most} days`,
  }
})

/** An empty list of what every interview records: there was none. */
const ifAny = (codes: readonly string[]): readonly string[] | undefined => (codes.length > 0 ? codes : undefined)

/** How one person coded a case: main motive, motives, kinds of act, channels, relation. */
const coded = (
  prefix: string,
  by: Label,
  coding: (facts: Facts) => Coding | undefined,
  none?: (facts: Facts) => number,
): Made[] => {
  const named = (ko: string, en: string): Label => ({ ko: `${ko}${by.ko}`, en: `${en}${by.en}` })
  const [motive, motives] = [named('주된 동기', 'Main motive'), named('동기', 'Motive')]
  const [types, channels] = [named('행위 유형', 'Kind of act'), named('유포 경로', 'Channel')]
  const list = (pick: (one: Coding) => string[]) => (facts: Facts) => ifAny(pick(coding(facts) ?? nothing))
  return [
    oneOf(`${prefix}motive`, 'motive', (facts) => coding(facts)?.motive, motive, none),
    ...eachOf(
      `${prefix}motive`,
      'motive',
      list((one) => one.motives),
      motives,
      none,
    ),
    ...eachOf(
      `${prefix}type`,
      'perpetrationType',
      list((one) => one.types),
      types,
      none,
    ),
    ...eachOf(
      `${prefix}channel`,
      'channel',
      list((one) => one.channels),
      channels,
      none,
    ),
    oneOf(
      `${prefix}relation`,
      'relationToVictim',
      (facts) => coding(facts)?.relation,
      named('관계(범주)', 'Relation (category)'),
      none,
    ),
  ]
}
const nothing: Coding = { motives: [], types: [], channels: [] }

const openStill = ({ closedOn }: Facts): number => (closedOn ? missing.notCollected : missing.notApplicable)

const facts: Made[] = [
  {
    ...{ name: 'referred_quarter', ko: '의뢰한 분기', en: 'Quarter of the referral', kind: 'text' },
    of: (told) => quarterOf(told.facts.referredOn),
  },
  {
    ...{ name: 'closed_quarter', ko: '종결한 분기', en: 'Quarter of the closing', kind: 'text' },
    of: (told) => (told.facts.closedOn ? quarterOf(told.facts.closedOn) : ''),
  },
  oneOf('age_band', 'ageBand', ({ ageBand }) => ageBand, { ko: '의뢰할 때의 연령대', en: 'Age band on referral' }),
  oneOf('gender', 'gender', ({ gender }) => gender),
  oneOf('school_level', 'schoolLevel', ({ schoolLevel }) => schoolLevel),
  oneOf('source', 'referralSource', ({ source }) => source),
  oneOf('basis', 'referralBasis', ({ basis }) => basis),
  ...eachOf('', 'schoolMeasure', ({ measures }) => measures),
  ...coded('', { ko: '(상담원)', en: ' (counsellor)' }, (one) => one),
  oneOf('self_motive', 'motive', ({ motiveSelf }) => motiveSelf, {
    ko: '주된 동기(청소년)',
    en: 'Main motive (youth)',
  }),
  ...eachOf('self_motive', 'motive', ({ motivesSelf }) => ifAny(motivesSelf), {
    ko: '동기(청소년)',
    en: 'Motive (youth)',
  }),
  ...eachOf('concern', 'concern', ({ concerns }) => concerns, {
    ko: '의뢰자·상담원이 남긴 표시',
    en: 'Flag raised by the referrer or staff',
  }),
  {
    ...{ name: 'waiting', ko: '의뢰에서 첫 회기까지', en: 'From referral to the first session', kind: 'code' },
    codes: waiting,
    of: (told) => {
      const days = told.facts.waitingDays
      return days === undefined ? missing.notApplicable : bandOf(waiting, days)
    },
  },
  counted('planned', { ko: '계획한 회기 수', en: 'Sessions planned' }, ({ planned }) => planned),
  ...lists.sessionKind.codes.map(({ code, ko, en }) =>
    counted(`held_${code}`, { ko: `진행한 회기: ${ko}`, en: `Sessions held: ${en}` }, ({ held }) => held[code] ?? 0),
  ),
  counted(
    'held_unrecorded',
    { ko: '진행한 회기: 가져온 기록(유형 없음)', en: 'Sessions held: brought along, kind not known' },
    ({ held }) => held.unrecorded ?? 0,
  ),
  counted('minutes', { ko: '인정 시간(분)', en: 'Credited minutes' }, ({ minutes }) => minutes),
  ...lists.attendance.codes.map(({ code, ko, en }) =>
    counted(`att_${code}`, { ko: `출석: ${ko}`, en: `Attendance: ${en}` }, (one) => one.attendance[code] ?? 0),
  ),
  oneOf('closure', 'closureReason', ({ closureReason }) => closureReason, lists.closureReason, openStill),
  {
    ...{ name: 'completed', ko: '과정을 마침', en: 'Completed the course', kind: 'flag', codes: yesOrNo },
    of: (told) => {
      const { closureReason } = told.facts
      return closureReason ? Number(isCompleting(closureReason)) : openStill(told.facts)
    },
  },
]

const second = coded(
  'c2_',
  { ko: '(두 번째 코딩)', en: ' (second coding)' },
  (one) => one.second,
  () => missing.notApplicable,
)

/** Everything but the surveys; the random name comes with every part. */
export function factVariables(all: readonly DataPart[], taken: Set<string>): Variable[] {
  const id: Made = {
    ...{ name: 'id', ko: '이 파일에서만 쓰는 임의의 이름', en: 'Random name, in this file only', kind: 'text' },
    of: (told) => told.id,
  }
  const named = (made: Made[], parts: readonly DataPart[]) =>
    made.map((one) => ({ ...one, parts, name: nameOf(one.name.replace(/^_/, ''), taken) }))
  return [...named([id], all), ...named(facts, ['facts']), ...named(second, ['second-coding'])]
}
