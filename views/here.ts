import type { html } from 'hono/html'
import type { Deed } from '../src/people/may.ts'
import type { Role } from '../src/people/person.ts'
import type { Alarm, Notice } from '../src/people/registers.ts'
import type { Moment } from '../src/time/days.ts'
import type { Words } from './words.ts'

/** A piece of a page; every value in it is escaped. */
export type Html = ReturnType<typeof html>

/** Something that the reader was told at once: of a case, who did what. */
export interface ShownNotice extends Pick<Notice, 'id' | 'what' | 'at' | 'caseNumber' | 'seenAt'> {
  /** the name of whoever did it */
  who?: string
  /** the name of whoever's account it is about */
  whose?: string
}

/** An alarm that the reader may take up, until somebody does. */
export interface ShownAlarm extends Pick<Alarm, 'id' | 'caseNumber' | 'at' | 'lookBy'> {
  /** nobody took it up in time */
  isLate: boolean
}

/** What every page is given, besides what it shows: the words, who reads it, and where and when. */
export interface Here {
  t: Words
  lang: 'ko' | 'en'
  path: string
  /** path and query to come back to */
  address: string
  now: Moment
  centre: string
  /** the store holds invented people only */
  demo: boolean
  person?: { id: string; name: string; role: Role }
  /** whether the reader's role does this at all: decides which doors are shown, never what may be done */
  may: (deed: Deed) => boolean
  asset: (name: string) => string
  /** what the reader was told and has not yet seen, the newest first */
  notices: ShownNotice[]
  /** what somebody must look at now, the most pressing first; absent where the reader never takes any up */
  alarms?: ShownAlarm[]
  /** of these two, by which an open page asks whether they are still the same */
  stripMark: string
  /** what was done just now */
  done?: keyof Words['done']
}
