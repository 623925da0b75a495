// Over 150 lines because it is all that figures and data sets may ever see of a youth, with how each part is worked out.
import { createHash } from 'node:crypto'
import { ageBandOf } from '../codebook/codebook.ts'
import { scaleAsAsked } from '../surveys/alike.ts'
import type { Survey } from '../surveys/definition.ts'
import { scoresOf } from '../surveys/scores.ts'
import { type Shelf, surveyOf } from '../surveys/shelf.ts'
import { type Wave, waves } from '../surveys/waves.ts'
import { ageOn, type Day, dayOf, daysBetween } from '../time/days.ts'
import type { CaseFile, Consent } from './casefile.ts'
import { closingOf, isAccepted } from './questions.ts'
import type { Stage } from './row.ts'
import { attendeeOf, creditedMinutesOf, heldOf, isHeld, type Session, trackOf } from './session.ts'

/**
 * What the figures may see of one youth: codes and counts, without name, number, school or birth date.
 * Absent or empty means not known yet. What a youth answered to a safety question is in none of it.
 */
export interface Facts {
  accepted: boolean
  stage: Stage
  referredOn: Day
  source: string
  basis: string
  measures: string[]
  schoolLevel: string
  grade?: number
  gender: string
  /** on the day of the referral */
  ageBand: string
  /** as the counsellor codes it, from the interview */
  motive?: string
  motives: string[]
  types: string[]
  channels: string[]
  relation?: string
  /** as the youth tells it in the interview */
  motiveSelf?: string
  motivesSelf: string[]
  /** as a second person codes the same, without having seen the first */
  second?: Coding
  /** flags that staff or the referrer raised */
  concerns: string[]
  /** what each said last to each kind of consent */
  consents: { kind: string; giver: Consent['giver']; answer: 'given' | 'refused' | 'withdrawn' }[]
  /** days from the referral to the first session that took place with the youth */
  waitingDays?: number
  /** sessions that the plan names */
  planned?: number
  orderedMinutes?: number
  /** sessions that took place for this youth, by session kind; and those that count as the youth's own */
  held: Record<string, number>
  heldOwn: number
  /** credited minutes of the youth's own sessions */
  minutes: number
  /** what became of the sessions to which the youth was to come, by attendance code; those called off too */
  attendance: Record<string, number>
  /** what became of each survey that was handed out */
  surveys: Surveyed[]
  closedOn?: Day
  closureReason?: string
}

/** Facts that are other than they were. A handle means the same youth from one cut to the next, and leads to nobody. */
export interface FactsChanged {
  /** what to name the next time */
  cut: string
  /** all that there are: whoever is not among them is gone */
  whole: boolean
  /** `undefined`: gone */
  facts: Iterable<[handle: string, facts: Facts | undefined]>
}

export interface Coding {
  motive?: string
  motives: string[]
  types: string[]
  channels: string[]
  relation?: string
}

/** One survey of one youth, without its answers. */
export interface Surveyed {
  wave: Wave
  became: 'answered' | 'refused' | 'no-answer'
  /** of what was answered: the score of each scale of which enough was */
  scores?: Record<string, number>
  /** for each scale what it was asked by, words and language: two scores are compared only where this is the same */
  asked?: Record<string, string>
}

/** The coded facts of a case file; nothing in them leads back to it. */
export function factsOf(caseFile: CaseFile, sessions: Session[], stage: Stage, shelf: Shelf): Facts {
  const { number, youth, referral, school, interview, plan, imported, secondCoding } = caseFile
  const closing = closingOf(caseFile)
  const held: Record<string, number> = {}
  for (const session of sessions) if (isHeld(session, number)) held[session.kind] = (held[session.kind] ?? 0) + 1
  if (imported && imported.sessionsHeld > 0) held.unrecorded = imported.sessionsHeld
  return {
    accepted: isAccepted(caseFile),
    stage,
    referredOn: referral.on,
    source: referral.source,
    basis: referral.basis,
    measures: referral.measures,
    schoolLevel: school.level,
    grade: school.grade,
    gender: youth.gender,
    ageBand: ageBandOf(ageOn(youth.birthDate, referral.on)),
    motive: interview?.motives.coded.main,
    motives: interview?.motives.coded.all ?? [],
    types: interview?.types ?? [],
    channels: interview?.channels ?? [],
    relation: interview?.relation || undefined,
    motiveSelf: interview?.motives.self.main,
    motivesSelf: interview?.motives.self.all ?? [],
    ...(secondCoding && { second: codingOf(secondCoding) }),
    concerns: [...new Set(caseFile.concerns.flatMap(({ code, from }) => (from === 'survey' ? [] : [code])))].sort(),
    consents: consentsOf(caseFile),
    waitingDays: waitingDaysOf(caseFile, sessions),
    planned: plan?.sessions,
    orderedMinutes: referral.orderedHours === undefined ? undefined : referral.orderedHours * 60,
    held,
    heldOwn: heldOf(sessions, number).length + (imported?.sessionsHeld ?? 0),
    minutes: creditedMinutesOf(sessions, number) + (imported?.minutesHeld ?? 0),
    attendance: attendanceOf(number, sessions),
    surveys: waves.flatMap((wave) => surveyedAt(caseFile, wave, shelf)),
    closedOn: closing?.on,
    closureReason: closing?.reason,
  }
}

