/** What counsellors wrote, by module of the course; plainly of a demonstration, and about nobody. */
export const noteTexts: [module: string, summary: string][] = [
  ['engagement', '상담의 순서와 비밀보장의 한계를 함께 확인하고, 불편한 점을 물었다.'],
  ['own-account', '있었던 일을 본인의 말로 이야기했다. 앞뒤 사정을 시간 순서로 적어 보았다.'],
  ['law', '관련 법과 학교 조치의 뜻을 함께 읽고, 몰랐던 점을 적었다.'],
  ['media-and-peers', '평소 쓰는 매체와 단체 대화방의 분위기를 그림으로 그려 보았다.'],
  ['consent-and-boundaries', '동의가 무엇인지, 어디까지가 내 것인지 사례 카드로 나누었다.'],
  ['empathy', '상대방이 그때와 그 뒤에 어떤 마음이었을지 편지로 적어 보았다. 보내지는 않는다.'],
  ['justification', '“다들 그런다”, “장난이다” 같은 말을 골라 다시 생각해 보았다.'],
  ['impulse-and-devices', '충동이 올 때의 몸의 신호를 찾고, 기기 사용 약속을 정했다.'],
  ['relationships', '친구 관계와 주변에서 본 일에 어떻게 말할지 역할을 바꾸어 연습했다.'],
  ['repair-and-plan', '다시 하지 않기 위한 계획을 한 장으로 정리하고 도움을 청할 어른을 적었다.'],
]
export const responses = [
  '차분하게 참여했다.',
  '처음에는 말이 적었으나 뒤로 갈수록 스스로 말했다.',
  '질문이 많았다.',
  '피곤해 보였으나 끝까지 함께했다.',
]
export const homeworks = [
  '하루 한 번 기기 사용 시간을 적어 오기',
  '읽기 자료 한 쪽 읽어 오기',
  '오늘 이야기를 보호자와 나누기',
]
export const forSchool = '약속한 시간에 참석했습니다. 다음 일정도 예정대로 진행합니다.'
export const interviewSummary =
  '체험용 기록입니다. 본인과 보호자를 만나 상담 목적과 진행 방법을 설명하고 함께 목표를 정했다.'
export const strengths = [
  '운동을 꾸준히 한다.',
  '믿고 이야기하는 어른이 있다.',
  '그림 그리기를 좋아한다.',
  '약속을 잘 지킨다.',
  '동생을 잘 돌본다.',
]
export const homes = ['부모와 함께 산다.', '어머니와 둘이 산다.', '조부모와 함께 산다.', '부모, 동생과 함께 산다.']
export const youthGoals = ['같은 일을 되풀이하지 않기', '화가 날 때 멈추는 법 배우기', '친구에게 아니라고 말하기']
export const closingSummary = '목표한 회기를 마치고 재발 방지 계획을 함께 확인했다.'
