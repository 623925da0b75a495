/** What the figures show more of when one youth has gone the whole way: `figure code by-how-much of base`, in order. */
export const movedByOne = [
  'age-band 10-13 1 of 1',
  ...['attendance attended 10 of 11', 'attendance no-show 1 of 11', 'channel sns 1 of 1'],
  ...['closure-reason completed 1 of 1', 'completion completed 1 of 1'],
  ...['collection', 'counselling', 'guardian-under-14', 'sensitive', 'survey'].map(
    (kind) => `consent ${kind}:given 1 of 5`,
  ),
  'gender male 1 of 1',
  // 10 sessions of 50 minutes are 8 hours and 20 minutes
  ...['grade middle-1 1 of 1', 'hours completed 8 of 8', 'measure measure-5 1 of 1'],
  ...['motive curiosity 1 of 1', 'motive-all curiosity 1 of 2', 'motive-all fun 1 of 2'],
  ...['perpetration-type illegal-filming 1 of 2', 'perpetration-type posting-sharing 1 of 2'],
  ...['planned-held as-planned 1 of 1', 'referral-basis measure-5 1 of 1'],
  'referral-source school-violence-committee 1 of 1',
  ...['referred-half 2026-2 1 of 1', 'referred-month 2026-11 1 of 1', 'referred-year 2026 1 of 1'],
  ...[
    'relation same-class 1 of 1',
    'school-level middle 1 of 1',
    'sessions-held individual 10 of 10',
    'stage closed 1 of 1',
  ],
  ...['survey-exit answered 1 of 1', 'survey-intake answered 1 of 1', 'waiting 0-7 1 of 1'],
]
