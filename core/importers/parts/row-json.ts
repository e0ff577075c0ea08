/** A row of a table as JSON: what a project keeps of it, untouched. */

/**
 * Written by hand because an object would put columns called "1" first and lose one called "__proto__".
 *
 * @param names the columns' names, each as JSON already
 */
export function rowAsJson(names: readonly string[], values: readonly (string | undefined)[]): string {
  let json = '{'
  for (let place = 0; place < values.length; place++) {
    json += `${place === 0 ? '' : ','}${names[place] ?? '""'}:${quoted(values[place] ?? '')}`
  }
  return `${json}}`
}

/** As `JSON.stringify` writes a text. Most cells are short and plain, and then looking is quicker than calling. */
function quoted(value: string): string {
  return value.length > 40 || needsEscape.test(value) ? JSON.stringify(value) : `"${value}"`
}

const needsEscape = /["\\\p{Cc}\p{Cs}]/u
