export const ko = {
  title: '두 번째 코딩',
  lead: '초기면접 기록만 읽고 항목을 고릅니다. 첫 번째 판단은 보이지 않습니다. 초기면접 화면을 먼저 열지 마십시오.',
  text: '면접 기록',
  save: '코딩 저장',
  back: '표본 목록',
  sampleTitle: '표본',
  sampleLead:
    '초기면접을 한 사례 네 건 가운데 한 건을 사례번호로 정합니다. 가져온 사례와 열람을 제한한 사례는 넣지 않습니다.',
  counts: '표본 {n}건 · 마친 것 {done}건 · 남은 것 {left}건',
  waiting: '남은 사례',
  more: '앞의 {n}건만 보입니다.',
  nothing: '남은 사례가 없습니다.',
  finished: '마친 사례',
  noneFinished: '아직 마친 사례가 없습니다.',
  columns: { number: '사례번호', referredOn: '의뢰일', action: '할 일' },
  code: '코딩하기',
  change: '고치기',
  ownInterview: '직접 면접한 사례라 다른 책임자가 합니다.',
  byOther: '다른 책임자가 마쳤습니다.',
  agreementTitle: '일치도',
  agreementLead: '두 사람 모두 판단한 청소년 {n}명으로 계산했습니다. 카파는 우연히 같을 몫을 뺀 일치도입니다.',
  tooFew: '두 사람이 판단한 청소년이 {least}명보다 적어 일치도에 대해 아무 결론도 내리지 않습니다.',
  singleTitle: '주된 동기와 관계',
  severalTitle: '{list}: 항목마다 해당 여부',
  what: '항목',
  n: '쌍',
  agreed: '일치',
  share: '일치율',
  first: '첫 번째',
  second: '두 번째',
  kappa: '카파',
  interval: '95% 구간',
  noKappa:
    '카파는 두 사람이 각각 {least}명 이상에게 고른 항목에만 적습니다. 늘 같은 판단만 했으면 계산할 수 없고, 모두 일치하면 구간을 적지 않습니다.',
  range: '{low} – {high}',
  percent: '{n}%',
  method: '코언의 카파(1960)와 플라이스·코언·에버릿(1969)의 큰 표본 표준오차로 계산한 95% 구간입니다.',
  mainMotive: '주된 동기',
}

export const fields = {
  motivesAgain: '동기(모두)',
  mainMotiveAgain: '주된 동기',
}

export const codingReasons = {
  'not-interviewed': '아직 초기면접 기록이 없습니다.',
  'own-interview': '초기면접을 기록한 사람은 두 번째 코딩을 할 수 없습니다. 다른 책임자에게 맡겨 주십시오.',
  'coded-by-another': '다른 책임자가 이미 두 번째 코딩을 했습니다.',
  'not-in-sample': '두 번째 코딩의 표본에 들지 않은 사례입니다. 표본에 든 사례만 코딩할 수 있습니다.',
}
