import { randomBytes } from 'node:crypto'
import type { Moment } from '../time/days.ts'
import type { Notice } from './registers.ts'

/** A notice to one person, to be kept in the same change as what it tells of. */
export const noticeTo = (
  to: string,
  what: Notice['what'],
  { by, at }: { by: string; at: Moment },
  about: Pick<Notice, 'caseNumber' | 'personId'> = {},
): Notice => ({ id: randomBytes(12).toString('hex'), to, what, at, by, ...about })
