/** Told what a store does, in numbers alone; each returns at once. */
export interface Meter {
  /** a change was kept, or refused by what decided on it */
  changed(how: 'kept' | 'refused'): void
  /** a decision met another one, and is made anew */
  triedAnew(): void
  /** it met others too often: its change is lost, and whoever wanted it is told so */
  gaveUp(): void
  /** lines are being added to the log, together; what it returns is told when that is over, and whether they were */
  logging(): (lines: number, added: boolean) => void
  /** how many connections there are to a database, how many nobody uses, and how many wait for one; asked when wanted */
  connections(load: () => { all: number; idle: number; waiting: number }): void
}
