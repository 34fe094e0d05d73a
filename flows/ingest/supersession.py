"""Which file is read instead of which: a corrected file instead of the one that it corrects.

A correction workbook carries a sign (correction_signs): the path and the hash of the file that
it was made of. The original is the file with that hash, wherever it lies and whatever its name
has become. The rules:

- The original and its correction are one source: the correction is read, the original stays.
- An original that has changed since holds something that nobody corrected: it is read, the
  correction is not, and the report is not submitted before somebody made up their mind.
- Of several corrections of one file the latest round is read. Two of the same round that hold
  different things contradict each other: the original is read, and somebody must choose.
- A correction whose original is gone is read like any other file.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from flows.ingest.changes import compare_files, compare_marked
from flows.ingest.correction_signs import CorrectionSign, take_sign
from flows.ingest.corrections import Correction
from flows.ingest.exports import session_of_folder
from flows.ingest.reading import ReadFile
from flows.programme.headers import normalise
from flows.programme.places import Place
from flows.programme.problems import Problem, problem

MomentOf = Callable[[str], datetime | None]
"""Tells when a file says that it was saved, by its path in the programme folder."""


@dataclass(frozen=True, slots=True)
class CorrectedFile:
    """A file with the sign of a correction workbook, without the program's own sheets."""

    read: ReadFile
    sign: CorrectionSign

    @property
    def file(self) -> str:
        """The corrected file's own path."""
        return self.read.source.file


def supersede(
    files: Sequence[ReadFile], saved_at: MomentOf
) -> tuple[tuple[ReadFile, ...], tuple[Problem, ...]]:
    """Return the files that are read, in their order, and what stands in a correction's way."""
    originals, corrected = tell_apart(files)
    by_hash: dict[str, list[ReadFile]] = defaultdict(list)
    for one in originals:
        by_hash[one.source.sha256].append(one)
    by_path = {normalise(one.source.file): one for one in originals}
    rivals: dict[str, list[CorrectedFile]] = defaultdict(list)
    for file in corrected:
        rivals[file.sign.sha256].append(file)
    superseded: set[str] = set()
    used: list[ReadFile] = []
    problems: list[Problem] = []
    for sha256, alike in rivals.items():
        copies = by_hash.get(sha256, [])
        original = copies[0] if copies else None
        newer = None if original else by_path.get(normalise(alike[0].sign.file))
        if newer:
            problems += (outdated(file, newer) for file in alike)
            continue
        chosen, found = choose(alike)
        problems += found
        if chosen is None:
            continue
        used.append(correct(chosen, original, saved_at(chosen.file)))
        superseded |= {copy.source.file for copy in copies}
        problems += (repeated(copy, copies[0]) for copy in copies[1:])
        if original is None:
            where = Place(chosen.file)
            problems.append(problem("correction-without-original", where, file=chosen.sign.file))
    kept = [one for one in originals if one.source.file not in superseded]
    return tuple(sorted((*kept, *used), key=lambda one: one.source.file)), tuple(problems)


def tell_apart(
    files: Iterable[ReadFile],
) -> tuple[tuple[ReadFile, ...], tuple[CorrectedFile, ...]]:
    """Return the files as their owners exported them, and the corrected ones."""
    originals, corrected = [], []
    for read in files:
        sheets, sign = take_sign(read.sheets)
        if sign:
            corrected.append(CorrectedFile(replace(read, sheets=sheets), sign))
        else:
            originals.append(read)
    return tuple(originals), tuple(corrected)


def choose(alike: Sequence[CorrectedFile]) -> tuple[CorrectedFile | None, list[Problem]]:
    """Return which correction of one file is read, and what is to be said of the others."""
    latest = max(one.sign.round for one in alike)
    rivals = sorted((one for one in alike if one.sign.round == latest), key=lambda one: one.file)
    first, *others = rivals
    contradicting = [one for one in others if compare_files(first.read.sheets, one.read.sheets)]
    if contradicting:
        return None, [
            problem("corrections-compete", Place(one.file), file=one.sign.file, other=other.file)
            for one, other in [(first, contradicting[0]), *((one, first) for one in contradicting)]
        ]
    return first, [
        problem("correction-left-out", Place(one.file), file=one.sign.file, other=first.file)
        for one in alike
        if one is not first
    ]


def outdated(one: CorrectedFile, newer: ReadFile) -> Problem:
    """Return the problem of a correction whose original has changed since."""
    return problem("correction-outdated", Place(one.file), file=newer.source.file)


def repeated(copy: ReadFile, original: ReadFile) -> Problem:
    """Return the problem of a second copy of an original, which its correction replaces too."""
    return problem("file-repeated", Place(copy.source.file), file=original.source.file)


def correct(
    chosen: CorrectedFile, original: ReadFile | None, saved_at: datetime | None
) -> ReadFile:
    """Return the corrected file with what was changed in it; its session is the original's."""
    sign, source = chosen.sign, chosen.read.source
    sheets = chosen.read.sheets
    file = original.source.file if original else sign.file
    changes = (
        compare_files(original.sheets, sheets)
        if original
        else tuple(compare_marked(sign.marked, sheets))
    )
    correction = Correction(file, sign.sha256, sign.round, original is not None, saved_at, changes)
    session = session_of_folder(file)
    return ReadFile(replace(source, session=session, corrects=correction), sheets)
