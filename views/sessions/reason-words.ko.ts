/** Why a session, a plan or a note is refused, or what speaks against a time. */
export const sessionReasons = {
  holiday: '공휴일({holiday})입니다. 다른 날을 골라 주십시오.',
  'centre-shut': '센터가 쉬는 날({name})입니다. 다른 날을 골라 주십시오.',
  'room-closed-that-day': '{room}은(는) 그 요일에 쓸 수 없습니다.',
  'room-closed': '{room}은(는) {from}–{to}에만 쓸 수 있습니다.',
  'counsellor-away': '담당 상담원이 자리를 비우는 기간({from} – {to})입니다.',
  'counsellor-off-that-day': '담당 상담원이 근무하지 않는 요일입니다.',
  'outside-counsellor-hours': '담당 상담원의 근무 시간({from}–{to}) 밖입니다.',
  'exam-week': '학교 시험 기간({from} – {to})입니다.',
  'not-free-then': '청소년이 올 수 있다고 한 시간이 아닙니다.',
  'in-lessons': '학교 수업 시간({from}–{to})입니다.',
  'must-not-meet': '{case}와(과) {other}는 마주치면 안 됩니다. 한 시간 넘게 띄워 주십시오.',
  'must-not-meet-someone': '마주치면 안 되는 청소년의 예약이 가까이 있습니다. 한 시간 넘게 띄워 주십시오.',
  'not-a-group': '여럿이 함께하는 회기는 집단상담이나 교육으로 예약해 주십시오.',
  'not-with-guardian': '보호자 상담이나 보호자 특별교육이 아니면 보호자를 고르지 않습니다.',
  'guardian-not-named': '어느 보호자인지 골라 주십시오.',
}
