"""From paths to sheets: every file's hash and size, and its sheets or what is wrong with it."""

import hashlib
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from struct import calcsize, unpack
from threading import Thread
from typing import IO

from flows.ingest.exports import Source, session_of_folder
from flows.ingest.limits import LONGEST_READING_SECONDS
from flows.ingest.opened_files import OpenedFile, unpack_opened
from flows.programme.locations import ROOT
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.sheets import Sheet

READING_PROCESS = "flows.ingest.reading_process"
FILES_AHEAD = 1
"""How many opened files wait at most, so that memory does not grow with their number."""
FAULT_OF_OUR_OWN = 1
"""How Python ends after an uncaught exception; what a file does to a child ends otherwise."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file with its sheets; none where it could not be read."""

    source: Source
    sheets: tuple[Sheet, ...]


def read_files(
    root: Path, files: tuple[str, ...], longest_seconds: float = LONGEST_READING_SECONDS
) -> tuple[tuple[ReadFile, ...], tuple[Problem, ...]]:
    """Return every file of `files` below `root`, in order, and what is wrong with them."""
    read = tuple(read_each_file(root, files, longest_seconds))
    return tuple(one for one, _ in read), tuple(found for _, some in read for found in some)


def read_each_file(
    root: Path, files: tuple[str, ...], longest_seconds: float = LONGEST_READING_SECONDS
) -> Iterator[tuple[ReadFile, tuple[Problem, ...]]]:
    """Yield every file of `files` below `root`, in order, with what is wrong with it.

    All files are opened in one child process with bounded memory and time; where a file
    takes it down, that file is a problem and another child reads the rest. While one file is
    looked at, the child reads the next, and no further.
    """
    for file, opened in zip(files, open_files(root, files, longest_seconds), strict=True):
        was_opened = opened.sheets or not opened.problems
        is_empty = was_opened and not any(sheet.rows for sheet in opened.sheets)
        empty = (problem("file-empty", Place(file)),) if is_empty else ()
        yield ReadFile(describe_source(root, file), opened.sheets), (*opened.problems, *empty)


def describe_source(root: Path, file: str) -> Source:
    """Return the file's hash, its size and the session whose folder it is in."""
    content = (root / file).read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    return Source(file, sha256, len(content), session_of_folder(file))


def open_files(root: Path, files: tuple[str, ...], longest_seconds: float) -> Iterator[OpenedFile]:
    """Yield what came of each file, in order."""
    read = 0
    while read < len(files):
        for opened in read_in_child(root, files[read:], longest_seconds):
            read += 1
            yield opened


def read_in_child(
    root: Path, files: tuple[str, ...], longest_seconds: float
) -> Iterator[OpenedFile]:
    """Yield the files that one child process opened; the last one may be what ended it.

    Raises RuntimeError where the child ends by a fault of our own, with no file to blame.
    """
    child = start_child(root)
    opened_files: Queue[OpenedFile | None] = Queue(FILES_AHEAD)
    Thread(target=write_paths, args=(child.stdin, files), daemon=True).start()
    Thread(target=read_pickles, args=(child.stdout, opened_files), daemon=True).start()
    try:
        for file in files:
            try:
                opened = opened_files.get(timeout=longest_seconds)
            except Empty:
                yield give_up(file, longest_seconds)
                return
            if opened is None:
                yield blame(file, child)
                return
            yield opened
    finally:
        child.kill()
        child.wait()


def give_up(file: str, longest_seconds: float) -> OpenedFile:
    """Return what came of a file that takes too long."""
    limit = round(longest_seconds)
    return OpenedFile(problems=(problem("file-takes-too-long", Place(file), limit=limit),))


def blame(file: str, child: subprocess.Popen[bytes]) -> OpenedFile:
    """Return what came of the file at which `child` ended, unless the fault was ours."""
    if child.wait() == FAULT_OF_OUR_OWN:
        message = f"{READING_PROCESS} failed; its traceback stands above"
        raise RuntimeError(message)
    return OpenedFile(problems=(problem("file-damaged", Place(file)),))


def start_child(root: Path) -> subprocess.Popen[bytes]:
    """Start the process that opens files below `root`."""
    paths = (str(ROOT), os.environ.get("PYTHONPATH", ""))
    return subprocess.Popen(  # noqa: S603  # our own module, started by our own interpreter
        [sys.executable, "-m", READING_PROCESS, str(root.resolve())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        process_group=0,  # Ctrl-C ends the program, which then ends its child without a word
    )


def write_paths(stream: IO[bytes], files: tuple[str, ...]) -> None:
    """Write the paths, each ended by a zero byte; a child that died no longer listens."""
    with suppress(OSError), stream:
        stream.write(b"".join(os.fsencode(file) + b"\0" for file in files))


def read_pickles(stream: IO[bytes], opened_files: Queue[OpenedFile | None]) -> None:
    """Put every file that the child opened into `opened_files`, then None when it ends.

    What is left of one, when the child was stopped while it wrote, is dropped.
    """
    with stream, suppress(EOFError, pickle.UnpicklingError):
        while len(head := stream.read(calcsize(">Q"))) == calcsize(">Q"):
            content = stream.read(unpack(">Q", head)[0])
            opened_files.put(unpack_opened(content))
    opened_files.put(None)
