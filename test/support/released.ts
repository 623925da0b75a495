import type { Release } from '../../src/people/registers.ts'
import type { Published, ShownFigure, ShownScale } from '../../src/report/shown.ts'
import { signed } from './samples.ts'

const figure = (
  id: ShownFigure['id'],
  base: number | null,
  rows: [code: string, count: number | null, percent: number | null][],
  more: Partial<ShownFigure> = {},
): ShownFigure => ({
  ...{ id, unit: 'youths', several: false, base, missing: 0 },
  rows: rows.map(([code, count, percent]) => ({ code, count, percent })),
  ...more,
})

const rose: ShownScale = {
  scale: 'EMP',
  pairs: 43,
  numbers: {
    before: { mean: 3.017, sd: 0.713, median: 3.2 },
    after: { mean: 3.482, sd: 0.667, median: 3.6 },
    change: { mean: 0.465, low: 0.281, high: 0.649 },
    ...{ effect: 0.767, p: 0.00021 },
  },
}
const unclear: ShownScale = {
  scale: 'MYTH',
  pairs: 42,
  numbers: {
    before: { mean: 2.714, sd: 0.61, median: 2.83 },
    after: { mean: 2.622, sd: 0.59, median: 2.67 },
    change: { mean: -0.092, low: -0.271, high: 0.087 },
    ...{ effect: -0.158, p: 0.3117 },
  },
}
const share: ShownScale = {
  scale: 'LAW',
  pairs: 44,
  numbers: {
    before: { mean: 0.531, sd: 0.214, median: 0.5 },
    after: { mean: 0.688, sd: 0.187, median: 0.75 },
    change: { mean: 0.157, low: 0.081, high: 0.233 },
    ...{ effect: 0.62, p: 0.0013 },
  },
}

/** Shown tables made by hand: each kind of table, with hidden numbers, a tie, a small base and a scale without numbers. */
export const shownByHand: Published = {
  figures: [
    figure('school-level', 91, [
      ['elementary', null, null],
      ['middle', 57, 63],
      ['high', 28, 31],
      ['special', null, null],
    ]),
    figure('gender', 91, [
      ['male', null, null],
      ['female', null, null],
    ]),
    figure('referral-source', 91, [
      ['teacher', 37, 41],
      ['police', 37, 41],
      ['guardian', 17, 19],
    ]),
    figure(
      'motive',
      86,
      [
        ['fun', 24, 28],
        ['curiosity', 19, 22],
        ['impulse', 13, 15],
        ['imitation', null, null],
        ['money', null, null],
      ],
      { missing: 5 },
    ),
    figure(
      'channel',
      154,
      [
        ['sns', 63, 41],
        ['site', 29, 19],
        ['messenger', 62, 40],
      ],
      { unit: 'answers', several: true, missing: null },
    ),
    figure(
      'relation',
      16,
      [
        ['friend', 9, null],
        ['stranger', 7, null],
      ],
      { missing: 75 },
    ),
    figure(
      'sessions-held',
      1323,
      [
        ['individual', 1211, 92],
        ['group', 112, 8],
      ],
      { unit: 'sessions', several: true },
    ),
    figure('completion', 91, [
      ['completed', 71, 78],
      ['completed-early', null, null],
      ['not-completed', null, null],
      ['open', 0, 0],
    ]),
    figure('survey-exit', null, [['answered', null, null]], { missing: null }),
  ],
  crosses: [
    {
      ...{ rows: 'school-level', columns: 'referral-source' },
      rowCodes: ['middle', 'high', 'special'],
      columnCodes: ['teacher', 'police'],
      cells: [
        [34, 23],
        [null, null],
        [null, null],
      ],
      rowTotals: [57, 28, null],
      columnTotals: [null, null],
      base: 91,
    },
  ],
  outcome: [rose, unclear, share, { scale: 'CTRL', pairs: null }],
}

/** That, as a release of 2019 and 2020: proposed by a lead who is not Seo, approved by Yoo unless asked otherwise. */
export const releaseByHand = (changes: Partial<Release> = {}): Release => ({
  ...{ id: '2026-01', purpose: '서울시 보고', from: '2019-2', to: '2020-2', cutOff: '2026-11-20', threshold: 5 },
  figures: shownByHand.figures.map(({ id }) => id),
  crosses: [['school-level', 'referral-source']],
  ...{ outcome: true, tables: shownByHand, ...signed('lead-2', '2026-11-20T02:00:00.000Z') },
  approved: signed('yoo', '2026-11-21T02:00:00.000Z'),
  ...changes,
})
