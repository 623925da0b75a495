// Over 150 lines because one sentence must not say more than any table allows: the tables stand beside it.
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { changeOf, isHopedFor, saidOf, summedUp } from '../../src/report/sentences.ts'
import type { ShownFigure, ShownScale } from '../../src/report/shown.ts'
import type { Here } from '../../views/here.ts'
import { changeSentences, figureSentences } from '../../views/report/paper-sentences.ts'
import { en } from '../../views/words.en.ts'
import { ko } from '../../views/words.ko.ts'

const heres = [{ lang: 'ko', t: ko } as Here, { lang: 'en', t: en } as Here]
const codes = ['fun', 'curiosity', 'impulse', 'imitation', 'money', 'conflict']

/** A table as it may be shown: whole numbers that add up to the base, some of them hidden. */
const anyFigure: fc.Arbitrary<{ figure: ShownFigure; real: number[] }> = fc
  .record({
    real: fc.array(fc.nat(60), { minLength: codes.length, maxLength: codes.length }),
    hidden: fc.array(fc.boolean(), { minLength: codes.length, maxLength: codes.length }),
    baseShown: fc.boolean(),
    missing: fc.option(fc.nat(40)),
  })
  .map(({ real, hidden, baseShown, missing }) => {
    const base = real.reduce((sum, n) => sum + n, 0)
    const rows = codes.map((code, at) => {
      const count = hidden[at] ? null : (real[at] ?? 0)
      return { code, count, percent: count === null || base < 20 ? null : Math.round((100 * count) / base) }
    })
    const figure = {
      id: 'motive',
      unit: 'youths',
      several: false,
      base: baseShown ? base : null,
      missing,
      rows,
    } as const
    return { figure: figure as ShownFigure, real }
  })

const numbersIn = (text: string): number[] => (text.match(/\d[\d,]*/g) ?? []).map((n) => Number(n.replaceAll(',', '')))

const figures = suite('a sentence about a figure')

figures('names no number that is not shown, and nothing of a hidden one', () => {
  fc.assert(
    fc.property(anyFigure, ({ figure }) => {
      const shown = [figure.base, figure.missing, ...figure.rows.flatMap(({ count, percent }) => [count, percent])]
      for (const here of heres) {
        const text = figureSentences(here, figure)
        for (const n of numbersIn(text)) assert.ok(shown.includes(n), `${n} in “${text}”`)
        assert.not.match(text, /\{\w+\}|undefined|null|NaN/)
      }
      const named = saidOf(figure).flatMap((said) =>
        said.says === 'shown' ? said.rows : said.says === 'most' ? [said.row] : [],
      )
      for (const { code } of named) assert.ok(figure.rows.some((row) => row.code === code && row.count !== null))
    }),
    { numRuns: 300 },
  )
})

figures('calls a row the largest only where it is, whatever stands behind the hidden ones', () => {
  fc.assert(
    fc.property(anyFigure, ({ figure, real }) => {
      const most = saidOf(figure).find(({ says }) => says === 'most')
      if (most?.says !== 'most') return
      const others = real.filter((_, at) => codes[at] !== most.row.code)
      assert.ok(
        others.every((n) => n < most.row.count),
        JSON.stringify(figure),
      )
    }),
    { numRuns: 300 },
  )
})

figures('has no share without its base', () => {
  fc.assert(
    fc.property(anyFigure, ({ figure }) => {
      for (const here of heres) {
        const text = figureSentences(here, figure)
        if (!text.includes('%')) continue
        assert.ok(figure.base !== null && numbersIn(text).includes(figure.base), text)
      }
    }),
    { numRuns: 200 },
  )
})

const rows = (...counts: (number | null)[]) =>
  counts.map((count, at) => ({ code: codes[at] ?? '', count, percent: null }))
const aFigure = (base: number | null, ...counts: (number | null)[]): ShownFigure => ({
  ...{ id: 'motive', unit: 'youths', several: false, base, missing: 0, rows: rows(...counts) },
})

figures('ranks nothing where two are level, nor where a hidden row may be larger', () => {
  assert.equal(
    saidOf(aFigure(45, 20, 20, 5)).map(({ says }) => says),
    ['shown'],
  )
  assert.equal(
    saidOf(aFigure(50, 15, 10, null, null)).map(({ says }) => says),
    ['shown'],
  )
  assert.equal(
    saidOf(aFigure(50, 30, 10, null, null)).map(({ says }) => says),
    ['most', 'shown'],
  )
})

