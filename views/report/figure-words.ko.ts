import type { FigureId } from '../../src/report/figures.ts'

/** What each figure is called and what it counts; `missing`: who is not in it, where that is not a gap in the records. */
export const figures: Record<FigureId, { title: string; counts: string; missing?: string }> = {
  'school-level': { title: '학교급', counts: '의뢰할 때의 학교급입니다.' },
  grade: { title: '학년', counts: '의뢰할 때의 학교급과 학년입니다.' },
  'age-band': { title: '연령대', counts: '생년월일로 계산한 의뢰일의 만 나이입니다.' },
  gender: { title: '성별', counts: '의뢰서에 적힌 성별입니다.' },
  'referral-source': { title: '의뢰 경로', counts: '누가 의뢰했는지입니다.' },
  'referral-basis': { title: '의뢰 근거', counts: '무엇에 따라 의뢰했는지입니다.' },
  measure: {
    title: '조치',
    counts: '의뢰서에 적힌 학교폭력 관련 조치를 모두 셉니다.',
    missing: '조치가 없는 청소년 {n}명',
  },
  motive: { title: '주된 동기', counts: '초기면접에서 상담원이 판단한 주된 동기입니다.' },
  'motive-all': { title: '동기 전체', counts: '초기면접에서 상담원이 판단한 동기를 모두 셉니다.' },
  'motive-self-main': { title: '청소년이 말한 주된 동기', counts: '초기면접에서 청소년이 직접 말한 주된 동기입니다.' },
  'motive-self': { title: '청소년이 말한 동기', counts: '초기면접에서 청소년이 직접 말한 동기를 모두 셉니다.' },
  'perpetration-type': { title: '행위 유형', counts: '초기면접에서 확인한 행위 유형을 모두 셉니다.' },
  channel: { title: '유포 경로', counts: '초기면접에서 확인한 경로를 모두 셉니다.' },
  relation: { title: '피해자와의 관계', counts: '초기면접에서 확인한 관계의 범주입니다.' },
  concern: {
    title: '위험·욕구 표시',
    counts: '의뢰서나 상담원이 표시한 것입니다. 설문에 답한 내용은 세지 않습니다.',
    missing: '표시가 없는 청소년 {n}명',
  },
  consent: {
    title: '동의',
    counts: '동의 종류별로 청소년과 보호자가 마지막으로 답한 내용입니다. 두 사람이 답했으면 두 건입니다.',
  },
  waiting: {
    title: '첫 회기까지 걸린 날',
    counts: '의뢰일부터 처음 진행한 회기까지의 날수입니다.',
    missing: '아직 회기를 진행하지 않은 청소년 {n}명',
  },
  'sessions-held': { title: '진행한 회기', counts: '청소년이 참석한 회기를 상담 유형별로 셉니다.' },
  'planned-held': {
    title: '계획과 진행',
    counts: '계획한 회기 수와 진행한 회기 수를 견줍니다.',
    missing: '계획이 없는 청소년 {n}명',
  },
  attendance: {
    title: '출석',
    counts: '청소년이 오기로 한 회기가 어떻게 되었는지입니다. 취소한 회기도 셉니다.',
    missing: '지난 회기가 없는 청소년 {n}명',
  },
  hours: {
    title: '인정 시간',
    counts: '청소년의 회기에서 인정한 시간을 수료 여부별로 더합니다.',
    missing: '인정 시간이 없는 청소년 {n}명',
  },
  stage: { title: '현재 단계', counts: '오늘 기준 사례의 단계입니다.' },
  completion: { title: '수료 여부', counts: '종결 사유로 본 결과입니다.' },
  'closure-reason': {
    title: '종결 사유',
    counts: '종결한 사례의 사유입니다.',
    missing: '아직 종결하지 않은 청소년 {n}명',
  },
  'survey-intake': {
    title: '초기 설문 응답',
    counts: '상담을 시작한 청소년 가운데 답한 사람입니다.',
    missing: '아직 때가 아닌 청소년 {n}명',
  },
  'survey-exit': {
    title: '종결 설문 응답',
    counts: '상담을 받고 종결한 청소년과 설문을 건넨 청소년 가운데 답한 사람입니다.',
    missing: '아직 때가 아닌 청소년 {n}명',
  },
  'survey-follow-up-1': {
    title: '1개월 추적 설문 응답',
    counts: '이 설문이나 그 뒤의 추적 설문을 건넨 청소년 가운데 답한 사람입니다.',
    missing: '건네지 않은 청소년 {n}명',
  },
  'survey-follow-up-3': {
    title: '3개월 추적 설문 응답',
    counts: '이 설문이나 그 뒤의 추적 설문을 건넨 청소년 가운데 답한 사람입니다.',
    missing: '건네지 않은 청소년 {n}명',
  },
  'survey-follow-up-6': {
    title: '6개월 추적 설문 응답',
    counts: '이 설문을 건넨 청소년 가운데 답한 사람입니다.',
    missing: '건네지 않은 청소년 {n}명',
  },
  'referred-month': { title: '의뢰한 달', counts: '의뢰일이 있는 달입니다.' },
  'referred-half': { title: '의뢰한 반기', counts: '의뢰일이 있는 반기입니다.' },
  'referred-year': { title: '의뢰한 해', counts: '의뢰일이 있는 해입니다.' },
}

/** Words of codes that the report works out itself. */
export const lists = {
  waiting: { '0-7': '7일 이내', '8-14': '8–14일', '15-28': '15–28일', '29-56': '29–56일', '57-plus': '57일 이상' },
  completion: {
    completed: '수료',
    'completed-early': '조기 수료',
    'not-completed': '수료하지 않고 종결',
    open: '진행 중',
  },
  plan: {
    'none-yet': '아직 진행하지 않음',
    fewer: '계획보다 적음',
    'as-planned': '계획과 같음',
    more: '계획보다 많음',
  },
  consentAnswer: { given: '동의', refused: '동의하지 않음', withdrawn: '철회' },
  became: { answered: '답함', refused: '답하지 않기로 함', 'no-answer': '답이 없음', 'not-asked': '건네지 않음' },
  unrecorded: '유형 기록 없음(가져온 사례)',
  answerOf: '{kind}: {answer}',
  month: '{year}년 {month}월',
  half: { 1: '{year}년 상반기', 2: '{year}년 하반기' },
  year: '{year}년',
}
