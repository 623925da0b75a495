import type { Edition } from '../people/registers.ts'
import { type Definition, type Survey, surveyNames } from './definition.ts'
import { editionIdOf } from './edition.ts'
import { newestOf, shelfOf } from './shelf.ts'

/** A version of a survey as the centre sees it: what is asked, where it came from, whether it is handed out now. */
export interface Version extends Survey {
  id: string
  state: 'came' | 'published' | 'draft'
  isCurrent: boolean
  /** of one that the centre added: who wrote it and who published it, and when */
  edition?: Edition
}

/** Every version of every survey, drafts too: by survey, the newest first. */
export function versionsOf(editions: Edition[]): Version[] {
  const shelf = shelfOf(editions)
  const drafts = editions.filter(({ published }) => !published)
  return surveyNames.flatMap((name) => {
    const current = newestOf(shelf, name)
    const asked = shelf.map((one): Version => {
      const id = editionIdOf(one)
      const edition = editions.find((own) => own.published && own.id === id)
      const state = edition ? 'published' : 'came'
      return { ...one, id, state, isCurrent: one === current, ...(edition && { edition }) }
    })
    const written = drafts.map((edition): Version => {
      const { id, survey, version } = edition
      const definition = edition.definition as Definition
      return { ...{ id, survey, version, definition, edition }, state: 'draft', isCurrent: false }
    })
    // a newer programme may have brought one of a draft's number: the draft is what can be done something about
    return [...written, ...asked].filter(({ survey }) => survey === name).sort((a, b) => b.version - a.version)
  })
}

/** The published version before this one, against which it is read; undefined for the first. */
export const versionBefore = (versions: Version[], { survey, version }: Version): Version | undefined =>
  versions.find((one) => one.survey === survey && one.version < version && one.state !== 'draft')

/** The one into whose place this draft would step. */
export const currentOf = (versions: Version[], survey: string): Version | undefined =>
  versions.find((one) => one.survey === survey && one.isCurrent)
