/** A copy as it would come back from disk: plain JSON, nothing shared, what is undefined left out. */
export const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value))

/** The same value, which nobody can change any more: it may be given to many. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
