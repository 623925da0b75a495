/** Surveys on paper: the form that a youth fills in by hand, and the page on which staff type it in. */
export const ko = {
  langs: { ko: '한국어', en: 'English' },
  // on the paper; simple and friendly, like the page that stands for it on a screen
  sheetTitle: '설문지',
  printHint: '브라우저의 인쇄 기능으로 A4 용지에 인쇄하십시오. 이름은 적지 않습니다.',
  caseNumber: '번호',
  filledOn: '쓴 날',
  how: '15~20분쯤 걸려요. 이름은 쓰지 마세요. 내 생각과 같은 칸에 ✓ 표시를 해 주세요. 다 쓰면 상담 선생님에게 주세요. 선생님이 컴퓨터에 옮겨 적어요.',
  decline: '‘답하고 싶지 않아요’ 칸에 표시하면 돼요. 힘들면 언제든지 그만해도 돼요.',
  onlyIf: '{no}번에서 ‘{answer}’ 칸을 고른 사람만 답해 주세요.',
  skipIf: '{no}번에서 ‘{answer}’ 칸을 고른 사람은 넘어가 주세요.',
  oneOf: '{no}번에서 고른 것 가운데 하나만 골라 주세요.',
  several: '여러 개 골라도 돼요.',
  one: '하나만 골라 주세요.',
  endTitle: '끝까지 해 줘서 고마워요',
  end: '지금 힘들거나 위험하면 이 종이만 내지 말고 상담 선생님에게 바로 말해 주세요. 전화해도 돼요.',
  // typing it in
  entryTitle: '종이 답 입력',
  entryLead: '종이에 적힌 대로 입력합니다. 표시가 없거나 알아볼 수 없는 문항은 ‘빈칸’으로 둡니다.',
  whichVersion: '종이 위쪽에 {n}판이라고 적혀 있는지 확인하십시오.',
  otherVersion: '{n}판 종이 입력',
  blank: '빈칸',
  enter: '입력 마치기',
  afterEntry:
    '입력을 마치면 답을 고칠 수 없고, 종이로 받은 답으로 표시됩니다. 도움이 필요하다는 답이 있으면 담당 상담원과 사업 책임자에게 바로 알립니다. 종이는 잠금 장치가 있는 곳에 보관하거나 파쇄하십시오.',
}

export const fields = {
  filledOn: '종이에 답한 날',
  filledIn: '종이의 언어',
}