figures('says nothing at all without a base or without any number', () => {
  assert.equal(saidOf(aFigure(null, 20, 10)), [])
  assert.equal(saidOf(aFigure(30, null, null)), [])
  assert.is(figureSentences(heres[0]!, aFigure(null, 20, 10)), '')
})

figures('does not cut a tie in two', () => {
  const said = saidOf(aFigure(100, 20, 20, 15, 15, 15, 15))
  assert.is(said[0]?.says === 'shown' && said[0].rows.length, 6)
})

figures('is written like this', () => {
  const figure = aFigure(91, 24, 19, 13, null, null)
  figure.rows[0]!.percent = 26
  figure.missing = 5
  assert.is(
    figureSentences(heres[0]!, {
      ...figure,
      rows: figure.rows.map((row) => (row.count === 24 ? { ...row, count: 54, percent: 59 } : row)),
    }),
    '주된 동기: 청소년 91명 가운데 가장 많은 항목은 ‘재미나 장난’ 54명(59%)입니다. 그 밖에 ‘호기심’ 19명, ‘충동적으로’ 13명입니다. 기록이 없는 청소년은 5명입니다.',
  )
})

figures.run()

const scale = (low: number, high: number, more: Partial<ShownScale> = {}): ShownScale => {
  const spread = { mean: 3, sd: 0.5, median: 3 }
  const change = { mean: (low + high) / 2, low, high }
  return { scale: 'EMP', pairs: 40, numbers: { before: spread, after: spread, change, effect: 0.4, p: 0.004 }, ...more }
}

const changes = suite('a sentence about change')

changes('says rose or fell only where the whole interval, as printed, lies on that side of 0', () => {
  assert.is(changeOf(scale(0.1, 0.4)), 'rose')
  assert.is(changeOf(scale(-0.4, -0.1)), 'fell')
  assert.is(changeOf(scale(-0.1, 0.4)), 'unclear')
  assert.is(changeOf(scale(0, 0.4)), 'unclear')
  // 0.00 is printed
  assert.is(changeOf(scale(0.004, 0.4)), 'unclear')
})

changes('names no direction of fewer than six pairs, nor of hidden ones', () => {
  assert.is(changeOf(scale(0.1, 0.4, { pairs: 5 })), 'too-few')
  assert.is(changeOf({ scale: 'EMP', pairs: null }), 'hidden')
  assert.is(changeOf({ scale: 'EMP', pairs: 12 }), 'hidden')
  for (const here of heres)
    assert.not.match(changeSentences(here, [scale(0.1, 0.4, { pairs: 5 })]).join(' '), /높았|낮았|higher|lower|0\.\d/)
})

changes('knows which way was hoped for', () => {
  assert.is(isHopedFor('EMP', 'rose'), true)
  assert.is(isHopedFor('MYTH', 'rose'), false)
  assert.is(isHopedFor('MYTH', 'fell'), true)
  assert.is(isHopedFor('MYTH', 'unclear'), undefined)
})

changes('sums up each scale once', () => {
  const all = [
    scale(0.1, 0.4),
    scale(0.1, 0.4, { scale: 'MYTH' }),
    scale(-0.1, 0.1, { scale: 'MD' }),
    { scale: 'CTRL', pairs: null },
  ]
  assert.equal(summedUp(all), { hoped: ['EMP'], against: ['MYTH'], unclear: ['MD'], unsaid: ['CTRL'] })
})

changes('gives the p that was adjusted over all scales', () => {
  const [first = ''] = changeSentences(heres[1]!, [scale(0.1, 0.4), scale(0.1, 0.4, { scale: 'MYTH' })])
  assert.match(first, '0.008')
})

changes('never speaks of a cause', () => {
  const said = heres.flatMap((here) => [
    ...changeSentences(here, [scale(0.1, 0.4), scale(-0.4, -0.1), scale(-0.1, 0.1)]),
    ...Object.values(here.t.resultsPaper.says.summary),
  ])
  for (const text of said)
    assert.not.match(text, /때문|덕분|효과가|영향|because|caused|effect of|thanks to|led to|improved/i)
})

changes.run()
