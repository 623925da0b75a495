import type { CaseFile } from '../casefile/casefile.ts'
import { closingOf, isCompleting } from '../casefile/questions.ts'
import type { Row } from '../casefile/row.ts'
import { monthsOf, waves } from '../surveys/waves.ts'
import { followUpDueOn, isLocked, maySurvey } from './issue-survey.ts'

/**
 * When the youth of a closed case is to be asked how things went on, and until when what is out can be answered; for the
 * case's row. Absent when nobody is asked: they agree to no surveys, or answered, or would rather not.
 */
export function followUpsOf(caseFile: CaseFile): Row['followUps'] {
  const closing = closingOf(caseFile)
  // whoever saw the course through is asked again; of others nothing is asked unless somebody thinks of it
  if (!closing || !isCompleting(closing.reason) || !maySurvey(caseFile)) return undefined
  const due = waves.flatMap((wave) => {
    const dueOn = monthsOf(wave) === undefined ? undefined : followUpDueOn(caseFile, wave)
    const handed = caseFile.surveys.filter((one) => one.wave === wave && !one.revoked)
    if (!dueOn || handed.some(({ response, refused }) => response || refused)) return []
    const until = handed.filter((one) => !isLocked(one)).at(-1)?.expiresAt
    return [{ wave, dueOn, ...(until && { until }) }]
  })
  return due.length > 0 ? due : undefined
}

/**
 * How many surveys were handed out and wait for answers, or to be handed out anew; for the case's row. Of each point of
 * the programme only the last one counts: those before it came to nothing. Absent when nothing can be answered.
 */
export function surveysWaitingOf(caseFile: CaseFile): Row['surveysWaiting'] {
  if (!maySurvey(caseFile)) return undefined
  const last = waves
    .filter((wave) => monthsOf(wave) === undefined)
    .flatMap((wave) => caseFile.surveys.findLast((one) => one.wave === wave) ?? [])
  return last.filter(({ response, refused, revoked }) => !response && !refused && !revoked).length || undefined
}
