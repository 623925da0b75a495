import type { Certificate } from '../../src/casefile/outcome.ts'
import { jiho, signed, today } from './samples.ts'

/** `0000-0000-0000-2026-0101` */
export const checkCodeOf = (number: string): string => `0000-0000-0000-${number}`

/** What a youth was given; the code is of the letters that a real one has. */
export const aCertificate = (number: string, changes: Partial<Certificate> = {}): Certificate => ({
  ...{ number: `${number}-1`, code: checkCodeOf(number), whose: 'youth', name: jiho.name },
  ...{ as: 'completed', programme: { ko: '청소년 상담·교육 과정', en: 'Youth counselling and education course' } },
  ...{ issuer: '새길 상담센터', from: today, to: today, sessions: 1, minutes: 50, basis: 'voluntary', ...signed() },
  ...changes,
})
