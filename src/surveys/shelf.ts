import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { ownFile } from '../own-file.ts'
import type { Edition } from '../people/registers.ts'
import type { Definition, Survey } from './definition.ts'

/** Every version that was ever published: those that came with the programme, and those that the centre added. */
export type Shelf = readonly Survey[]

const folder = ownFile('surveys/')
const named = /^([a-z-]+)\.v(\d+)\.json$/

/** The versions of `surveys/`, read once at the start; that they have no fault is tested before they are shipped. */
function readShipped(): Shelf {
  return readdirSync(folder)
    .filter((file) => named.test(file))
    .map((file) => {
      const [, survey = '', version] = named.exec(file) ?? []
      const definition = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
      return { survey, version: Number(version), definition }
    })
}

export const shipped: Shelf = readShipped()

/** What was published stays as it is: the same object each time, so that what is made of it is made once. */
const published = new Map<string, Survey>()

/**
 * What came with the programme, and what the centre published. Drafts are not on the shelf. Should a newer programme
 * bring a version under a number that the centre has used, the centre's stays: youths have answered it.
 */
export function shelfOf(editions: Edition[]): Shelf {
  const own = editions.filter((edition) => edition.published).map(keptOnce)
  return own.length === 0 ? shipped : [...shipped.filter((one) => !surveyOf(own, one.survey, one.version)), ...own]
}

function keptOnce({ survey, version, definition }: Edition): Survey {
  const key = createHash('sha256')
    .update(JSON.stringify([survey, version, definition]))
    .digest('base64url')
  // checked before it was published
  const one = published.get(key) ?? { survey, version, definition: definition as Definition }
  published.set(key, one)
  return one
}

/** What is handed out now. */
export const newestOf = (shelf: Shelf, survey: string): Survey | undefined =>
  shelf.filter((one) => one.survey === survey).sort((a, b) => b.version - a.version)[0]

/** What somebody was asked, of whatever age. */
export const surveyOf = (shelf: Shelf, survey: string, version: number): Survey | undefined =>
  shelf.find((one) => one.survey === survey && one.version === version)
