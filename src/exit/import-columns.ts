import { questionsOf, type Survey } from '../surveys/definition.ts'
import { shipped } from '../surveys/shelf.ts'
import type { Found } from './import-fault.ts'

/** The columns of a table of cases; those that are needed in every row, and the rest. */
export const neededColumns = ['case', 'referred_on', 'birth_date', 'gender', 'school_level', 'source', 'basis'] as const
export const columnNames = [
  ...['case', 'referred_on', 'birth_date', 'gender', 'school_level', 'grade', 'source', 'basis'],
  ...['motives', 'main_motive', 'types', 'channels', 'relation'],
  ...['sessions_held', 'minutes_held', 'closed_on', 'closure_reason'],
] as (
  | (typeof neededColumns)[number]
  | ('grade' | 'motives' | 'main_motive' | 'types' | 'channels' | 'relation')
  | ('sessions_held' | 'minutes_held' | 'closed_on' | 'closure_reason')
)[]
export type ColumnName = (typeof columnNames)[number]

/** Surveys whose answers can come along. */
export const importedWaves = ['intake', 'exit'] as const
export type ImportedWave = (typeof importedWaves)[number]

/** By what a column's head is known besides its own name. */
const called: Record<ColumnName, string[]> = {
  case: ['사례', '사례번호', '관리번호', '번호', 'case number', 'reference'],
  referred_on: ['의뢰일', '의뢰일자', '접수일', 'referral date'],
  birth_date: ['생년월일', '출생일', 'date of birth', 'birthday'],
  gender: ['성별', 'sex'],
  school_level: ['학교급', '학교 구분'],
  grade: ['학년'],
  source: ['의뢰경로', '의뢰기관', '의뢰처', 'referral source'],
  basis: ['의뢰근거', '의뢰사유', '근거', 'referral basis'],
  motives: ['동기', '동기 전체', '모든 동기'],
  main_motive: ['주된 동기', '주동기', '주요 동기'],
  types: ['행위유형', '유형', 'kinds of act'],
  channels: ['경로', '유포경로', '매체'],
  relation: ['관계', '피해자와의 관계', '상대와의 관계'],
  sessions_held: ['회기수', '진행회기', '진행한 회기', '상담횟수', 'sessions'],
  minutes_held: ['상담시간(분)', '진행시간(분)', '시간(분)', 'minutes'],
  closed_on: ['종결일', '종결일자', 'closing date'],
  closure_reason: ['종결사유', 'reason for closing'],
}
const waveCalled: Record<ImportedWave, string[]> = {
  intake: ['intake', '초기', '사전', '시작'],
  exit: ['exit', '종결', '사후', '마침'],
}

/** What a column of the file stands for: a fact, an answer (`intake:ctrl1`), or nothing that is taken. */
export type Target = ColumnName | `${ImportedWave}:${string}` | typeof leftOut
export const leftOut = 'leave-out'

const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
const known = new Map(
  columnNames.flatMap((name) => [name, ...called[name]].map((word): [string, ColumnName] => [folded(word), name])),
)

/** What a head stands for by itself; undefined when nobody can tell. */
export function targetOf(head: string): Target | undefined {
  // in parts, not by one pattern: a head of some thousand blanks would keep everybody waiting
  const parts = head.normalize('NFC').split(':')
  const [wave = '', item = ''] = parts.map((part) => part.trim().toLowerCase())
  const found = parts.length === 2 && /^[\w-]+$/.test(item)
  const named = found ? importedWaves.find((one) => waveCalled[one].includes(wave)) : undefined
  return named ? `${named}:${item}` : known.get(folded(head))
}

/** What was chosen by hand, by the column's place counted from 0; it wins over the head. */
export type Chosen = Record<number, Target>

/** A column of the file: its head, and what it stands for. Absent: not known yet. */
export interface Column {
  head: string
  target?: Target
}

export const columnsOf = (heads: string[], chosen: Chosen = {}): Column[] =>
  heads.map((head, at) => {
    const target = chosen[at] ?? (head.trim() === '' ? undefined : targetOf(head))
    return { head: head.trim(), ...(target && { target }) }
  })

/** Where an answer belongs: in a question, or in a row of one. */
export interface Item {
  name: string
  question: string
  isRow: boolean
}

/** Every item whose answers can come along: nothing in free words, and no question on safety. */
export const itemsOf = (survey: Survey): Item[] =>
  questionsOf(survey).flatMap(({ name, type, rows = [], safety }): Item[] => {
    if (safety || type === 'comment' || type === 'text') return []
    if (type !== 'matrix') return [{ name, question: name, isRow: false }]
    return rows.map((row) => ({ name: String(row.value), question: name, isRow: true }))
  })

/** Newest first; those that came with the programme: what a centre asked before it knew none of its own here. */
export const versionsOf = (wave: ImportedWave): Survey[] =>
  shipped.filter(({ survey }) => survey === wave).sort((a, b) => b.version - a.version)

/** The newest version that came with the programme and asks all of this; if none does, the newest. */
export function surveyFor(wave: ImportedWave, columns: Column[]): Survey | undefined {
  const asked = columns.flatMap(({ target = '' }) => (target.startsWith(`${wave}:`) ? [itemIn(target)] : []))
  const [newest, ...older] = versionsOf(wave)
  const hasAll = (survey: Survey) => asked.every((item) => itemsOf(survey).some(({ name }) => name === item))
  return asked.length === 0 ? undefined : ([newest, ...older].find((one) => one && hasAll(one)) ?? newest)
}

export const itemIn = (target: string): string => target.slice(target.indexOf(':') + 1)
export const waveIn = (target: string): ImportedWave | undefined =>
  importedWaves.find((wave) => target.startsWith(`${wave}:`))

/** What is wrong with the columns themselves; said of row 1. */
export function faultsOfColumns(columns: Column[]): Found[] {
  const found: Found[] = []
  for (const name of neededColumns)
    if (!columns.some(({ target }) => target === name)) found.push({ what: 'column-missing', row: 1, column: name })
  columns.forEach(({ head, target }, at) => {
    const column = head || String(at + 1)
    if (!target) found.push({ what: 'column-unknown', row: 1, column })
    else if (target !== leftOut && columns.findIndex((one) => one.target === target) < at)
      found.push({ what: 'column-twice', row: 1, column })
    else {
      const wave = waveIn(target)
      const what = wave && faultOfItem(wave, itemIn(target))
      if (what) found.push({ what, row: 1, column })
    }
  })
  return found
}

function faultOfItem(wave: ImportedWave, item: string): Found['what'] | undefined {
  const has = (one: ImportedWave) => versionsOf(one).some((survey) => itemsOf(survey).some(({ name }) => name === item))
  if (has(wave)) return undefined
  if (
    versionsOf(wave).some((survey) => questionsOf(survey).some(({ name, type }) => name === item && type !== 'matrix'))
  )
    return 'item-not-taken'
  return importedWaves.some(has) ? 'item-not-asked' : 'item-unknown'
}
