/** Others wait for a decision: one that waits for them in turn (a change inside a change) must not wait for ever. */
export async function within<T>(patience: number, decision: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('a decision took too long, so nothing of it was saved')), patience)
  })
  return Promise.race([decision, late]).finally(() => clearTimeout(timer))
}
