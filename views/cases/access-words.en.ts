import type { ko, fields as koFields } from './access-words.ko.ts'

export const en: typeof ko = {
  restrictedMark: 'Restricted',
  restrictionTitle: 'Restriction',
  restrictionLead:
    'For cases that not everybody here should see: for example a colleague’s child, or somebody known to people here. Nobody but those chosen sees it in lists, searches or the calendar, and it cannot be opened in emergency.',
  restrictedToHint: 'Choose at least one programme lead, and the counsellor who works on the case.',
  restrictedBy: 'Restricted by',
  notRestricted: 'The case is not restricted now.',
  restrict: 'Restrict the case',
  restrictAgain: 'Save changes',
  lift: 'Lift the restriction',
  whoMaySee: 'Who may see this case',
  toRestriction: 'Restriction',
  glassTitle: 'Open in emergency',
  glassLead:
    'Only for a young person’s safety, when their counsellor cannot be reached. You can read one case that is not yours.',
  glassMeans: {
    time: 'You can read, and only read, for {n} minutes; then it closes by itself.',
    told: 'The programme leads and the case’s counsellor are told at once.',
    record:
      'Your reason and every page that you open are on record and are reviewed each month. Nobody can remove it, and nobody can approve it afterwards.',
  },
  glassWhyHint: 'What has happened, and why you need to see it now. At least 20 letters.',
  glassButton: 'Open it, on record',
  glassOpen: 'Only one case can be open at a time. You have this one open in emergency now:',
  glassBanner: 'Opened in emergency, until {time}. Everything is on record.',
  glassEnd: 'End the emergency opening',
  toGlass: 'When you urgently need to see another counsellor’s case',
  openingsTitle: 'Who opened this case',
  openingsLead: 'Everyone who opened or changed this case. Nobody can remove anything from this record.',
  emergencies: 'Opened in emergency',
  period: 'Period',
  monthsBack: 'Last {n} months',
  othersOnly: 'Leave out my own',
  show: 'Show',
  releaseTitle: 'What the school will see',
  releaseLead: 'Once you sign, the marked text is on the school’s page. Below is that page as it will be.',
  releaseNew: 'New',
  releaseUnseen:
    'The school cannot see how counselling goes now, so it does not see this text. It will once consent to telling it is given.',
  releaseNobody: 'No school referred this case, so nobody can see this text now.',
  release: 'Sign it',
  releaseBack: 'Go back and change it',
}

export const fields: typeof koFields = {
  restrictedTo: 'Who may see it',
  remarks: 'Remarks',
}
