import type { CaseFile, Interview, Motives, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { closingOf } from '../casefile/questions.ts'
import { codesOf } from '../codebook/codebook.ts'
import { consentedOn, isConsented } from '../consent/gate.ts'
import { Reading } from '../form.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import type { Day } from '../time/days.ts'

/** What the sheet says; `since` is when the sheet that was opened had been saved, if it had. */
export type InterviewForm = Omit<Interview, 'by' | 'at'> & { since?: string }

export const acknowledgements = ['fully', 'partly', 'not', 'not-asked'] as const

/** Reads the interview sheet. Long answers may have 5,000 letters. */
export function readInterview(fields: URLSearchParams): Result<InterviewForm> {
  const form = new Reading(fields)
  const motives = (whose: 'Self' | 'Coded'): Motives => ({
    all: form.several(`motives${whose}`, codesOf('motive'), { optional: whose === 'Self' }),
    main: form.oneOrNone(`mainMotive${whose}`, codesOf('motive')),
  })
  const long = (field: string) => form.maybe(field, 5000)
  return form.result({
    since: form.maybe('since', 40),
    on: form.day('metOn'),
    summary: form.text('summary', { most: 5000 }),
    acknowledges: form.one('acknowledges', acknowledgements),
    ...{ home: long('home'), schoolLife: long('schoolLife'), digitalHabits: long('digitalHabits') },
    ...{ health: long('health'), strengths: long('strengths') },
    motives: { self: motives('Self'), coded: motives('Coded') },
    types: form.several('types', codesOf('perpetrationType')),
    channels: form.several('channels', codesOf('channel'), { optional: true }),
    relation: form.one('relation', codesOf('relationToVictim')),
    goals: { youth: long('goalYouth'), guardian: long('goalGuardian'), counsellor: long('goalCounsellor') },
  })
}

/** The sheet as it was, back into the fields of its form. */
export function fieldsOfInterview({ referral, interview }: CaseFile, today: Day): URLSearchParams {
  const fields = new URLSearchParams()
  const put = (name: string, value: string | string[] | undefined) => {
    for (const one of [value ?? []].flat()) fields.append(name, one)
  }
  put('metOn', interview?.on ?? today)
  put('types', interview?.types ?? referral.types)
  put('channels', interview?.channels ?? referral.channels)
  put('relation', interview?.relation ?? referral.relation)
  if (!interview) return fields
  put('since', interview.at)
  const { summary, acknowledges, home, schoolLife, digitalHabits, health, strengths, motives, goals } = interview
  for (const [name, value] of Object.entries({
    summary,
    acknowledges,
    home,
    schoolLife,
    digitalHabits,
    health,
    strengths,
  }))
    put(name, value)
  put('motivesSelf', motives.self.all)
  put('mainMotiveSelf', motives.self.main)
  put('motivesCoded', motives.coded.all)
  put('mainMotiveCoded', motives.coded.main)
  put('goalYouth', goals.youth)
  put('goalGuardian', goals.guardian)
  put('goalCounsellor', goals.counsellor)
  return fields
}

/**
 * Records the first interview, or corrects it; what was replaced stays in the journal. Motives as the youth tells
 * them and as the counsellor codes them are kept apart, each with one main motive out of those chosen. Refused when
 * somebody else saved the sheet after this one was opened, so that nobody's words are overwritten unseen.
 */
export function interview(caseFile: CaseFile, what: InterviewForm, today: Day, signature: Signature): Result<CaseFile> {
  if (closingOf(caseFile)) return refused({ reason: 'case-closed' })
  if (!isConsented(caseFile)) return refused({ reason: 'before-consent' })
  const against: Refusal[] = []
  if (what.on > today) against.push({ field: 'metOn', reason: 'in-the-future' })
  const first = consentedOn(caseFile)
  if (first && what.on < first) against.push({ field: 'metOn', reason: 'too-early', with: { on: first } })
  const { self, coded } = what.motives
  if (!isAmong(coded)) against.push({ field: 'mainMotiveCoded', reason: 'main-not-chosen' })
  if (self.all.length > 0 && !isAmong(self)) against.push({ field: 'mainMotiveSelf', reason: 'main-not-chosen' })
  const then = codesOf('perpetrationType', caseFile.referral.happenedOn)
  if (what.types.some((type) => !then.includes(type))) against.push({ field: 'types', reason: 'code-not-valid-then' })
  if (against.length > 0) return refused(...against)
  const { since, ...said } = what
  if (since !== caseFile.interview?.at) return refused({ reason: 'changed-meanwhile' })
  return done(entered(caseFile, 'interviewed', { interview: { ...said, ...signature } }, signature))
}

const isAmong = ({ all, main }: Motives): boolean => main !== undefined && all.includes(main)
