"""What reading and validating many large exports costs: python -m tests.bench_load [FILES] [ROWS].

Each file is an export of Microsoft Forms as Excel writes it, and belongs to a programme of its
own, as in the night: read, recognised, validated and let go. Right before that, the same files
are merely read with python-calamine. Then they are read as one programme's, with what each file
more takes, and one of them with pandas where it is installed. A print-out and no test: seconds
depend on the machine, ratios less.
"""

import multiprocessing
import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from python_calamine import CalamineWorkbook

from flows.ingest.reading import read_each_file, read_files
from flows.ingest.recognition import recognise
from flows.programme.decisions import Decisions
from flows.programme.items import Instrument, Item, ItemKind
from flows.programme.languages import Bilingual
from flows.programme.scales import Scale, ScaleLabel
from flows.validate.validation import validate
from tests.large_exports import make_large_export
from tests.small_programme import PROGRAMME

FILES, ROWS = 20, 5_000
SHARES = (0.1, 0.25, 1.0)
MEGABYTE = 1024  # in the kilobytes that Linux counts in
LABELS = ("Instämmer inte alls", "Instämmer inte", "Varken eller", "Instämmer", "Instämmer helt")
ASKED = tuple(f"Jag har nytta av del {number}" for number in range(1, 13))
QUESTIONS = (*ASKED, "Vad tar du med dig?")
LARGE_PROGRAMME = replace(
    PROGRAMME,
    items=tuple(
        Item(
            f"del-{number}",
            Bilingual(wording),
            ItemKind.TEXT if wording not in ASKED else ItemKind.SCALE,
            Instrument.EVALUATION,
            "" if wording not in ASKED else "instämmer",
        )
        for number, wording in enumerate(QUESTIONS, 1)
    ),
    scales=(
        Scale(
            "instämmer",
            tuple(ScaleLabel(Bilingual(label), value) for value, label in enumerate(LABELS, 1)),
        ),
    ),
)


def write_exports(root: Path, files: int, rows: int) -> tuple[str, ...]:
    """Write the exports below `root` and return their names."""
    names = tuple(f"sessions/01/svar-{number:04}.xlsx" for number in range(files))
    (root / "sessions" / "01").mkdir(parents=True)
    for number, name in enumerate(names):
        (root / name).write_bytes(make_large_export(QUESTIONS, LABELS, rows, number))
    return names


def read_and_validate(root: Path, names: tuple[str, ...]) -> int:
    """Read and validate each file as a programme's only one; return how many rows were used."""
    used = 0
    for read, problems in read_each_file(root, names):
        exports, more = recognise((read,), LARGE_PROGRAMME)
        dataset, _found = validate(LARGE_PROGRAMME, Decisions(), exports)
        (account,) = dataset.accounts
        if problems or more or account.rows_read != account.rows_used:
            sys.exit(f"{read.source.file} was not read as it was written.")
        used += account.rows_used
    return used


def read_as_one_programme(root: Path, names: tuple[str, ...]) -> int:
    """Read and validate all files as one programme's; return how many rows were used."""
    files, problems = read_files(root, names)
    exports, more = recognise(files, LARGE_PROGRAMME)
    del files
    dataset, _found = validate(LARGE_PROGRAMME, Decisions(), exports)
    if problems or more or len(dataset.accounts) != len(names):
        sys.exit("The files were not read as they were written.")
    return sum(account.rows_used for account in dataset.accounts)


def read_with_calamine(root: Path, names: tuple[str, ...]) -> int:
    """Read each file's cells with calamine; return how many rows there were below the headers."""
    rows = 0
    for name in names:
        with CalamineWorkbook.from_path(root / name) as workbook:
            rows += len(workbook.get_sheet_by_index(0).to_python()) - 1
    return rows


def read_with_pandas(root: Path, names: tuple[str, ...]) -> int:
    """Read each file with pandas as it comes; return how many rows there were."""
    import pandas as pd  # noqa: PLC0415  # only here, and only where somebody installed it

    return sum(len(pd.read_excel(root / name)) for name in names)


@dataclass(frozen=True, slots=True)
class Cost:
    """What reading some files took: seconds by the clock and of all processors, and memory.

    `peak_mb` is that of the process itself, `peak_of_child_mb` that of its largest child.
    """

    seconds: float
    processor_seconds: float
    peak_mb: float
    peak_of_child_mb: float
    rows: int


Work = Callable[[Path, tuple[str, ...]], int]


def measure(work: Work, root: Path, names: tuple[str, ...]) -> Cost:
    """Return what `work` costs in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(run_measured, (work, root, names))


def run_measured(work: Work, root: Path, names: tuple[str, ...]) -> Cost:
    """Do `work` here, and return what it cost."""
    before, started = processor_seconds(), perf_counter()
    rows = work(root, names)
    seconds = perf_counter() - started
    own, of_child = (
        resource.getrusage(who).ru_maxrss / MEGABYTE
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return Cost(seconds, processor_seconds() - before, own, of_child, rows)


def processor_seconds() -> float:
    """Return what this process and its ended children have taken so far."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def tell(what: str, files: int, cost: Cost, than: Cost | None = None) -> None:
    """Print one line: what `files` took, and how many times as long as `than`."""
    line = (
        f"{what:<31} {files:4} files {cost.seconds:8.2f} s {cost.rows / cost.seconds:8,.0f} rows/s"
        f" {cost.peak_mb:5.0f} + {cost.peak_of_child_mb:3.0f} MB"
    )
    if than:
        line += (
            f"  {cost.seconds / than.seconds:5.1f} × calamine by the clock,"
            f" {cost.processor_seconds / than.processor_seconds:.1f} × in processor time"
        )
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def compare(what: str, work: Work, root: Path, names: tuple[str, ...]) -> Cost:
    """Print and return what `work` costs, right behind what calamine needs for the same files."""
    calamine = measure(read_with_calamine, root, names)
    tell("calamine merely reads", len(names), calamine)
    cost = measure(work, root, names)
    tell(what, len(names), cost, calamine)
    return cost


def tell_growth(fewer: Cost, more: Cost, files: int) -> None:
    """Print what each of the `files` took by which one programme's costs grew."""
    memory = (more.peak_mb - fewer.peak_mb) / files
    seconds = (more.processor_seconds - fewer.processor_seconds) / files
    sys.stdout.write(f"{'each file more in a programme':<31} {memory:.2f} MB, {seconds:.3f} s\n")


def main(files: int = FILES, rows: int = ROWS) -> None:
    """Print what the files cost, against two readers and at three numbers of files."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        names = write_exports(root, files, rows)
        for share in SHARES:
            some = names[: max(round(files * share), 1)]
            compare("slutrapport reads and validates", read_and_validate, root, some)
        shares = (names[: max(round(files * share), 1)] for share in SHARES[1:])
        fewer, more = (
            compare("the same as one programme", read_as_one_programme, root, some)
            for some in shares
        )
        tell_growth(fewer, more, files - max(round(files * SHARES[1]), 1))
        if find_spec("pandas"):
            compare("pandas.read_excel merely reads", read_with_pandas, root, names[:1])


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
