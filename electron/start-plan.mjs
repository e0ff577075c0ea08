// @ts-check
/** What `npm start` should do, decided from plain facts. No effects; types in start-plan.d.mts. */

const rememberFailureMs = 24 * 60 * 60 * 1000

/** @type {typeof import('./start-plan.d.mts').planStart} */
export function planStart(facts) {
  const args = facts.args.filter((arg) => arg !== '--browser' && arg !== '--fetch')
  const isEnough = isNodeEnough(facts.nodeVersion)
  const shared = {
    build: facts.oldestOutput === null || facts.oldestOutput < facts.newestSource,
    node: isEnough ? null : facts.bundledNode,
    args,
  }
  if (!facts.isInstalled)
    return {
      ...shared,
      mode: 'stop',
      because: 'The parts are not installed yet: run npm install, then npm start.',
    }
  if (!isEnough && !facts.bundledNode)
    return {
      ...shared,
      mode: 'stop',
      because: `Fair Hearing needs Node 22.13 or later, this is ${facts.nodeVersion}, and npm install brought no newer one for this system: install Node 24, then run npm start again.`,
    }
  return { ...shared, ...planWindow(facts) }
}

/**
 * @param {import('./start-plan.d.mts').StartFacts} facts
 * @returns {{ mode: 'app' | 'fetch' | 'browser', because: string | null }}
 */
function planWindow(facts) {
  if (facts.args.includes('--browser')) return { mode: 'browser', because: null }
  if (!facts.hasDisplay)
    return { mode: 'browser', because: 'There is no display here, so Fair Hearing starts in browser mode.' }
  if (facts.isLinuxRoot)
    return {
      mode: 'browser',
      because:
        'Electron does not run as root with its sandbox on, and we do not switch that off, so Fair Hearing starts in browser mode. Start it as another user for its own window.',
    }
  if (facts.isElectronReady) return { mode: 'app', because: null }
  const failedLately = facts.fetchFailedAt !== null && facts.now - facts.fetchFailedAt < rememberFailureMs
  if (failedLately && !facts.args.includes('--fetch'))
    return {
      mode: 'browser',
      because:
        "Electron's runtime could not be fetched within the last day, so Fair Hearing starts in browser mode. To try again: npm start -- --fetch",
    }
  return { mode: 'fetch', because: null }
}

/** @type {typeof import('./start-plan.d.mts').isNodeEnough} */
export function isNodeEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 13)
}

/** @type {typeof import('./start-plan.d.mts').hasDisplay} */
export function hasDisplay(platform, environment) {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

/** @type {typeof import('./start-plan.d.mts').megabytes} */
export function megabytes(bytes) {
  return `${Math.round(bytes / 1_000_000)} MB`
}
