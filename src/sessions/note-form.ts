import { severities } from '../casefile/concern.ts'
import type { NoteText } from '../casefile/course.ts'
import type { GroupText } from '../casefile/session.ts'
import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import type { Result } from '../result.ts'
import type { Since } from './note.ts'

/** What a session was about, in the order in which a course usually goes. */
export const modules = [
  ...['engagement', 'own-account', 'law', 'media-and-peers', 'consent-and-boundaries', 'empathy', 'justification'],
  ...['impulse-and-devices', 'relationships', 'repair-and-plan', 'guardian', 'other'],
] as const

/** Longest account of a session and longest other part, in letters. */
export const most = { summary: 20_000, other: 4_000, forSchool: 1_000 }

/** Reads a note. Whether it is complete enough to be signed is the rule's to say. */
export function readNote(fields: URLSearchParams): Result<NoteText> {
  const form = new Reading(fields)
  const severity = form.oneOrNone('severity', severities) ?? 'watch'
  const concerns = form.several('concerns', codesOf('concern'), { optional: true })
  const text: NoteText = {
    goals: form.maybe('goals', most.other),
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

/** Reads the note on a group, which has fewer parts. */
export function readGroupNote(fields: URLSearchParams): Result<GroupText> {
  const form = new Reading(fields)
  return form.result({
    goals: form.maybe('goals', most.other),
    module: form.oneOrNone('module', modules),
    summary: form.text('account', { most: most.summary, optional: true }),
    homework: form.maybe('homework', most.other),
    next: form.maybe('nextStep', most.other),
  })
}

/** Which kept draft the page showed whose form this is; see Since. */
export const readSince = (fields: URLSearchParams): Since => fields.get('since')?.slice(0, 40)

export function readAddendum(fields: URLSearchParams): Result<string> {
  const form = new Reading(fields)
  return form.result(form.text('addendum', { most: most.other }))
}

/** Reads what the lead remarks on a note, if anything. */
export function readRemark(fields: URLSearchParams): Result<string | undefined> {
  const form = new Reading(fields)
  return form.result(form.maybe('leadRemark', most.other))
}

/** Reads the words for the school that somebody was shown before they sign. */
export function readShown(fields: URLSearchParams): Result<string | undefined> {
  const form = new Reading(fields)
  return form.result(form.maybe('forSchool', most.forSchool))
}

/** A note or the note on a group, back into the fields of its form. */
export function fieldsOfNote({ concerns = [], next, ...text }: NoteText): URLSearchParams {
  const fields = new URLSearchParams({ severity: concerns[0]?.severity ?? 'watch' })
  const { goals, module, summary, response, homework, forSchool, process } = text
  const single = { goals, module, account: summary, response, homework, forSchool, process, nextStep: next }
  for (const [name, value] of Object.entries(single)) if (value !== undefined) fields.set(name, value)
  for (const { code } of concerns) fields.append('concerns', code)
  return fields
}

/**
 * What stands in the form of a note: what was sent of it just now, else what was kept. What another form of the page
 * sent stands beside what was kept.
 */
export const inForm = (kept: URLSearchParams, sent?: URLSearchParams): URLSearchParams =>
  sent?.has('account') ? sent : new URLSearchParams([...kept, ...(sent ?? [])])
