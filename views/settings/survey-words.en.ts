import type { ko, fields as koFields } from './survey-words.ko.ts'

export const en: typeof ko = {
  title: 'Surveys and calls for help',
  hoursHead: 'When surveys can be answered',
  hoursLead:
    'Choose hours in which somebody is there to look at once when a youth answers that help is needed. Left empty, they are the opening hours. Surveys do not open on days off and public holidays.',
  helpHead: 'Where youths are told to find help',
  helpLead:
    'Survey pages show these in this order. At first they are the national numbers. Call each of them to make sure that it is right. If all are left empty, the national numbers are shown.',
  helpRow: 'Help {n}',
  alarmHead: 'How a call for help is told',
  alarmLead:
    'When a youth answers a safety question so that help is needed, it appears at once on every page of the case’s counsellor, of whoever stands in and of the programme leads, and they are sent a mail. If nobody takes it up in time, they are told once more.',
  dutyLead:
    'Enter whom else to tell when nobody takes it up. Mails and texts say no more than to sign in and look: not whose or what it is. They are sent at night too.',
  notSent: {
    both: 'Neither a mail server nor a text service is set up here, so nothing is sent. Calls for help appear only on the pages of whoever is signed in.',
    mail: 'No mail server is set up here, so no mail is sent. Calls for help appear on the pages of whoever is signed in, and only the text to the telephone below goes out.',
    text: 'No text service is set up here, so no text is sent. Only mails go out.',
  },
}

export const fields: typeof koFields = {
  ...{ helpPhone1: 'Telephone 1', helpKo1: 'Korean name 1', helpEn1: 'English name 1' },
  ...{ helpPhone2: 'Telephone 2', helpKo2: 'Korean name 2', helpEn2: 'English name 2' },
  ...{ helpPhone3: 'Telephone 3', helpKo3: 'Korean name 3', helpEn3: 'English name 3' },
  ...{ helpPhone4: 'Telephone 4', helpKo4: 'Korean name 4', helpEn4: 'English name 4' },
  ...{ helpPhone5: 'Telephone 5', helpKo5: 'Korean name 5', helpEn5: 'English name 5' },
  alarmMinutes: 'Minutes to take it up',
  alarmMail: 'Duty e-mail',
  alarmPhone: 'Duty telephone (text)',
}
