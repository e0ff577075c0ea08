/**
 * Packs the app as a release does, with a stub of Electron's runtime and without a network, and checks what came
 * out: `npm run pack:check`. Everything happens in a temporary folder, so a build in `out/` is left alone.
 */
import { execFile } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { builds, isBuilt, root } from './build-note.mjs'

export interface PackedFile {
  /** From the root of the archive or folder, with forward slashes. */
  readonly path: string
  readonly bytes: number
}

export interface Packed {
  /** What app.asar holds. */
  readonly archive: readonly PackedFile[]
  /** What lies beside app.asar, in the app's folder of resources. */
  readonly resources: readonly PackedFile[]
  /** The runtime's fuses by name, as they were blown. */
  readonly fuses: Readonly<Record<string, boolean>>
  /** What the sources promise to be in the archive. */
  readonly promised: readonly string[]
}

const run = promisify(execFile)

/** Where the runtime's program keeps its fuses: this mark, a version, how many there are, one character each. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
]
const fusesOn = ['enableCookieEncryption', 'enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar']

const megabyte = 1_000_000
const mostBytes = { archive: 8 * megabyte, resources: 60 * megabyte, file: 40 * megabyte }

/** Builds the sources, packs them for Linux and reads back what was packed. Takes some ten seconds. */
export async function pack(): Promise<Packed> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fair-hearing-pack-'))
  try {
    await layOut(folder)
    const stub = makeStubRuntime(path.join(folder, 'runtime'))
    const builder = path.join(root, 'node_modules/electron-builder/cli.js')
    const options = ['--linux', '--dir', '--publish', 'never', `-c.electronDist=${stub}`]
    await run(process.execPath, [builder, ...options], { cwd: folder })
    const app = path.join(folder, 'dist/linux-unpacked')
    return {
      archive: archiveFiles(path.join(app, 'resources/app.asar')),
      resources: folderFiles(path.join(app, 'resources')).filter((file) => file.path !== 'app.asar'),
      fuses: fusesOf(path.join(app, 'fair-hearing')),
      promised: promisedFiles(),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is wrong with what was packed, a sentence each; empty when all is well. */
export function problemsOf({ archive, resources, fuses, promised }: Packed): readonly string[] {
  const names = archive.map((file) => file.path)
  const stray = names.filter((name) => name !== 'package.json' && !name.startsWith('out/'))
  const unwanted = names.filter((name) => /\.(map|ts|tsx|mts|cts|node)$|(^|\/)node_modules\//.test(name))
  const missing = promised.filter((name) => !names.includes(name))
  const folders = ['starter', 'sample']
  const strange = resources.filter((file) => !folders.includes(file.path.split('/')[0] ?? ''))
  const empty = folders.filter((name) => !resources.some((file) => file.path.startsWith(`${name}/`)))
  const wrong = fuseNames.filter((name) => fuses[name] !== fusesOn.includes(name))
  return [
    ...stray.map((name) => `${name} is in the archive and should not be.`),
    ...unwanted.map((name) => `${name} is of a kind that should not be in the archive.`),
    ...missing.map((name) => `${name} is not in the archive.`),
    ...strange.map((file) => `${file.path} is among the resources and should not be.`),
    ...empty.map((name) => `The folder ${name} is not among the resources.`),
    ...wrong.map((name) => `The fuse ${name} is ${fuses[name] ? 'on' : 'off'} and should not be.`),
    ...tooLarge(archive, resources),
  ]
}

function tooLarge(archive: readonly PackedFile[], resources: readonly PackedFile[]): readonly string[] {
  const total = (files: readonly PackedFile[]) => files.reduce((sum, file) => sum + file.bytes, 0)
  const large = [...archive, ...resources].filter((file) => file.bytes > mostBytes.file)
  return [
    ...(total(archive) > mostBytes.archive ? [`The archive has ${total(archive)} bytes.`] : []),
    ...(total(resources) > mostBytes.resources ? [`The resources have ${total(resources)} bytes.`] : []),
    ...large.map((file) => `${file.path} has ${file.bytes} bytes.`),
  ]
}

function promisedFiles(): readonly string[] {
  const workers = globSync('electron/workers/*.worker.ts', { cwd: root }).map((file) =>
    path.basename(file, '.ts'),
  )
  return [
    'package.json',
    'out/electron/main.js',
    'out/electron/preload.cjs',
    ...workers.map((name) => `out/electron/${name}.js`),
    'out/renderer/index.html',
  ]
}

/** A folder that looks like a checkout to electron-builder: built from the sources as they are now. */
async function layOut(folder: string): Promise<void> {
  for (const name of ['package.json', 'electron-builder.yml', 'resources']) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true })
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  await buildInto(folder)
}

/**
 * Gives a folder an `out` of the sources as they are now: a copy of ours where that is one, otherwise built with the
 * project's own configurations.
 */
export async function buildInto(folder: string): Promise<void> {
  if (isBuilt()) {
    cpSync(path.join(root, 'out'), path.join(folder, 'out'), { recursive: true })
    return
  }
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  for (const { config, to } of builds) {
    const options = ['build', '--config', config, '--outDir', path.join(folder, to), '--logLevel', 'warn']
    // As shipped, whatever the caller is: under Vitest NODE_ENV says something else.
    await run(process.execPath, [vite, ...options], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
    })
  }
}

