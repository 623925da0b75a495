import { isDeepStrictEqual } from 'node:util'
import type { Session } from '../../src/casefile/session.ts'
import { done, refused } from '../../src/result.ts'
import { codeOf } from '../../src/store/disk.ts'
import type { Reader, Store, View } from '../../src/store/store.ts'
import { decisions } from './decisions.ts'
import type { Act, Step } from './small-world.ts'

/** What a sequence is run on: a store, or the model of one. */
export interface Stage extends Reader {
  change: Store['change']
  behind(school: string): Stage
}

/** Lists whose order must not tell who they are: compared as what is in them. */
const unordered = ['facts', 'data']

/** What a reader answers, or that it does not answer. */
export const answerOf = (reader: Reader, act: Act): Promise<unknown> =>
  answered(reader, act).then(
    (answer) => ({ answer }),
    () => 'no answer',
  )

async function answered(reader: Reader, { what, value }: Act): Promise<unknown> {
  const asking = (reader as unknown as Record<string, (...given: unknown[]) => unknown>)[what]?.bind(reader)
  const answer = asking?.(...(value as unknown[]))
  if (!unordered.includes(what)) return answer
  const all: string[] = []
  for await (const one of answer as AsyncIterable<unknown>) all.push(JSON.stringify(one))
  return all.sort()
}

const isAsked = ({ what }: Act) => !/^(save|remove|erase|next)/.test(what)

/** Does one thing in a change; what it gives, if anything. Throws where it is refused: no decision goes on after that. */
async function does(view: View, act: Act): Promise<unknown> {
  const decision = decisions[act.what]
  if (decision) return decision(view, act.value as string)
  if (isAsked(act)) return answered(view, act)
  if (act.what === 'saveSession' && !(await areThere(view, act.value as Session))) return 'nobody is booked unreferred'
  const doing = (view as unknown as Record<string, (...given: unknown[]) => unknown>)[act.what]!.bind(view)
  const isPair = act.what.endsWith('Entry')
  return isPair ? doing(...(act.value as unknown[])) : doing(act.value)
}

async function areThere(view: View, { attendees }: Session): Promise<boolean> {
  for (const { caseNumber } of attendees) if (!(await view.caseFile(caseNumber))) return false
  return true
}

const thrown = 'on purpose'

/** What came of a change: what each of its parts gave, or that nothing did. Between its parts others may have their turn. */
export async function outcomeOf(
  stage: Pick<Stage, 'change' | 'behind'>,
  { doing, ends, behind }: Omit<Step, 'asked'>,
  pause: () => unknown = () => {},
): Promise<unknown> {
  const on = behind === undefined ? stage : stage.behind(behind)
  const change = on.change(async (view) => {
    const given: unknown[] = []
    for (const act of doing) {
      await pause()
      given.push(await does(view, act))
    }
    if (ends === 'thrown') throw new Error(thrown)
    return ends === 'refused' ? refused({ reason: 'missing' }) : done(given)
  })
  // a wall may refuse at once or when it is written; either way nothing is kept
  return change
    .then((result) => (result.ok ? result : nothingKept))
    .catch((failure) => (codeOf(failure) === 'ENOSPC' ? diskFull : nothingKept))
}
const nothingKept = 'nothing kept'
export const diskFull = 'disk full'

/** Everything that there is to ask. */
export const whole: Act[] = [
  ...['facts', 'data', 'people', 'schools', 'rooms', 'settings', 'drafts'].map((what) => ({ what, value: [] })),
  { what: 'rows', value: [{}] },
  { what: 'diary', value: ['2000-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z'] },
  ...['han', 'bora', 'seo'].map((id) => ({ what: 'visitsOf', value: [id] })),
  ...['notices', 'alarms', 'absences', 'messages', 'imports', 'destructions', 'tries'].map((one) => ({
    what: 'entries',
    value: [one],
  })),
  ...['2026-0001', '2026-0002', '2026-0003', '2026-0004', '2025-0001'].flatMap((number) => [
    { what: 'caseFile', value: [number] },
    { what: 'sessionsOf', value: [number] },
  ]),
]

/** Throws, saying what was asked and what each answered, unless all say the same. */
async function sameOn(stages: Record<string, Reader>, asked: Act, when: string): Promise<void> {
  const answers = await Promise.all(Object.values(stages).map((stage) => answerOf(stage, asked)))
  mustBeSame(Object.keys(stages), answers, `${when}: ${asked.what} ${JSON.stringify(asked.value)}`)
}

function mustBeSame(names: string[], answers: unknown[], what: string): void {
  const plain = answers.map((one) => JSON.parse(JSON.stringify(one)))
  if (plain.every((one) => isDeepStrictEqual(one, plain[0]))) return
  throw new Error([what, ...names.map((name, at) => `  ${name}: ${JSON.stringify(plain[at])}`)].join('\n'))
}

/**
 * Runs a sequence on all of these, one step after the other, and asks after each; then everything, and once more of those that were
 * opened `again`, or are another server of the same. Throws at the first answer that differs.
 */
export async function runOn(
  stages: Record<string, Stage>,
  steps: Step[],
  again: () => Promise<Record<string, Stage>> = async () => ({}),
): Promise<void> {
  const names = Object.keys(stages)
  const cuts = new Map<string, Map<unknown, unknown>>()
  for (const [nth, step] of steps.entries()) {
    const outcomes = await Promise.all(Object.values(stages).map((stage) => outcomeOf(stage, step)))
    mustBeSame(names, outcomes, `step ${nth}, its outcome`)
    await sameOn(stages, step.asked, `after step ${nth}`)
    if (step.behind !== undefined) await sameOn(walled(stages, step.behind), step.asked, `after step ${nth}, walled`)
    const facts: unknown[] = []
    for (const [name, stage] of Object.entries(stages)) facts.push(await sameCutSameFacts(stage, name, cuts))
    mustBeSame(names, facts, `facts after step ${nth}`)
  }
  const all = { ...stages, ...(await again()) }
  for (const asked of whole) {
    await sameOn(all, asked, 'at the end')
    await sameOn(walled(all, 'hill'), asked, 'at the end behind a wall')
  }
}

const walled = (stages: Record<string, Stage>, school: string) =>
  Object.fromEntries(Object.entries(stages).map(([name, stage]) => [name, stage.behind(school)]))

/** Of one store, the same cut never stands for two sets of facts. */
async function sameCutSameFacts(
  stage: Stage,
  name: string,
  cuts: Map<string, Map<unknown, unknown>>,
): Promise<unknown> {
  const own = cuts.get(name) ?? new Map()
  cuts.set(name, own)
  const cut = await stage.factsCut()
  const facts = await answerOf(stage, { what: 'facts', value: [] })
  if (own.has(cut)) mustBeSame(['before', 'now'], [own.get(cut), facts], `${name}: two sets of facts of the cut ${cut}`)
  own.set(cut, facts)
  return facts
}
