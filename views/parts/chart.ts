import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'

/** Scripts of a page with charts, in this order. */
export const chartScripts = ['chart.umd.min.js', 'chart-style.js', 'chart-bars.js', 'chart-lines.js', 'charts.js']

export type ChartKind = 'bars' | 'stacked' | 'means' | 'lines' | 'dots'

type About = Record<string, string | number | undefined>

/**
 * The place of a chart, before the table that it is drawn from: what that table's rows must carry, and what may stand
 * in `about` (as `data-…`), is said in views/assets/charts.js. `label` says in words what the chart shows.
 */
export const chartBox = ({ t }: Here, kind: ChartKind, label: string, about: About = {}): Html =>
  boxOf(kind, label, { ...about, save: t.shared.savePicture })

/** A chart in which a line, a dot or a part is a single youth: no button saves it as a picture, since it must not leave the house. */
export const peopleChart = (kind: 'lines' | 'dots' | 'stacked', label: string, about: About = {}): Html =>
  boxOf(kind, label, about)

const boxOf = (kind: ChartKind, label: string, about: About): Html =>
  html`<div class="chart" data-chart="${kind}"${Object.entries(about).map(([name, value]) =>
    value === undefined ? '' : html` data-${name}="${value}"`,
  )} hidden><canvas role="img" aria-label="${label}"></canvas></div>`
