import { createHash } from 'node:crypto'
import type { Day } from '../time/days.ts'

/*
 * Which file a record lies in. No path holds anything that was typed: case numbers and days are made here, checked
 * before they become a name; ids that come from elsewhere (drafts, visits) are named by their hash.
 */

const caseNumber = /^\d{4}-\d{4,6}$/
const sessionId = /^\d{4}-\d{2}-\d{2}-\d{2,4}$/

export const isCaseNumber = (text: string): boolean => caseNumber.test(text)
export const isSessionId = (text: string): boolean => sessionId.test(text)

export const people = 'people.json'
export const schools = 'schools.json'
export const rooms = 'rooms.json'
export const settings = 'settings.json'
/** a known text, sealed: tells at the start whether the key is the right one */
export const check = 'check.json'
/** the files that stand alone */
export const single = [people, schools, rooms, settings, check]
/** what a change of several records is about to put in place; there only while it does. `nth`: several may, of different records */
export const pending = (nth: number): string => `pending-${nth}.json`
export const isPending = (name: string): boolean => /^pending-\d+\.json$/.test(name)
/** room that is given up when a change that is decided finds none; in no backup */
export const reserve = 'reserve'
/** there only while a move to this store is not done */
export const moving = 'moving.json'
export const folders = ['cases', 'keys', 'facts', 'diary', 'drafts', 'visits', 'registers', 'log', 'summed']

export const caseFile = (number: string): string => `cases/${wellFormed(number, caseNumber)}.json`
export const caseKey = (number: string): string => `keys/${wellFormed(number, caseNumber)}.json`
/** All sessions whose id begins with this day lie in one file. */
export const diary = (on: Day): string => `diary/${on.slice(0, 7)}/${wellFormed(on, /^\d{4}-\d{2}-\d{2}$/)}.json`
/** What was worked out from other files, for the next start: of a hundred cases, of a month of the diary. In no backup. */
export const summed = 'summed'
export const summedCases = (number: string): string =>
  `${summed}/cases-${wellFormed(number, caseNumber).slice(0, -2)}.json`
export const summedDays = (on: Day): string => `${summed}/days-${wellFormed(on.slice(0, 7), /^\d{4}-\d{2}$/)}.json`
/** Coded facts of erased cases, by the year of their referral. */
export const keptFacts = (year: string): string => `facts/${wellFormed(year, /^\d{4}$/)}.json`
export const entry = (register: string, id: string): string =>
  `registers/${wellFormed(register, /^[a-z]+$/)}-${hashed(id)}.json`
/** Of those that lie with others in one file, where each has a place of its own. */
export const one = (kind: string, id: string): string => `${wellFormed(kind, /^[a-z]+$/)}/${hashed(id)}`
export const draft = (id: string): string => `drafts/${hashed(id)}.json`
export const visit = (hash: string): string => `visits/${hashed(hash)}.json`

/** Whether a path is one of those that records, or files of the log, can have. */
export const isPath = (path: string): boolean =>
  single.includes(path) ||
  /^((cases|keys|facts|drafts|registers)\/[\w-]+\.json|diary\/\d{4}-\d{2}\/[\d-]+\.json|log\/\d{4}-\d{2}\.jsonl)$/.test(
    path,
  )

/** The day in a session's id. */
export const dayIn = (id: string): Day => wellFormed(id, sessionId).slice(0, 10)

const hashed = (text: string) => createHash('sha256').update(text).digest('hex')

function wellFormed(text: string, form: RegExp): string {
  if (!form.test(text)) throw new Error('not an id that can name a record')
  return text
}
