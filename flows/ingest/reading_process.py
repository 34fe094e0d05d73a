"""The child process that opens files, so that no file can take the program down with it.

Standard input holds the paths, each ended by a zero byte; standard output one packed OpenedFile
a path, in order, each behind its length. The parent counts the time and starts another child
where one died.
"""

import gc
import os
import sys
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from struct import pack

from flows.ingest.csv_reader import QuoteUnclosedError, read_csv
from flows.ingest.encodings import NotTextError
from flows.ingest.file_kinds import CALAMINE, CSV, is_zipped, refuse_unopened
from flows.ingest.limits import (
    LARGEST_MEMORY_BYTES,
    check_sheets,
    megabytes,
    too_many_cells,
)
from flows.ingest.opened_files import OpenedFile, keep_by_columns, pack_opened
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.sheets import Sheet


def read_sheets(path: Path, file: str) -> OpenedFile:
    """Return the sheets of the file at `path`, or what is wrong with it."""
    place = Place(file)
    reason = refuse_unopened(path, place)
    if reason:
        return OpenedFile(problems=(reason,))
    read = reader_for(path)
    try:
        opened = read(path, file)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:  # noqa: BLE001  # readers raise anything of a broken file, calamine a BaseException
        return OpenedFile(problems=(explain(fault, place),))
    too_much = check_sheets(opened.sheets, place)
    if too_much:
        return OpenedFile(problems=(too_much,))
    try:
        return keep_by_columns(tell_hidden(path, opened, place))
    except MemoryError as fault:
        return OpenedFile(problems=(explain(fault, place),))


def tell_hidden(path: Path, opened: OpenedFile, place: Place) -> OpenedFile:
    """Return an xls or xlsb with its failed cells and what is hidden, or a note that says not.

    Another reader tells of them, which may give up on what calamine could read.
    """
    complete = completer_for(path)
    if complete is None:
        return opened
    try:
        sheets = complete(path, opened.sheets)
    except Exception:  # noqa: BLE001  # readers raise anything of a broken file
        return replace(opened, problems=(*opened.problems, problem("hidden-not-told", place)))
    return replace(opened, sheets=sheets)


def completer_for(path: Path) -> Callable[[Path, tuple[Sheet, ...]], tuple[Sheet, ...]] | None:
    """Return what tells of an xls or xlsb what calamine hides of it, None of other files."""
    ending = path.suffix.casefold()
    if ending == ".xlsb":
        from flows.ingest import xlsb_markup  # noqa: PLC0415

        return xlsb_markup.complete_sheets
    if ending == ".xls" and not is_zipped(path):
        from flows.ingest import xls_markup  # noqa: PLC0415

        return xls_markup.complete_sheets
    return None


def explain(fault: BaseException, place: Place) -> Problem:
    """Return what the file at `place` is, for which a reader raised `fault`."""
    if isinstance(fault, NotTextError):
        return problem("file-not-a-spreadsheet", place)
    if isinstance(fault, QuoteUnclosedError):
        return problem("file-quote-unclosed", place)
    if isinstance(fault, MemoryError):
        return problem("file-needs-too-much-memory", place, limit=megabytes(LARGEST_MEMORY_BYTES))
    message = str(fault).casefold()
    if "entities declared" in message or "amplification" in message:
        return problem("file-declares-entities", place)
    if "cell limit exceeded" in message:
        return too_many_cells(place)
    return problem("file-password-protected" if "password" in message else "file-damaged", place)


def reader_for(path: Path) -> Callable[[Path, str], OpenedFile]:
    """Return the reader for the file; each library is loaded at its first file.

    Survey tools call xlsx files .xls now and then, and Excel opens them all the same.
    """
    ending = path.suffix.casefold()
    if ending in CSV:
        return read_csv
    if ending in CALAMINE and not (ending == ".xls" and is_zipped(path)):
        from flows.ingest.calamine_reader import read_with_calamine  # noqa: PLC0415

        return read_with_calamine
    from flows.programme.xlsx_reader import read_xlsx  # noqa: PLC0415

    return lambda path, file: OpenedFile(read_xlsx(path, file))


def limit_memory() -> None:
    """Bound this process's memory, where the system can."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MEMORY_BYTES, LARGEST_MEMORY_BYTES))


def leave_libraries_unloaded() -> None:
    """Keep openpyxl from loading what it takes where it finds it: half of its start.

    No file holds NumPy's numbers, and Python's own XML parser is all that reading needs.
    """
    for library in ("numpy", "lxml"):
        sys.modules[library] = None  # type: ignore[assignment]  # Python's way to say: not to be had


def silence_libraries() -> None:
    """Keep what libraries print of broken files from the terminal; our own faults still show."""
    warnings.simplefilter("ignore")
    sys.stderr = os.fdopen(os.dup(sys.stderr.fileno()), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def main() -> None:
    """Read every file named on standard input, relative to the folder in the first argument."""
    leave_libraries_unloaded()
    silence_libraries()
    limit_memory()
    gc.disable()  # values hold no circles, and looking for some takes a sixth of the time
    root = Path(sys.argv[1])
    for name in sys.stdin.buffer.read().split(b"\0")[:-1]:
        file = os.fsdecode(name)
        content = pack_opened(read_sheets(root / file, file))
        sys.stdout.buffer.write(pack(">Q", len(content)) + content)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