/** As much of a runtime as packing touches; its program holds fuses that are all on, so that each must be set. */
function makeStubRuntime(folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'))
  const empty = [
    'LICENSE',
    'LICENSES.chromium.html',
    'chrome-sandbox',
    'chrome_crashpad_handler',
    'icudtl.dat',
  ]
  mkdirSync(path.join(folder, 'locales'), { recursive: true })
  for (const name of [...empty, 'resources.pak', 'locales/en-US.pak', 'locales/en-GB.pak']) {
    writeFileSync(path.join(folder, name), '')
  }
  writeFileSync(path.join(folder, 'version'), String(version))
  const fuses = Buffer.from([1, fuseNames.length, ...fuseNames.map(() => '1'.charCodeAt(0))])
  writeFileSync(path.join(folder, 'electron'), Buffer.concat([Buffer.from(fuseMark), fuses]))
  chmodSync(path.join(folder, 'electron'), 0o755)
  return folder
}

interface ArchiveNode {
  readonly size?: number
  readonly files?: Readonly<Record<string, ArchiveNode>>
}

/** The list an asar begins with: four lengths of four bytes (the last: of the JSON), then JSON. */
function archiveFiles(file: string): readonly PackedFile[] {
  const descriptor = openSync(file, 'r')
  const lengths = Buffer.alloc(16)
  readSync(descriptor, lengths, 0, 16, 0)
  const json = Buffer.alloc(lengths.readUInt32LE(12))
  readSync(descriptor, json, 0, json.length, 16)
  closeSync(descriptor)
  return filesBelow(JSON.parse(json.toString('utf8')), '')
}

function filesBelow(node: ArchiveNode, at: string): readonly PackedFile[] {
  if (node.files === undefined) return [{ path: at, bytes: node.size ?? 0 }]
  return Object.entries(node.files).flatMap(([name, child]) =>
    filesBelow(child, at === '' ? name : `${at}/${name}`),
  )
}

function folderFiles(folder: string): readonly PackedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return { path: path.relative(folder, file).replaceAll('\\', '/'), bytes: statSync(file).size }
    })
}

function fusesOf(program: string): Readonly<Record<string, boolean>> {
  const bytes = readFileSync(program)
  const start = bytes.indexOf(fuseMark) + fuseMark.length + 2
  return Object.fromEntries(
    fuseNames.map((name, index) => [name, bytes[start + index] === '1'.charCodeAt(0)]),
  )
}

if (import.meta.main) {
  const packed = await pack()
  const problems = problemsOf(packed)
  for (const problem of problems) console.error(problem)
  const bytes = packed.archive.reduce((sum, file) => sum + file.bytes, 0)
  console.log(`Packed ${packed.archive.length} files, ${bytes} bytes; ${problems.length} problems.`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
