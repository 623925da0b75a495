import type { Concern, NoteText } from '../casefile/course.ts'
import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import type { Result } from '../result.ts'

/** What a session was about, in the order in which a course usually goes. */
export const modules = [
  ...['engagement', 'own-account', 'law', 'media-and-peers', 'consent-and-boundaries', 'empathy', 'justification'],
  ...['impulse-and-devices', 'relationships', 'repair-and-plan', 'guardian', 'other'],
] as const

export const severities: Concern['severity'][] = ['info', 'watch', 'urgent']

/** Longest account of a session and longest other part, in letters. */
const most = { summary: 20_000, other: 4_000, forSchool: 1_000 }

/** Reads a note. Whether it is complete enough to be signed is the rule's to say. */
export function readNote(fields: URLSearchParams): Result<NoteText> {
  const form = new Reading(fields)
  const severity = form.oneOrNone('severity', severities) ?? 'watch'
  const concerns = form.several('concerns', codesOf('concern'), { optional: true })
  const text: NoteText = {
    module: form.oneOrNone('module', modules),
    summary: form.text('account', { most: most.summary, optional: true }),
    response: form.maybe('response', most.other),
    homework: form.maybe('homework', most.other),
    next: form.maybe('nextStep', most.other),
    forSchool: form.maybe('forSchool', most.forSchool),
    process: form.maybe('process', most.other),
  }
  return form.result({
    ...text,
    ...(concerns.length > 0 && { concerns: concerns.map((code) => ({ code, severity })) }),
  })
}

export function readAddendum(fields: URLSearchParams): Result<string> {
  const form = new Reading(fields)
  return form.result(form.text('addendum', { most: most.other }))
}

/** Reads the words for the school that somebody was shown before they sign. */
export function readShown(fields: URLSearchParams): Result<string | undefined> {
  const form = new Reading(fields)
  return form.result(form.maybe('forSchool', most.forSchool))
}

/** The same, back into the fields of the form. */
export function fieldsOfNote({ concerns = [], next, ...text }: NoteText): URLSearchParams {
  const fields = new URLSearchParams({ severity: concerns[0]?.severity ?? 'watch' })
  const { module, summary, response, homework, forSchool, process } = text
  const single = { module, account: summary, response, homework, forSchool, process, nextStep: next }
  for (const [name, value] of Object.entries(single)) if (value !== undefined) fields.set(name, value)
  for (const { code } of concerns) fields.append('concerns', code)
  return fields
}
