// Draws each table of the report as bars. The numbers are read from the table, so chart and table cannot differ.

const style = getComputedStyle(document.documentElement)
const colour = (name) => style.getPropertyValue(name).trim()
const { fontFamily } = getComputedStyle(document.body)
const rowHeight = 38

/** A label in at most two lines; the table has it whole. Hangul takes about twice the room of a Latin letter. */
function lines(text, most) {
  const width = (part) => [...part].reduce((sum, letter) => sum + (letter > '\u1100' ? 1.8 : 1), 0)
  const found = ['']
  for (const word of text.split(' ')) {
    const longer = `${found.at(-1)} ${word}`.trim()
    if (found.at(-1) === '' || width(longer) <= most) found[found.length - 1] = longer
    else found.push(word)
  }
  return found.length > 2 ? [found[0], `${found[1]} …`] : found
}

/** Writes the share at the end of each bar: a length alone is hard to read off. */
const shares = {
  id: 'shares',
  afterDatasetsDraw(chart) {
    const { ctx } = chart
    ctx.save()
    ctx.font = `600 13px ${fontFamily}`
    ctx.fillStyle = colour('--ink')
    ctx.textBaseline = 'middle'
    for (const [at, bar] of chart.getDatasetMeta(0).data.entries()) ctx.fillText(chart.data.said[at], bar.x + 6, bar.y)
    ctx.restore()
  },
}

function draw(card) {
  const box = card.querySelector('.chart')
  if (!box) return
  const rows = [...card.querySelectorAll('tbody tr')]
  const labels = rows.map((row) => row.querySelector('th').textContent)
  const wrapped = (width) => labels.map((label) => lines(label, width < 420 ? 16 : 26))
  box.hidden = false
  box.style.height = `${rows.length * rowHeight + 8}px`
  new Chart(box.querySelector('canvas'), {
    type: 'bar',
    plugins: [shares],
    data: {
      labels: wrapped(box.clientWidth),
      said: rows.map((row) => row.lastElementChild.textContent),
      datasets: [
        {
          data: rows.map((row) => Number(row.dataset.count)),
          backgroundColor: colour('--road'),
          hoverBackgroundColor: colour('--road-deep'),
          borderRadius: 3,
          maxBarThickness: 20,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      onResize: (chart, { width }) => {
        chart.data.labels = wrapped(width)
      },
      maintainAspectRatio: false,
      locale: document.documentElement.lang,
      font: { family: fontFamily, size: 13 },
      layout: { padding: { right: 48 } },
      scales: {
        x: { display: false, beginAtZero: true },
        y: {
          grid: { display: false },
          border: { color: colour('--line') },
          ticks: { autoSkip: false, color: colour('--ink'), font: { family: fontFamily, size: 13, lineHeight: 1.2 } },
        },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false,
          callbacks: {
            title: ([item]) => labels[item.dataIndex],
            label: ({ dataIndex, formattedValue, chart }) => `${formattedValue} · ${chart.data.said[dataIndex]}`,
          },
        },
      },
    },
  })
}

for (const card of document.querySelectorAll('.figure-card')) draw(card)

// Paper is narrower than the window: the bars are drawn anew for it.
for (const [event, width] of [
  ['beforeprint', 320],
  ['afterprint', undefined],
])
  window.addEventListener(event, () => {
    for (const chart of Object.values(Chart.instances)) chart.resize(...(width ? [width, chart.height] : []))
  })
