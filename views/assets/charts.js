/*
 * Draws each `.chart` of a page from the table after it, so that chart and table cannot differ; without scripts the
 * chart stays hidden and the table says it all. On the page:
 *
 *   <section class="figure-card"> <h3>title</h3>
 *     <div class="chart" data-chart="bars" data-save="Save as picture" hidden>
 *       <canvas role="img" aria-label="what it shows, in words"></canvas></div>
 *     <table>…</table> <p class="base">base</p>
 *   </section>
 *
 * and, as the page's scripts, those of views/parts/chart.ts, which also makes the box. By kind, the rows of the tbody
 * and the box carry (an empty or absent number is not drawn; rows with `data-skip` are left out):
 *
 *   bars     row: data-count; what the last cell says stands at the end of the bar (the kind if none is named)
 *   stacked  row: data-counts="3,5,2"; heads of the columns that are series: th data-series
 *   means    row: data-before, data-before-low, data-before-high, and the same of data-after;
 *            box: data-before and data-after name them, data-from and data-to are the ends of the axis
 *   lines    row: data-values="3.1,3.6"; box: data-steps="before|after", data-from, data-to, data-mean="3.2,3.5" and
 *            data-better="higher|lower" (many rows are people and are not named)
 *   dots     row: data-x, data-y; box: data-x and data-y name the axes
 *
 * With data-unit="percent" on the box, numbers are shares from 0 to 1.
 */
;(() => {
  const { font, colour } = window.chartStyle
  const kinds = window.chartKinds

  function draw(box, nth) {
    const card = box.closest('.figure-card') ?? box.parentElement
    const rows = [...(card.querySelector('table')?.querySelectorAll('tbody tr:not([data-skip])') ?? [])]
    if (rows.length === 0) return
    box.hidden = false
    const { height, config } = kinds[box.dataset.chart ?? 'bars'](box, rows)
    box.style.height = `${height}px`
    const chart = new Chart(box.querySelector('canvas'), config)
    if (box.dataset.save) box.after(saveButton(chart, card, box.dataset.save, nth))
  }

  function saveButton(chart, card, words, nth) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'plain save-picture'
    button.textContent = words
    button.addEventListener('click', () => {
      const link = document.createElement('a')
      // the name says nothing of what is on it
      link.download = `chart-${nth + 1}.png`
      link.href = pictureOf(chart, card)
      link.click()
    })
    return button
  }

  /** The chart with its title above and its base below, twice as fine as the screen, on white. */
  function pictureOf(chart, card) {
    const [scale, edge, line] = [2, 20, 22]
    const textOf = (selector) => (card.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim()
    const [title, base] = [textOf('h2, h3, h4'), textOf('.base')]
    const canvas = document.createElement('canvas')
    const pen = canvas.getContext('2d')
    const width = chart.width
    pen.font = `13px ${font().family}`
    const below = wrap(pen, base, width)
    canvas.width = (width + 2 * edge) * scale
    canvas.height = (chart.height + 2 * edge + 2 * line + below.length * line) * scale
    pen.scale(scale, scale)
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.fillStyle = colour('--ink')
    pen.textBaseline = 'top'
    pen.font = `600 17px ${font().family}`
    pen.fillText(title, edge, edge)
    redraw(chart, scale)
    pen.drawImage(chart.canvas, edge, edge + 1.5 * line, width, chart.height)
    redraw(chart)
    pen.font = `13px ${font().family}`
    for (const [at, text] of below.entries()) pen.fillText(text, edge, edge + 2 * line + chart.height + at * line)
    return canvas.toDataURL('image/png')
  }

  function wrap(pen, text, width) {
    const found = ['']
    for (const word of text.split(' ')) {
      const longer = `${found.at(-1)} ${word}`.trim()
      if (pen.measureText(longer).width <= width) found[found.length - 1] = longer
      else found.push(word)
    }
    return found.filter(Boolean)
  }

  /** Draws a chart anew, finer than the screen if a ratio is given, and as wide as paper if a width is. */
  function redraw(chart, ratio, width) {
    chart.options.devicePixelRatio = ratio ?? window.devicePixelRatio
    chart.resize(...(width ? [width, chart.height] : []))
  }

  for (const [nth, box] of document.querySelectorAll('.chart').entries()) draw(box, nth)

  // Paper is narrower than the window, and finer: everything is drawn anew for it.
  window.addEventListener('beforeprint', () => {
    for (const chart of Object.values(Chart.instances)) redraw(chart, 3, chart.canvas.closest('.figures') ? 320 : 640)
  })
  window.addEventListener('afterprint', () => {
    for (const chart of Object.values(Chart.instances)) redraw(chart)
  })
})()
