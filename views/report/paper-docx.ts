// Over 150 lines because it is one document: its styles, its cover, and one short method for each kind of block.
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  type IBorderOptions,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Here } from '../here.ts'
import type { Block, Paper, TableBlock } from './paper-shape.ts'

/** Sizes are half-points, distances twentieths of a point. */
const a4 = { width: 11906, height: 16838 }
const margin = { top: 1418, bottom: 1418, left: 1304, right: 1304 }
const wide = a4.width - margin.left - margin.right
const green = '1D4F4A'
const grey = '56615F'
const line = (size: number, color = '1F2625'): IBorderOptions => ({ style: BorderStyle.SINGLE, size, color })
const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const font = { ascii: 'Malgun Gothic', hAnsi: 'Malgun Gothic', eastAsia: 'Malgun Gothic', cs: 'Malgun Gothic' }

/** A paper as a Word document: real headings, tables with a head that repeats, the language set. No picture is in it. */
export function documentOf({ lang, t }: Here, paper: Paper): Document {
  const bullets = { reference: 'points', level: 0 }
  const body = paper.parts.flatMap(({ heading, blocks }, at) => [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1, pageBreakBefore: at === 0 }),
    ...blocks.flatMap((block) => childrenOf(block, bullets)),
  ])
  const language = { value: lang === 'ko' ? 'ko-KR' : 'en-GB', eastAsia: 'ko-KR' }
  const heading = (size: number, before: number, color = '1F2625') => ({
    run: { size, bold: true, color, font },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  })
  return new Document({
    title: paper.title,
    creator: paper.centre,
    lastModifiedBy: t.shared.name,
    description: '',
    styles: {
      default: {
        document: { run: { font, size: 20, language }, paragraph: { spacing: { after: 120, line: 312 } } },
        title: {
          run: { size: 52, bold: true, color: green, font },
          paragraph: { spacing: { before: 2400, after: 240 } },
        },
        heading1: heading(32, 480, green),
        heading2: heading(24, 320),
        heading3: heading(21, 240),
      },
      paragraphStyles: [
        {
          id: 'Caption',
          name: 'caption',
          basedOn: 'Normal',
          run: { bold: true },
          paragraph: { keepNext: true, spacing: { before: 240, after: 60 } },
        },
        {
          id: 'Note',
          name: 'Note',
          basedOn: 'Normal',
          run: { size: 17, color: grey },
          paragraph: { spacing: { after: 40, line: 260 } },
        },
        {
          id: 'Cell',
          name: 'Cell',
          basedOn: 'Normal',
          run: { size: 18 },
          paragraph: { spacing: { before: 40, after: 40, line: 250 } },
        },
      ],
    },
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            { level: 0, format: 'bullet', text: '•', style: { paragraph: { indent: { left: 340, hanging: 240 } } } },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: a4, margin }, titlePage: true },
        footers: { default: footer(), first: new Footer({ children: [new Paragraph('')] }) },
        children: [...cover(paper), ...body],
      },
    ],
  })
}

const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 17, color: grey }),
        ],
      }),
    ],
  })

function cover({ title, subtitle, centre, caution, facts }: Paper): FileChild[] {
  return [
    new Paragraph({ children: [new TextRun({ text: centre, color: grey, size: 24 })] }),
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    new Paragraph({ children: [new TextRun({ text: subtitle, size: 26 })], spacing: { after: 480 } }),
    ...(caution ? [new Paragraph({ children: [new TextRun({ text: caution, bold: true, color: 'A12618' })] })] : []),
    twoColumns(facts),
  ]
}

type Bullets = { reference: string; level: number }

function childrenOf(block: Block, bullets: Bullets): FileChild[] {
  if (block.is === 'text') return [new Paragraph(block.text)]
  if (block.is === 'heading') return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 })]
  if (block.is === 'list') return block.items.map((text) => new Paragraph({ text, numbering: bullets }))
  if (block.is === 'table') return tableOf(block)
  return [new Paragraph({ text: block.title, heading: HeadingLevel.HEADING_3 }), twoColumns(block.items), space()]
}

const space = (): Paragraph => new Paragraph({ text: '', spacing: { after: 60 } })

function cell(text: string, width: number, { bold = false, right = false, head = false } = {}): TableCell {
  const borders = { left: none, right: none, ...(head && { bottom: line(6) }) }
  const alignment = right ? AlignmentType.RIGHT : AlignmentType.LEFT
  const children = [new Paragraph({ style: 'Cell', alignment, children: [new TextRun({ text, bold })] })]
  return new TableCell({ width: { size: width, type: WidthType.DXA }, borders, children })
}

const borders = {
  top: line(12),
  bottom: line(6),
  left: none,
  right: none,
  insideHorizontal: line(2, 'DCDCD4'),
  insideVertical: none,
}

/** Names on the left, what they say on the right. */
function twoColumns(items: [string, string][]): Table {
  const widths = [Math.round(wide * 0.24), Math.round(wide * 0.76)] as const
  const rows = items.map(
    ([name, text]) =>
      new TableRow({ cantSplit: true, children: [cell(name, widths[0], { bold: true }), cell(text, widths[1])] }),
  )
  return new Table({ rows, borders, columnWidths: [...widths], width: { size: wide, type: WidthType.DXA } })
}

function tableOf({ title, lead, about, heads, rows, notes }: TableBlock): FileChild[] {
  const note = (text: string) => new Paragraph({ text, style: 'Note' })
  const said = [
    ...(lead ? [new Paragraph(lead)] : []),
    new Paragraph({ text: title, style: 'Caption' }),
    ...(about ? [note(about)] : []),
  ]
  const below = [...notes.map(note), space()]
  return rows.length === 0 ? [...said, ...below] : [...said, grid(heads, rows), ...below]
}

function grid(heads: string[], rows: TableBlock['rows']): Table {
  const isNumber = (at: number) => at > 0 && rows.every(({ cells }) => /^[\d*–+−(]|\d$/.test(cells[at] ?? ''))
  // the first column is wider, since it has the words
  const share = wide / (heads.length + 1)
  const widths = heads.map((_, at) => Math.round(at === 0 ? share * 2 : share))
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: heads.map((text, at) => cell(text, widths[at] ?? 0, { bold: true, right: isNumber(at), head: true })),
  })
  const lines = rows.map(
    ({ cells }) =>
      new TableRow({
        cantSplit: true,
        children: cells.map((text, at) => cell(text, widths[at] ?? 0, { right: isNumber(at) })),
      }),
  )
  return new Table({
    rows: [head, ...lines],
    borders,
    columnWidths: widths,
    width: { size: wide, type: WidthType.DXA },
  })
}
