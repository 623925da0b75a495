import type { ko } from './alarm-words.ko.ts'

export const en: typeof ko = {
  title: 'Call for help',
  asked: 'At {when} the youth of {case} answered in a survey that help is needed.',
  lookBy: 'Somebody must take it up by {until}.',
  nobodyYet: 'Nobody took it up by {until}. Please do so now.',
  take: 'I am on it',
  takeOf: 'I am on it: {case}',
  look: 'See the case',
  more: 'Further calls for help: {n}',
  takenNow: 'You took up the call for help in {case}.',
  answeredAt: 'Survey answer of {when}',
  until: 'by {until}',
  late: '{n} after {until}',
  hint: 'Once you take it up, make sure right away that the youth is safe. Everyone else who was told learns that it is you.',
  toldAgain: 'Nobody took it up in time; everyone was told again at {when}.',
  takenBy: 'Taken up by {who} at {when}',
}
