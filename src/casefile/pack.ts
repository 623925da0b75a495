// Over 150 lines because all that is handed out, and every field that may be in it, stands in one place.
import { Reading } from '../form.ts'
import type { SessionMessage } from '../people/message.ts'
import type { Incident, Inquiry } from '../people/registers.ts'
import { type Result, refused } from '../result.ts'
import { type Day, dayOf, type Moment } from '../time/days.ts'
import type { CaseFile } from './casefile.ts'
import { inquiryStateOf } from './inquiry.ts'
import type { Retention } from './retention.ts'
import type { Attendee, Session } from './session.ts'
import { type LeftOut, Sieve } from './sieve.ts'

/** Why everything kept about one youth is handed out: a code for the log, chosen before it is made. */
export const purposes = ['subject-request', 'guardian-request', 'transfer', 'court-order'] as const

export interface PackRequest {
  purpose: (typeof purposes)[number]
  /** which guardian asks, counted from 0 */
  guardian?: number
  /** whoever makes it adds the working notes that they wrote for themselves */
  own: boolean
  form: 'page' | 'data'
}

export function readPackRequest(fields: URLSearchParams, { guardians }: CaseFile): Result<PackRequest> {
  const form = new Reading(fields)
  const purpose = form.one('packPurpose', purposes)
  const asking = form.oneOrNone(
    'guardianAsking',
    guardians.map((_, at) => String(at)),
  )
  const read = form.result({
    ...{ purpose, own: fields.get('own') === 'yes' },
    ...(purpose === 'guardian-request' && { guardian: Number(asking) }),
    form: form.one('packForm', ['page', 'data'] as const),
  })
  if (read.ok && purpose === 'guardian-request' && asking === undefined)
    return refused({ field: 'guardianAsking', reason: 'guardian-not-chosen' })
  return read
}

/** Who opened the case, summed up: what one person did to it in a day. */
export interface Look {
  on: Day
  by?: string
  role?: string
  deed: string
  why?: string
  decision: 'allowed' | 'refused'
  times: number
}

export interface PackFacts {
  sessions: Session[]
  /** half-written answers, by the id of the survey that was handed out */
  surveyDrafts: Record<string, unknown>
  opened: Look[]
  retention: Retention
  /** what others were told of this youth, and what went wrong with what is kept */
  inquiries: Inquiry[]
  incidents: Incident[]
  messages: SessionMessage[]
  /** texts that somebody typed and did not save: they go by themselves */
  unsaved: number
  /** who makes the pack */
  asker: string
}

/** Everything that is kept about one youth, part by part, without what is somebody else's. */
export interface Pack {
  parts: [name: string, content: unknown][]
  leftOut: { what: LeftOut; count: number }[]
}

/** The pack: the whole case file, field by field, so that what is added to it tomorrow is in it too. */
export function packOf(caseFile: CaseFile, request: PackRequest, facts: PackFacts): Pack {
  const { version, number, journal, ...parts } = caseFile
  const { sessions, surveyDrafts, opened, retention, inquiries, incidents, messages } = facts
  const sieve = new Sieve(caseFile, request, facts.asker)
  sieve.count('unsaved-texts', facts.unsaved)
  const whole = {
    ...{ kept: { number, version }, ...parts },
    ...{ sessions: sessions.map((one) => sieve.session(one)), surveyDrafts },
    ...{ journal: sieve.lines(journal), opened: sieve.lines(opened), retention },
    told: inquiries.flatMap((one) => (inquiryStateOf(one) === 'answered' ? [toldOf(one)] : [])),
    incidents: incidents.map(incidentOf),
    messages: messages.map(wordOf),
  }
  return {
    parts: Object.entries(whole)
      .map(([name, content]): Pack['parts'][number] => [name, sieve.through(content, name)])
      .filter(([, content]) => content !== undefined),
    leftOut: sieve.leftOut,
  }
}

/** Who was told what, for what, and who agreed. An inquiry that was refused gave nothing away. */
const toldOf = ({ asker, document, purpose, give, by, at, approved }: Inquiry) => ({
  ...{ asker, document, purpose, give, by, at, approved },
})

/** The incident and what was done; its texts may speak of others. */
const incidentOf = ({ what, knownAt, steps }: Incident) => ({
  ...{ what, knownAt },
  steps: steps.map(({ step, at }) => ({ step, at })),
})

/** That somebody was reminded. Where it went is theirs; where the youth wants it stands in the file itself. */
const wordOf = ({ what, whose, way, startAt, at, sent }: SessionMessage) => ({ what, whose, way, startAt, at, sent })

/** The log of one case summed up by day, person and deed, oldest first. */
export function looksOf(entries: (Omit<Look, 'on' | 'times'> & { at: Moment })[]): Look[] {
  const looks = new Map<string, Look>()
  for (const { at, by, role, deed, why, decision } of entries) {
    const on = dayOf(at)
    const key = JSON.stringify([on, by, role, deed, why, decision])
    const before = looks.get(key)?.times ?? 0
    looks.set(key, { on, by, role, deed, why, decision, times: before + 1 })
  }
  return [...looks.values()]
}

/** Every name of a field in something, at whatever depth. */
type KeysOf<T> = unknown extends T
  ? never
  : T extends readonly (infer One)[]
    ? KeysOf<One>
    : T extends object
      ? string extends keyof T
        ? never
        : (keyof T & string) | { [K in keyof T]-?: KeysOf<NonNullable<T[K]>> }[keyof T]
      : never

/** Every field that a pack may hold: each has words in both languages, or the programme does not compile. */
export type PackKey = Exclude<
  | KeysOf<CaseFile>
  | KeysOf<Omit<Session, 'attendees'>>
  | KeysOf<Omit<Attendee, 'caseNumber'>>
  | KeysOf<Look>
  | KeysOf<Retention>
  | KeysOf<ReturnType<typeof toldOf>>
  | KeysOf<ReturnType<typeof incidentOf>>
  | KeysOf<ReturnType<typeof wordOf>>
  | 'kept'
  | 'told'
  | 'incidents'
  | 'messages'
  | 'sessions'
  | 'surveyDrafts'
  | 'opened'
  | 'retention',
  'linkHash' | 'codeHash' | 'hash'
>
