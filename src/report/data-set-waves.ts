import type { Survey } from '../surveys/definition.ts'
import { monthsOf, type Wave } from '../surveys/waves.ts'
import { type Label, missing, type Told } from './data-set-shape.ts'

/** One wave, for those who make its variables: every version of its survey, and the names that are given. */
export interface At {
  wave: Wave
  prefix: string
  name: Label
  versions: readonly Survey[]
  taken: Set<string>
}

/** What stands before the names of a wave's variables, `in_`, `ex_`, `f3_`; and how the wave is called. */
export const prefixOf = (wave: Wave): string =>
  wave === 'intake' ? 'in_' : wave === 'exit' ? 'ex_' : `f${monthsOf(wave) ?? ''}_`
export function waveName(wave: Wave): Label {
  if (wave === 'intake') return { ko: '사전', en: 'Intake' }
  if (wave === 'exit') return { ko: '사후', en: 'Exit' }
  const n = monthsOf(wave) ?? 0
  return { ko: `${n}개월`, en: `After ${n} month${n === 1 ? '' : 's'}` }
}

/** Why there is no answer to anything in a wave; undefined where it was answered. */
export function whyNone(told: Told, wave: Wave): number | undefined {
  const survey = told.at.get(wave)?.surveyed
  if (!survey) return missing.notApplicable
  if (survey.became === 'refused') return missing.declined
  return survey.became === 'answered' ? undefined : missing.notCollected
}

/** Nothing for what was asked from the beginning; else the version that first asked it so. */
export const versionMark = (all: readonly Survey[], alike: readonly Survey[]): string =>
  all[0] === alike[0] ? '' : `_v${alike[0]?.version}`
