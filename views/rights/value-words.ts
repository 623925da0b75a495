import { type ListName, labelOf } from '../../src/codebook/codebook.ts'
import type { Shelf } from '../../src/surveys/shelf.ts'
import type { Here } from '../here.ts'
import { shortDay, shortMoment } from '../parts/dates.ts'

/** Names of people, schools and rooms by id. */
export interface Known {
  people: Map<string, string>
  schools: { id: string; name: string }[]
  rooms: { id: string; name: string }[]
  /** every version of every survey that was ever asked */
  shelf: Shelf
}

/** Which code list a value is of, by its place in the case file. */
const lists: [place: RegExp, list: ListName][] = [
  [/^youth\/gender$/, 'gender'],
  [/^guardians\/\d+\/relation$/, 'guardianRelation'],
  [/^school\/level$/, 'schoolLevel'],
  [/^referral\/source$/, 'referralSource'],
  [/^referral\/basis$/, 'referralBasis'],
  [/^referral\/measures\/\d+$/, 'schoolMeasure'],
  [/^(referral|interview|secondCoding)\/types\/\d+$/, 'perpetrationType'],
  [/^(referral|interview|secondCoding)\/channels\/\d+$/, 'channel'],
  [/^(referral|interview|secondCoding)\/relation$/, 'relationToVictim'],
  [/^referral\/concerns\/\d+$|(^|\/)concerns\/\d+\/code$/, 'concern'],
  [/^(consents|disagreements)\/\d+\/kind$/, 'consentKind'],
  [/\/verification\/method$/, 'guardianVerification'],
  [/^(interview|secondCoding)\/motives\//, 'motive'],
  [/^certificates\/\d+\/basis$/, 'referralBasis'],
  [/^(plan|sessions\/\d+)\/kind$/, 'sessionKind'],
  [/^(plan|sessions\/\d+)\/mode$/, 'sessionMode'],
  [/\/attendance\/(code|earlier\/\d+\/code)$/, 'attendance'],
  [/^closings\/\d+\/reason$/, 'closureReason'],
]

/** The words of one value, by its place: codes, people, days and moments as a reader knows them. */
export function valueWords(here: Here, known: Known, place: string, value: unknown): string {
  if (value === null || value === '') return here.t.rights.nothing
  if (typeof value === 'boolean') return value ? here.t.shared.yes : here.t.shared.no
  if (typeof value !== 'string') return String(value)
  const list = lists.find(([where]) => where.test(place))?.[1]
  if (list) return labelOf(list, value, here.lang)
  const name = place.split('/').findLast((part) => !/^\d+$/.test(part)) ?? ''
  const words = namedValues(here, known, place)[name]?.(value)
  if (words !== undefined) return words
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return shortMoment(here, value)
  return /^\d{4}-\d\d-\d\d$/.test(value) ? shortDay(here, value) : value
}

type Words = (value: string) => string | undefined

/** What the values of a field mean, by the field's own name. */
function namedValues({ t }: Here, { people, schools, rooms }: Known, place: string): Record<string, Words> {
  const among =
    (words: Record<string, string>): Words =>
    (value) =>
      Object.hasOwn(words, value) ? words[value] : undefined
  const answer = among({ yes: t.shared.yes, no: t.shared.no, unknown: t.shared.unknown })
  const whose = { ...t.reminders.whose, ...t.consent.giver }
  const byLink = { ...t.consent.giver, rule: t.retention.byRule }
  const person: Words = (id) => people.get(id) ?? among(byLink)(id)
  const schoolOf: Words = (id) => schools.find((one) => one.id === id)?.name
  const roomOf: Words = (id) => rooms.find((one) => one.id === id)?.name
  const opened = place.startsWith('opened/')
  return {
    ...{
      by: person,
      byHand: person,
      counsellorId: person,
      to: person,
      schoolId: schoolOf,
      roomId: roomOf,
      fromRoomId: roomOf,
    },
    ...{ spread: answer, sameSchool: answer, giver: among(t.consent.giver), whose: among(whose) },
    ...{ route: among(t.consent.routes), answer: among(t.consent.answers), lang: among(languages) },
    ...{ acknowledges: among(t.intake.acknowledges), severity: among(t.cases.severity) },
    ...{
      from: place.includes('/handedOver/') ? person : among(t.cases.concernFrom),
      module: among(t.sessions.modules),
      role: among(t.shared.role),
    },
    ...{ survey: among(t.surveys.names), wave: among(t.surveys.names), state: among(t.retention.state) },
    ...{ rule: among(t.retention.ruleNames), code: among(t.sessions.cancelCodes) },
    askedBy: place.startsWith('sessions/') ? among(t.sessions.askers) : among(t.rights.askers),
    decision: opened ? among(t.rights.allowed) : among(t.referral.decided),
    deed: opened ? among(t.deeds) : among(t.cases.deeds),
    ...{ purpose: among(t.registers.purposes), give: among(t.registers.given), step: among(t.registers.steps) },
    what: among(place.startsWith('groups/') ? t.course.groupChanges : { ...t.registers.kinds, ...t.reminders.what }),
    why: opened ? among(t.rights.purposes) : place.startsWith('apart/') ? among(t.sessions.apartWhy) : () => undefined,
    as: among(t.certificates.as),
    ...{ law: among(t.sessions.laws), way: among(t.sessions.ways), learnedBy: person },
  }
}

const languages = { ko: '한국어', en: 'English' }
