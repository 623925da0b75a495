// Over 150 lines because it is one function for each kind, side by side so that they stay alike.
/*
 * What Chart.js is told of charts that lie: bars, stacked bars, means with intervals. Each is a function of the box and
 * the rows of its table; what these carry is said in charts.js.
 */
window.chartKinds = (() => {
  const { colour, font, inks, wrapped, fill, said, ground, nameOf, numberIn, listIn, axis, range, options, legend } =
    window.chartStyle
  const labelsOf = (rows, width) => rows.map((row) => wrapped(nameOf(row), width < 420 ? 16 : 26))
  const names = (axisOptions = {}) => axis({ ...axisOptions, ticks: { autoSkip: false } })
  const onResize =
    (rows) =>
    (chart, { width }) => {
      chart.data.labels = labelsOf(rows, width)
    }

  /** Writes what the last cell of each row says at the end of its bar: a length alone is hard to read off. */
  const ends = {
    id: 'ends',
    afterDatasetsDraw(chart) {
      const { ctx } = chart
      ctx.save()
      ctx.font = `600 13px ${font().family}`
      ctx.fillStyle = colour('--ink')
      ctx.textBaseline = 'middle'
      const zero = chart.scales.x.getPixelForValue(0)
      for (const [at, bar] of chart.getDatasetMeta(0).data.entries())
        ctx.fillText(chart.data.said[at], (Number.isFinite(bar.x) ? bar.x : zero) + 6, bar.y)
      ctx.restore()
    },
  }

  function bars(box, rows) {
    const whole = rows.map(nameOf)
    return {
      height: rows.length * 38 + 8,
      config: {
        type: 'bar',
        plugins: [ground, ends],
        data: {
          labels: labelsOf(rows, box.clientWidth),
          said: rows.map((row) => row.lastElementChild.textContent.trim()),
          datasets: [
            {
              data: rows.map(({ dataset }) => numberIn(dataset.count)),
              backgroundColor: colour('--road'),
              hoverBackgroundColor: colour('--road-deep'),
              borderRadius: 3,
              maxBarThickness: 20,
            },
          ],
        },
        options: options({
          indexAxis: 'y',
          onResize: onResize(rows),
          layout: { padding: { right: 52 } },
          scales: { x: { display: false, beginAtZero: true }, y: names() },
          plugins: {
            legend: { display: false },
            tooltip: {
              displayColors: false,
              callbacks: {
                title: ([item]) => whole[item.dataIndex],
                label: ({ dataIndex, formattedValue, chart }) => `${formattedValue} · ${chart.data.said[dataIndex]}`,
              },
            },
          },
        }),
      },
    }
  }

  function stacked(box, rows) {
    const series = [...box.parentElement.querySelectorAll('thead th[data-series]')].map((th) => th.textContent.trim())
    return {
      height: rows.length * 34 + 56,
      config: {
        type: 'bar',
        plugins: [ground],
        data: {
          labels: labelsOf(rows, box.clientWidth),
          datasets: series.map((label, nth) => ({
            ...{ label, backgroundColor: fill(nth), borderColor: '#fff', borderWidth: 1, maxBarThickness: 22 },
            data: rows.map(({ dataset }) => listIn(dataset.counts)[nth] ?? null),
          })),
        },
        options: options({
          indexAxis: 'y',
          onResize: onResize(rows),
          scales: {
            x: axis({ stacked: true, beginAtZero: true, ticks: { precision: 0 } }),
            y: names({ stacked: true }),
          },
          plugins: { legend: legend({ usePointStyle: false, boxWidth: 18 }) },
        }),
      },
    }
  }

  /** A mark on each mean over the thin bar of its interval: hollow before, full after. */
  const marks = {
    id: 'marks',
    afterDatasetsDraw(chart) {
      const { ctx } = chart
      for (const [nth, { means }] of chart.data.datasets.entries())
        for (const [at, bar] of chart.getDatasetMeta(nth).data.entries()) {
          if (means[at] === null) continue
          const x = chart.scales.x.getPixelForValue(means[at])
          ctx.save()
          ctx.lineWidth = 2
          ctx.strokeStyle = inks[nth]
          ctx.fillStyle = nth === 0 ? '#fff' : inks[nth]
          ctx.beginPath()
          if (nth === 0) ctx.arc(x, bar.y, 5, 0, 2 * Math.PI)
          else ctx.rect(x - 4.5, bar.y - 4.5, 9, 9)
          ctx.fill()
          ctx.stroke()
          ctx.restore()
        }
    },
  }

  function means(box, rows) {
    const parts = [
      ['before', 'circle'],
      ['after', 'rect'],
    ]
    return {
      height: rows.length * 46 + 72,
      config: {
        type: 'bar',
        plugins: [ground, marks],
        data: {
          labels: labelsOf(rows, box.clientWidth),
          datasets: parts.map(([part, pointStyle], nth) => {
            const means = rows.map(({ dataset }) => numberIn(dataset[part]))
            const end = (which) => rows.map(({ dataset }, at) => numberIn(dataset[`${part}${which}`]) ?? means[at])
            const [low, high] = [end('Low'), end('High')]
            return {
              ...{ label: box.dataset[part] ?? part, pointStyle, means, barThickness: 3, backgroundColor: inks[nth] },
              borderColor: inks[nth],
              data: means.map((mean, at) => (mean === null ? null : [low[at], high[at]])),
            }
          }),
        },
        options: options({
          indexAxis: 'y',
          onResize: onResize(rows),
          scales: { x: range(box.dataset), y: names({ grid: { color: colour('--line') } }) },
          plugins: {
            legend: legend({
              generateLabels: ({ data }) =>
                data.datasets.map(({ label, pointStyle }, nth) => ({
                  ...{ text: label, pointStyle, strokeStyle: inks[nth], lineWidth: 2, datasetIndex: nth },
                  fillStyle: nth === 0 ? '#fff' : inks[nth],
                })),
            }),
            tooltip: {
              callbacks: {
                label: ({ dataset, dataIndex, raw }) => {
                  const [mean, ...interval] = [dataset.means[dataIndex], ...raw].map((n) => said(n, box.dataset.unit))
                  return `${dataset.label} ${mean} (${interval.join('–')})`
                },
              },
            },
          },
        }),
      },
    }
  }

  return { bars, stacked, means }
})()
