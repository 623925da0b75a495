// Over 150 lines because it is one list: each script with what it leaves behind, piece by piece.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { answerSurvey } from '../../src/intake/answer-survey.ts'
import { done, type Result } from '../../src/result.ts'
import type { Reader, Store, View } from '../../src/store/store.ts'
import { aCase, aSession, now } from '../support/samples.ts'

/*
 * What is done to the store while its disk fails. Each step leaves several pieces behind that belong together, none of
 * which another step touches: so it can be told of each step by itself whether it is there, is not, or is torn.
 */

export interface Step {
  name: string
  act(store: Store): Promise<unknown>
  /** whether each of its pieces is there; in the data folder too, where it is named */
  pieces(store: Reader, dir?: string): Promise<boolean[]>
}

/** The steps of one group are taken at once, one group after the other. */
export interface Script {
  name: string
  groups: Step[][]
}

export const caseNumber = (nth: number): string => `2026-${String(nth).padStart(4, '0')}`
/** Which cases of the beginning are for what. */
export const ofSurveys = [11, 12, 13, 14].map(caseNumber)
export const toErase = [21, 22, 23, 24].map(caseNumber)
export const linkOf = (number: string): string => `link-of-${number}`
/** The number that the first referral gets. */
const firstNew = 25

/** As a page does: refused is not done. */
async function must(change: Promise<Result<unknown>>): Promise<void> {
  const result = await change
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
}

const saved = (store: Store, save: (view: View) => unknown): Promise<void> =>
  must(store.change(async (view) => done(await save(view))))

async function caseIn(view: Reader, number: string): Promise<CaseFile> {
  const file = await view.caseFile(number)
  if (!file) throw new Error(`${number} is not there`)
  return file
}

/** One more guardian: a file that is written anew. */
const guardian = (number: string, name: string): Step => ({
  name: `${number} ${name}`,
  act: (store) =>
    saved(store, async (view) => {
      const file = await caseIn(view, number)
      const guardians = [...file.guardians, { relation: 'father', name, phone: '010-0000-0002' }]
      view.saveCase({ ...file, guardians })
    }),
  pieces: async (store) => [hasGuardian(await store.caseFile(number), name)],
})

const hasGuardian = (file: CaseFile | undefined, name: string): boolean =>
  file?.guardians.some((one) => one.name === name) ?? false

/** A case, a session in a folder of its own or not, a draft that goes and one that comes. */
const several = (nth: number): Step => ({
  name: `several records, ${nth}`,
  act: (store) =>
    saved(store, async (view) => {
      const file = await caseIn(view, caseNumber(2))
      const guardians = [...file.guardians, { relation: 'father', name: `several ${nth}`, phone: '010-0000-0002' }]
      view.saveCase({ ...file, guardians })
      view.saveSession(booked(`2027-0${nth}-01-01`, caseNumber(2)))
      view.removeDraft(`draft-${nth}`)
      view.saveDraft({ id: `new-${nth}`, owner: 'oh', kind: 'referral', fields: [], at: now })
    }),
  pieces: async (store) => {
    const row = (await store.rows({ numbers: [caseNumber(2)] })).rows[0]
    return [
      hasGuardian(await store.caseFile(caseNumber(2)), `several ${nth}`),
      (await store.session(`2027-0${nth}-01-01`)) !== undefined,
      row?.bookedAt.includes(`2027-0${nth}-01T05:00:00.000Z`) ?? false,
      (await store.draft(`draft-${nth}`)) === undefined,
      (await store.draft(`new-${nth}`)) !== undefined,
    ]
  },
})

const booked = (id: string, number: string) =>
  aSession({ id, startAt: `${id.slice(0, 10)}T05:00:00.000Z`, attendees: [{ caseNumber: number, ordinal: 1 }] })

const booking = (id: string): Step => ({
  name: `session ${id}`,
  act: (store) => saved(store, (view) => view.saveSession(booked(id, caseNumber(3)))),
  pieces: async (store) => [(await store.session(id)) !== undefined],
})

const entry = (deed: string): Step => ({
  name: `log: ${deed}`,
  act: (store) => store.log({ at: now, by: 'han', role: 'counsellor', deed, decision: 'allowed', status: 200 }),
  async pieces(store) {
    for await (const one of (store as Store).logged('2026-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z'))
      if (one.deed === deed) return [true]
    return [false]
  },
})