const codingOf = ({ motives, types, channels, relation }: NonNullable<CaseFile['secondCoding']>): Coding => ({
  ...{ motive: motives.main, motives: motives.all, types, channels, relation },
})

/** From what allows most to what allows least. */
const answers = ['given', 'refused', 'withdrawn'] as const

/**
 * The last answer of each giver to each kind; one that was found not to be theirs does not count. Of several guardians
 * whoever allows least: the yes of one is no yes of another who said no or took theirs back.
 */
function consentsOf({ consents }: CaseFile): Facts['consents'] {
  const last = new Map<string, Facts['consents'][number]>()
  for (const { kind, giver, guardian, answer, withdrawn, invalidated } of consents)
    if (!invalidated)
      last.set(`${kind} ${giver} ${guardian}`, { kind, giver, answer: withdrawn ? 'withdrawn' : answer })
  const least = new Map<string, Facts['consents'][number]>()
  for (const one of last.values()) {
    const other = least.get(`${one.kind} ${one.giver}`)
    if (!other || answers.indexOf(one.answer) > answers.indexOf(other.answer))
      least.set(`${one.kind} ${one.giver}`, one)
  }
  return [...least.values()].sort((a, b) => (a.kind + a.giver < b.kind + b.giver ? -1 : 1))
}

function waitingDaysOf({ number, referral }: CaseFile, sessions: Session[]): number | undefined {
  const first = heldOf(sessions, number)
    .map(({ startAt }) => startAt)
    .sort()[0]
  return first === undefined ? undefined : Math.max(0, daysBetween(referral.on, dayOf(first)))
}

function attendanceOf(number: string, sessions: Session[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const session of sessions) {
    if (trackOf(session.kind) !== 'youth') continue
    const code = session.cancelled?.code ?? attendeeOf(session, number)?.attendance?.code
    if (code) counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

/** The survey of a wave: the one that was answered, else what became of the last one. */
function surveyedAt({ surveys }: CaseFile, wave: Wave, shelf: Shelf): Surveyed[] {
  const handedOut = surveys.filter((one) => one.wave === wave)
  const answered = handedOut.find(({ response }) => response)
  const last = handedOut.at(-1)
  if (!last) return []
  if (!answered?.response) return [{ wave, became: last.refused ? 'refused' : 'no-answer' }]
  const survey = surveyOf(shelf, answered.survey, answered.version)
  if (!survey) return [{ wave, became: 'answered' }]
  const scored = scoresOf(survey, answered.response.answers).flatMap(({ scale, value }): [string, number][] =>
    value === undefined ? [] : [[scale, value]],
  )
  const asked = scored.map(([scale]): [string, string] => [
    scale,
    `${askedBy(survey, scale)} ${answered.response?.lang}`,
  ])
  return [{ wave, became: 'answered', scores: Object.fromEntries(scored), asked: Object.fromEntries(asked) }]
}

/** Made once for each survey: a definition that was published never changes. */
const words = new WeakMap<Survey, Map<string, string>>()

/** Eight letters that are the same when a scale was asked in the same words and scored the same. */
export function askedBy(survey: Survey, scale: string): string {
  const known = words.get(survey) ?? new Map<string, string>()
  words.set(survey, known)
  const found = known.get(scale)
  if (found) return found
  const made = createHash('sha256')
    .update(scaleAsAsked(survey, scale) ?? '')
    .digest('base64url')
    .slice(0, 8)
  known.set(scale, made)
  return made
}

const monthOf = (on: Day): Day => `${on.slice(0, 7)}-01`

/**
 * What stays of the facts when the case is erased: months instead of days, so that a day and a number in the log do not
 * lead to what was done. Figures by month, half-year and year come out as before.
 */
export const keptFactsOf = (facts: Facts): Facts => ({
  ...facts,
  referredOn: monthOf(facts.referredOn),
  ...(facts.closedOn && { closedOn: monthOf(facts.closedOn) }),
})
