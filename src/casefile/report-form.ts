import { Reading } from '../form.ts'
import type { Result } from '../result.ts'
import { type Moment, momentAt } from '../time/days.ts'
import { type Learned, laws, type Telling } from './report.ts'

/** Reads that somebody here learned of something; `people` are the ids of those who may have. */
export function readLearned(fields: URLSearchParams, people: string[]): Result<Learned> {
  const form = new Reading(fields)
  return form.result({
    law: form.one('law', laws),
    learnedAt: readMoment(form, 'learnedOn', 'learnedTime'),
    learnedBy: form.one('learnedBy', people),
  })
}

export function readTelling(fields: URLSearchParams): Result<Telling> {
  const form = new Reading(fields)
  const whom = form.text('toldWhom')
  const toldAt = readMoment(form, 'toldOn', 'toldTime')
  const reference = form.maybe('reference')
  return form.result({ whom, toldAt, ...(reference && { reference }) })
}

export function readNotOwed(fields: URLSearchParams): Result<string> {
  const form = new Reading(fields)
  return form.result(form.text('why', { most: 2000 }))
}

function readMoment(form: Reading, dayField: string, timeField: string): Moment {
  const on = form.day(dayField)
  const before = form.refusals.length
  const time = form.time(timeField)
  return momentAt(on, form.refusals.length > before ? '00:00' : time)
}
