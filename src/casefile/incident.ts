import { Reading } from '../form.ts'
import type { Incident } from '../people/registers.ts'
import { done, type Result, refused } from '../result.ts'
import { dayOf, type Moment, momentAt, plusMinutes } from '../time/days.ts'
import type { Signature } from './casefile.ts'

export const kinds = ['leak', 'loss', 'theft', 'alteration', 'mistake', 'other'] as const
export const steps = ['people-told', 'commission-told', 'contained', 'remark', 'ended'] as const
/** Who must be told: the people concerned, and the Commission, since what is kept here is sensitive (PIPA art. 34). */
export const duties = ['people-told', 'commission-told'] as const

/** From the moment at which somebody of the house came to know (PIPA Decree arts. 39 and 40). */
const hoursToTell = 72

export type IncidentForm = Pick<Incident, 'knownAt' | 'what' | 'description' | 'people' | 'caseNumbers'>

export function readIncident(fields: URLSearchParams): Result<IncidentForm> {
  const form = new Reading(fields)
  const knownOn = form.day('knownOn')
  const time = form.time('knownTime')
  const what = {
    what: form.one('incident', kinds),
    description: form.text('incidentText', { most: 2000 }),
    people: form.wholeOrNone('peopleConcerned', 0, 100_000),
    caseNumbers: form.caseNumbers('caseNumbers'),
  }
  const read = form.result(what)
  return read.ok ? done({ ...read.value, knownAt: momentAt(knownOn, time) }) : read
}

export function recordIncident(id: string, form: IncidentForm, signature: Signature): Result<Incident> {
  if (form.knownAt > signature.at)
    return refused({
      field: dayOf(form.knownAt) > dayOf(signature.at) ? 'knownOn' : 'knownTime',
      reason: 'in-the-future',
    })
  return done({ id, ...form, ...signature, steps: [] })
}

export interface Step {
  step: (typeof steps)[number]
  text?: string
}

export function readStep(fields: URLSearchParams): Result<Step> {
  const form = new Reading(fields)
  const step = form.one('stepTaken', steps)
  return form.result({ step, text: form.text('stepText', { most: 2000, optional: step !== 'remark' }) || undefined })
}

/** What was done about it. Ended without having told everyone, it says why. */
export function addStep(incident: Incident, { step, text }: Step, signature: Signature): Result<Incident> {
  if (isEnded(incident)) return refused({ reason: 'incident-ended' })
  if (step === 'ended' && untold(incident).length > 0 && !text)
    return refused({ field: 'stepText', reason: 'untold-why' })
  return done({ ...incident, steps: [...incident.steps, { step, ...(text && { text }), ...signature }] })
}

export const isEnded = ({ steps: taken }: Incident): boolean => taken.some(({ step }) => step === 'ended')

/** Who has not been told yet. */
export const untold = ({ steps: taken }: Incident): (typeof duties)[number][] =>
  duties.filter((duty) => !taken.some(({ step }) => step === duty))

export interface TellingClock {
  /** by when both must be told */
  until: Moment
  /** whole hours left, or since then */
  hours: number
  overdue: boolean
  /** runs while somebody is untold and the incident is open */
  running: boolean
}

/** The 72 hours of an incident as they stand. */
export function tellingClock(incident: Incident, now: Moment): TellingClock {
  const until = plusMinutes(incident.knownAt, hoursToTell * 60)
  const left = Date.parse(until) - Date.parse(now)
  const running = !isEnded(incident) && untold(incident).length > 0
  return { until, hours: Math.floor(Math.abs(left) / 3_600_000), overdue: running && left < 0, running }
}
