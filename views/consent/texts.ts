/**
 * What is explained before a consent is asked: purpose, items, how long it is kept, and what a refusal means
 * (PIPA arts. 15, 17, 22, 23). The edition is `textVersion` in src/consent/give.ts: a changed text is a new edition.
 */
export const texts: Record<string, { ko: string; en: string }> = {
  collection: {
    ko: '상담을 하고 기록을 남기려고 이름, 생년월일, 성별, 학교, 연락처, 의뢰 내용을 받아 둡니다. 상담이 끝나고 3년 동안 보관했다가 지웁니다. 동의하지 않을 수 있습니다. 그러면 상담을 시작할 수 없습니다.',
    en: 'To counsel and keep a record, we collect name, birth date, gender, school, phone number and what the referral says. It is kept for 3 years after counselling ends, then erased. You may say no; then counselling cannot start.',
  },
  sensitive: {
    ko: '있었던 일과 그 이유, 건강과 마음 상태처럼 특히 조심해야 할 내용을 상담에 씁니다. 담당 상담원과 사업 책임자만 봅니다. 3년 동안 보관했다가 지웁니다. 동의하지 않을 수 있습니다. 그러면 상담을 시작할 수 없습니다.',
    en: 'Counselling uses what needs special care: what happened and why, health and feelings. Only your counsellor and the lead see it. It is kept for 3 years, then erased. You may say no; then counselling cannot start.',
  },
  counselling: {
    ko: '정한 횟수만큼 상담에 참여합니다. 이야기하고 싶지 않은 것은 말하지 않아도 됩니다. 언제든 그만둘 수 있습니다. 학교나 법원이 정한 상담이라면 그만둔 사실을 그곳에 알립니다.',
    en: 'You take part in the agreed number of sessions. You need not talk about what you do not want to. You may stop at any time. If a school or court ordered it, they are told that you stopped.',
  },
  'guardian-under-14': {
    ko: '만 14세 미만은 법정대리인이 위의 개인정보 수집·이용과 민감정보 처리에 동의해야 합니다. 센터는 법정대리인이 맞는지 확인합니다. 동의하지 않을 수 있습니다. 그러면 상담을 시작할 수 없습니다.',
    en: 'Under 14, the legal guardian consents to the collection and to the use of sensitive data above. The centre verifies that it is the legal guardian. You may say no; then counselling cannot start.',
  },
  'third-party': {
    ko: '의뢰한 학교나 기관에 참석한 날짜와 시간, 이수 여부를 알립니다. 상담에서 나눈 이야기와 설문 답은 알리지 않습니다. 동의하지 않아도 상담은 할 수 있습니다.',
    en: 'The school or agency that referred is told dates, hours and completion; never what was said or answered. You may say no and still have counselling.',
  },
  'guardian-participation': {
    ko: '보호자도 처음과 중간, 끝에 상담에 함께합니다. 참여하지 않아도 청소년의 상담은 계속됩니다.',
    en: 'Guardians join at the beginning, the middle and the end. If they do not, the young person’s counselling goes on.',
  },
  survey: {
    ko: '상담 전과 뒤에 생각을 묻는 설문을 합니다. 답은 담당 상담원과 사업 책임자만 보고, 이름을 빼고 통계에 씁니다. 답에 따라 상담 횟수나 처분이 바뀌지 않습니다. 하지 않아도 됩니다.',
    en: 'Before and after counselling there is a survey. Only your counsellor and the lead see the answers; they enter figures without your name. They change neither the number of sessions nor any order. You may say no.',
  },
  research: {
    ko: '이름과 학교를 뺀 내용을 연구와 통계에 씁니다. 동의하지 않아도 됩니다.',
    en: 'Without name and school, the data is used for research. You may say no.',
  },
  'confidentiality-limits': {
    ko: '상담 내용은 비밀입니다. 다만 본인이나 다른 사람이 크게 다칠 위험이 있거나, 법에 따라 신고해야 할 때에는 알려야 합니다. 그때에도 할 수 있으면 먼저 이야기합니다.',
    en: 'What is said stays here, unless someone may come to serious harm or the law requires a report. Even then we speak with you first if we can.',
  },
  diversion: {
    ko: '검사가 교육·상담을 조건으로 재판에 넘기지 않기로 한 경우, 본인과 법정대리인이 그 조건에 동의합니다.',
    en: 'Where a prosecutor makes counselling a condition of not going to court, youth and legal guardian agree to that condition.',
  },
}
