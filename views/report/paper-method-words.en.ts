import type { methods as ko } from './paper-method-words.ko.ts'

export const methods: typeof ko = {
  background: [
    'Some young people take, make or spread pictures or films of others without their consent, by telephone or on the internet. This programme counsels young people who were referred because of that. It aims to help them look at what they did and what it did to others, and not to do it again.',
    'This paper sets out who took part and how they came, how much counselling there was, and how the scores of the intake and the exit survey differ. It follows the order of the reporting guideline for non-randomised evaluations (TREND), and describes the counselling by the items of TIDieR.',
  ],
  headings: {
    design: 'Design',
    participants: 'Participants and eligibility',
    recruitment: 'Ways of referral and period',
    intervention: 'The counselling',
    measures: 'Measures',
    analysis: 'Analysis',
    disclosure: 'Which numbers are shown',
  },
  design: 'One group, before and after. There is no comparison group, and nobody was assigned at random.',
  participants:
    'Youths whose referral was accepted. The youth must agree; under 14, counselling begins only once the consent of a legal guardian was verified. Surveys are answered only by those who agreed to them separately; whoever declines them is counselled all the same.',
  recruitment:
    'Schools, School Violence Committees, guardians, the police, prosecutors, courts and others refer. No sample is drawn: every youth who was referred in the period and accepted is counted. The period is that of the referral, from {from} to {to}.',
  recruitmentOnly: 'Of these only those of “{part}” are counted.',
  tidier: {
    title: 'TIDieR: what the counselling is',
    name: ['Name', 'Youth counselling programme of {centre}'],
    why: [
      'Why',
      'Understanding motives and circumstances, and strengthening self-control, empathy and responsible action, is held to make a repetition less likely.',
    ],
    materials: [
      'Materials',
      'Intake and exit survey, record of the first interview, plan, session notes. The survey items are the centre’s own.',
    ],
    procedures: [
      'Procedures',
      'Referral, consent, first interview and intake survey, sessions, exit survey and closing. Motives, kinds of act and channels are recorded from fixed lists at the first interview.',
    ],
    provider: ['Who', 'Counsellors of the centre, assigned by the programme lead.'],
    how: ['How', 'Individual counselling, with group, guardian and family sessions and education where they fit.'],
    where: ['Where', 'In the centre’s rooms; by visit, telephone or online where needed.'],
    dose: [
      'When and how much',
      'As settled today, usually {usual} sessions and at least {least}, of {minutes} minutes each. What was held stands in the results.',
    ],
    tailoring: [
      'Tailoring',
      'Number, kind and dates of the sessions follow the youth’s situation and the basis of the referral.',
    ],
    changes: [
      'Changes',
      'Changes of content during the period are not recorded in this system and so are not given here.',
    ],
    planned: ['How well: planned', 'Attendance is locked once confirmed, and sessions held are set against the plan.'],
    actual: ['How well: actual', 'Sessions held and attendance stand in the results.'],
  },
  measureTitle: 'Scales',
  measureLead:
    'A score is the mean of its items and is given only where at least 80% of them were answered; reversed items are turned round. Knowledge of the law is the share of right answers among those given. Questions about safety are asked in order to help and enter no score.',
  measureHeads: ['Scale', 'What it measures', 'Items', 'Range', 'Hoped for', 'Reliability'],
  direction: { higher: 'Higher', lower: 'Lower' },
  notOutcome: 'Not an outcome',
  reliabilityUnknown: 'Not known',
  range: '{from}–{to}',
  measures: {
    CTRL: 'Stopping to think before acting',
    PEER: 'Belief that peers find such acts acceptable',
    EMP: 'Seeing the situation and feelings of others',
    PSEV: 'How serious such acts are thought to be',
    MYTH: 'Mistaken beliefs that make light of spreading pictures',
    MD: 'Ways of justifying one’s own acts',
    BYST: 'Intention to help or to step in as a bystander',
    LAW: 'Knowing what the law forbids',
    RESP: 'Taking responsibility and making plans',
    SUPP: 'Support by others and hope for the future',
    WELL: 'How much the youth is troubled',
    SAT: 'Satisfaction with the counselling',
  },
  measureNote:
    'The items are the centre’s own. Where reliability is not known, the change of one person is never called reliable.',
  analysis: [
    'Only youths who answered the same items in the same language at intake and exit are compared, as pairs. Missing values are not filled in.',
    'Given are the mean difference (exit less intake) with its 95% interval by the t distribution, the standardised mean change (by the SD of the differences, Hedges-corrected) and the two-sided p of the Wilcoxon signed-rank test (Pratt, exact up to 200 pairs). No p is given under 6 pairs.',
    'The p-values of all scales are adjusted together by the method of Holm. All of it is exploratory.',
  ],
  disclosure: [
    'Numbers below {k} are not shown. Others are hidden with them, so that none can be worked out from other cells or from totals.',
    'It is not revealed that all or none of a group share a trait. That no record is missing and that nobody is still under way are no traits of a youth, and are said.',
    'Percentages are rounded to whole numbers and not given for a base below 20. Because of rounding they may not add up to 100%.',
    'What could be worked out by subtraction from earlier releases is hidden as well.',
    'Schools, districts and exact dates are left out.',
  ],
  harms:
    'Only risks and concerns that counsellors or referrers recorded are counted. What youths answered to the safety questions of a survey enters no figure. That a table does not show a risk does not mean that there was none.',
  limits: [
    'Youths who did not answer the exit survey are not in the comparison. Those who left early may have changed differently.',
    'The surveys are self-report. Young people who were referred may choose answers that look well.',
    'Motives are recorded as the counsellor judged them and may differ from what the youth says.',
    'The items are new: their reliability and validity have still to be shown.',
    'The results are those of youths referred to this centre and do not carry over to others.',
    'Whether anything happened again after counselling cannot be told from these records.',
  ],
  made: {
    how: 'All tables were counted from the case records by stored definitions. Counted again for the same cut-off date they come out the same. The sentences are written from the tables alone.',
    counted: 'Cut-off date: {cutOff}. Numbers hidden: below {k}. Register number: {id}.',
    approved: 'At {centre} one person proposed and another approved it on {day}. Their names stand in the register.',
    draft:
      'This is a preview that nobody has approved, without a register number. Cut-off date: {cutOff}. Numbers hidden: below {k}.',
    pending: 'It has not been approved yet.',
  },
}
