"""What reading and validating many large exports costs: python -m tests.bench_load [FILES] [ROWS].

Each file is an export of Microsoft Forms as Excel writes it, and belongs to a programme of its
own, as in the night: read, recognised, validated and let go. The same files are merely read
with python-calamine, and one of them with pandas where it is installed. A print-out and no
test: seconds depend on the machine, ratios less so.
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

from flows.ingest.reading import read_each_file
from flows.ingest.recognition import recognise
from flows.programme.decisions import Decisions
from flows.programme.items import Instrument, Item, ItemKind
from flows.programme.languages import Bilingual
from flows.programme.scales import Scale, ScaleLabel
from flows.validate.validation import validate
from tests.large_exports import make_large_export
from tests.small_programme import PROGRAMME

FILES, ROWS = 200, 5_000
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
    """What reading some files took: seconds by the clock and of all processors, and memory."""

    seconds: float
    processor_seconds: float
    peak_mb: float
    rows: int


Work = Callable[[Path, tuple[str, ...]], int]


def measure(work: Work, root: Path, names: tuple[str, ...]) -> Cost:
    """Return what `work` costs in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(run_measured, (work, root, names))


def run_measured(work: Work, root: Path, names: tuple[str, ...]) -> Cost:
    """Do `work` here; its memory is that of this process and of its largest child together."""
    before, started = processor_seconds(), perf_counter()
    rows = work(root, names)
    seconds = perf_counter() - started
    peak = sum(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return Cost(seconds, processor_seconds() - before, peak / MEGABYTE, rows)


def processor_seconds() -> float:
    """Return what this process and its ended children have taken so far."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def tell(what: str, files: int, cost: Cost, than: Cost | None = None, share: float = 1.0) -> None:
    """Print one line: what `files` took, and how many times as long as `share` of `than`."""
    line = (
        f"{what:<34} {files:4} files {cost.seconds:8.2f} s {cost.rows / cost.seconds:8,.0f} rows/s"
    )
    line += f" {cost.peak_mb:6.0f} MB"
    if than:
        by_clock = cost.seconds / (than.seconds * share)
        by_processor = cost.processor_seconds / (than.processor_seconds * share)
        line += (
            f"   {by_clock:5.1f} × calamine by the clock, {by_processor:.1f} × in processor time"
        )
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(files: int = FILES, rows: int = ROWS) -> None:
    """Print what the files cost, against two readers and at three numbers of files."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        names = write_exports(root, files, rows)
        calamine = measure(read_with_calamine, root, names)
        tell("calamine merely reads", files, calamine)
        for share in (0.25, 0.5, 1.0):
            some = names[: max(round(files * share), 1)]
            ours = measure(read_and_validate, root, some)
            tell("slutrapport reads and validates", len(some), ours, calamine, len(some) / files)
        if find_spec("pandas"):
            tell(
                "pandas.read_excel merely reads",
                1,
                measure(read_with_pandas, root, names[:1]),
                calamine,
                1 / files,
            )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
