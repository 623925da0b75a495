import type { says as ko } from './paper-sentence-words.ko.ts'

export const says: typeof ko = {
  amount: { youths: '{n}', answers: '{n}', sessions: '{n}', hours: '{n} h' },
  of: { youths: '{n} youths', answers: '{n} answers', sessions: '{n} sessions', hours: '{n} hours' },
  row: '“{label}” {amount}',
  rowShare: '“{label}” {amount} ({percent}%)',
  all: '{title}: all of {base} are “{label}”.',
  most: '{title}: of {base}, the largest group is {row}.',
  also: 'Also {rows}.',
  shown: '{title}: of {base}, {rows}.',
  missing: 'It is not recorded for {n} youths.',
  rose: '{scale}: scores were higher at exit than at intake. The mean difference among the {pairs} youths who answered both times is {mean}, with a 95% interval from {low} to {high}.',
  fell: '{scale}: scores were lower at exit than at intake. The mean difference among the {pairs} youths who answered both times is {mean}, with a 95% interval from {low} to {high}.',
  unclear:
    '{scale}: no clear change. The mean difference among the {pairs} youths who answered both times is {mean}, with a 95% interval from {low} to {high}, which includes 0.',
  tooFew: '{scale}: {pairs} youths answered both times, too few to say anything of change.',
  hidden: '{scale}: so few answered both times that no number is shown, and nothing is said of change.',
  hoped: 'This is the direction hoped for.',
  against: 'This is the opposite of the direction hoped for.',
  adjusted: 'The p-value adjusted over all scales is {p}.',
  summary: {
    hoped: 'By their 95% intervals, scales that moved in the direction hoped for: {scales}.',
    against: 'Scales that moved in the opposite direction: {scales}.',
    unclear: 'Scales without a clear change: {scales}.',
    unsaid: 'Scales of which too few answered for anything to be said: {scales}.',
  },
  cause:
    'This is a comparison of before and after without a control group: it cannot show that counselling is the cause of a difference.',
  exploratory: 'Several scales were looked at together, so the results are exploratory.',
  completers:
    'Change is worked out from the youths who answered both the intake and the exit survey. Those who left early, or did not answer at exit, are not in it.',
}
