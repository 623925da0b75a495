/*
 * One quiet style for every chart: colours of the house, a pattern or a shape beside each colour so that nothing is
 * told by colour alone, Korean number formats, white behind it all.
 */
window.chartStyle = (() => {
  const style = getComputedStyle(document.documentElement)
  const colour = (name) => style.getPropertyValue(name).trim()
  const { fontFamily } = getComputedStyle(document.body)
  const font = (size = 13, weight = 'normal') => ({ family: fontFamily, size, weight, lineHeight: 1.2 })
  const inks = ['#1d4f4a', '#b9770e', '#4a7ba6', '#7d5a86', '#6c7674', '#7aa79b']
  const dashes = [[], [7, 4], [2, 3], [10, 3, 2, 3], [4, 4], [1, 2]]
  const points = ['circle', 'rectRot', 'triangle', 'rect', 'star', 'crossRot']

  /** Hangul takes about twice the room of a Latin letter. */
  const widthOf = (text) => [...text].reduce((sum, letter) => sum + (letter > '\u1100' ? 1.8 : 1), 0)

  /** A label in at most two lines; the table has it whole. */
  function wrapped(text, most) {
    const found = ['']
    for (const word of text.split(' ')) {
      const longer = `${found.at(-1)} ${word}`.trim()
      if (found.at(-1) === '' || widthOf(longer) <= most) found[found.length - 1] = longer
      else found.push(word)
    }
    return found.length > 2 ? [found[0], `${found[1]} …`] : found
  }

  /** What is drawn in a tile of a pattern, over a paler ground of the same colour. */
  const strokes = [
    undefined,
    (pen) => pen.moveTo(0, 8) || pen.lineTo(8, 0),
    (pen) => pen.arc(4, 4, 1.4, 0, 2 * Math.PI),
    (pen) => pen.moveTo(0, 4) || pen.lineTo(8, 4),
    (pen) => pen.moveTo(0, 0) || pen.lineTo(8, 8) || pen.moveTo(0, 8) || pen.lineTo(8, 0),
    (pen) => pen.moveTo(4, 0) || pen.lineTo(4, 8),
  ]

  /** The fill of the nth series: the first plain, each further one with a pattern of its own. */
  function fill(nth) {
    const stroke = strokes[nth % strokes.length]
    const ink = inks[nth % inks.length]
    if (!stroke) return ink
    const tile = document.createElement('canvas')
    tile.width = 8
    tile.height = 8
    const pen = tile.getContext('2d')
    pen.fillStyle = `${ink}40`
    pen.fillRect(0, 0, 8, 8)
    pen.strokeStyle = ink
    pen.lineWidth = 1.6
    pen.beginPath()
    stroke(pen)
    pen.stroke()
    return pen.createPattern(tile, 'repeat')
  }

  const format = new Intl.NumberFormat('ko-KR', { maximumFractionDigits: 2 })
  /** `percent`: the number is a share from 0 to 1 */
  const said = (number, unit) =>
    (unit === 'percent' ? `${Math.round(number * 100)}%` : format.format(number)).replace('-', '−')

  /** White instead of nothing: a picture of it stands on any ground, and prints. */
  const ground = {
    id: 'ground',
    beforeDraw({ ctx, width, height }) {
      ctx.save()
      ctx.fillStyle = '#fff'
      ctx.fillRect(0, 0, width, height)
      ctx.restore()
    },
  }

  const axis = (changes = {}) => ({
    grid: { display: false },
    border: { color: colour('--line') },
    ...changes,
    ticks: { color: colour('--ink'), font: font(), ...changes.ticks },
  })

  /** What a row of a table says: its head less what is small in it, a number that may be absent, several by commas. */
  const nameOf = (row) =>
    [...(row.querySelector('th')?.childNodes ?? [])]
      .filter(({ nodeName }) => nodeName !== 'SMALL')
      .map(({ textContent }) => textContent)
      .join('')
      .trim()
  const numberIn = (text) => (text === undefined || text.trim() === '' ? null : Number(text))
  const listIn = (text = '') => text.split(',').map(numberIn)

  /** The range of a scale, so that two charts of it can be laid beside each other. */
  const range = ({ from, to, unit }, changes = {}) =>
    axis({
      ...(from !== undefined && { min: Number(from), max: Number(to) }),
      grid: { color: colour('--line') },
      ...changes,
      ticks: { callback: (value) => said(value, unit) },
    })

  /** What all charts share; a legend only where there is more than one series to tell apart. */
  const options = (changes) => ({
    animation: false,
    maintainAspectRatio: false,
    locale: 'ko-KR',
    font: font(),
    ...changes,
    plugins: {
      legend: { display: false },
      tooltip: { displayColors: false, bodyFont: font(), titleFont: font(13, 'bold') },
      ...changes.plugins,
    },
  })

  const legend = (labels = {}) => ({
    display: true,
    position: 'bottom',
    labels: { color: colour('--ink'), font: font(), usePointStyle: true, boxHeight: 8, ...labels },
  })

  return {
    ...{ colour, font, inks, dashes, points, wrapped, fill, said, ground },
    ...{ nameOf, numberIn, listIn },
    ...{ axis, range, options, legend },
  }
})()
