import type { Scale } from '../../src/surveys/scales.ts'
import type { Here } from '../here.ts'
import { fill } from '../words.ts'

/** A score as it is read: `3.42`, of knowledge the share that is right, `62%`. */
export const scoreIn = ({ kind }: Pick<Scale, 'kind'>, value: number): string =>
  kind === 'knowledge' ? `${Math.round(value * 100)}%` : value.toFixed(2)

/** A difference with its sign, a real minus: `+0.31`, `−12%p`. */
export function changeIn({ t }: Here, { kind }: Pick<Scale, 'kind'>, value: number): string {
  const isShare = kind === 'knowledge'
  const size = isShare ? String(Math.round(Math.abs(value) * 100)) : Math.abs(value).toFixed(2)
  const sign = Number(size) === 0 ? '' : value < 0 ? '−' : '+'
  return isShare ? fill(t.outcome.points, { n: `${sign}${size}` }) : `${sign}${size}`
}

/** `+0.42`; what is absent is a dash. */
export const signed = ({ t }: Here, value: number | undefined): string => {
  if (value === undefined) return t.outcome.none
  const size = Math.abs(value).toFixed(2)
  return `${Number(size) === 0 ? '' : value < 0 ? '−' : '+'}${size}`
}

/** `0.039`; very small ones are not said to be nothing. */
export const pIn = ({ t }: Here, p: number | undefined): string =>
  p === undefined ? t.outcome.none : p < 0.001 ? fill(t.outcome.under, { n: '0.001' }) : p.toFixed(3)
