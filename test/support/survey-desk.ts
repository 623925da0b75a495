import type { CaseFile } from '../../src/casefile/casefile.ts'
import { done } from '../../src/result.ts'
import { asForm, ask, ownPage, signedIn } from './asking.ts'
import { aHouse } from './house.ts'
import { aCaseInSessions } from './stages.ts'
import { aHastyVisitor } from './visitor.ts'

/**
 * Han at the page from which surveys are handed out. It is Sunday, 22 November 2026, 10:00; each case is a new one of
 * Han's, to whose youth nothing was handed out yet.
 */
export async function aSurveyDesk() {
  const house = await aHouse()
  await signedIn(house)
  const han = await aHastyVisitor(house).signIn('han')
  const change = (file: CaseFile) => house.store.change((view) => done(view.saveCase(file)))
  let count = 0
  /** Says what a youth's page says, from an address of each case's own. */
  const tell = (path: string, body: object) =>
    ask(house, undefined, 'POST', path, {
      headers: { ...ownPage, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      from: `10.3.0.${count}`,
    })
  return {
    ...{ house, han, change },
    async aCase(changes: Partial<CaseFile> = {}): Promise<string> {
      const number = `2026-03${String(++count).padStart(2, '0')}`
      await change(aCaseInSessions({ number, surveys: [], ...changes }))
      return number
    },
    fileOf: async (number: string) => (await house.store.caseFile(number)) as CaseFile,
    surveysOf: async (number: string) => (await house.store.caseFile(number))?.surveys ?? [],
    list: (number: string) => han.open(`/cases/${number}/surveys`),
    /** What the list says of one of the five. */
    said: (wave: string): string =>
      [...han.document.querySelectorAll('.wave')]
        .map(({ textContent }) => textContent ?? '')
        .find((text) => text.includes(wave)) ?? '',
    /** The number on the page, large. */
    digits: (): string => han.document.querySelector('.digits')?.textContent ?? '',
    /** The token of the link on the page. */
    token: (): string => han.valueOf('링크').split('#')[1] ?? '',
    /** Posts below a case's surveys what no page of ours would. */
    post: (number: string, body: string, path = '', who = 'han') =>
      ask(house, who, 'POST', `/cases/${number}/surveys${path}`, { headers: { ...ownPage, ...asForm }, body }),
    tell,
    /** Opens a survey as its page does, and says with what status. */
    opens: async (token: string, more: object = {}) => (await tell('/s/opening', { token, ...more })).status,
  }
}
