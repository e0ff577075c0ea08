/**
 * Makes every icon from icon.svg with the Chromium that the tests use: `node resources/icons/render.ts`.
 * ICO and ICNS are containers that may hold PNGs, so they are put together here: electron-builder would fetch a tool.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startChromium } from '../../tests/support/chromium.ts'

interface Picture {
  readonly pixels: number
  readonly png: Buffer
}

const folder = import.meta.dirname
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]
const windowsSizes = [16, 24, 32, 48, 64, 128, 256]
/** The kinds of picture in an ICNS file and their pixels; each size is there once plain and once for dense screens. */
const macKinds = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const
/** Icons on macOS leave a margin: 100 of 1024 on each side. */
const macMargin = 100 / 1024

const svg = readFileSync(path.join(folder, 'icon.svg'), 'utf8')
const browser = await startChromium()

mkdirSync(path.join(folder, 'linux'), { recursive: true })
for (const pixels of linuxSizes) {
  write(`linux/${pixels}x${pixels}.png`, (await draw(pixels)).png)
}
write('icon.png', (await draw(1024)).png)
write('icon.ico', ico(await Promise.all(windowsSizes.map((pixels) => draw(pixels)))))
write('icon.icns', icns(await Promise.all(macKinds.map(([, pixels]) => draw(pixels, macMargin)))))
await browser.close()

/** @param margin on each side, as a share of the width */
async function draw(pixels: number, margin = 0): Promise<Picture> {
  const page = await browser.newPage({ viewport: { width: pixels, height: pixels } })
  const inner = Math.round(pixels * (1 - 2 * margin))
  await page.setContent(
    `<style>html,body{margin:0;height:100%}body{display:grid;place-items:center}
     svg{display:block;width:${inner}px;height:${inner}px}</style>${svg}`,
  )
  const png = await page.screenshot({ omitBackground: true })
  await page.close()
  return { pixels, png }
}

/** An ICO file of PNGs: a header, one entry of 16 bytes each, then the pictures. 0 stands for 256. */
function ico(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  for (const [index, { pixels, png }] of pictures.entries()) {
    const entry = 6 + 16 * index
    header.writeUInt8(pixels % 256, entry)
    header.writeUInt8(pixels % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(png.length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

/** An ICNS file of PNGs: kind, length (big endian, itself counted), picture. */
function icns(pictures: readonly Picture[]): Buffer {
  const blocks = pictures.map(({ png }, index) => block(macKinds[index]?.[0] ?? '', png))
  return block('icns', Buffer.concat(blocks))
}

function block(kind: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8)
  header.write(kind, 'latin1')
  header.writeUInt32BE(8 + content.length, 4)
  return Buffer.concat([header, content])
}

function write(name: string, content: Buffer): void {
  writeFileSync(path.join(folder, name), content)
}
