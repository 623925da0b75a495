import type { CaseFile } from '../../src/casefile/casefile.ts'
import { codeHashOf, handOverSurvey } from '../../src/intake/hand-over-survey.ts'
import { issueSurvey } from '../../src/intake/issue-survey.ts'
import { hashOf, newToken } from '../../src/people/token.ts'
import { done, type Result } from '../../src/result.ts'
import { pinHashOf } from '../../src/surveys/links.ts'
import { ask, ownPage } from './asking.ts'
import type { TestHouse } from './house.ts'
import { signed } from './samples.ts'
import { aCaseInSessions } from './stages.ts'

/** Nine o'clock and fifty-nine minutes in Seoul: one minute before it is what the clock of a test house shows. */
const issuedAt = '2026-11-22T00:59:00.000Z'

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}

/** An intake survey of Han's that is out: by link, with a number told by voice, or handed over on the tablet. */
export function aSurveyOut(number: string, { pin, code }: { pin?: string; code?: string } = {}) {
  const token = newToken()
  const guard = pin === undefined ? {} : { pin: { hash: pinHashOf(token, pin), wrong: 0 } }
  const han = signed('han', issuedAt)
  const file = aCaseInSessions({ number, surveys: [], concerns: [] })
  const out = must(issueSurvey(file, { wave: 'intake', linkHash: hashOf(token), ...guard }, 1, han))
  const caseFile = code === undefined ? out : must(handOverSurvey(out, 'intake-1', codeHashOf(code), han))
  return { token, caseFile }
}

/** Puts such a case into a house, under the next number that is free, and answers its token. */
export async function surveyOutIn({ store }: TestHouse, how: Parameters<typeof aSurveyOut>[1] = {}) {
  const number = `2026-${String((await store.rows({})).rows.length + 1).padStart(4, '0')}`
  const { token, caseFile } = aSurveyOut(number, how)
  await store.change((view) => done(view.saveCase(caseFile)))
  return { number, token }
}

/** What the page's script says to a house, from one address or another. */
export const youthAt =
  (house: TestHouse) =>
  (path: string, body: unknown, { from = '10.0.0.1', type = 'application/json' } = {}): Promise<Response> =>
    ask(house, undefined, 'POST', path, {
      headers: { ...ownPage, 'Content-Type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      from,
    })

/** The survey of a case as it is kept now. */
export const surveyIn = async ({ store }: TestHouse, number: string) => {
  const file = (await store.caseFile(number)) as CaseFile
  return { file, survey: file.surveys[0] }
}
