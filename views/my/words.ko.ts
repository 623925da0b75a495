import { ko as guardian } from './guardian-words.ko.ts'
import { ko as youth } from './youth-words.ko.ts'

/** Pages of youth and guardian. Titles stand in histories and say nothing. */
export const ko = {
  guardian,
  youth,
  leave: '바로 나가기',
  leaveHint: '‘바로 나가기’를 누르거나 Esc 키를 세 번 누르면 이 화면이 바로 닫힙니다.',
  titles: {
    sheet: '안내와 답',
    page: '내 화면',
    looked: '열어 본 기록',
    withdrawal: '답 바꾸기',
    reminders: '알림 정하기',
  },
  opening: {
    title: '안내',
    heading: '보내 드린 안내를 열까요?',
    text: '버튼을 누르면 내용이 보입니다. 다른 사람이 보지 않는 곳에서 열어 주십시오. 30분 동안 쓰지 않으면 저절로 닫힙니다.',
    alone: '안내를 받은 분이 아니라면 이 창을 닫아 주십시오.',
    open: '열기',
  },
  gone: {
    title: '열 수 없음',
    heading: '지금은 열 수 없습니다',
    text: '링크의 기한이 지났거나, 더는 쓰지 않는 링크이거나, 화면을 오래 두어 닫혔습니다.',
    again: '받은 링크를 다시 눌러 보십시오. 그래도 열리지 않으면 링크를 보낸 곳에 말씀해 주십시오.',
  },
  staff: {
    title: '열 수 없음',
    heading: '먼저 로그아웃해 주십시오',
    text: '이 기기에 직원이 로그인해 있습니다. 로그아웃한 뒤에 링크를 다시 열어 주십시오.',
  },
  closed: { title: '닫힘', heading: '닫혔습니다', text: '이 창을 닫으셔도 됩니다.' },
  /** to a youth who has turned 14 */
  again: {
    heading: '다시 물어볼게요',
    lead: '{name} 님, 안녕하세요? {centre}입니다.',
    reason: '이제 만 14세가 되어 스스로 답할 수 있어요. 그래서 다시 물어봐요.',
    goesOn: '답하기 전에도 하던 상담은 그대로 이어져요.',
  },
  signedNameHint: '보호자 본인이 답하셨음을 확인하려고 적습니다.',
  verified: '법정대리인 확인을 마쳤습니다.',
  notVerified: '법정대리인 확인을 기다리고 있습니다.',
  verifyNext: '이제 센터에서 법정대리인이 맞는지 확인하려고 연락드립니다.',
  /** to the youth */
  alsoReminded: '{who}에게도 알려요.',
  agreement: '그 밖의 동의',
  referrer: '상담을 의뢰한 곳',
  phone: '전화',
  email: '전자우편',
}

export const fields = {
  signedName: '보호자 성명',
}