/** Its link is spent when the answers are there, and only then; the draft goes, and somebody is told. */
const answer = (number: string): Step => ({
  name: `answers of ${number}`,
  act: (store) =>
    saved(store, async (view) => {
      const knock = { linkHash: linkOf(number), now, isOpen: true }
      const answered = answerSurvey(await caseIn(view, number), knock, { lang: 'ko', answers: { q: number } })
      if (!answered.ok) throw new Error('not answered')
      view.saveCase(answered.value)
      view.removeDraft(`answers-${number}`)
      view.saveEntry('notices', notice(`help-${number}`, number))
    }),
  pieces: async (store) => {
    const survey = (await store.caseFile(number))?.surveys[0]
    const isSpent = survey?.opened !== undefined
    return [
      survey?.response?.answers.q === number,
      isSpent,
      (await store.draft(`answers-${number}`)) === undefined,
      (await store.entry('notices', `help-${number}`)) !== undefined,
    ]
  },
})

const notice = (id: string, number: string) => ({
  id,
  to: 'han',
  what: 'help-needed' as const,
  caseNumber: number,
  by: 'oh',
  at: now,
})

/** Nothing of it stays, and its facts are among those that are kept. */
const erasure = (number: string): Step => ({
  name: `erasure of ${number}`,
  act: (store) =>
    saved(store, (view) => {
      view.eraseCase(number)
      const by = { by: 'seo', at: now }
      view.saveEntry('destructions', {
        ...{ id: `of-${number}`, caseNumber: number, rule: 'case-closed', dueOn: '2026-11-01' },
        ...{ proposed: by, approved: by, how: 'key-destroyed' },
      })
    }),
  pieces: async (store, dir) => [
    (await store.caseFile(number)) === undefined,
    ...(dir ? ['cases', 'keys'].map((folder) => !existsSync(join(dir, folder, `${number}.json`))) : []),
    (await store.rows({ numbers: [number] })).total === 0,
    (await store.sessionsOf(number)).length === 0,
    (await store.drafts(number)).length === 0,
    (await store.entry('destructions', `of-${number}`)) !== undefined,
  ],
})

/** A number, a key, a file, and a notice to the lead. */
const referral = (nth: number, name: string): Step => ({
  name: `referral of ${name}`,
  act: (store) =>
    saved(store, async (view) => {
      const number = await view.nextCaseNumber(2026)
      view.saveCase(aCase({ number, youth: { name, birthDate: '2012-03-02', gender: 'female' } }))
      view.saveEntry('notices', notice(`referral-${nth}`, number))
    }),
  pieces: async (store) => {
    const { rows } = await store.rows({ name })
    const number = rows[0]?.number ?? ''
    const file = await store.caseFile(number)
    return [
      rows.length === 1,
      file?.youth.name === name && number >= caseNumber(firstNew),
      (await store.entry('notices', `referral-${nth}`))?.caseNumber === (number || 'none'),
    ]
  },
})

const counted = <T>(count: number, make: (nth: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at + 1))
const inTurn = (steps: Step[]): Step[][] => steps.map((step) => [step])

/** What independent people do in one moment. */
const crowd = (round: number): Step[] => [
  ...[4, 5, 6].map((nth) => guardian(caseNumber(nth), `in round ${round}`)),
  booking(`2027-03-0${round}-01`),
  booking(`2027-04-0${round}-01`),
  referral(round, `youth of round ${round}`),
  answer(ofSurveys[round - 1]!),
  erasure(toErase[round - 1]!),
  entry(`round ${round}, one`),
  entry(`round ${round}, two`),
]

export const scripts: Script[] = [
  { name: 'a case file is saved', groups: inTurn(counted(20, (nth) => guardian(caseNumber(1), `guardian ${nth}`))) },
  { name: 'several records in one change', groups: inTurn(counted(4, several)) },
  {
    name: 'a booking and its log entry',
    groups: inTurn(
      counted(12, (nth) => nth).flatMap((nth) => [
        booking(`2027-01-0${1 + (nth % 9)}-0${1 + (nth % 2)}`),
        entry(`booked ${nth}`),
      ]),
    ),
  },
  { name: 'answers to a survey', groups: inTurn(ofSurveys.map(answer)) },
  { name: 'erasure of a case', groups: inTurn(toErase.map(erasure)) },
  { name: 'the first referral', groups: inTurn(counted(4, (nth) => referral(nth, `youth ${nth}`))) },
  { name: 'independent changes at once', groups: counted(2, crowd) },
]
