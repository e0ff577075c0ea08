/** The check that anyone can run: Python 3, nothing but its standard library. */

export const checkPy = `#!/usr/bin/env python3
"""Checks this folder: that no file was changed, and that no row of the record was altered, moved or removed."""
import hashlib, json, pathlib, sys

here = pathlib.Path(__file__).resolve().parent

def sha256(blocks):
    digest = hashlib.sha256()
    for block in blocks:
        digest.update(block)
    return digest.hexdigest()

def blocks_of(file):
    with open(file, "rb") as opened:
        yield from iter(lambda: opened.read(1 << 20), b"")

def changed_files():
    for line in (here / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        expected, name = line.split("  ", 1)
        file = here / name
        if not file.is_file():
            yield name + " is missing"
        elif sha256(blocks_of(file)) != expected:
            yield name + " is not as it was written"

def broken_chain():
    previous, last, unchecked = "", 0, 0
    with open(here / "record.jsonl", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] != last + 1:
                return "the record has row %d after row %d: rows are missing or moved" % (row["id"], last), 0
            if row["digest"] is None:
                unchecked += 1
            elif row["hash"] != sha256([(previous + "\\n" + row["digest"]).encode()]):
                return "row %d of the record was altered, or one before it is missing" % row["id"], 0
            previous, last = row["hash"], row["id"]
    if (here / "chain.txt").read_text(encoding="utf-8").splitlines()[:2] != [str(last), previous]:
        return "the record does not end as chain.txt says: rows at its end are missing or were added", 0
    return None, unchecked

problems = list(changed_files())
try:
    problem, unchecked = broken_chain()
except (ValueError, KeyError, TypeError, OSError):
    problem, unchecked = "record.jsonl cannot be read", 0
problems += [problem] if problem else []
if problems:
    sys.exit("NOT SOUND: " + "; ".join(problems) + ".")
print("Sound: every file is as it was written, and every row of the record follows from the one before.")
if unchecked:
    print("%d rows are from before the record could be checked without its texts: they carry their hash only." % unchecked)
`
