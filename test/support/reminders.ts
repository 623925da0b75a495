import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Session } from '../../src/casefile/session.ts'
import type { SessionMessage } from '../../src/people/message.ts'
import type { Recipient } from '../../src/sessions/remind.ts'
import { mayBeNews, newsOf } from '../../src/sessions/remind-news.ts'
import { type Moment, momentAt } from '../../src/time/days.ts'
import { aSession, signed } from './samples.ts'
import { aCaseUnderWay } from './under-way.ts'

/* What tests of reminders share: Minjun's session on Monday, 23 November 2026, at four, and his mother who hears of it. */

export const at = (on: string, time: string): Moment => momentAt(`2026-${on}`, time)
export const four = at('11-23', '16:00')

export const mother: Recipient = {
  ...{ whose: 'guardian', way: 'mail', to: 'mother@example.test', lang: 'ko', caseNumber: '2026-0001' },
  since: at('11-01', '09:00'),
}

export const sessionAtFour = (more: Partial<Session> = {}): Session =>
  aSession({ id: '2026-11-10-01', startAt: four, ...more })

export const movedTo = (one: Session, startAt: Moment, when: Moment): Session => ({
  ...one,
  startAt,
  moved: [...one.moved, { from: one.startAt, askedBy: 'youth', why: 'x', ...signed('han', when) }],
})

export const cancelledAt = (one: Session, when: Moment): Session => ({
  ...one,
  cancelled: { code: 'excused', ...signed('han', when) },
})

/** What is to be told to his mother, or to somebody else. */
export const news = (one: Session, now: Moment, earlier: SessionMessage[] = [], whom = mother): SessionMessage[] =>
  mayBeNews(one, now) ? newsOf(one, [whom], earlier, now) : []

/** Minjun gets texts, his mother mails. */
export const minjunReminded = (more: Partial<CaseFile> = {}): CaseFile =>
  aCaseUnderWay({
    guardians: [
      { relation: 'mother', name: '박서윤', phone: '010-0000-0001' },
      { relation: 'father', name: '김도현' },
    ],
    reminders: [
      { whose: 'youth', way: 'text', to: '010-1234-5678', lang: 'ko', ...signed() },
      { whose: 'guardian', guardian: 0, way: 'mail', to: 'mother@example.test', lang: 'ko', ...signed() },
    ],
    ...more,
  })

/** What stands on the console meanwhile. */
export async function saidOnConsole(act: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = []
  const { error } = console
  console.error = (...words: unknown[]) => lines.push(words.join(' '))
  try {
    await act()
  } finally {
    console.error = error
  }
  return lines
}
