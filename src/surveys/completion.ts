import type { SurveyModel } from 'survey-core'
import { done, type Result, refused } from '../result.ts'
import type { Answers } from './answers.ts'
import type { Survey } from './definition.ts'

/** Loaded on first use: it costs more than the rest of the start together. */
const surveyCore = async () => {
  const core = await import('survey-core')
  for (const name of ['scale', 'reversed', 'safety'])
    if (!core.Serializer.findProperty('question', name)) core.Serializer.addProperty('question', { name })
  return core
}

async function modelOf({ survey, version, definition }: Survey): Promise<SurveyModel> {
  const { Model } = await surveyCore()
  // its wish to focus the first problem needs a browser
  const model = new Model({ ...structuredClone(definition), autoFocusFirstError: false })
  if (model.jsonErrors?.length) throw new Error(`${survey}.v${version}: ${model.jsonErrors[0]?.message}`)
  return model
}

/**
 * Whole answers, ready to be kept: what a young person could see is answered or declined, and what they could not see
 * is taken out. Only for answers that readAnswers let in: SurveyJS knows what depends on what, but lets most hostile
 * values pass.
 */
export async function completed(survey: Survey, answers: Answers): Promise<Result<Answers>> {
  const model = await modelOf(survey)
  try {
    model.data = structuredClone(answers)
    if (!model.validate(true, false)) {
      const open = model.getAllQuestions().filter(({ errors }) => errors.length > 0)
      return refused(...open.map(({ name }) => ({ reason: 'missing', field: name }) as const))
    }
    model.tryComplete()
    return done(structuredClone(model.data))
  } finally {
    model.dispose()
  }
}
