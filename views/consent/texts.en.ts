import type { ko } from './texts.ko.ts'

const guardian: (typeof ko)['guardian'] = {
  labels: {
    recipient: 'Recipient',
    purpose: 'What it is used for',
    items: 'What it is',
    recipientPeriod: 'How long the recipient keeps it',
    period: 'How long we keep it',
    seenBy: 'Who sees it',
    refusal: 'If you do not agree',
  },
  texts: {
    'guardian-under-14': {
      title: 'Collection and use of personal data',
      say: 'The young person is under 14, so we ask for the consent of the legal guardian.',
      purpose: 'To counsel, and to keep a record of it',
      items:
        'The young person’s name, birth date, gender, school and grade, and phone number · the guardian’s name, relation and phone number · what the body that referred wrote to us · dates and attendance',
      period: 'Until {years} years after counselling ends. Then it is erased.',
      seenBy: 'The counsellor and the programme lead of {centre}',
      refusal: 'You may say no. Then there can be no counselling.',
    },
    sensitive: {
      title: 'Sensitive data',
      say: 'This needs special care, so we ask about it separately.',
      purpose: 'To understand the young person and to counsel in a way that fits',
      items:
        'What the referral is about and why it came to it, health of body and mind, what is said in counselling, survey answers',
      period: 'Until {years} years after counselling ends. Then it is erased.',
      seenBy:
        'The counsellor and the programme lead of {centre}. What it says is told neither to schools nor to guardians.',
      refusal: 'You may say no. Then there can be no counselling.',
    },
    'third-party': {
      title: 'Telling the body that referred',
      say: 'What is said in counselling and survey answers are never passed on.',
      recipient: '{referrer}',
      purpose: 'To confirm that the young person takes part',
      items:
        'Dates attended or missed, hours attended, the next date, whether the course was completed, and what the counsellor writes for them',
      recipientPeriod: 'Until completion is confirmed; after that by the recipient’s own rules on records.',
      refusal: 'You may say no and counselling still takes place. Then we do not tell them about attendance.',
    },
    'guardian-participation': {
      title: 'Guardians take part',
      say: 'Guardians join at the beginning, in the middle and at the end.',
      purpose: 'To find ways to help at home',
      items: 'Dates, and what is talked about',
      period: 'Until {years} years after counselling ends. Then it is erased.',
      refusal: 'If you do not take part, the young person’s counselling goes on.',
    },
    research: {
      title: 'Use for research',
      purpose: 'Research and figures that make counselling better',
      items: 'What is kept, without name, school and phone number',
      period: 'Until {years} years after counselling ends. After that only numbers remain that point to nobody.',
      refusal: 'If you say no, nothing changes.',
    },
    'confidentiality-limits': {
      title: 'Confidentiality and its limits',
      say: 'What is said in counselling stays confidential, unless the young person or somebody else may come to serious harm or the law requires a report. Even then we speak with you first if we can.',
    },
    diversion: {
      title: 'Conditional non-indictment',
      say: 'Where a prosecutor makes education or counselling a condition of not going to court, youth and legal guardian agree to that condition.',
    },
  },
}

const youth: (typeof ko)['youth'] = {
  labels: {
    recipient: 'Who gets it',
    purpose: 'What is it for?',
    items: 'What is it?',
    recipientPeriod: 'How long do they keep it?',
    period: 'How long do we keep it?',
    seenBy: 'Who sees it?',
    refusal: 'If you say no',
  },
  texts: {
    collection: {
      title: 'Keeping facts about you',
      purpose: 'So that we can meet you and write down what we did.',
      items:
        'Your name, birthday, gender, school and grade, phone number, what the people who sent you wrote to us, and the dates when we meet',
      period: 'For {years} years after counselling ends. Then we erase it.',
      seenBy: 'Only your counsellor and the lead of {centre}.',
      refusal: 'You may say no. Then there can be no counselling.',
    },
    sensitive: {
      title: 'Things we handle with care',
      say: 'Others must not get to know these, so we ask you separately.',
      purpose: 'So that we know you well and can help you.',
      items: 'What happened and why, how you feel in body and mind, what you say to us, and your survey answers',
      period: 'For {years} years after counselling ends. Then we erase it.',
      seenBy: 'Only your counsellor and the lead of {centre}. We do not show it to your school or your guardians.',
      refusal: 'You may say no. Then there can be no counselling.',
    },
    counselling: {
      title: 'Taking part in counselling',
      say: 'You meet your counsellor as often as agreed. You need not talk about what you do not want to. If you want to stop, tell us at any time.',
      refusal:
        'You may say no. Then there can be no counselling. If an office decided that you must take part, we tell it that you do not.',
    },
    'third-party': {
      title: 'Telling those who sent you',
      say: 'We never tell them what you say to us or what you answer in a survey.',
      recipient: '{referrer}',
      purpose: 'To tell them that you are coming.',
      items:
        'The dates when you came or missed, how long, the next date, whether you finished, and what your counsellor writes for them',
      recipientPeriod: 'Until they know that you finished. After that by their own rules.',
      refusal: 'You may say no and still have counselling. Then we do not tell them.',
    },
    survey: {
      title: 'Answering a survey',
      say: 'At the beginning, at the end, and 1, 3 and 6 months later you answer questions about what you think and whether you are safe. You may skip any question. If you answer that you are in danger, your counsellor helps you right away.',
      purpose: 'To find out whether counselling helps and whether you are safe.',
      items: 'What you choose or write in the survey',
      period: 'For {years} years after counselling ends. Then we erase it.',
      seenBy: 'Only your counsellor and the lead of {centre}. In figures your name is left out.',
      refusal:
        'You may say no and counselling stays the same. Whatever you answer, the number of meetings does not change.',
    },
    research: {
      title: 'Use for research',
      purpose: 'For research that makes counselling better.',
      items: 'What we keep, without your name, school and phone number',
      period: 'For {years} years after counselling ends. After that only numbers remain that point to nobody.',
      refusal: 'If you say no, nothing changes.',
    },
    'confidentiality-limits': {
      title: 'Keeping secrets',
      say: 'What you say to us stays with us. But if you or somebody else may get badly hurt, or if the law says that we must, we have to tell. Even then we talk with you first if we can.',
    },
    diversion: {
      title: 'Conditional non-indictment',
      say: 'Where a prosecutor makes education or counselling a condition of not going to court, you and your legal guardian agree to that condition.',
    },
  },
}

export const en: typeof ko = { guardian, youth }
