import { type Survey, shownOf } from './definition.ts'
import type { Fault } from './faults.ts'

/** What SurveyJS itself says against a definition, on the day on which it is published: loaded then, since it is large. */
export async function modelFaults(survey: Survey): Promise<Fault[]> {
  const { Model } = await import('survey-core')
  const { jsonErrors } = new Model(shownOf(survey))
  return (jsonErrors ?? []).map(({ message }) => ({ what: 'refused-by-surveyjs', at: {}, of: { said: message } }))
}
