import type { IssuedSurvey } from '../../src/casefile/casefile.ts'
import type { Pack } from '../../src/casefile/pack.ts'
import { askedOf } from '../../src/surveys/asked.ts'
import { surveyOf } from '../../src/surveys/shelf.ts'
import type { Here } from '../here.ts'
import { fill } from '../words.ts'
import { fieldTitle, partTitle, placeWords, trail } from './places.ts'
import { type Known, valueWords } from './value-words.ts'

/** One thing that is kept: where, what it is called, what stands there and what that means. */
export interface Line {
  path: string
  label: string
  value: string | number | boolean | null
  words: string
}

/** Lines of one part; of a part that is a list, one for each of its items. */
export interface Group {
  title?: string
  lines: Line[]
}

export interface Worded {
  number: string
  purpose: string
  leftOut: { what: string; count: number; words: string }[]
  parts: { name: string; title: string; groups: Group[] }[]
}

/** A pack in words: every value with its name and meaning, in one language. The page and the file both show this. */
export function worded(here: Here, { parts, leftOut }: Pack, known: Known): Omit<Worded, 'number' | 'purpose'> {
  const wording = new Wording(here, known, parts)
  const { leftOutOf } = here.t.rights
  return {
    leftOut: leftOut.map((one) => ({ ...one, words: fill(leftOutOf[one.what], { n: one.count }) })),
    parts: parts.map(([name, content]) => ({
      ...{ name, title: partTitle(here, name) },
      groups: wording.groups(name, content),
    })),
  }
}

class Wording {
  readonly #here: Here
  readonly #known: Known
  readonly #surveys: IssuedSurvey[]

  constructor(here: Here, known: Known, parts: Pack['parts']) {
    this.#here = here
    this.#known = known
    this.#surveys = (parts.find(([name]) => name === 'surveys')?.[1] ?? []) as IssuedSurvey[]
  }

  groups(name: string, content: unknown): Group[] {
    const isList = Array.isArray(content) && content.every((one) => typeof one === 'object' && one !== null)
    if (!isList) return [{ lines: this.#lines(content, name, []) }]
    const title = (at: number) => fill(this.#here.t.rights.item, { name: partTitle(this.#here, name), n: at + 1 })
    return content.map((one, at) => ({ title: title(at), lines: this.#lines(one, `${name}/${at}`, []) }))
  }

  /** `label`: the names on the way there */
  #lines(value: unknown, path: string, label: string[]): Line[] {
    if (value === undefined) return []
    const asked = this.#askedAt(path)
    if (asked) return this.#answers(asked, path, value as Record<string, unknown>)
    if (typeof value !== 'object' || value === null)
      return [{ path, label: trail(label), value: value as Line['value'], words: this.#meaning(path, value) }]
    if (/^journal\/\d+\/changed\/\d+$/.test(path)) return this.#change(value as Change, path)
    return Object.entries(value).flatMap(([key, one]) =>
      this.#lines(one, `${path}/${key}`, [...label, ...this.#named(path, key, one)]),
    )
  }

  /** A place in a list has a number of its own only where there is something to tell apart. */
  #named(path: string, key: string, value: unknown): string[] {
    // hours by weekday, 1 = Monday
    if (path.endsWith('/hours')) return [this.#here.t.shared.weekdays[Number(key) - 1] ?? key]
    if (!/^\d+$/.test(key)) return [fieldTitle(this.#here, path, key)]
    return typeof value === 'object' ? [String(Number(key) + 1)] : []
  }

  #meaning(path: string, value: unknown): string {
    return /^corrections\/\d+\/what\/\d+$/.test(path)
      ? placeWords(this.#here, String(value))
      : valueWords(this.#here, this.#known, path, value)
  }

  /** What a line of the journal replaced: read by the place that it speaks of. */
  #change({ path: place, before, after }: Change, path: string): Line[] {
    const { keys } = this.#here.t.rights
    const was = (value: unknown, name: string) =>
      this.#lines(value, place, [name]).map((line) => ({ ...line, path: `${path}/${name}` }))
    const where = { path: `${path}/path`, label: keys.changed, value: place, words: placeWords(this.#here, place) }
    return [where, ...was(before, keys.before), ...was(after, keys.after)]
  }

  /** The survey whose answers stand at a place: those that were sent, or a draft of them. */
  #askedAt(path: string): IssuedSurvey | undefined {
    const at = /^surveys\/(\d+)\/response\/answers$/.exec(path)?.[1]
    const id = /^surveyDrafts\/([^/]+)$/.exec(path)?.[1]
    return at === undefined ? this.#surveys.find((one) => one.id === id) : this.#surveys[Number(at)]
  }

  /** Every question as it was asked, with what was answered. */
  #answers(issued: IssuedSurvey, path: string, answers: Record<string, unknown>): Line[] {
    const survey = surveyOf(this.#known.shelf, issued.survey, issued.version)
    if (!survey) return [{ path, label: issued.survey, value: JSON.stringify(answers), words: JSON.stringify(answers) }]
    return askedOf(survey, answers as never, this.#here.lang).flatMap(({ name, title, lines }) =>
      lines.map(({ item, text, answers: said }): Line => {
        const inRows = answers[name] as Record<string, unknown> | undefined
        const value = [text === undefined ? answers[name] : inRows?.[item]].flat().join(', ')
        const words = said.join(' · ') || this.#here.t.rights.noAnswer
        return { path: `${path}/${name}`, label: text === undefined ? title : `${title} › ${text}`, value, words }
      }),
    )
  }
}

interface Change {
  path: string
  before: unknown
  after: unknown
}
