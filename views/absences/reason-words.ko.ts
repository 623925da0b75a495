/** Why somebody cannot be away, stand in, or be given a case with its sessions. */
export const absenceReasons = {
  'days-overlap': '이미 적은 기간({from} – {to})과 겹칩니다.',
  'stand-in-away': '그 기간({from} – {to})에 자리를 비우는 상담원입니다. 다른 상담원을 골라 주십시오.',
  'hand-over-taken': '{session} 회기: {who} 상담원의 다른 일정({when})과 겹칩니다.',
  'hand-over-away': '{session} 회기: {who} 상담원이 자리를 비우는 기간({from} – {to})입니다.',
  'hand-over-off': '{session} 회기: {who} 상담원의 근무 시간이 아닙니다.',
  'hand-over-stays':
    '새 상담원이 맡을 수 없는 회기가 있습니다. 먼저 그 회기를 옮기거나, 그대로 두기를 고른 뒤 다시 해 주십시오.',
}
