import { writeFileSync } from 'node:fs'
import * as published from '@hyunbinseo/holidays-kr/all'

/*
 * `npm run holidays`: writes data/holidays.kr.json anew from the package that follows the official calendar, from 2019
 * to the last year that it knows. Run it once a year, after the calendar of the next year was published (June), with the
 * newest version of the package. A name that is not in the table below ends it, so that none is left without English.
 */

const english: Record<string, string> = {
  '1월 1일': 'New Year’s Day',
  '설날 전날': 'Day before Lunar New Year',
  설날: 'Lunar New Year',
  '설날 다음 날': 'Day after Lunar New Year',
  '3ㆍ1절': 'Independence Movement Day',
  노동절: 'Labour Day',
  어린이날: 'Children’s Day',
  '부처님 오신 날': 'Buddha’s Birthday',
  현충일: 'Memorial Day',
  제헌절: 'Constitution Day',
  광복절: 'Liberation Day',
  '추석 전날': 'Day before Chuseok',
  추석: 'Chuseok',
  '추석 다음 날': 'Day after Chuseok',
  개천절: 'National Foundation Day',
  한글날: 'Hangul Day',
  기독탄신일: 'Christmas Day',
  임시공휴일: 'Temporary holiday',
  '임시공휴일(대통령선거)': 'Temporary holiday (presidential election)',
  대통령선거: 'Presidential election',
  전국동시지방선거: 'Local elections',
  '제21대 국회의원선거': 'Election of the 21st National Assembly',
  제22대국회의원선거: 'Election of the 22nd National Assembly',
}

function inEnglish(name: string): string {
  const substituted = /^대체공휴일\((.*)\)$/.exec(name)?.[1]
  const words = english[substituted ?? name]
  if (words === undefined) throw new Error(`No English words for ${name} in scripts/holidays.ts.`)
  return substituted ? `Substitute holiday (${words})` : words
}

const years = Object.entries(published as Record<string, Record<string, readonly string[]>>)
  .map(([name, days]) => [Number(name.slice(1)), days] as const)
  .filter(([year]) => year >= 2019)
  .sort(([one], [other]) => one - other)

const days = Object.fromEntries(
  years.flatMap(([, of]) =>
    Object.entries(of)
      .sort()
      .map(([on, names]) => [on, { ko: names.join(', '), en: names.map(inEnglish).join(', ') }]),
  ),
)
// one line a day, so that a change of the calendar can be read in a diff
const lines = Object.entries(days).map(([on, names]) => `    ${JSON.stringify(on)}: ${JSON.stringify(names)}`)
const head = {
  about: 'Public and substitute holidays of the Republic of Korea, by day in Seoul. Written by npm run holidays.',
  source: 'Yearly calendar (월력요항) of the Korea AeroSpace Administration, by way of @hyunbinseo/holidays-kr (MIT).',
  from: years[0]?.[0],
  to: years.at(-1)?.[0],
}
const text = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "days": {\n${lines.join(',\n')}\n  }\n}\n`
writeFileSync(new URL('../data/holidays.kr.json', import.meta.url), text)
console.log(`${lines.length} holidays, ${head.from} to ${head.to}.`)
