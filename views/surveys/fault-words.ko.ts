import type { FaultCode } from '../../src/surveys/faults.ts'

/** What is wrong with a survey that somebody uploaded, and what to do; names in ‘’ stand in the file as they are. */
export const faults: Record<FaultCode, string> = {
  'not-json': 'JSON 형식이 아닙니다. 쉼표, 따옴표, 괄호를 확인해 주십시오.',
  'not-json-at': '{line}번째 줄 근처가 JSON 형식에 맞지 않습니다. 쉼표, 따옴표, 괄호를 확인해 주십시오.',
  'no-survey': '설문이 아닙니다. 지금 쓰는 판을 내려받아 고쳐 주십시오.',
  'refused-by-surveyjs': 'SurveyJS가 받아들이지 않습니다: {said}',
  'too-many-parts': '항목이 너무 많습니다. {most}개까지 쓸 수 있습니다.',
  'not-allowed': '‘{name}’ 항목은 쓸 수 없습니다. 지워 주십시오.',
  'type-not-allowed':
    '‘{type}’ 종류의 질문은 쓸 수 없습니다. radiogroup, checkbox, rating, matrix, boolean, comment, text 가운데에서 쓰십시오.',
  'part-missing': '‘{name}’ 항목이 빠졌습니다.',
  'value-not-allowed': '‘{name}’ 항목에 쓸 수 없는 값이 있습니다.',
  'number-too-small': '‘{name}’ 값은 {least} 이상이어야 합니다.',
  'number-too-large': '‘{name}’ 값은 {most} 이하여야 합니다.',
  'too-few': '‘{name}’ 항목에 {least}개 이상 있어야 합니다.',
  'too-many': '‘{name}’ 항목에 {most}개까지만 쓸 수 있습니다.',
  'bad-name':
    '‘{name}’ 이름은 쓸 수 없습니다. 영문 소문자로 시작하고 영문 소문자, 숫자, 줄표(-)로 40자까지 적어 주십시오.',
  'korean-missing': '한국어 문구(default)가 없습니다.',
  'english-missing': '영어 문구(en)가 없습니다.',
  'words-too-long': '문구가 너무 깁니다. {most}자까지 쓸 수 있습니다.',
  'words-with-tags': '문구에 < 또는 > 기호를 쓸 수 없습니다.',
  'words-with-braces': '문구에 중괄호를 쓸 수 없습니다. 다른 질문의 답을 문구에 넣지 않습니다.',
  'words-unseen': '보이지 않는 글자나 글의 방향을 바꾸는 글자가 있습니다. 이 문구를 새로 적어 주십시오.',
  'words-with-address': '문구에 인터넷 주소를 쓸 수 없습니다.',
  'english-in-korean': '한국어 문구(default)에 한글이 없습니다.',
  'korean-in-english': '영어 문구(en)에 한글이 있습니다.',
  'name-twice': '‘{name}’ 이름이 두 번 있습니다. 이름은 설문 전체에서 한 번만 씁니다.',
  'name-reserved': '‘{name}’ 이름은 다른 뜻으로 쓰입니다. 다른 이름을 적어 주십시오.',
  'answer-twice': '‘{name}’ 값이 두 번 있습니다.',
  'condition-not-allowed': '조건(visibleIf)에는 앞의 질문 하나를 정해진 답 하나와 비교하는 것만 쓸 수 있습니다.',
  'condition-later': '조건에 쓴 ‘{name}’ 질문이 이 질문보다 앞에 없습니다.',
  'condition-on-condition':
    '조건에 쓴 ‘{name}’ 질문에도 조건이 있습니다. 누구에게나 보이는 질문만 조건에 쓸 수 있습니다.',
  'condition-kind':
    '‘{name}’ 질문에 쓸 수 없는 비교입니다. radiogroup에는 = 또는 <>, checkbox에는 contains 또는 notcontains를 쓰십시오.',
  'condition-answer': '조건에 쓴 ‘{answer}’ 답이 ‘{name}’ 질문에 없습니다.',
  'choices-missing': 'choices와 choicesFromQuestion 가운데 하나만 있어야 합니다.',
  'choices-from':
    '‘{name}’ 질문에서 답을 가져올 수 없습니다. 앞에 있는 checkbox여야 하고 choicesFromQuestionMode를 selected로 적어야 합니다.',
  'choices-open':
    '‘{name}’ 질문에 답하지 않으면 이 질문에 답할 수 없습니다. ‘{name}’ 질문을 누구나 답하게 해 주십시오.',
  'cannot-decline': '꼭 답해야 하는 질문(isRequired)에는 declined(답하고 싶지 않아요)가 있어야 합니다.',
  'declined-not-alone': 'declined(답하고 싶지 않아요)에는 isExclusive를 true로 적어야 합니다.',
  'rows-not-required': 'eachRowRequired를 쓰려면 isRequired도 true로 적어야 합니다.',
  'range-backwards': 'rateMax 값은 rateMin 값보다 커야 합니다.',
  'too-much-text': '글로 적는 답의 길이(maxLength)를 모두 더해 {most}자까지 쓸 수 있습니다.',
  'scale-unknown': '‘{scale}’ 척도는 없는 척도입니다.',
  'scale-missing': 'key나 reversed가 있으면 척도(scale)도 있어야 합니다.',
  'scale-numbers': '‘{scale}’ 척도의 답은 {from}부터 {to}까지의 숫자와 declined여야 하고, key는 쓰지 않습니다.',
  'key-incomplete': '지식 척도는 문항마다 key에 정답이 하나씩 있어야 하고, reversed는 쓰지 않습니다.',
  'reversed-unknown': 'reversed에 적은 ‘{name}’ 문항이 이 질문에 없습니다.',
  'safety-code': 'safety에 적은 ‘{code}’ 코드는 위험·욕구 표시 목록에 없습니다.',
  'safety-duty': 'safety에 적은 ‘{code}’ 코드는 신고의무를 엽니다. 신고의무는 이야기를 들은 사람이 판단합니다.',
  'safety-answer': 'safety에 적은 ‘{answer}’ 답이 이 질문에 없습니다.',
  'safety-all': '모든 답이 바로 알리는 답입니다. 알리지 않는 답이 하나는 있어야 합니다.',
  'safety-hidden': '안전을 묻는 질문에는 조건을 쓸 수 없습니다. 누구에게나 보여야 합니다.',
  'safety-last': '안전을 묻는 쪽 뒤에 누구에게나 보이는 질문이 있어야 합니다. 안전 질문으로 설문을 끝내지 않습니다.',
}

/** Where it is wrong. */
export const places = {
  whole: '파일 전체',
  page: '{n}쪽',
  question: '‘{name}’ 질문',
  nthQuestion: '{n}번째 질문',
  parts: {
    title: '제목',
    description: '설명',
    choice: '{n}번째 답',
    column: '{n}번째 칸',
    row: '{n}번째 문항',
    completeText: '보내기 버튼',
  },
  langs: { ko: '한국어', en: '영어' },
}
