import { isDeepStrictEqual } from 'node:util'
import { Reading } from '../form.ts'
import type { Result } from '../result.ts'
import { type HelpLine, helpLinesOf, usualAlarmMinutes } from './help-lines.ts'
import type { Settings } from './person.ts'
import { fieldsOfWeek, hoursIfAny } from './week-hours.ts'

/** What a centre settles for its surveys: when they can be begun, where a youth finds help, who is told how fast. */
export type SurveySettings = Pick<Settings, 'surveyHours' | 'helpLines' | 'alarm'>

/** Rows for help lines in the form: telephone, Korean name, English name. */
export const helpRows = [
  ['helpPhone1', 'helpKo1', 'helpEn1'],
  ['helpPhone2', 'helpKo2', 'helpEn2'],
  ['helpPhone3', 'helpKo3', 'helpEn3'],
  ['helpPhone4', 'helpKo4', 'helpEn4'],
  ['helpPhone5', 'helpKo5', 'helpEn5'],
] as const

/** Minutes between an answer and the second call. */
export const alarmMinutes = { least: 5, most: 240 } as const

/** Reads the form. Without hours the opening hours hold, without help lines the usual ones: what is absent follows them. */
export function readSurveySettings(fields: URLSearchParams): Result<SurveySettings> {
  const form = new Reading(fields)
  const surveyHours = hoursIfAny(form)
  const lines = helpRows.flatMap((row) => helpLineIn(form, row))
  const minutes = form.whole('alarmMinutes', alarmMinutes.least, alarmMinutes.most)
  const mail = form.has('alarmMail') ? form.email('alarmMail') : undefined
  const phone = form.phone('alarmPhone')
  const helpLines = isDeepStrictEqual(lines, helpLinesOf()) || lines.length === 0 ? undefined : lines
  return form.result({ surveyHours, helpLines, alarm: { minutes, ...(mail && { mail }), ...(phone && { phone }) } })
}

/** One row, if anything stands in it: then all of it must. Such numbers are as short as 109. */
function helpLineIn(form: Reading, names: (typeof helpRows)[number]): HelpLine[] {
  if (!names.some((name) => form.has(name))) return []
  const [phoneField, koField, enField] = names
  const phone = form.text(phoneField, { most: 20 })
  if (phone !== '' && !/^\+?(?:[\s()-]*\d){3,15}[\s()-]*$/.test(phone)) form.refuse(phoneField, 'not-a-phone')
  return [{ phone, ko: form.text(koField, { most: 40 }), en: form.text(enField, { most: 40 }) }]
}

/** What is settled, in the fields of its form; where nothing is, what holds. */
export function fieldsOfSurveys(settings: SurveySettings): URLSearchParams {
  const { minutes = usualAlarmMinutes, mail = '', phone = '' } = settings.alarm ?? {}
  const lines = helpLinesOf(settings)
  return new URLSearchParams([
    ...fieldsOfWeek(settings.surveyHours),
    ...helpRows.flatMap(([phoneField, koField, enField], at): [string, string][] => {
      const { phone = '', ko = '', en = '' } = lines[at] ?? {}
      return [
        [phoneField, phone],
        [koField, ko],
        [enField, en],
      ]
    }),
    ...Object.entries({ alarmMinutes: String(minutes), alarmMail: mail, alarmPhone: phone }),
  ])
}
