/** What the palette offers: everything that can be done on this page, places to go, projects; as plain data. */
import type { ProjectEntry, QueueRow, Settings } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { isolated } from '../../copy/format.ts'
import { orderNames } from '../../copy/names.ts'
import { besideName } from '../../copy/told-apart.ts'
import { type Match, ranked } from '../../keyboard/fuzzy.ts'
import { labelShortcuts } from '../../keyboard/label-shortcuts.ts'
import { shownKey } from '../../keyboard/shortcuts.ts'
import type { Binding } from '../../keyboard/use-shortcuts.tsx'
import type { IconName } from '../../ui/icon.tsx'

export type Group = 'do' | 'go' | 'comments' | 'projects'

export interface Item {
  /** Different for each. */
  readonly id: string
  readonly group: Group
  readonly words: string
  /** Stands at the end of the row. */
  readonly hint?: string | undefined
  /** Its shortcut as caps. */
  readonly caps?: string | undefined
  /** A label it decides, or has been decided: its mark stands before the words. Null for one that is undecided. */
  readonly label?: Label | null
  readonly icon?: IconName
  readonly run: () => void
}

export interface Found {
  readonly item: Item
  readonly ranges: Match['ranges']
}

/** So many of a group are shown, where something was typed. */
const most: Readonly<Record<Group, number>> = { do: 6, go: 5, comments: 5, projects: 4 }
/** In their order. Comments come last, since they come late: what stands above them stays where it is. */
export const groups: readonly Group[] = ['do', 'go', 'projects', 'comments']

/** The commands of the page, from what its keys are bound to, so that none is written down twice. */
export function commandItems(bindings: readonly Binding[], labels: readonly Label[]): readonly Item[] {
  const seen = new Set<string>()
  // What this page is for comes before what every page can do.
  const order = (one: Binding) => (one.shortcut.scope === 'everywhere' ? 1 : 0)
  const sorted = bindings.toSorted((a, b) => order(a) - order(b))
  const byName = new Map(labelShortcuts(labels).map((one) => [one.name, one.label]))
  return sorted.flatMap(({ shortcut, run }) => {
    const { name, does, keys, isOnlyKey } = shortcut
    if (isOnlyKey || seen.has(name)) return []
    seen.add(name)
    const label = byName.get(name)
    return [
      {
        id: name,
        // The table calls a place "go" and its name.
        group: /^go[A-Z]/.test(name) ? 'go' : 'do',
        words: does,
        caps: shownKey(keys[0]),
        ...(label ? { label } : { icon: icons[name] ?? 'right' }),
        run: () => run(keys[0] ?? ''),
      } as const,
    ]
  })
}

const icons: Readonly<Record<string, IconName>> = {
  chooseFile: 'folder',
  addFolder: 'folder',
  imports: 'folder',
  closeProject: 'cross',
  undo: 'undo',
  note: 'note',
  thread: 'thread',
  search: 'search',
  uncover: 'hidden',
  zen: 'fold',
}

type Change = Partial<Pick<Settings, 'theme' | 'contrast' | 'density' | 'order'>>

/** Settings that are one choice: said with the name of what they set. */
export function settingItems(
  settings: Settings,
  hasProject: boolean,
  change: (change: Change, isQueue: boolean) => void,
): readonly Item[] {
  const choices = <K extends keyof Change>(
    key: K,
    group: Group,
    names: Readonly<Record<Settings[K] & string, string>>,
    words: (name: string) => string,
  ): readonly Item[] =>
    Object.entries<string>(names)
      .filter(([value]) => value !== settings[key])
      .map(([value, name]) => ({
        id: `${key} ${value}`,
        group,
        words: words(name),
        icon: group === 'go' ? 'filter' : 'right',
        // Safe: the keys of such a record are the values of the setting.
        run: () => change({ [key]: value } as Change, group === 'go'),
      }))
  return [
    ...(hasProject ? choices('order', 'go', orderNames, en.palette.order) : []),
    ...choices('theme', 'do', en.settings.themes, en.palette.theme),
    ...choices('contrast', 'do', en.settings.contrasts, en.palette.contrast),
    ...choices('density', 'do', en.settings.densities, en.palette.density),
  ]
}

export function projectItems(
  projects: readonly ProjectEntry[],
  openId: string | null,
  open: (id: string) => void,
): readonly Item[] {
  return projects
    .filter(({ id }) => id !== openId)
    .map((project) => ({
      id: `project ${project.id}`,
      group: 'projects',
      words: project.name,
      hint: hintOf(project, projects),
      icon: 'folder',
      run: () => open(project.id),
    }))
}

function hintOf(project: ProjectEntry, projects: readonly ProjectEntry[]): string {
  const facts = en.start.facts(project.comments, project.decided)
  const beside = besideName(project, projects)
  return beside === null ? facts : `${isolated(beside)}, ${facts}`
}

export function commentItems(
  rows: readonly QueueRow[],
  labels: readonly Label[],
  open: (commentId: number) => void,
): readonly Item[] {
  return rows.map((row) => ({
    id: `comment ${row.commentId}`,
    group: 'comments',
    words: row.excerpt,
    hint: row.author ?? en.review.noAuthor,
    label: labels.find(({ id }) => id === row.label) ?? null,
    run: () => open(row.commentId),
  }))
}

/**
 * What fits, by groups in their order, the best of each first.
 *
 * @param comments found by the service already: they are not looked through again
 */
export function search(query: string, items: readonly Item[], comments: readonly Item[]): readonly Found[] {
  // Enter takes the first one: nobody decides without having said for what.
  const isEmpty = query.trim() === ''
  const offered = isEmpty ? items.filter(({ id, label }) => !label && id !== 'accept') : items
  const all = ranked(query, offered, ({ words }) => words)
  // Scattered letters are a last resort: where anything fits better they are only in the way.
  const best = Math.max(0, ...all.map(({ match }) => match.score))
  const fitting = all.filter(({ match }) => best < clear || match.score >= clear)
  return groups.flatMap((group): readonly Found[] => {
    if (group === 'comments') {
      return comments.slice(0, most.comments).map((item) => ({ item, ranges: hits(query, item.words) }))
    }
    const found = fitting.filter(({ thing }) => thing.group === group)
    return (isEmpty ? found : found.slice(0, most[group])).map(({ thing, match }) => ({
      item: thing,
      ranges: match.ranges,
    }))
  })
}

/** From this score on what was typed stands in the name as it is, or begins its words. */
const clear = 21

/** Where the words that were typed stand in an excerpt. */
function hits(query: string, text: string): Match['ranges'] {
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return []
  const words = query
    .toLowerCase()
    .split(/[\s"*]+/)
    .filter(Boolean)
  const found = words.flatMap((word) => {
    const start = lower.indexOf(word)
    return start < 0 ? [] : [{ start, end: start + word.length }]
  })
  return found
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start }, at, all) => at === 0 || start >= (all[at - 1]?.end ?? 0))
}
