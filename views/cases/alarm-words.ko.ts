/** A youth answered so that somebody must look now. */
export const ko = {
  title: '도움 요청',
  asked: '{when}, {case} 사례의 청소년이 설문에서 도움이 필요하다고 답했습니다.',
  lookBy: '{until}까지 맡아 주십시오.',
  nobodyYet: '{until}까지 아무도 맡지 않았습니다. 지금 맡아 주십시오.',
  take: '제가 맡겠습니다',
  takeOf: '제가 맡겠습니다: {case}',
  look: '사례 보기',
  more: '도움 요청 {n}건 더 보기',
  takenNow: '{case} 사례의 도움 요청을 맡았습니다.',
  answeredAt: '{when} 설문 응답',
  until: '{until}까지',
  late: '{until} 지남 · {n}째',
  hint: '맡으면 바로 청소년의 안전을 확인해 주십시오. 함께 알림을 받은 사람에게는 누가 맡았는지 알립니다.',
  toldAgain: '시간 안에 맡은 사람이 없어 {when}에 다시 알렸습니다.',
  takenBy: '{who} 님이 {when}에 맡음',
}
