import type { CaseFile } from '../../src/casefile/casefile.ts'
import { issueSurvey } from '../../src/intake/issue-survey.ts'
import { done } from '../../src/result.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import type { Store } from '../../src/store/store.ts'
import { summaries } from '../../src/summaries.ts'
import { aCase, aSession, cast, clock, hill, now, river, settings, signed } from '../support/samples.ts'
import { aCaseInSessions } from '../support/stages.ts'
import { caseNumber, linkOf, ofSurveys, toErase } from './disk-scripts.ts'

/** A data folder and its key. */
export interface Place {
  dir: string
  keyFile: string
}

export const open = (place: Place): Promise<Store> => openEmbeddedStore({ ...place, summaries, clock })

function surveyOut(number: string): CaseFile {
  const file = aCaseInSessions({ number, surveys: [], concerns: [] })
  const issued = issueSurvey(file, { wave: 'intake', linkHash: linkOf(number) }, 1, signed())
  if (!issued.ok) throw new Error(JSON.stringify(issued.refusals))
  return issued.value
}

/** Makes the folder with which every script begins: a few cases, what the scripts take away, and a log. */
export async function begin(place: Place): Promise<void> {
  const store = await open(place)
  const draft = (id: string, owner: string) => ({ id, owner, kind: 'survey' as const, fields: [], at: now })
  await store.change((view) => {
    view.saveSettings(settings)
    for (const person of cast) view.savePerson(person)
    for (const school of [hill, river]) view.saveSchool(school)
    for (const number of ofSurveys) view.saveCase(surveyOut(number))
    for (const number of [...[1, 2, 3, 4, 5, 6].map(caseNumber), ...toErase]) view.saveCase(aCase({ number }))
    for (const nth of [1, 2, 3, 4]) view.saveDraft(draft(`draft-${nth}`, 'oh'))
    for (const number of ofSurveys) view.saveDraft(draft(`answers-${number}`, number))
    toErase.forEach((caseNumber, at) => {
      view.saveDraft(draft(`of-${caseNumber}`, caseNumber))
      const id = `2026-12-0${at + 1}-01`
      view.saveSession(
        aSession({ id, startAt: `${id.slice(0, 10)}T05:00:00.000Z`, attendees: [{ caseNumber, ordinal: 1 }] }),
      )
    })
    return done(undefined)
  })
  await store.log({ at: now, deed: 'begin', decision: 'allowed', status: 200 })
  await store.close()
}
