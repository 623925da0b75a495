import type { CaseFile } from '../../src/casefile/casefile.ts'
import { answerSurvey, enterSurvey, openSurvey } from '../../src/intake/answer-survey.ts'
import { codeHashOf, handOverSurvey, takeOver } from '../../src/intake/hand-over-survey.ts'
import { issueSurvey } from '../../src/intake/issue-survey.ts'
import { hashOf } from '../../src/people/token.ts'
import type { Survey } from '../../src/surveys/definition.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { monthsOf, surveyIn, type Wave } from '../../src/surveys/waves.ts'
import { dayOf, type Moment, plusMinutes } from '../../src/time/days.ts'
import { answersTo } from './answers.ts'
import type { Chance } from './chance.ts'
import { must } from './diary.ts'

export interface Asking {
  wave: Wave
  at: Moment
  counsellor: string
  /** how it is answered; `not`: the link waits */
  way: 'tablet' | 'link' | 'paper' | 'not'
}

/** How far somebody's answers lie toward the hoped-for end at the end, and later: some of it wears off. */
const gainAt = (wave: Wave, chance: Chance): number =>
  wave === 'intake' ? 0 : 0.05 + chance.next() * 0.25 - 0.015 * (monthsOf(wave) ?? 0)

/** A case in which a survey was handed out, and answered some minutes later; `leaning` as in answers.ts. */
export function askedIn(
  caseFile: CaseFile,
  { wave, at, counsellor, way }: Asking,
  leaning: number,
  chance: Chance,
): CaseFile {
  const survey = newestOf(shipped, surveyIn(wave))
  if (!survey) throw new Error(`nothing is asked at ${wave}`)
  const secret = hashOf(`${caseFile.number} ${wave} ${chance.next()}`)
  const linkHash = way === 'link' || way === 'not' ? secret : undefined
  const by = { by: counsellor, at }
  const issued = must(issueSurvey(caseFile, { wave, ...(linkHash && { linkHash }) }, survey.version, by))
  const id = issued.surveys.at(-1)?.id ?? ''
  if (way === 'not') return issued
  const { interview } = caseFile
  const told = interview?.motives.self
  const answers = answersTo(
    survey,
    {
      leaning: leaning + gainAt(wave, chance),
      ...{ motives: told?.all ?? ['curiosity'], mainMotive: told?.main ?? 'curiosity' },
      ...{ acts: interview?.types ?? ['unknown'], ways: interview?.channels ?? ['unknown'] },
    },
    chance,
  )
  if (way === 'paper')
    return must(
      enterSurvey(issued, id, { answers, lang: 'ko', on: dayOf(at) }, { by: counsellor, at: plusMinutes(at, 25) }),
    )
  const handed = way === 'tablet' ? must(handOverSurvey(issued, id, codeHashOf(secret), by)) : issued
  const taken = way === 'tablet' ? must(takeOver(handed, codeHashOf(secret), secret, plusMinutes(at, 1))) : handed
  const knock = (minutes: number) => ({ linkHash: secret, now: plusMinutes(at, minutes), isOpen: true })
  const opened = must(openSurvey(taken, knock(2), survey.version))
  return must(answerSurvey(opened, knock(20), { lang: 'ko', answers, ...timesFor(survey, chance) }))
}

/** Some seconds a question; now and then somebody hurries through. */
function timesFor({ definition }: Survey, chance: Chance): { seconds: number; pages: Record<string, number> } {
  const hurries = chance.happens(0.06)
  const pages = definition.pages.map(({ name, elements }): [string, number] => {
    const items = elements.reduce((sum, { rows }) => sum + (rows?.length ?? 1), 0)
    return [name, items * (hurries ? 1 : chance.whole(6, 15))]
  })
  return { seconds: pages.reduce((sum, [, spent]) => sum + spent, 0), pages: Object.fromEntries(pages) }
}
