/** What takes a statement and gives its rows: the whole pool, or one connection while a change is decided. */
export interface Queries {
  rows<R extends object>(text: string, values?: unknown[]): Promise<R[]>
}
