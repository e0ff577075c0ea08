/** Brings the forms of a word together. The only file that names `natural`, and by sub-path: its root takes seconds. */
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'

/**
 * The Porter stem of an English word: "complained", "complaining" and "complains" give "complain".
 *
 * @param word lower case
 * @source Porter (1980), An algorithm for suffix stripping, Program 14(3), 130-137
 */
export const stem = (word: string): string => stemmer.stem(word)
