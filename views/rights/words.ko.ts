import { inside, keys } from './key-words.ko.ts'

export const ko = {
  title: '잘못된 내용 정정',
  lead: '청소년이나 보호자는 틀린 내용의 정정을 요구할 수 있습니다. 종결한 뒤에도 정정할 수 있습니다. 이전 내용과 정정 사유는 이력에 남습니다.',
  notes:
    '서명한 상담일지와 설문 답은 고쳐 쓰지 않습니다. 다르게 생각하는 점이 있으면 상담일지에 덧붙임으로 적어 주십시오.',
  parts: { youth: '청소년', guardians: '보호자 {n}', school: '학교', referral: '의뢰 내용' },
  fix: '정정',
  formTitle: '{part} 정정',
  birthDateHint:
    '생년월일을 정정하면 동의한 날의 나이를 다시 계산합니다. 그때 만 14세 미만이었다면 법정대리인의 동의와 확인이 있어야 다음 단계로 갈 수 있습니다.',
  askers: { youth: '청소년의 요구', guardian: '보호자의 요구', staff: '센터에서 발견' },
  save: '정정 저장',
  history: '정정 이력',
  noHistory: '정정한 내용이 없습니다.',
  change: '{before} → {after}',
  empty: '비어 있음',
  added: '새로 적음',
  back: '정정 목록',
  packTitle: '보관한 기록 제공',
  packLead:
    '한 청소년에 대해 보관한 것을 모두 모아 인쇄할 화면이나 파일로 만듭니다. 만든 사람과 사유는 접속 기록에 남습니다.',
  packCare:
    '제공하기 전에 글로 적힌 부분에 다른 사람의 이름이나 이야기가 있는지 읽어 보십시오. 보호자에게는 청소년이 말하거나 답한 내용을 제공하지 않습니다.',
  purposes: {
    'subject-request': '청소년 본인의 요구',
    'guardian-request': '보호자의 요구',
    transfer: '다른 기관으로 이관(동의 있음)',
    'court-order': '법원·수사기관의 문서',
  },
  forms: { page: '인쇄할 화면', data: '파일(JSON)' },
  ownNotes: '내가 쓴 ‘나만 보는 메모’도 넣습니다',
  make: '기록 만들기',
  pack: '보관한 기록 {number}',
  madeBy: '{when}에 {who} 만듦',
  packPurpose: '제공하는 사유',
  print: '이 화면을 인쇄해서 전해 주십시오. 화면을 닫으면 다시 만들어야 합니다.',
  leftOut: '넣지 않은 것',
  leftOutNothing: '넣지 않은 것이 없습니다.',
  leftOutOf: {
    'referrer-phone': '의뢰한 사람의 연락처 {n}건: 다른 사람의 정보입니다.',
    'guardian-phone': '다른 보호자의 연락처 {n}건: 다른 사람의 정보입니다.',
    'other-cases': '다른 청소년의 사례번호 {n}건: 다른 사람의 정보입니다.',
    'private-notes': '‘나만 보는 메모’ {n}건: 쓴 사람만 제공할 수 있습니다.',
    'shared-reasons': '다른 청소년의 일이 함께 적혔을 수 있는 사유 {n}건: 다른 사람의 정보입니다.',
    'told-in-confidence': '청소년이 말하거나 답한 내용 {n}건: 보호자에게는 제공하지 않습니다.',
    fingerprints: '링크와 이력의 확인 값 {n}건: 누구에 대한 내용도 아닙니다.',
    'unsaved-texts': '저장하지 않은 글 {n}건: 쓴 사람만 볼 수 있고 자동으로 지워집니다.',
  },
  item: '{name} {n}',
  nothing: '없음',
  noAnswer: '답하지 않음',
  before: '이전',
  after: '이후',
  keys,
  inside,
  openedPart: '누가 열어 보았는지',
  allowed: { allowed: '허용', refused: '거절' },
}

export const fields = {
  requestedBy: '누가 요구했는지',
  packPurpose: '제공하는 사유',
  guardianAsking: '어느 보호자인지',
  packForm: '형식',
  own: '내 메모',
}
