import type { ko } from './own-outcome-words.ko.ts'

export const en: typeof ko = {
  title: 'Looking back together',
  toPage: 'Look at it with the youth',
  back: 'To the results',
  forStaff:
    'A page to talk over side by side with the youth. It has no scores and no verdict. Hear first what the youth makes of it: what changed, and how it is now. No name or number is printed.',
  heading: 'Me at the beginning, me now',
  lead: 'What you chose when counselling began and when it ended, on one line. There is no right or wrong. Think of how it was then and how it is now, and say so if it feels different to you.',
  begin: 'Then',
  end: 'Now',
  little: 'little',
  much: 'much',
  moved: {
    'much-less': 'Much less than at the beginning',
    less: 'A little less than at the beginning',
    same: 'Much the same as at the beginning',
    more: 'A little more than at the beginning',
    'much-more': 'Much more than at the beginning',
  },
  notBeside: {
    'begin-missing': 'Not answered at the beginning, so it is not put on a line.',
    'end-missing': 'Not answered at the end, so it is not put on a line.',
    wording: 'The questions changed in between, so it is not put on a line.',
    language: 'Answered in two languages, so it is not put on a line.',
  },
  nothing: 'Both the first and the last answers are needed to put them on a line.',
  rest: 'Not put on a line',
  scales: {
    CTRL: ['Stopping for a moment', 'stopping before sending or doing something, holding back, putting it away'],
    PEER: ['Feeling that friends find it fine', 'feeling that friends find such things fun, or not so bad'],
    EMP: ['Thinking of how others feel', 'imagining how the person behind the screen feels'],
    PSEV: ['Thinking that it is no small thing', 'seeing how long one picture can go on to matter'],
    MYTH: ['Nodding at what people say', 'finding it right when people say “just for fun” or “they sent it first”'],
    MD: [
      'Telling myself that it is not so bad',
      'letting myself off because there is worse, or because others did it too',
    ],
    BYST: ['What I would do', 'saying stop, telling an adult, helping a friend who suffers'],
    LAW: ['Knowing the law', 'knowing what the law does not allow'],
    RESP: ['My part and my plan', 'taking what I did as mine, and having a plan for next time'],
    SUPP: [
      'Somebody to lean on, and what is ahead',
      'an adult to talk to, friends I am at ease with, good things ahead',
    ],
  },
  own: 'In my words',
  ownLead: 'Room for your own words. They stay on this paper; the centre does not keep them.',
  prompts: [
    'If something changed, what do you think made it change?',
    'What stayed the same that you are glad of?',
    'Who could help you from here?',
  ],
}
