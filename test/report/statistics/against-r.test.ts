import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { suite } from 'uvu'
import { holmOf } from '../../../src/report/statistics/holm.ts'
import { twoSidedNormal } from '../../../src/report/statistics/normal.ts'
import { medianOf, quantileOf, sdOf, spearmanOf } from '../../../src/report/statistics/spread.ts'
import { cdfOfT, intervalOf, lnGamma, pairedT, quantileOfT } from '../../../src/report/statistics/student-t.ts'
import { signedRank } from '../../../src/report/statistics/wilcoxon.ts'

const r = suite('The statistics beside R')

/** Numbers that an R expression prints; undefined where R is not installed. */
function askR(code: string): number[] | undefined {
  const { error, stdout, stderr, status } = spawnSync('Rscript', ['--vanilla', '-e', code], { encoding: 'utf8' })
  if (error) return undefined
  assert.equal(status, 0, stderr)
  return stdout
    .trim()
    .split(/\s+/)
    .map((one) => (one === 'NA' ? Number.NaN : Number(one)))
}

if (!askR('cat(1)')) console.log('SKIPPED: Rscript is not installed, so nothing was compared with R')

const said = (numbers: readonly number[]): string => `c(${numbers.join(',')})`
const print = (expression: string): string => `cat(format(c(${expression}), digits=15), sep=" ")`

function same(found: readonly (number | undefined)[], code: string, within = 1e-9): void {
  const expected = askR(code)
  if (!expected) return
  assert.equal(found.length, expected.length)
  for (const [at, one] of expected.entries())
    assert.ok(
      Math.abs((found[at] ?? Number.NaN) - one) <= within * Math.max(1e-3, Math.abs(one)),
      `${found[at]}: ${one}`,
    )
}

/** Numbers that look random and are the same every time. */
function numbers(count: number, seed: number): number[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647
    return Math.round((state / 2147483647 - 0.4) * 1e6) / 1e3
  })
}

r('Student’s t and its quantiles over a grid of degrees of freedom', () => {
  const dfs = [1, 2, 3, 5, 9, 29, 90, 500]
  const [ts, shares] = [
    [-12, -3, -0.5, 0, 0.01, 1, 2.5, 8],
    [0.0005, 0.025, 0.4, 0.5, 0.9, 0.975, 0.9995],
  ]
  same(
    dfs.flatMap((df) => ts.map((t) => cdfOfT(t, df))),
    print(`sapply(${said(dfs)}, function(df) pt(${said(ts)}, df))`),
  )
  same(
    dfs.flatMap((df) => shares.map((share) => quantileOfT(share, df))),
    print(`sapply(${said(dfs)}, function(df) qt(${said(shares)}, df))`),
  )
})

r('the normal curve and the gamma function', () => {
  const zs = [0, 0.1, 0.7, 1.2, 1.959963984540054, 2.5, 2.9, 4, 6, 9]
  same(zs.map(twoSidedNormal), print(`2*pnorm(-${said(zs)})`), 1e-8)
  const xs = [0.2, 0.5, 1, 2, 4.5, 50, 250]
  same(xs.map(lnGamma), print(`lgamma(${said(xs)})`))
})

r('the paired t test with its interval', () => {
  for (const n of [2, 6, 10, 91]) {
    const differences = numbers(n, n + 7)
    const [test, interval] = [pairedT(differences), intervalOf(differences)]
    const asked = `x <- ${said(differences)}; t <- t.test(x);`
    same(
      [test?.t, test?.df, test?.p, interval?.mean, interval?.low, interval?.high],
      `${asked} ${print('t$statistic, t$parameter, t$p.value, t$estimate, t$conf.int')}`,
    )
  }
})

r('the exact signed-rank test, where R has it exact: without ties and zeros', () => {
  for (const n of [6, 9, 20, 49]) {
    const differences = numbers(n, n + 3)
    const { rose, p } = signedRank(differences)
    same([rose, p], `w <- wilcox.test(${said(differences)}, exact=TRUE); ${print('w$statistic, w$p.value')}`)
  }
})

r('the same with ties and zeros by R’s own convolution, 30 pairs of which 26 changed', () => {
  const differences = [
    ...[-1, -1, 0, -2, 2, 1, 0, 0, 2, -2, -2, -2, -1, -2, 1],
    ...[-2, -2, -2, -1, -3, 0, -3, -2, -5, 1, -2, 1, 1, 4, 2],
  ]
  const worked = `d <- ${said(differences)}; r <- rank(abs(d))[d != 0]; v <- sum(rank(abs(d))[d > 0])
    f <- 1; for (k in round(2 * r)) f <- c(f, rep(0, k)) + c(rep(0, k), f)
    s <- seq_along(f) - 1; p <- sum(f[abs(s - sum(r)) >= abs(2 * v - sum(r)) - 1e-9]) / 2^length(r); ${print('v, p')}`
  const { rose, p } = signedRank(differences)
  same([rose, p], worked)
})

r('quartiles, spread, Spearman’s and Holm’s', () => {
  const [xs, ys] = [numbers(11, 5), numbers(11, 9).map(Math.round)]
  same(
    [quantileOf(xs, 0.25), medianOf(xs), quantileOf(xs, 0.75), sdOf(xs), spearmanOf(xs, ys)],
    `x <- ${said(xs)}; y <- ${said(ys)}; ${print('quantile(x, c(.25,.5,.75)), sd(x), cor(x, y, method="spearman")')}`,
  )
  const ps = [0.5, 0.003, 0.32, 0.054, 0.0003]
  same(holmOf(ps), print(`p.adjust(${said(ps)}, "holm")`))
})

r.run()
