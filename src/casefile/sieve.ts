// Over 150 lines because what is left out of a pack, for whom and why, stands in one place.
import type { CaseFile } from './casefile.ts'
import { attendeeOf, isGroup, type Session } from './session.ts'

/** What is left out of a pack, and said so. */
export type LeftOut =
  | 'referrer-phone'
  | 'guardian-phone'
  | 'other-cases'
  | 'shared-reasons'
  | 'private-notes'
  | 'told-in-confidence'
  | 'fingerprints'
  | 'unsaved-texts'

/** To whom it goes: which guardian asks, if one does, and whether whoever makes it adds their own working notes. */
interface Request {
  purpose: string
  guardian?: number
  own: boolean
}

type Reach = [place: RegExp, what: LeftOut]
const somebodyElses: Reach[] = [
  [/^referral\/referrer\/phone(\/|$)/, 'referrer-phone'],
  [/^guardians\/\d+\/phone(\/|$)/, 'guardian-phone'],
  [/^referral\/mustNotMeet\/\d+$/, 'other-cases'],
  [/^apart\/\d+\/from$/, 'other-cases'],
  [/^(apart\/\d+\/ended|sessions\/\d+\/despite)\/why$/, 'shared-reasons'],
  [/^notes\/\d+\/(draft|signed)\/process(\/|$)/, 'private-notes'],
  [/(^|\/)(linkHash|codeHash)$|(^journal\/\d+|\/pin)\/hash$/, 'fingerprints'],
]
/**
 * What the youth said or answered, and what the counsellor saw in it, is not for a guardian to read. Nor is what was
 * feared for them, how the other guardian was reached, or why something was done: a consent taken back, the glass
 * broken, a session moved. Those are words of the youth, of the other guardian or about them. (Of who opened the case
 * `why` is a code.)
 */
const inConfidence: Reach[] = [
  [
    /^(interview|secondCoding|notes\/\d+|concerns\/\d+|reports|sessions\/\d+\/groupNote|closings\/\d+\/summary|surveys\/\d+\/(response|refused)|surveyDrafts\/[^/]+)$/,
    'told-in-confidence',
  ],
  [
    /^referral\/concerns$|^consents\/\d+\/verification\/detail$|^certificates\/\d+\/despite$|^(?!opened\/).+\/why$/,
    'told-in-confidence',
  ],
]

/**
 * That it was done at all tells what the youth said: that they asked for help, that somebody feared for them or had to
 * report, that they would rather not answer.
 */
const confiding = [
  ...['concern-raised', 'concern-settled', 'raise a concern', 'settle a concern', 'answer an alarm'],
  ...['duty-noted', 'report-recorded', 'report-not-owed'],
  ...['see duties to report', 'record a report', 'find a report not owed'],
  'survey-refused',
]

/** Lets through what may be handed out of a case file and counts the rest. */
export class Sieve {
  readonly #counts = new Map<LeftOut, number>()
  readonly #caseFile: CaseFile
  readonly #request: Request
  readonly #asker: string

  constructor(caseFile: CaseFile, request: Request, asker: string) {
    this.#caseFile = caseFile
    this.#request = request
    this.#asker = asker
  }

  get leftOut(): { what: LeftOut; count: number }[] {
    return [...this.#counts].map(([what, count]) => ({ what, count }))
  }

  /** A session with this youth's own attendance; who else was there, and why a group was moved, is somebody else's. */
  session(whole: Session): unknown {
    const { attendees, ...session } = isGroup(whole) ? this.#withoutReasons(whole) : whole
    const own = attendeeOf(whole, this.#caseFile.number)
    this.count('other-cases', attendees.length - (own ? 1 : 0))
    const { caseNumber: _, ...attendee } = own ?? { caseNumber: '' }
    return { ...session, ...attendee }
  }

  #withoutReasons({ moved, cancelled, ...session }: Session) {
    const { why, ...off } = cancelled ?? {}
    this.count('shared-reasons', moved.length + (why === undefined ? 0 : 1))
    return { ...session, moved: moved.map(({ why: _, ...one }) => one), ...(cancelled && { cancelled: off }) }
  }

  /** Lines of the journal, or of who looked, without those that a guardian is not to learn of. */
  lines<T extends { deed: string }>(all: T[]): T[] {
    const kept = all.filter(({ deed }) => this.#request.purpose !== 'guardian-request' || !confiding.includes(deed))
    this.count('told-in-confidence', all.length - kept.length)
    return kept
  }

  /** `past`: a value that the journal kept of this place */
  through(value: unknown, path: string, past = false): unknown {
    const what = this.#against(path, past)
    if (what) {
      this.count(what)
      return undefined
    }
    if (Array.isArray(value))
      return path.startsWith('journal/') && path.endsWith('/changed')
        ? value.map((one) => this.#change(one)).filter(Boolean)
        : value.map((one, at) => this.through(one, `${path}/${at}`, past)).filter((one) => one !== undefined)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, this.through(one, `${path}/${key}`, past)]),
    )
  }

  /** What the journal kept of a place is somebody else's where the place is, as a whole or in part. */
  #change(change: { path: string; before: unknown; after: unknown }): unknown {
    const places = change.path.split('/').map((_, at, all) => all.slice(0, at + 1).join('/'))
    const what = places.map((place) => this.#against(place, true)).find(Boolean)
    if (what) {
      this.count(what)
      return undefined
    }
    const [before, after] = [change.before, change.after].map((value) => this.through(value, change.path, true))
    return { path: change.path, before, after }
  }

  #against(path: string, past: boolean): LeftOut | undefined {
    const { guardian, purpose } = this.#request
    const reaches = purpose === 'guardian-request' ? [...somebodyElses, ...inConfidence] : somebodyElses
    const what = reaches.find(([place]) => place.test(path))?.[1] ?? this.#againstAddress(path)
    if (what === 'guardian-phone' && guardian !== undefined && path.startsWith(`guardians/${guardian}/`))
      return undefined
    return what === 'private-notes' && !past && this.#isOwn(path) ? undefined : what
  }

  /** Where reminders go is for the one who chose them to read: the youth's for the youth, a guardian's for that guardian. */
  #againstAddress(path: string): LeftOut | undefined {
    const choice = this.#caseFile.reminders?.[Number(/^reminders\/(\d+)\/to$/.exec(path)?.[1] ?? -1)]
    const asking = this.#request.purpose === 'guardian-request' ? this.#request.guardian : undefined
    if (!choice || (choice.whose === 'guardian' && choice.guardian === asking)) return undefined
    if (choice.whose === 'guardian') return 'guardian-phone'
    return asking === undefined ? undefined : 'told-in-confidence'
  }

  /** A working note that whoever makes the pack wrote, and wants in it. */
  #isOwn(path: string): boolean {
    const [, at = '', state] = path.split('/')
    const note = this.#caseFile.notes[Number(at)]
    const text = state === 'draft' ? note?.draft : note?.signed
    return this.#request.own && text?.by === this.#asker
  }

  count(what: LeftOut, more = 1): void {
    if (more > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + more)
  }
}
