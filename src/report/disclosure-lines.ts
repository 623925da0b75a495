// Over 150 lines because it is the one list of what may not follow from what is shown, kind by kind.
import type { Cut, Ground } from './disclosure-ground.ts'
import type { Stretches } from './disclosure-periods.ts'
import { everyone, sumOf, type Terms } from './disclosure-terms.ts'
import type { FigureId } from './figures.ts'

/** One of the parts into which a table's line falls. */
export interface Part {
  terms: Terms
  /** a word on the records (nothing is missing, nobody is still open): no youth is found by a 0 */
  zeroIsFine?: boolean
}

export interface Line {
  parts: Part[]
  /** the periods in which it is shown */
  sets: Stretches[]
  /** parts in which a youth may stand several times */
  several?: boolean
  /** parts that have nothing to do with each other */
  apart?: boolean
  /** also no two small parts together; of a cross-table in the periods shown only, since it has so many */
  pairs?: 'everywhere' | 'shown'
}

/** Every line of the tables that some cuts show, and of those that are left when one is taken from another. */
export const linesIn = (cuts: readonly Cut[], ground: Ground): Line[] => [
  ...everyoneLines(cuts, ground),
  ...oneWayLines(cuts, ground),
  ...crossLines(cuts, ground),
  ...restLines(cuts, ground),
]

/** Cuts of the same part of the youths, by that part. */
export function byPart(cuts: readonly Cut[]): { part: Pick<Cut, 'only'>; cuts: Cut[] }[] {
  const groups = new Map<string, Cut[]>()
  for (const cut of cuts) {
    const key = JSON.stringify(cut.only)
    groups.set(key, [...(groups.get(key) ?? []), cut])
  }
  return [...groups.values()].map((same) => ({ part: { only: same[0]?.only ?? [] }, cuts: same }))
}

/** The periods of a figure in some cuts; crossed with a figure of time, each of its half-years or years too. */
function setsOf(id: FigureId | undefined, cuts: readonly Cut[], ground: Ground): Stretches[] {
  const time = (cut: Cut, one: FigureId) =>
    ground.define(one).daysOf ? ground.codesIn(one, cut).map((code) => ground.stretchesOf(one, code, cut)) : []
  return cuts.flatMap((cut) => {
    const { figures, crosses } = cut
    const crossedWith = crosses.flatMap(([rows, columns]) => (rows === id ? [columns] : columns === id ? [rows] : []))
    if (id === undefined)
      return [ground.time.within(cut), ...[...figures, ...crosses.flat()].flatMap((one) => time(cut, one))]
    if (!figures.includes(id) && crossedWith.length === 0) return []
    return [ground.time.within(cut), ...crossedWith.flatMap((one) => time(cut, one))]
  })
}

const isTime = (id: FigureId, ground: Ground): boolean => ground.define(id).daysOf !== undefined

/** All youths of a period. */
const everyoneLines = (cuts: readonly Cut[], ground: Ground): Line[] =>
  byPart(cuts).map(({ part, cuts: same }) => ({
    ...{ parts: [{ terms: ground.part(part) }], sets: setsOf(undefined, same, ground) },
  }))

function oneWayLines(cuts: readonly Cut[], ground: Ground): Line[] {
  return byPart(cuts).flatMap(({ part, cuts: same }) => {
    // the youths of a part are a row of the figure by which they are chosen
    const apart = part.only.length === 0 ? cuts.filter(({ only }) => only.length === 1) : []
    const ids = new Set([
      ...same.flatMap(({ figures, crosses }) => [...figures, ...crosses.flat()]),
      ...apart.flatMap(({ only }) => only.map(({ figure }) => figure)),
    ])
    return [...ids].flatMap((id): Line[] => {
      const chosenBy = apart.filter(({ only }) => only[0]?.figure === id)
      const sets = [...setsOf(id, same, ground), ...setsOf(undefined, chosenBy, ground)]
      if (isTime(id, ground)) return []
      const { several } = ground.define(id)
      const rows = rowsOf(id, ground, ground.part(part))
      const missing: Part = {
        terms: ground.both(ground.conditions.missing(id), ground.part(part)),
        zeroIsFine: !several,
      }
      if (several)
        return [
          { parts: rows, sets, several, pairs: 'everywhere' },
          { parts: [missing, ...othersOf(id, ground, ground.part(part))], sets, apart: true },
        ]
      return [
        { parts: rows, sets, pairs: 'everywhere' },
        { parts: [...rows, missing], sets, pairs: 'everywhere' },
      ]
    })
  })
}

const rowsOf = (id: FigureId, ground: Ground, part: Terms): Part[] =>
  ground.conditions.codesOf(id).map((code) => ({
    terms: ground.both(ground.conditions.row(id, code), part),
    ...(isUnderWay(id, code) && { zeroIsFine: true }),
  }))

