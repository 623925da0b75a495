import type { ko, fields as koFields } from './words.ko.ts'

export const en: typeof ko = {
  title: 'Setting up the centre',
  lead: 'Here you name the centre and its first administrator. This page opens on this machine only, and is gone once set-up is finished.',
  codeHint:
    'What comes after the # in the address that was printed when the server started. If you opened that address, it is filled in.',
  placesHead: 'Where data is kept',
  data: 'Data folder',
  keyFile: 'Key file',
  placesLead:
    'The data is locked, and only the key file opens it. Keep the key file elsewhere, not in the backup of the data folder.',
  adminHead: 'First administrator',
  adminLead:
    'An administrator looks after accounts and settings, and sees no case. You set up the second step of signing in on the next pages.',
  goOn: 'Go on',
  keyTitle: 'Recovery key',
  keyLead:
    'Copy this onto paper by hand, or print this page. Once you leave it, it cannot be shown again. Nothing is saved yet.',
  keyGone: 'The recovery key cannot be shown again. Type it from your paper. Nothing is saved yet.',
  keyHead: 'Write this down',
  keyUse:
    'It opens the backups. Nothing of it stays on this machine: if it is lost, nobody can open a backup. Lock it away, apart from the server and the backups.',
  typeBack: 'Now type it back from the paper',
  typeBackHint:
    'Capitals, hyphens and spaces do not matter. The digit 0 and the letter O count as the same, and so do the digit 1 and the letter I.',
  finish: 'Finish the set-up',
  another: 'I have not written it down. Show me a new recovery key.',
}

export const fields: typeof koFields = {
  setUpCode: 'Set-up code',
  adminName: 'Administrator’s name',
  recoveryKey: 'Recovery key',
}
