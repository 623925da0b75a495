/** Sentences that are written from figures; which of them may be said, src/report/sentences.ts decides. */
export const says = {
  amount: { youths: '{n}명', answers: '{n}건', sessions: '{n}회', hours: '{n}시간' },
  of: { youths: '청소년 {n}명', answers: '응답 {n}건', sessions: '{n}회', hours: '{n}시간' },
  row: '‘{label}’ {amount}',
  rowShare: '‘{label}’ {amount}({percent}%)',
  all: '{title}: {base} 모두 ‘{label}’에 해당합니다.',
  most: '{title}: {base} 가운데 가장 많은 항목은 {row}입니다.',
  also: '그 밖에 {rows}입니다.',
  shown: '{title}: {base} 가운데 {rows}입니다.',
  missing: '기록이 없는 청소년은 {n}명입니다.',
  rose: '{scale}: 사전보다 사후 점수가 높았습니다. 두 번 모두 답한 {pairs}명의 평균 차이는 {mean}이고 95% 신뢰구간은 {low}에서 {high}까지입니다.',
  fell: '{scale}: 사전보다 사후 점수가 낮았습니다. 두 번 모두 답한 {pairs}명의 평균 차이는 {mean}이고 95% 신뢰구간은 {low}에서 {high}까지입니다.',
  unclear:
    '{scale}: 분명한 변화를 볼 수 없습니다. 두 번 모두 답한 {pairs}명의 평균 차이는 {mean}이고 95% 신뢰구간은 {low}에서 {high}까지로 0을 포함합니다.',
  tooFew: '{scale}: 두 번 모두 답한 청소년이 {pairs}명이어서 변화를 말하지 않습니다.',
  hidden: '{scale}: 두 번 모두 답한 청소년이 적어 수를 공개하지 않으며 변화를 말하지 않습니다.',
  hoped: '바라던 방향입니다.',
  against: '바라던 방향과 반대입니다.',
  adjusted: '여러 척도를 함께 본 보정 p값은 {p}입니다.',
  summary: {
    hoped: '95% 신뢰구간으로 볼 때 바라던 방향으로 달라진 척도: {scales}.',
    against: '바라던 방향과 반대로 달라진 척도: {scales}.',
    unclear: '분명한 변화를 볼 수 없는 척도: {scales}.',
    unsaid: '수가 적어 변화를 말하지 않는 척도: {scales}.',
  },
  cause: '비교 집단 없이 전과 후만 견주었으므로 차이가 상담 때문이라고 말할 수 없습니다.',
  exploratory: '여러 척도를 함께 보았으므로 결과는 탐색적인 것으로 읽어야 합니다.',
  completers:
    '변화는 사전·사후 설문에 모두 답한 청소년만으로 계산했습니다. 도중에 그만두었거나 사후 설문에 답하지 않은 청소년은 들어 있지 않습니다.',
}
