export const ko = {
  title: '종결',
  open: '끝나지 않은 일',
  openLead: '그대로 종결하려면 종결 요약에 사유를 적어 주십시오.',
  nothingOpen: '남은 일이 없습니다. 종결할 수 있습니다.',
  things: {
    'sessions-left': '계획한 {planned}회 가운데 {held}회를 진행했습니다.',
    'hours-left': '이수할 {ordered}시간 가운데 {done}을 인정했습니다.',
    'guardian-hours-left': '보호자가 이수할 {ordered}시간 가운데 {done}을 인정했습니다.',
    'sessions-booked': '출석을 적지 않았거나 아직 남은 일정이 {count}건 있습니다.',
    'notes-missing': '서명하지 않은 상담일지가 {count}건 있습니다.',
    'exit-survey-missing': '사후 설문의 답을 받지 않았습니다.',
    'concerns-open': '해결하지 않은 유의 사항이 {count}건 있습니다.',
  },
  delivered: '계획과 진행',
  planned: '계획한 회기',
  held: '진행한 회기',
  missed: '결석한 회기',
  credited: '인정 시간',
  close: '종결하기',
  button: '사례 종결',
  closings: '종결 기록',
  reopen: '다시 열기',
  reopened: '다시 열림',
}

export const fields = {
  closedOn: '종결일',
  reason: '종결 사유',
  closingSummary: '종결 요약',
}
