/** What the service says when something is in the way: what, where, and what to do. Read by people, in every door. */
import type { Ground } from './deciding/grounds.ts'

const missingWords: Readonly<Record<Ground, string>> = {
  reason: 'Choose the rule of the codebook that it breaks.',
  passage: 'Mark the words that break it.',
  sentence: 'Say in a sentence of your own, three words or more, why the rule holds here.',
}

const name = (file: string) => file.split(/[\\/]/).at(-1) ?? file

export const sentences = {
  noProject: () => 'No project is open. Open one, or start with a file of comments.',
  otherProject: (name: string) =>
    `The project “${name}” was opened meanwhile, and this was meant for the one before. Nothing was changed in either.`,
  projectMissing: (file: string) =>
    `The project ${name(file)} is not at ${file} any more. If it was moved, open it from its new place.`,
  projectMoved: (file: string) =>
    `The project ${name(file)} was moved or renamed while it was open. Everything decided is saved in it. Open it again from its new place.`,
  projectExists: (file: string) => `There is a project called ${name(file)} already. Choose another name.`,
  folderMissing: (file: string) => `There is no folder at ${file}. Make it first, or choose another.`,
  projectEmpty: (file: string) =>
    `The project file ${name(file)} is empty, so it holds no project. Open a copy of it, or start a new one.`,
  projectForeign: (file: string) =>
    `${name(file)} is not a Fair Hearing project. Choose a file that ends in .fairhearing, or import this one as comments.`,
  projectDamaged: (file: string) =>
    `The project file ${name(file)} is damaged and was left as it is. Open a backup copy of it; "verify" on the command line says what is wrong.`,
  projectNewer: (file: string) =>
    `${name(file)} was made by a newer Fair Hearing. Update the app to open it; nothing in the file was changed.`,
  projectOlder: (file: string) =>
    `${name(file)} was made by an older Fair Hearing. Open it once in the app, or with "verify" on the command line: both bring it up to date and keep a copy from before.`,
  projectReadOnly: (file: string) =>
    `${name(file)} or its folder can only be read, so decisions could not be saved. Allow writing, or copy it to a folder of your own.`,
  projectBusy: (file: string) =>
    `${name(file)} is open in another window or program. Close it there first, or go on working there.`,
  projectReadHere: (file: string) =>
    `${name(file)} is open in another window or program, so it can only be read here. Decide there, or close it there and open it here again.`,
  otherTabWrites: () =>
    'Another tab has this project and decides there. Here it can be read; choose "Decide here" to go on in this tab.',
  projectDeleted: (file: string, copy: string) =>
    `${name(file)} was deleted while it was open. Everything decided before is in a new copy, ${copy}. Open it and go on there.`,
  projectUpdated: (backup: string) =>
    `The project was brought up to date. A copy from before is in ${backup}.`,
  diskFull: (file: string) =>
    `The disk that holds ${name(file)} is full. Nothing was half-saved. Free some space and try again.`,
  diskFails: (file: string) =>
    `The disk that holds ${name(file)} failed while it was read or written. What was just being done was not saved; what was saved before still is. Look whether the disk is connected and has space, and try again.`,
  noSearch: () =>
    'This runtime has no full-text search in its SQLite, which the app needs. Install the app again from its own package.',
  projectCheckFailed: (found: string) =>
    `A check of the project file found damage (${found}). Copy the file now and open a backup; your latest decisions are in the copy.`,
  unknownMethod: (method: string) => `The window asked for something this version does not know: ${method}.`,
  badRequest: (method: string, details: string) => `The request ${method} was not understood: ${details}`,
  unexpected: () => 'Something went wrong on our side. Your decisions are saved.',
  commentMissing: () => 'That comment is not in this project any more. Open the queue again.',
  threadMissing: () => 'That thread is not in this project any more. Open the queue again.',
  queueMissing: () => 'The queue has changed. It is opened again.',
  searchNamed: (name: string) => `Another search is called ${name} already. Choose another name.`,
  jobMissing: () => 'That work is not known any more. Look at the project for its result.',
  importMissing: () => 'That import is not in this project.',
  unknownLabel: (label: string) => `The codebook has no label called ${label}.`,
  unknownReason: (reason: string, label: string) =>
    `The codebook has no reason called ${reason} for ${label}. Open the project again.`,
  passageOutside: () =>
    'The passage that was marked does not lie within the comment. Mark it once more; nothing was saved.',
  groundsMissing: (label: string, missing: readonly Ground[]) =>
    `${label} is given for a reason that others can check. ${missing.map((ground) => missingWords[ground]).join(' ')} Nothing was saved yet.`,
  interested: (name: string) =>
    `This comment names ${name}, which you said you belong to. Somebody else decides it, so that nobody can say that you judged your own cause.`,
  noDispute: () =>
    'Nobody disagrees about this comment any more, so there is nothing to settle. Open the queue again.',
  noAppeal: () => 'No appeal is open on this comment, so there is none to answer.',
  ownCause: (coder: string) =>
    `${coder} has judged this comment before, so somebody else settles it. Taking a judgement back does not change that.`,
  settleWithSentence: () =>
    'Say in a sentence of a few words why, so that everybody who judged it can read it. Nothing was saved yet.',
  oppositeFirst: (label: string) =>
    `This project asks for the opposite test before ${label}. Read the comment as if it were about somebody else, and say whether you would decide the same.`,
  othersHidden: () =>
    'What others decided here is hidden while you work by yourself, so that your own judgement stays independent. Settle it first, or work in Check mode.',
  neverInBulk: (label: string) =>
    `${label} is never given to many comments at once: that judgement about a person needs somebody who has read each one. Give it one at a time, or take another label.`,
  sameLabelTwice: (label: string) =>
    `Two labels are called ${label}. Give each a name of its own; Unsure is always there, so leave it out.`,
  codebookOfProject: () =>
    'A project keeps the labels that it was made with. Import into it without a codebook, or make a new project.',
  notCodebook: (file: string, details: string) =>
    `${name(file)} is not a codebook: ${details}. It should look like {"name": "…", "labels": [{"name": "…", "definition": "…"}, …]}, with 2 to 12 labels.`,
  nothingLearned: (file: string) =>
    `${name(file)} has labels of its own and has learned none of them yet. Decide on at least twenty comments, with two labels or more; then try again.`,
  severalFiles: (file: string) =>
    `${name(file)} holds several files of comments. Unpack it, and name one of them.`,
  packageOf: (coder: string) =>
    `This is a work package for ${coder}, so that only ${coder} decides in it. Choose that name, or open the project itself.`,
  packageOvertaken: (coder: string) =>
    `${coder} began to work in this project while the package was being made. Make it once more.`,
  packageEmpty: () =>
    'No comment is left for this package. Choose a larger part, or let it hold comments that earlier packages hold.',
  manyRunning: () =>
    'Many comments are being marked, or taken back, in this project. That is soon done; then decide on. Nothing was saved just now.',
  mergeRunning: () =>
    'Another copy is being merged into this project. That is soon done; then decide on. Nothing was saved just now.',
  othersWrite: () => 'Comments are coming in, or the model is being measured. Wait for it, or stop it first.',
  mergeIntoPackage: () =>
    'This is a work package. Give it back: open the project that it was made from, and merge this file into it there.',
  mergeSelf: () => 'That is the project which is open. Choose another copy of it, or a work package.',
  mergeOtherProject: (file: string) =>
    `${name(file)} belongs to another project. Only copies of this project, and packages made from it, can be merged into it.`,
  mergeEdited: (file: string, what: string) =>
    `${name(file)} was changed by hand or damaged: ${what}. It was not merged, and both files are as they were.`,
  mergeUnknownLabel: (file: string, label: string) =>
    `${name(file)} has decisions with the label ${label}, which the codebook of this project does not have. It was not merged.`,
  mergeSameName: (names: readonly string[]) =>
    `${names.join(', ')}: a coder of this name works here and another there. Say that they are one person, or change the name in one of the two. Nothing was merged.`,
  stopped: () => 'Stopped. The project is as it was before.',
  importRunning: () => 'Another file is being imported. Wait for it, or stop it first.',
  workerDied: () =>
    'The work stopped before it was done, perhaps for lack of memory. The project is as it was before.',
  tooManyPicked: (most: number) =>
    `That is more than ${most.toLocaleString('en')} files at once. Choose the folder they are in instead.`,
  fileGone: () => 'That file is not known any more. Choose it again.',
  fileMissing: (file: string) => `There is no file at ${file}. It may have been moved; choose it again.`,
  nothingAdverse: () =>
    'No label that could be appealed against stands on this comment, so there is nothing to write or record. A label that one person proposed does not stand yet.',
  decidedOnAppeal: () =>
    'This label was upheld on appeal. Write the letter about the appeal instead; it gives the reasons.',
  namesAreInvented: () =>
    'This project shows invented names in place of the authors. Show the real ones again before you write a letter that names somebody.',
  appealMissing: () => 'That appeal is not in this project.',
  appealUnanswered: () => 'Nobody has answered this appeal yet. Decide it first; then write the letter.',
  appealOpen: (reference: string) =>
    `There is an appeal about ${reference} already that nobody has answered. Answer that one first.`,
  appealAnswered: () => 'This appeal has been answered already, and the answer stays in the record.',
  appealUnsure: () =>
    'An appeal ends with an answer. Uphold the label or give another; if you cannot tell, leave the appeal to somebody else.',
  notTheirAppeal: (coder: string) =>
    `${coder} has judged this comment before, so somebody else has to decide the appeal. What was taken back counts too.`,
  labelGone: () =>
    'The label that was appealed against does not stand any more: it ended, or was decided anew. There is nothing left to decide here.',
  referenceLength: (count: number, of: number) =>
    `A reference has ${of} letters and digits after FH, such as FH-7K3M-92QD; this has ${count}. Look at the letter once more.`,
  referenceSign: (sign: string) =>
    `“${sign}” is in no reference: they have the digits and all letters but I, L, O and U. Look at the letter once more.`,
  referenceMistyped: () =>
    'One letter or digit of this reference is wrong, or two have changed places. Look at the letter once more.',
  referenceUnknown: (reference: string) =>
    `${reference} is a right reference, but not of this project. Open the project that the letter came from.`,
  nothingToAppeal: (reference: string) =>
    `The label that ${reference} is about does not stand any more: it ended, or was decided anew. Nothing is left to appeal against.`,
  settingsSetAside: (file: string) =>
    `${name(file)} could not be read. It was set aside as ${name(file)}.damaged, and the last good copy is used.`,
} as const
