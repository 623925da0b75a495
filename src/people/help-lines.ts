import type { Settings } from './person.ts'

/** A telephone that helps young people. */
export interface HelpLine {
  phone: string
  ko: string
  en: string
}

/** National lines, free and open day and night; a centre sets its own beside or instead of them. */
const usualHelpLines: HelpLine[] = [
  { phone: '1388', ko: '청소년상담전화', en: 'Youth counselling line' },
  { phone: '109', ko: '자살예방 상담전화', en: 'Suicide prevention line' },
  { phone: '112', ko: '경찰 (급할 때)', en: 'Police (emergency)' },
]

/** Where a youth finds help at once; never nothing. */
export const helpLinesOf = (settings?: Pick<Settings, 'helpLines'>): HelpLine[] =>
  settings?.helpLines?.length ? settings.helpLines : usualHelpLines

/** Minutes in which somebody must take up what a youth answered, while the centre has settled nothing else. */
export const usualAlarmMinutes = 30
