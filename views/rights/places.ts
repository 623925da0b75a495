import type { Here } from '../here.ts'

const isPlaceInList = (key: string): boolean => /^\d+$/.test(key)

/** What a part of a case file is called. */
export function partTitle({ t }: Here, name: string): string {
  const { keys, openedPart } = t.rights
  return name === 'opened' ? openedPart : (keys[name as keyof typeof keys] ?? name)
}

/** What a field is called, where it stands below `path`. */
export function fieldTitle({ t }: Here, path: string, key: string): string {
  const { keys, inside } = t.rights
  const above = path.split('/').findLast((part) => !isPlaceInList(part))
  return inside[`${above}/${key}` as keyof typeof inside] ?? keys[key as keyof typeof keys] ?? key
}

/** `guardians/0/phone` in words. */
export function placeWords(here: Here, place: string): string {
  const parts = place.split('/')
  const named = parts.map((part, at) => {
    if (at === 0) return partTitle(here, part)
    return isPlaceInList(part) ? String(Number(part) + 1) : fieldTitle(here, parts.slice(0, at).join('/'), part)
  })
  return trail(named)
}

/** Names on the way to a place; a number belongs to the name before it: `보호자 1 › 연락처`. */
export const trail = (names: string[]): string => names.join(' › ').replace(/ › (\d+)(?= › |$)/g, ' $1')
