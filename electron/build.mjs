// @ts-check
/**
 * `npm run build`: everything that is bundled, to out/. What is there already and was made of the same is left as it is.
 *
 * Plain JavaScript, so that the oldest Node that installs the app can build it.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { builds, isBuilt, noteBuild, root, touch } from './build-note.mjs'

if (isBuilt()) touch()
else {
  process.exitCode = build()
  if (process.exitCode === 0) noteBuild()
}

/** @returns {number} the exit status of the first that fails; 0 when none does */
function build() {
  for (const { config } of builds) {
    const args = [
      path.join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      '--logLevel',
      'warn',
      '-c',
      config,
    ]
    // What is built is what people get, whatever the surroundings are for.
    const env = { ...process.env, NODE_ENV: 'production' }
    const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
    if (status !== 0) return status ?? 1
  }
  return 0
}