/** Where several may be had: those who have not one of the codes, of all and of those who have any. */
function othersOf(id: FigureId, ground: Ground, part: Terms): Part[] {
  const { conditions } = ground
  if (ground.define(id).weighted) return []
  const all = [part, ground.both(conditions.recorded(id), part)]
  return conditions
    .codesOf(id)
    .map((code) => ground.both(conditions.row(id, code), part))
    .flatMap((row) => all.map((of): Part => ({ terms: sumOf([of, 1], [row, -1]) })))
}

const isUnderWay = (id: FigureId, code: string): boolean =>
  (id === 'completion' && code === 'open') || (id === 'stage' && code !== 'closed')

/** Two figures that stand in one table; also in the periods in which one is shown of a part that the other chooses. */
function crossLines(cuts: readonly Cut[], ground: Ground): Line[] {
  const pairs = new Map<string, { ids: [FigureId, FigureId]; sets: Stretches[] }>()
  for (const [rows, columns] of cuts.flatMap(({ crosses }) => crosses)) {
    const ids = [rows, columns].sort() as [FigureId, FigureId]
    if (!isTime(rows, ground) && !isTime(columns, ground)) pairs.set(ids.join(), { ids, sets: [] })
  }
  for (const cut of cuts) {
    const sliced = cut.figures.flatMap((id) => cut.only.map(({ figure }) => [id, figure] as const))
    for (const pair of [...cut.crosses, ...sliced])
      pairs.get([...pair].sort().join())?.sets.push(ground.time.within(cut))
  }
  return [...pairs.values()].flatMap(({ ids: [one, other], sets }) => [
    ...linesAcross(one, other, sets, ground),
    ...linesAcross(other, one, sets, ground),
    ...wholeTable(one, other, sets, ground),
    { ...neither(one, other, ground), sets },
  ])
}

/** For each code of one figure the codes of the other, without and with those of whom it is not recorded. */
function linesAcross(one: FigureId, other: FigureId, sets: Stretches[], ground: Ground): Line[] {
  const { several, weighted } = ground.define(other)
  return ground.conditions.codesOf(one).flatMap((code): Line[] => {
    const row = ground.conditions.row(one, code)
    const cells = rowsOf(other, ground, row)
    const missing: Part = { terms: ground.both(ground.conditions.missing(other), row), zeroIsFine: !several }
    if (several || weighted)
      return [
        { parts: cells, sets, several: true },
        { parts: [missing, ...othersOf(other, ground, row)], sets, apart: true },
      ]
    return [
      { parts: cells, sets, pairs: 'shown' },
      { parts: [...cells, missing], sets, pairs: 'shown' },
    ]
  })
}

/** Youths of whom neither figure says anything. */
const neither = (one: FigureId, other: FigureId, ground: Ground): Omit<Line, 'sets'> => ({
  parts: [
    {
      terms: ground.both(ground.conditions.missing(one), ground.conditions.missing(other)),
      zeroIsFine: !ground.define(one).several || !ground.define(other).several,
    },
  ],
})

function wholeTable(one: FigureId, other: FigureId, sets: Stretches[], ground: Ground): Line[] {
  if (ground.define(one).several || ground.define(other).several) return []
  const cells = ground.conditions
    .codesOf(one)
    .flatMap((code) => rowsOf(other, ground, ground.conditions.row(one, code)))
  return [{ parts: cells, sets }]
}

/** What is left of a figure once the parts of the youths are taken away of which it is shown apart. */
function restLines(cuts: readonly Cut[], ground: Ground): Line[] {
  const slices = cuts.filter(({ only }) => only.length === 1)
  const by = [...new Set(slices.flatMap(({ only }) => only.map(({ figure }) => figure)))]
  return by.flatMap((figure) => {
    const same = slices.filter(({ only }) => only[0]?.figure === figure)
    const whole = cuts.filter(({ only }) => only.length === 0)
    const codes = [...new Set(same.flatMap(({ only }) => only.map(({ code }) => code)))]
    const choices = codes.length > 1 ? [...codes.map((code) => [code]), codes] : [codes]
    const restOf = (terms: Terms) =>
      choices.map((choice): Part => {
        const taken = choice.map((code): [Terms, number] => [
          ground.both(terms, ground.conditions.row(figure, code)),
          -1,
        ])
        return { terms: sumOf([terms, 1], ...taken) }
      })
    const ids = [...new Set(same.flatMap(({ figures }) => figures))].filter((id) => !isTime(id, ground))
    return [
      {
        apart: true,
        parts: restOf(everyone),
        sets: [...setsOf(undefined, same, ground), ...setsOf(undefined, whole, ground)],
      },
      ...ids.map((id) => ({
        apart: true,
        parts: [
          ...ground.conditions.codesOf(id).flatMap((code) => restOf(ground.conditions.row(id, code))),
          ...restOf(ground.conditions.missing(id)).map((part) => ({ ...part, zeroIsFine: !ground.define(id).several })),
        ],
        sets: [...setsOf(id, same, ground), ...setsOf(id, whole, ground)],
      })),
    ]
  })
}
