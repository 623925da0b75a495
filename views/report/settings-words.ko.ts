/** The rules by which figures are made. */
export const ko = {
  title: '통계 기준',
  hiding: '밖으로 내보내는 통계',
  hidingLead:
    '공표하는 표에서 이 수보다 적은 청소년이 있는 칸은 가립니다. 그 칸을 계산해 낼 수 있는 다른 칸도 함께 가립니다. 수를 높이면 더 안전하고 더 많이 가려집니다. 이미 공표한 것은 바뀌지 않습니다.',
  thresholdHint: '{least}명에서 {most}명까지. 정하지 않으면 {usual}명입니다.',
  programme: '프로그램의 중립 이름',
  programmeLead:
    '수료증과 학교에 보내는 안내에 적는 이름입니다. 무슨 일로 왔는지 드러나지 않는 말로 정해 주십시오. 비우면 기본 이름을 씁니다.',
  norms: '척도 기준값',
  normsLead:
    '한 사람의 변화가 측정 오차보다 큰지 보려면 그 척도의 표준편차와 신뢰도가 있어야 합니다. 비슷한 또래에게 같은 문항으로 잰 값만 넣고 출처를 적어 주십시오. 없으면 ‘확실한 변화’를 세지 않습니다.',
  none: '넣은 기준값이 없습니다.',
  scale: '척도',
  sd: '표준편차',
  reliability: '신뢰도',
  source: '출처',
  settled: '넣은 사람',
  add: '기준값 넣기',
  addLead: '이미 있는 척도를 고르면 새 값으로 바뀝니다.',
  remove: '빼기',
  removeOf: '{scale} 기준값 빼기',
  sdHint: '점수와 같은 단위. 법 지식은 0에서 1 사이의 비율로 적습니다.',
  reliabilityHint: '0보다 크고 1보다 작은 수. 예: 0.82',
  sourceHint: '누가, 언제, 누구에게 잰 값인지',
}

export const fields = {
  threshold: '가리는 기준(명)',
  programmeKo: '이름(한국어)',
  programmeEn: '이름(영어)',
  scale: '척도',
  sd: '표준편차',
  reliability: '신뢰도',
  normSource: '출처',
}
