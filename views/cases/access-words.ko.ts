/** Who may see a case, and who looked. */
export const ko = {
  restrictedMark: '열람 제한',
  restrictionTitle: '열람 제한',
  restrictionLead:
    '직원의 자녀나 아는 사람처럼 여러 사람이 보아서는 안 되는 사례에 사용합니다. 고른 사람 말고는 목록, 검색, 달력에서도 이 사례를 볼 수 없고 긴급 열람도 할 수 없습니다.',
  restrictedToHint: '사업 책임자를 한 명 이상, 그리고 이 사례를 맡은 상담원을 골라 주십시오.',
  restrictedBy: '제한한 사람',
  notRestricted: '지금은 열람을 제한하지 않았습니다.',
  restrict: '열람 제한하기',
  restrictAgain: '변경 저장',
  lift: '열람 제한 해제',
  whoMaySee: '이 사례를 볼 수 있는 사람',
  toRestriction: '열람 제한 설정',
  glassTitle: '긴급 열람',
  glassLead:
    '담당 상담원이 없을 때 청소년의 안전을 위해 바로 보아야 하는 경우에만 사용해 주십시오. 담당이 아닌 사례 하나를 읽을 수 있습니다.',
  glassMeans: {
    time: '{n}분 동안 읽기만 할 수 있고, 그 뒤에는 자동으로 닫힙니다.',
    told: '사업 책임자와 담당 상담원에게 바로 알립니다.',
    record: '사유와 열어 본 화면이 모두 기록되고 매월 점검합니다. 나중에 지울 수 없고, 사후 승인 절차도 없습니다.',
  },
  glassWhyHint: '무슨 일이 있어 지금 보아야 하는지 20자 이상 적어 주십시오.',
  glassButton: '기록을 남기고 열기',
  glassOpen: '한 번에 한 사례만 열 수 있습니다. 지금 긴급 열람 중인 사례:',
  glassBanner: '긴급 열람 중입니다. {time}까지 읽을 수 있으며 모두 기록됩니다.',
  glassEnd: '긴급 열람 끝내기',
  toGlass: '다른 상담원의 사례를 급히 보아야 할 때',
  openingsTitle: '열람 기록',
  openingsLead: '이 사례를 열거나 고친 사람의 기록입니다. 아무도 지울 수 없습니다.',
  emergencies: '긴급 열람',
  period: '기간',
  monthsBack: '최근 {n}개월',
  othersOnly: '내 기록 빼기',
  show: '보기',
  releaseTitle: '학교가 보게 될 내용',
  releaseLead: '서명하면 표시된 글이 학교 화면에 나타납니다. 아래는 서명한 뒤 학교가 보는 화면과 같습니다.',
  releaseNew: '새로 보이는 글',
  releaseUnseen:
    '지금은 학교가 진행 내용을 볼 수 없어 이 글도 보이지 않습니다. 학교에 알리는 데 동의하면 그때부터 보입니다.',
  releaseNobody: '이 사례를 의뢰한 학교가 없어 지금은 아무도 이 글을 볼 수 없습니다.',
  release: '확인하고 서명',
  releaseBack: '돌아가서 고치기',
}

export const fields = {
  restrictedTo: '볼 수 있는 사람',
  remarks: '점검 의견',
}
