import type { faults as koFaults, places as koPlaces } from './fault-words.ko.ts'

export const faults: typeof koFaults = {
  'not-json': 'This is not JSON. Look for a comma, a quotation mark or a bracket that is missing.',
  'not-json-at': 'Near line {line} this is not JSON. Look for a comma, a quotation mark or a bracket that is missing.',
  'no-survey': 'This is no survey. Download the version in use and change that.',
  'refused-by-surveyjs': 'SurveyJS does not accept it: {said}',
  'too-many-parts': 'There are too many parts; at most {most}.',
  'not-allowed': '‘{name}’ may not be used. Please take it out.',
  'type-not-allowed':
    'Questions of type ‘{type}’ may not be used. Use radiogroup, checkbox, rating, matrix, boolean, comment or text.',
  'part-missing': '‘{name}’ is missing.',
  'value-not-allowed': '‘{name}’ holds a value that may not be used.',
  'number-too-small': '‘{name}’ must be at least {least}.',
  'number-too-large': '‘{name}’ must be at most {most}.',
  'too-few': '‘{name}’ needs at least {least}.',
  'too-many': '‘{name}’ takes at most {most}.',
  'bad-name':
    '‘{name}’ cannot be a name. Begin with a small letter; small letters, digits and hyphens, at most 40 characters.',
  'korean-missing': 'The Korean wording (default) is missing.',
  'english-missing': 'The English wording (en) is missing.',
  'words-too-long': 'The wording is too long; at most {most} characters.',
  'words-with-tags': 'A wording may not hold < or >.',
  'words-with-braces': 'A wording may not hold curly brackets. No answer is filled into a wording.',
  'words-unseen':
    'There are characters that cannot be seen or that turn the direction of the text. Please type this wording anew.',
  'words-with-address': 'A wording may not hold an internet address.',
  'english-in-korean': 'There is no Korean in the Korean wording (default).',
  'korean-in-english': 'There is Korean in the English wording (en).',
  'name-twice': 'The name ‘{name}’ is there twice. A name is used once in the whole survey.',
  'name-reserved': 'The name ‘{name}’ means something else. Please choose another.',
  'answer-twice': 'The value ‘{name}’ is there twice.',
  'condition-not-allowed': 'A condition (visibleIf) may only compare one earlier question with one fixed answer.',
  'condition-later': 'The question ‘{name}’ in the condition does not stand before this one.',
  'condition-on-condition':
    'The question ‘{name}’ in the condition has a condition itself. Only a question that everybody sees may be used.',
  'condition-kind':
    'This comparison does not fit ‘{name}’. Use = or <> for a radiogroup, contains or notcontains for a checkbox.',
  'condition-answer': 'The answer ‘{answer}’ in the condition is not offered by ‘{name}’.',
  'choices-missing': 'There must be either choices or choicesFromQuestion, and not both.',
  'choices-from':
    'Choices cannot be taken from ‘{name}’: it must be a checkbox before this question, with choicesFromQuestionMode set to selected.',
  'choices-open':
    'Whoever does not answer ‘{name}’ could not answer this question. Let everybody be asked and answer ‘{name}’.',
  'cannot-decline': 'A question that must be answered (isRequired) needs declined (“I don’t want to answer”).',
  'declined-not-alone': 'declined (“I don’t want to answer”) needs isExclusive set to true.',
  'rows-not-required': 'With eachRowRequired, isRequired must be true as well.',
  'range-backwards': 'rateMax must be larger than rateMin.',
  'too-much-text': 'The lengths of all written answers (maxLength) may add up to {most} characters.',
  'scale-unknown': 'There is no scale ‘{scale}’.',
  'scale-missing': 'Where there is key or reversed, there must be a scale.',
  'scale-numbers': 'Answers of the scale ‘{scale}’ must be the numbers {from} to {to} and declined, without a key.',
  'key-incomplete': 'A scale of knowledge needs one right answer in key for each item, and no reversed.',
  'reversed-unknown': 'The item ‘{name}’ in reversed is not in this question.',
  'safety-code': 'The code ‘{code}’ in safety is not in the list of concerns.',
  'safety-duty':
    'The code ‘{code}’ in safety opens a duty to report. That is for whoever talked with the youth to find.',
  'safety-answer': 'The answer ‘{answer}’ in safety is not offered by this question.',
  'safety-all': 'Every answer would be told at once. At least one must not be.',
  'safety-hidden': 'A question about safety may have no condition. Everybody must see it.',
  'safety-last':
    'After the page about safety there must be a question that everybody sees. No survey ends with a question about safety.',
}

export const places: typeof koPlaces = {
  whole: 'The whole file',
  page: 'Page {n}',
  question: 'question ‘{name}’',
  nthQuestion: 'question no. {n}',
  parts: {
    title: 'title',
    description: 'description',
    choice: 'answer no. {n}',
    column: 'column no. {n}',
    row: 'item no. {n}',
    completeText: 'send button',
  },
  langs: { ko: 'Korean', en: 'English' },
}
