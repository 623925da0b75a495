/** Numbers of the database's advisory locks: whoever holds one has its turn. */
export const turns = {
  /** adding to the log */
  log: 7_233_001,
  /** changes that met others again and again */
  change: 7_233_002,
  /** changing the tables */
  migrate: 7_233_003,
  /** moving everything to this database, or from it */
  move: 7_233_004,
}
