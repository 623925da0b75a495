import type { Scale } from '../surveys/scales.ts'
import type { Point, ScaleCourse } from './survey-course.ts'

/** How far somebody moved, said without a number and without saying whether that is good. */
export type Moved = 'much-less' | 'less' | 'same' | 'more' | 'much-more'

/** Why two marks are not laid on one line. */
export type NotBeside = 'begin-missing' | 'end-missing' | 'wording' | 'language'

/** One scale to talk over with the youth: where they stood on it, from 0 (little) to 1 (much). */
export interface OwnScale {
  scale: string
  beside: { begin: number; end: number; moved: Moved } | { notBeside: NotBeside }
}

/** As a share of the scale's range: less than a quarter of a step of four is the same, a whole one is much. */
const [little, much] = [0.0625, 0.25]

/**
 * What can be talked over with the youth: the scales on which change is an outcome, never distress, never an answer to
 * a safety question. Marks stand beside each other only where the same was asked in the same words and language.
 */
export const ownOutcomeOf = (courses: ScaleCourse[]): OwnScale[] =>
  courses
    .filter(({ about }) => about.outcome)
    .map(({ scale, about, points }) => ({ scale, beside: besideOf(about, points) }))

function besideOf({ from, to }: Scale, points: Point[]): OwnScale['beside'] {
  const [begin, end] = (['intake', 'exit'] as const).map((wave) => points.find((point) => point.wave === wave))
  if (begin?.score?.value === undefined) return { notBeside: 'begin-missing' }
  if (end?.score?.value === undefined) return { notBeside: 'end-missing' }
  if (end.apart) return { notBeside: end.apart.why }
  const [first, last] = [begin.score.value, end.score.value].map((value) => (value - from) / (to - from)) as [
    number,
    number,
  ]
  return { begin: first, end: last, moved: movedBy(last - first) }
}

function movedBy(share: number): Moved {
  const size = Math.abs(share) + 1e-9
  if (size < little) return 'same'
  const isMuch = size >= much
  if (share > 0) return isMuch ? 'much-more' : 'more'
  return isMuch ? 'much-less' : 'less'
}
