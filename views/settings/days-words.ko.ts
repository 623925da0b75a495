/** When the centre, its rooms and the schools' students can be had. */
export const ko = {
  title: '쉬는 날',
  lead: '쉬는 날에는 회기를 예약할 수 없습니다. 이미 예약된 회기는 그대로 남으므로 상담원에게 옮기도록 알려 주십시오.',
  shutHead: '센터가 쉬는 날',
  noShut: '따로 정한 쉬는 날이 없습니다.',
  addShut: '쉬는 날 추가',
  oneDay: '하루만이면 끝나는 날은 비워 두십시오.',
  when: '기간',
  removal: '삭제',
  remove: '삭제',
  removeOne: '{from} {name} 삭제',
  holidaysHead: '공휴일',
  holidaysLead: '대체공휴일과 임시공휴일을 포함합니다. 따로 추가하지 않아도 예약할 수 없는 날입니다.',
  ofYear: '{year}년 공휴일',
  holidaysUnknown:
    '{year}년 공휴일은 아직 등록되지 않았습니다. {last}년까지 등록되어 있으며, 프로그램을 새 버전으로 바꾸면 추가됩니다.',
  hours: '사용 시간',
  ownHours: '따로 정함',
  asCentre: '센터 운영 시간과 같음',
  roomLead: '이 상담실을 쓸 수 있는 시간입니다. 모두 비워 두면 센터 운영 시간과 같습니다.',
  lessonsHead: '수업 시간',
  lessonsLead: '학생이 수업을 받는 시간입니다. 예약할 때 알려 드리고, 일정을 짤 때 피합니다. 모르면 비워 두십시오.',
  examsHead: '시험 기간',
  examsLead: '일정을 짤 때 피하는 기간입니다.',
  noExams: '적어 둔 시험 기간이 없습니다.',
  addExams: '시험 기간 추가',
  watchHead: '할 일과 확인 서명',
  watchLead:
    '정한 날수 동안 청소년을 만나지 못하면 담당 상담원의 할 일에 나타납니다. 확인 서명을 받기로 하면, 그때부터 서명하는 상담일지를 사업 책임자가 확인합니다.',
  countersignYes: '상담일지에 사업 책임자의 확인 서명도 받습니다',
}

export const fields = {
  daysFrom: '시작하는 날',
  daysTo: '끝나는 날',
  daysName: '이름',
  unseenDays: '만나지 못한 날수',
  countersign: '확인 서명',
}
