import { readFileSync } from 'node:fs'
import { ownFile } from '../own-file.ts'
import type { Day } from '../time/days.ts'

/** One code of a list. Never reused or deleted: `from` and `until` say when it was in use. */
export interface Code {
  code: string
  /** its value in statistics files */
  number: number
  ko: string
  en: string
  source: string
  from?: Day
  until?: Day
}

export interface CodeList {
  ko: string
  en: string
  several: boolean
  codes: Code[]
}

export type ListName =
  | 'referralSource'
  | 'referralBasis'
  | 'schoolMeasure'
  | 'schoolLevel'
  | 'ageBand'
  | 'gender'
  | 'motive'
  | 'perpetrationType'
  | 'channel'
  | 'relationToVictim'
  | 'consentKind'
  | 'guardianVerification'
  | 'guardianRelation'
  | 'sessionKind'
  | 'sessionMode'
  | 'attendance'
  | 'closureReason'
  | 'concern'

/** The code lists, read once: they are part of the programme, as its sources are. */
export const lists: Record<ListName, CodeList> = JSON.parse(readFileSync(ownFile('data/codebook.json'), 'utf8')).lists

/** The codes of a list that may be chosen on a day; all that ever were, if no day is named. */
export function codesOf(list: ListName, on?: Day): string[] {
  const inUse = ({ from, until }: Code) => !on || ((!from || from <= on) && (!until || on <= until))
  return lists[list].codes.filter(inUse).map(({ code }) => code)
}

/** The words of a code; the code itself when the list does not know it (an old record). */
export const labelOf = (list: ListName, code: string, lang: 'ko' | 'en'): string =>
  lists[list].codes.find((one) => one.code === code)?.[lang] ?? code

/** The age band of full years of age: under-10, 10-13, 14-15, 16-18, 19-plus (Juvenile Act art. 4, Youth Protection Act art. 44). */
export function ageBandOf(age: number): string {
  if (age < 10) return 'under-10'
  if (age < 14) return '10-13'
  if (age < 16) return '14-15'
  return age < 19 ? '16-18' : '19-plus'
}
