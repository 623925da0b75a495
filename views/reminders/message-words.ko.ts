/** What leaves the house. Whoever reads it over somebody's shoulder learns a day and a time, and nothing else. */
export const messageWords = {
  /** the name that a mail comes under */
  sender: '일정 안내',
  subject: { reminder: '일정 안내', moved: '일정 변경 안내', cancelled: '일정 취소 안내' },
  hello: '안녕하세요.',
  mail: {
    reminder: '다음 일정을 알려 드립니다.',
    moved: '일정이 바뀌었습니다.',
    cancelled: '아래 일정이 취소되었습니다.',
  },
  when: { reminder: '일시: {when}', moved: '바뀐 일시: {when}', cancelled: '취소된 일시: {when}' },
  before: '이전 일시: {when}',
  how: '방법: {how}',
  reference: '번호: {number}',
  call: '오시기 어렵거나 궁금한 점이 있으면 전화해 주십시오. {phone}',
  /** to a school */
  ask: '궁금한 점이 있으면 전화해 주십시오. {phone}',
  stop: '이 알림을 그만 받으시려면 말씀해 주십시오.',
  text: {
    reminder: '[안내] {when} 일정이 있습니다.',
    moved: '[안내] 일정 변경: {before} → {when}.',
    cancelled: '[안내] {when} 일정이 취소되었습니다.',
  },
  /** to somebody of the house, who is to sign in and look: nothing of what it is */
  look: {
    sender: '안내',
    subject: { 'look-now': '확인 요청', 'look-still': '다시 확인 요청' },
    mail: {
      'look-now': '확인할 것이 있습니다. 지금 로그인해 주십시오.',
      'look-still': '아직 아무도 확인하지 않은 것이 있습니다. 지금 로그인해 주십시오.',
    },
    text: '[안내] {what}',
  },
  textReference: '[안내] {number}',
  textCall: '문의 {phone}',
  places: { phone: '전화', online: '화상' },
  withPlace: '{when}({how})',
  longWhen: '{y}년 {month} {d}일 ({weekday}) {time}',
  shortWhen: '{month} {d}일({weekday}) {time}',
  months: ['1월', '2월', '3월', '4월', '5월', '6월', '7월', '8월', '9월', '10월', '11월', '12월'],
}
