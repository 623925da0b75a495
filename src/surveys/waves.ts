import type { SurveyName } from './definition.ts'

/** When in the programme a survey is asked; each is asked once. */
export const waves = ['intake', 'exit', 'follow-up-1', 'follow-up-3', 'follow-up-6'] as const
export type Wave = (typeof waves)[number]

/** Months after the closing at which it is asked how things went on; undefined for what is asked before it. */
export function monthsOf(wave: string): number | undefined {
  const months = /^follow-up-(\d+)$/.exec(wave)?.[1]
  return months === undefined ? undefined : Number(months)
}

/** What is asked then: all follow-ups ask the same. */
export const surveyIn = (wave: Wave): SurveyName => (wave === 'intake' || wave === 'exit' ? wave : 'follow-up')
