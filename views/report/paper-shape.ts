/*
 * A paper before it is a page or a Word file: the same content for both, in both languages. All numbers in it come
 * from what a release shows, from scales.json or from what the centre has settled.
 */

export interface Paper {
  title: string
  subtitle: string
  centre: string
  /** why it may not be passed on, or not any more */
  caution?: string
  /** register number, period, cut-off: what stands on the first page */
  facts: [label: string, value: string][]
  parts: Part[]
}

export interface Part {
  id: string
  heading: string
  blocks: Block[]
}

export type Block =
  | { is: 'text'; text: string }
  | { is: 'list'; items: string[] }
  /** a heading below that of the part */
  | { is: 'heading'; id: string; text: string }
  /** a box of items, each with its name */
  | { is: 'box'; title: string; items: [name: string, text: string][] }
  | TableBlock

export interface TableBlock {
  is: 'table'
  id: string
  title: string
  /** what its numbers say, in sentences */
  lead?: string
  /** what it counts, and in which unit */
  about?: string
  heads: string[]
  rows: TableRow[]
  /** the base, what is missing and what is hidden */
  notes: string[]
  /** drawn above the table from what the rows say in `data`; the table itself is the truth */
  chart?: { look: 'bars' | 'means'; label: string; about?: Record<string, string | number> }
}

export interface TableRow {
  /** the first cell is the row's head */
  cells: string[]
  data?: Record<string, string>
}
