import { Chance } from '../../scripts/demo/chance.ts'
import { Diary } from '../../scripts/demo/diary.ts'
import { pastCourses } from '../../scripts/demo/past.ts'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { closingOf } from '../../src/casefile/questions.ts'
import { creditedMinutesOf, isHeld, type Session } from '../../src/casefile/session.ts'
import { type ListName, labelOf } from '../../src/codebook/codebook.ts'
import { columnNames, importedWaves, itemsOf } from '../../src/exit/import-columns.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'

/*
 * What a centre might bring: the demonstration's 91 youths of the first results as the rows of a table, with their
 * answers. The demonstration itself is not asked for its figures here.
 */

export type Record17 = Record<string, string>

/** How a code is written: as it is, or in Korean. */
export type Writing = (list: ListName, code: string) => string
export const asCode: Writing = (_, code) => code
export const inKorean: Writing = (list, code) => labelOf(list, code, 'ko')

/** A table of the past youths, its heads first. */
export function pastTable(write: Writing = asCode, { surveys = true } = {}): string[][] {
  const records = pastCourses(new Chance(2021), new Diary()).map(({ file, sessions }) => ({
    ...rowOf(file, sessions, write),
    ...(surveys && answersOf(file)),
  }))
  return tableOf(records)
}

/** Records as a table: the columns of cases, then whatever else there is. */
export function tableOf(records: Record17[]): string[][] {
  const heads = [...new Set([...columnNames, ...records.flatMap((one) => Object.keys(one))])]
  return [heads, ...records.map((one) => heads.map((head) => one[head] ?? ''))]
}

function rowOf(file: CaseFile, sessions: Session[], write: Writing): Record17 {
  const { number, youth, school, referral, interview } = file
  const closing = closingOf(file)
  const several = (list: ListName, codes: string[] = []) => codes.map((code) => write(list, code)).join(';')
  const main = interview?.motives.coded.main
  return {
    case: `옛-${number}`,
    referred_on: referral.on,
    birth_date: youth.birthDate,
    gender: write('gender', youth.gender),
    school_level: write('schoolLevel', school.level),
    grade: school.grade === undefined ? '' : String(school.grade),
    source: write('referralSource', referral.source),
    basis: write('referralBasis', referral.basis),
    motives: several('motive', interview?.motives.coded.all),
    main_motive: main ? write('motive', main) : '',
    types: several('perpetrationType', interview?.types),
    channels: several('channel', interview?.channels),
    relation: interview ? write('relationToVictim', interview.relation) : '',
    sessions_held: String(sessions.filter((one) => isHeld(one, number)).length),
    minutes_held: String(creditedMinutesOf(sessions, number)),
    closed_on: closing?.on ?? '',
    closure_reason: closing ? write('closureReason', closing.reason) : '',
  }
}

/** `intake:ctrl1` and so on, as the youth answered. */
function answersOf({ surveys }: CaseFile): Record17 {
  const given: Record17 = {}
  for (const wave of importedWaves) {
    const answers = surveys.find((one) => one.wave === wave)?.response?.answers
    const survey = newestOf(shipped, wave)
    if (!answers || !survey) continue
    for (const { name, question, isRow } of itemsOf(survey)) {
      const found = isRow ? (answers[question] as Record<string, unknown> | undefined)?.[name] : answers[name]
      if (found !== undefined) given[`${wave}:${name}`] = [found].flat().join(';')
    }
  }
  return given
}

/** As a spreadsheet would save it. */
export const csvOf = (table: string[][], delimiter = ','): string =>
  table
    .map((row) =>
      row.map((cell) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter),
    )
    .join('\r\n')

/** One sound row, to be spoilt where a test needs it. */
export const aRow = (changes: Record17 = {}): Record17 => ({
  ...{ case: 'A-001', referred_on: '2020-03-02', birth_date: '2006-05-01', gender: 'male', school_level: 'middle' },
  ...{ grade: '2', source: 'teacher', basis: 'voluntary', motives: 'fun;curiosity', main_motive: 'fun' },
  ...{ types: 'possession', channels: 'sns', relation: 'friend', sessions_held: '10', minutes_held: '500' },
  ...{ closed_on: '2020-09-01', closure_reason: 'completed' },
  ...changes,
})
