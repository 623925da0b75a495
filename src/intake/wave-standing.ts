import type { CaseFile, IssuedSurvey } from '../casefile/casefile.ts'
import type { Refusal } from '../result.ts'
import { type Wave, waves } from '../surveys/waves.ts'
import { type Day, dayOf, type Moment } from '../time/days.ts'
import {
  againstIssuing,
  againstWave,
  followUpDueOn,
  isOut,
  type SurveyState,
  surveyStateOf,
  type Way,
} from './issue-survey.ts'

/** The ways on which one was handed out; once it came back on paper, that one alone. */
export function waysOf({ linkHash, tablet, response }: IssuedSurvey): Way[] {
  const handed: Way[] = [...(linkHash ? (['link'] as const) : []), ...(tablet ? (['tablet'] as const) : [])]
  return response?.paper || handed.length === 0 ? ['paper'] : handed
}

/** Where the survey of one point of the programme stands. */
export interface WaveStanding {
  wave: Wave
  /** the one that was handed out last, and what became of it; those before it came to nothing */
  last?: { issued: IssuedSurvey; state: SurveyState }
  before: { issued: IssuedSurvey; state: SurveyState }[]
  /** when a follow-up is due */
  dueOn?: Day
  /** why it can neither be handed out nor answered now */
  against?: Refusal
  mayIssue: boolean
}

/** Every point of the programme in its order, whether anything was handed out for it or not. */
export function standingsOf(caseFile: CaseFile, now: Moment): WaveStanding[] {
  return waves.map((wave) => {
    const all = caseFile.surveys
      .filter((issued) => issued.wave === wave)
      .map((issued) => ({ issued, state: surveyStateOf(issued, now) }))
    const rule = all.some(({ state }) => isOut(state)) ? againstWave : againstIssuing
    const against = rule(caseFile, wave, dayOf(now))
    return {
      ...{ wave, last: all.at(-1), before: all.slice(0, -1), against, dueOn: followUpDueOn(caseFile, wave) },
      mayIssue: !against && all.every(({ state }) => state !== 'answered' && !isOut(state)),
    }
  })
}
