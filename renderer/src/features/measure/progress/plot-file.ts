/** A plot as a file of its own: SVG with its colours written out, and PNG drawn from that. Always in the light colours. */

/** What each shape of a plot is made of; all else is as SVG has it without a style. */
const properties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
] as const
const namespace = 'http://www.w3.org/2000/svg'
const margin = 16
const head = 48
/** A PNG has so many pixels for each of the plot. */
const density = 2

export interface PlotWords {
  readonly title: string
  /** What was counted; stands under the title. */
  readonly lede: string
}

/** @param drawn the plot as it stands on the page, which gives the size and the drawing */
export function svgOf(drawn: SVGSVGElement, words: PlotWords): string {
  const { width, height } = drawn.viewBox.baseVal
  const copy = inLight(drawn)
  const svg = document.createElementNS(namespace, 'svg')
  const [w, h] = [width + 2 * margin, height + 2 * margin + head]
  for (const [name, value] of Object.entries({ width: w, height: h, viewBox: `0 0 ${w} ${h}` }))
    svg.setAttribute(name, String(value))
  svg.setAttribute('font-family', 'sans-serif')
  const ground = document.createElementNS(namespace, 'rect')
  for (const [name, value] of Object.entries({ width: w, height: h, fill: '#ffffff' }))
    ground.setAttribute(name, String(value))
  const plot = document.createElementNS(namespace, 'g')
  plot.setAttribute('transform', `translate(${margin} ${margin + head})`)
  plot.append(...copy.childNodes)
  const title = document.createElementNS(namespace, 'title')
  title.textContent = `${words.title}. ${words.lede}`
  svg.append(
    title,
    ground,
    line(words.title, 14, 14, '600', '#1b1d21'),
    line(words.lede, 34, 12, '400', '#565b64'),
  )
  svg.append(plot)
  return `${new XMLSerializer().serializeToString(svg)}\n`
}

/** @returns the PNG, in base64 */
export async function pngOf(svg: string): Promise<string> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * density
  canvas.height = image.naturalHeight * density
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '')
}

function line(words: string, y: number, size: number, weight: string, fill: string): SVGTextElement {
  const text = document.createElementNS(namespace, 'text')
  const about = { x: margin, y: margin + y, 'font-size': size, 'font-weight': weight, fill }
  for (const [name, value] of Object.entries(about)) text.setAttribute(name, String(value))
  text.textContent = words
  return text
}

/**
 * A copy with its colours written out. They are asked for while the whole window is light, which nobody sees: nothing
 * is painted in between. A light part in a dark window would not do, for what is built gives each colour once for all.
 */
function inLight(drawn: SVGSVGElement): Node {
  // A node's copy is of the node's own kind.
  const copy = drawn.cloneNode(true) as SVGSVGElement
  const root = document.documentElement
  const theme = root.dataset.theme
  root.dataset.theme = 'light'
  const originals = drawn.querySelectorAll('*')
  for (const [at, one] of copy.querySelectorAll('*').entries()) {
    const original = originals[at]
    if (original === undefined) continue
    const style = getComputedStyle(original)
    for (const name of properties) one.setAttribute(name, style.getPropertyValue(name))
    one.removeAttribute('class')
  }
  if (theme === undefined) delete root.dataset.theme
  else root.dataset.theme = theme
  return copy
}
