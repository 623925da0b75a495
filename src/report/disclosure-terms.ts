/*
 * Every published number is a sum of numbers of youths who have some codes together. Terms say which: how often each
 * such group is counted. Numbers that follow from others by what the codes mean (whoever has no closing reason is
 * still open; the last of all school levels is everyone less the others) are written in those others, so that no two
 * groups of the terms are tied to each other.
 */

/** By group: `gender=male`, several on lines of their own, in order; '' is everyone. */
export type Terms = ReadonlyMap<string, number>

export const everyone: Terms = new Map([['', 1]])

const between = '\n'
const hasNone = '~'

export function sumOf(...each: [Terms, times: number][]): Terms {
  const sum = new Map<string, number>()
  for (const [terms, times] of each)
    for (const [group, count] of terms) {
      const total = (sum.get(group) ?? 0) + count * times
      if (total === 0) sum.delete(group)
      else sum.set(group, total)
    }
  return sum
}

/** The conditions of a group: which figure, and which code of it (`undefined`: none, where several may be had). */
export const conditionsOf = (group: string): { figure: string; code?: string }[] =>
  group === ''
    ? []
    : group.split(between).map((one) => {
        if (one.endsWith(hasNone)) return { figure: one.slice(0, -1) }
        const at = one.indexOf('=')
        return { figure: one.slice(0, at), code: one.slice(at + 1) }
      })

/** The figures of a group, in its order. */
export const figuresOf = (group: string): string[] => conditionsOf(group).map(({ figure }) => figure)

/** Youths with one code of a figure, or with none of it. */
export const groupOf = (figure: string, code?: string): string =>
  code === undefined ? figure + hasNone : `${figure}=${code}`
export const groupOfAll = (groups: string[]): string => groups.sort().join(between)

const codeIn = (text: string): string => text.slice(text.indexOf('=') + 1)

/** Both at once, where that can be: nobody has two codes of one kind, and a grade goes with its school level. */
export function together(one: string, other: string, isSeveral: (figure: string) => boolean): string | undefined {
  if (one === '' || other === '') return one + other
  const all = [...new Set([...one.split(between), ...other.split(between)].filter(Boolean))]
  const figures = all.map((text) => conditionsOf(text)[0]?.figure ?? '')
  if (figures.some((id, at) => figures.indexOf(id) < at && !isSeveral(id))) return undefined
  const by = new Map(all.map((text, at) => [figures[at], text]))
  const [grade, level] = [by.get('grade'), by.get('school-level')]
  if (grade === undefined || level === undefined) return groupOfAll(all)
  const itsLevel = codeIn(grade).slice(0, codeIn(grade).lastIndexOf('-'))
  return itsLevel === codeIn(level) ? groupOfAll(all.filter((text) => text !== level)) : undefined
}
