/** Where things live on this computer. Both the app and browser mode use the same places. */
import { existsSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export interface Places {
  /** Settings, recent projects, window state, codebook library. */
  readonly settings: string
  /** New projects are made here. */
  readonly projects: string
  /** The starter model and the sample, shipped with the app. */
  readonly resources: string
}

/**
 * @param environment `FAIR_HEARING_HOME` puts settings and projects into one folder of the person's choice
 */
export function standardPlaces(resources: string, environment = process.env): Places {
  const home = environment.FAIR_HEARING_HOME
  if (home) return { settings: path.join(home, 'settings'), projects: path.join(home, 'projects'), resources }
  return { settings: settingsFolder(environment), projects: projectsFolder(), resources }
}

/**
 * Where the starter and the sample lie: beside app.asar in the packed app, in `resources` of a checkout.
 *
 * @param from the folder of a file of ours, in source, bundled or packed; the folders above it are searched
 * @throws Error when there is none: the installation is not whole
 */
export function resourcesFolder(from: string = import.meta.dirname): string {
  const archive = /^(.*)[\\/]app\.asar(?:[\\/]|$)/.exec(from)?.[1]
  if (archive !== undefined) return archive
  const here = path.join(from, 'resources')
  if (existsSync(here)) return here
  const above = path.dirname(from)
  if (above === from) throw new Error('The folder "resources" is missing. Install Fair Hearing again.')
  return resourcesFolder(above)
}

/** As package.json has it, which lies in the same place: two steps up. */
export function appVersion(): string {
  const file = path.resolve(import.meta.dirname, '../../package.json')
  const { version }: { readonly version: string } = JSON.parse(readFileSync(file, 'utf8'))
  return version
}

function settingsFolder(environment: NodeJS.ProcessEnv): string {
  const home = os.homedir()
  switch (process.platform) {
    case 'win32':
      return path.join(environment.APPDATA ?? path.join(home, 'AppData', 'Roaming'), 'Fair Hearing')
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'Fair Hearing')
    default:
      return path.join(environment.XDG_CONFIG_HOME ?? path.join(home, '.config'), 'fair-hearing')
  }
}

function projectsFolder(): string {
  const documents = path.join(os.homedir(), 'Documents')
  return path.join(existsSync(documents) ? documents : os.homedir(), 'Fair Hearing')
}
