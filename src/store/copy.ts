/** A copy as it would come back from disk: plain JSON, nothing shared, what is undefined left out. */
export const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value))
