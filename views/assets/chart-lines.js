/* What Chart.js is told of charts of points: lines and dots, as in chart-bars.js. */
window.chartKinds = (() => {
  const { colour, font, inks, dashes, points, ground, nameOf, listIn, axis, range, options, legend } = window.chartStyle

  /** Few rows are told apart by dash and point; many are people, thin and pale, with what was hoped for in green. */
  function lines(box, rows) {
    const isCrowd = rows.length > inks.length
    const steps = (box.dataset.steps ?? '').split('|')
    const crowd = (values) => {
      const rise = values.at(-1) - values[0]
      const isHoped = box.dataset.better === 'lower' ? rise < 0 : rise > 0
      const ink = rise === 0 ? '#6c767466' : isHoped ? '#1d4f4a70' : '#b9770eb0'
      return {
        borderColor: ink,
        backgroundColor: ink,
        borderWidth: 1.4,
        borderDash: isHoped ? [] : [5, 3],
        pointRadius: 2,
      }
    }
    const apart = (nth) => ({
      ...{ borderColor: inks[nth], backgroundColor: inks[nth], borderWidth: 2, borderDash: dashes[nth] },
      ...{ pointStyle: points[nth], pointRadius: 5 },
    })
    const mean = listIn(box.dataset.mean)
    return {
      height: 300,
      config: {
        type: 'line',
        plugins: [ground],
        data: {
          labels: steps,
          datasets: [
            ...rows.map((row, nth) => {
              const data = listIn(row.dataset.values)
              return { label: nameOf(row), data, spanGaps: true, ...(isCrowd ? crowd(data) : apart(nth)) }
            }),
            ...(box.dataset.mean
              ? [
                  {
                    label: '',
                    data: mean,
                    borderColor: '#000',
                    backgroundColor: '#000',
                    borderWidth: 3.5,
                    pointRadius: 5,
                  },
                ]
              : []),
          ],
        },
        options: options({
          scales: { x: axis({ offset: true }), y: range(box.dataset) },
          plugins: { legend: isCrowd ? { display: false } : legend(), tooltip: { enabled: !isCrowd } },
        }),
      },
    }
  }

  function dots(box, rows) {
    const title = (text) => ({ display: true, text, color: colour('--ink'), font: font() })
    return {
      height: 300,
      config: {
        type: 'scatter',
        plugins: [ground],
        data: {
          datasets: [
            {
              data: rows.map(({ dataset }) => ({ x: Number(dataset.x), y: Number(dataset.y) })),
              ...{ backgroundColor: `${inks[0]}59`, borderColor: inks[0], pointRadius: 5 },
            },
          ],
        },
        options: options({
          scales: {
            x: axis({ title: title(box.dataset.x), ticks: { precision: 0 } }),
            y: range(box.dataset, { title: title(box.dataset.y) }),
          },
          plugins: { tooltip: { enabled: false } },
        }),
      },
    }
  }

  return { ...window.chartKinds, lines, dots }
})()
