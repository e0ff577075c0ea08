/** Fails in one clear line where Node is too old for `node:sqlite`. */
export default function requireNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 13)) return
  throw new Error(
    `The tests need Node 22.13 or later, this is ${process.versions.node}. Run them through npm (npm test), which brings Node 24 with it where it can.`,
  )
}
