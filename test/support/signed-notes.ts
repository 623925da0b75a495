import * as assert from 'uvu/assert'
import type { Session } from '../../src/casefile/session.ts'
import type { Settings } from '../../src/people/person.ts'
import { momentAt } from '../../src/time/days.ts'
import { asForm, ask, ownPage } from './asking.ts'
import { aHouse, type TestHouse } from './house.ts'
import { aSession, jiho, settings, signed } from './samples.ts'
import { aCaseUnderWay, consentsOfYouth } from './under-way.ts'

/*
 * Minjun's note on a session alone, the note on a group, and Minjun's own on that group: all signed by Han. Whatever is
 * asked of the house, by whomever: what was signed stays as it is to the last letter, and every no is a page.
 */

export const alone = '2026-11-22-01'
export const group = '2026-11-22-02'
export const note = `/cases/2026-0001/notes/${alone}`
export const ownInGroup = `/cases/2026-0001/notes/${group}`
export const groupNote = `/sessions/${group}/group-note`

/** When Han signed. */
export const at = signed('han', '2026-11-22T00:55:00.000Z')
const words = { goals: '약속', summary: '서명한 글', response: '끄덕임', homework: '일기', next: '다음 주' }
const text = { ...words, module: 'law', forSchool: '성실히 참석함', process: '혼잣말', ...at }
const groupText = { ...words, module: 'law', ...at }

const attendance = { code: 'attended', creditedMinutes: 50, ...signed('han', '2026-11-22T00:50:00.000Z') }
const attendee = (caseNumber: string) => ({ caseNumber, ordinal: 1, attendance })
const sessions: Session[] = [
  aSession({ id: alone, startAt: momentAt('2026-11-22', '08:00'), attendees: [attendee('2026-0001')] }),
  aSession({
    ...{ id: group, startAt: momentAt('2026-11-22', '09:00'), kind: 'group' },
    attendees: [attendee('2026-0001'), attendee('2026-0002')],
    groupNote: { signed: groupText, addenda: [] },
  }),
]

const wide = { from: '07:00', to: '22:00' }
const open: Settings = {
  ...settings,
  ...{ openingHours: { 1: wide, 2: wide, 7: wide }, countersignedFrom: '2026-11-22T00:00:00.000Z' },
}

/** A house with these notes in it, where the lead signs notes too. */
export const aHouseWithSignedNotes = (): Promise<TestHouse> =>
  aHouse((view) => {
    const notes = [alone, group].map((sessionId) => ({ sessionId, signed: text, addenda: [] }))
    view.saveSettings(open)
    view.saveCase(aCaseUnderWay({ notes }))
    view.saveCase(
      aCaseUnderWay({
        ...{ number: '2026-0002', youth: jiho, consents: consentsOfYouth() },
        assignments: [{ counsellorId: 'bora', ...signed('seo') }],
      }),
    )
    for (const one of sessions) view.saveSession(one)
  })

/** What was signed, as it must stand for good, and as it stands now. */
export const frozen = JSON.stringify([text, text, groupText])
export async function standing({ store }: TestHouse): Promise<string> {
  const caseFile = await store.caseFile('2026-0001')
  const ofGroup = (await store.session(group))?.groupNote?.signed
  return JSON.stringify([...(caseFile?.notes.map((one) => one.signed) ?? []), ofGroup])
}

export interface Strike {
  headers?: Record<string, string>
  body?: string
}

/** Asks, and fails on a 5xx, on a no that is no page, and when what was signed is not as it was. */
export async function strikeAt(
  house: TestHouse,
  who: string | undefined,
  method: string,
  path: string,
  { headers, body }: Strike = {},
): Promise<number> {
  const answer = await ask(house, who, method, path, { headers: { ...ownPage, ...asForm, ...headers }, body })
  const page = await answer.text()
  const what = `${method} ${path} as ${who}: ${answer.status}`
  assert.ok(answer.status < 500, what)
  if (answer.status >= 400 && method !== 'HEAD') assert.match(page, /<h1/, `${what} is no page`)
  assert.is(await standing(house), frozen, `${what} changed what was signed`)
  return answer.status
}

export const form = (fields: Record<string, string>): Strike => ({ body: new URLSearchParams(fields).toString() })

/** Every field of a note, with other words in it. */
export const others = {
  ...{ goals: '다른 목표', module: 'empathy', account: '다른 글', response: '다름', homework: '없음', nextStep: '끝' },
  ...{ forSchool: '다른 안내', process: '다른 메모', concerns: 'self-harm', severity: 'urgent', summary: '다른 글' },
}
