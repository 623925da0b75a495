import { everyone, groupOf, sumOf, type Terms, together } from './disclosure-terms.ts'
import { completionOf } from './figure-codes.ts'
import type { Answer, Definition, FigureId } from './figures.ts'

/** Whatever a figure says of any youth. */
export type Answers = (id: FigureId) => readonly Answer[]

/** What every figure's codes and groups are, as far as these youths know. */
export class Conditions {
  readonly #answers: Answers
  readonly #define: (id: FigureId) => Definition
  readonly #codes = new Map<FigureId, string[]>()
  readonly #whole = new Map<FigureId, boolean>()
  readonly #rows = new Map<string, Terms>()

  constructor(answers: Answers, define: (id: FigureId) => Definition) {
    this.#answers = answers
    this.#define = define
  }

  /** All codes of a figure, also those of old records. */
  codesOf(id: FigureId): string[] {
    const known = this.#codes.get(id)
    if (known) return known
    const { codes } = this.#define(id)
    const found = new Set<string>()
    for (const answer of this.#answers(id)) for (const [code] of answer) found.add(code)
    const all = [...codes, ...[...found].filter((code) => !codes.includes(code)).sort()]
    this.#codes.set(id, all)
    return all
  }

  /** Youths who have a code. Of figures of time everyone: their days are looked at elsewhere. */
  row(id: FigureId, code: string): Terms {
    const key = groupOf(id, code)
    const known = this.#rows.get(key) ?? this.#row(id, code)
    this.#rows.set(key, known)
    return known
  }

  #row(id: FigureId, code: string): Terms {
    if (this.#define(id).daysOf) return everyone
    const same = this.#same(id, code)
    if (same) return same
    const last = this.#isWhole(id) ? this.codesOf(id).findLast((one) => !this.#same(id, one)) : undefined
    if (code !== last) return new Map([[groupOf(id, code), 1]])
    const others = this.codesOf(id).filter((one) => one !== code)
    return sumOf([everyone, 1], ...others.map((one): [Terms, number] => [this.row(id, one), -1]))
  }

  /** All rows of a figure together. */
  base(id: FigureId): Terms {
    if (this.#define(id).daysOf) return everyone
    return sumOf(...this.codesOf(id).map((code): [Terms, number] => [this.row(id, code), 1]))
  }

  /** Youths of whom a figure says nothing. */
  missing(id: FigureId): Terms {
    return this.#define(id).several ? new Map([[groupOf(id), 1]]) : sumOf([everyone, 1], [this.base(id), -1])
  }

  /** Youths of whom it says something. */
  recorded(id: FigureId): Terms {
    return sumOf([everyone, 1], [this.missing(id), -1])
  }

  both(one: Terms, other: Terms): Terms {
    const isSeveral = (figure: string) => this.#define(figure as FigureId).several
    const products = [...one].flatMap(([group, count]) =>
      [...other].flatMap(([second, times]): [Terms, number][] => {
        const group2 = together(group, second, isSeveral)
        return group2 === undefined ? [] : [[new Map([[group2, 1]]), count * times]]
      }),
    )
    return sumOf(...products)
  }

  /** What a code means in the codes of another figure, where it means nothing else. */
  #same(id: FigureId, code: string): Terms | undefined {
    const reasons = () => this.codesOf('closure-reason')
    const sum = (codes: string[]) => sumOf(...codes.map((one): [Terms, number] => [this.row('closure-reason', one), 1]))
    if (id === 'stage' && code === 'closed') return sum(reasons())
    if (id !== 'completion') return undefined
    if (code === 'open') return sumOf([everyone, 1], [sum(reasons()), -1])
    return sum(reasons().filter((one) => completionOf(one) === code))
  }

  /** Whether everyone has a code, as the forms promise: looked up, since an old record may not. */
  #isWhole(id: FigureId): boolean {
    const { always } = this.#define(id)
    const known = this.#whole.get(id)
    if (known !== undefined) return known
    const whole = always && this.#answers(id).every((answer) => answer.length === 1)
    this.#whole.set(id, whole)
    return whole
  }
}
