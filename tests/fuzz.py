"""Files that nobody would write, by the thousand: python -m tests.fuzz [ROUNDS] [FIRST].

Three kinds of cases in each round: files with broken bytes, tables with headers
from everywhere, and tables with any cells. Whatever is in a file, nothing may raise or hang,
every file is read or told of, no response comes out of nothing, and rows read = rows used +
rows excluded. Hypothesis makes the cases, and prints the ones that fail.
"""

import csv
import sys
from collections import Counter
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.exceptions import IllegalCharacterError

from flows.ingest.reading import ReadFile, describe_source, read_each_file
from flows.ingest.reading_process import read_sheets
from flows.ingest.recognition import recognise
from flows.programme.decisions import Decisions
from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.problem_catalogue import describe
from flows.programme.problems import Problem, problem
from flows.programme.programme import ExportKind
from flows.validate.validation import validate
from tests.drawing import draw_csv, draw_workbook
from tests.ingest.xlsb_drawing import make_xlsb
from tests.sample_programme.layouts.files import pack, write_spreadsheet
from tests.sample_programme.layouts.spreadsheet import Spreadsheet
from tests.validate.export_drawing import ITEMS, PROGRAMME, ROLES

ROUNDS = 8
LONGEST_READING_SECONDS = 20
FILES_TOGETHER = 30
"""How many broken files one child process opens: its start costs more than they do."""

OLD_WORKBOOK = Path(__file__).with_name("ingest") / "hidden_rows_and_errors.xls"
EXAMPLES = Path(__file__).parents[2] / "shared" / "examples"
ENDINGS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt")
LARGEST_EXAMPLE_BYTES = 60_000
DRAWING = """
    | Tidstämpel          | Namn     | Tiden räckte | betyg | fritt |
    | 2016-03-01 16:00:00 | Ada Berg | Instämmer    | 8     | Åsa ö |
    | 2016-03-01 16:05:00 |          | Vet ej       | 7.5   | #N/A  |
"""
HEADERS = (
    *ROLES,
    *(wording for item in ITEMS for wording in item.wordings),
    *("ID", "Start time", "Completion time", "Email", "Name", "Last modified time", "Timestamp"),
    *("Tidstämpel", "Response ID", "Respondent ID", "Collector ID", "StartDate", "ResponseId"),
    *('{"ImportId":"QID1"}', "id. Response ID", "submitdate. Date submitted", "Q1[SQ1]. Ja"),
    *("record_id", "val___1", "instance", "_uuid", "Svarstillfälle", "VAR01", "VAR01C", "Label"),
    *("1", "Träff 2", "2016-03-01", "Förnamn", "Efternamn", "Närvaro", "Summa", "Voter"),
    *("Datum", "Tillfälle", "Närvarande", "Timmar", "Träff 1 (6 h)", "Attended", "variableName"),
    *("Response", "Submitted on:", "Q01_nytta", "Q02_val->Test", "_parent_index", "_index"),
    *("1. Summary", "First join", "User Email", "Status", "Time Started", "Submit Date (UTC)"),
)
CELLS = st.one_of(
    st.sampled_from(
        ["", "x", "ja", "Instämmer helt", "Vet ej", "5 (Helt)", "999", "8,5", "Ada Berg", "Ja;Nej;"]
    ),
    st.sampled_from(['=HYPERLINK("x")', "+1", "-1", "@a", "#N/A", "2016-03-01", "1/2/2016 3:04"]),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.datetimes(),
    st.text(max_size=30),
    st.none(),
)
HEADER_CELLS = st.sampled_from(HEADERS) | st.text(max_size=20) | st.just("")
EDITS = st.tuples(
    st.sampled_from(["flip", "cut", "insert", "repeat", "zero"]),
    st.floats(0, 1),
    st.integers(1, 64),
    st.binary(min_size=1, max_size=8),
)


MOST_BATCHES, MOST_TABLES = 4, 100
"""Before the next kind of case has its turn."""
CALM = settings(
    max_examples=MOST_TABLES,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


def list_originals(folder: Path) -> list[tuple[str, bytes]]:
    """Return sound files of every kind, by ending: our own, and the examples where they are."""
    draw_workbook(folder / "a.xlsx", Blad1=DRAWING)
    rows = (("Namn", "betyg"), ("Ada Berg", 4), ("Bo Dahl", 5))
    write_spreadsheet(folder, Spreadsheet("a.ods", rows, "Blad1"))
    (folder / "a.xls").write_bytes(OLD_WORKBOOK.read_bytes())
    (folder / "a.xlsb").write_bytes(make_xlsb((*rows, ("Cy", "#N/A")), hidden_rows=(3,)))
    for encoding in ("utf-8", "utf-16", "cp1252"):
        draw_csv(folder / f"{encoding}.csv", DRAWING, encoding=encoding, delimiter=";")
    paths = [*sorted(folder.iterdir()), *sorted(EXAMPLES.rglob("*"))]
    return [
        (path.suffix, path.read_bytes())
        for path in paths
        if path.suffix in ENDINGS and 0 < path.stat().st_size < LARGEST_EXAMPLE_BYTES
    ]


def edit(content: bytes, edits: list[tuple[str, float, int, bytes]]) -> bytes:
    """Return the bytes with some of them flipped, cut out, inserted, repeated or zeroed."""
    for what, where, length, added in edits:
        start = int(where * len(content))
        end = start + length
        middle = {
            "flip": bytes(byte ^ added[0] for byte in content[start:end]),
            "cut": b"",
            "insert": added + content[start:end],
            "repeat": content[start:end] * 3,
            "zero": bytes(len(content[start:end])),
        }[what]
        content = content[:start] + middle + content[end:]
    return content


def edit_part(content: bytes, number: int, edits: list[tuple[str, float, int, bytes]]) -> bytes:
    """Return the archive with one of its parts edited, and everything else sound."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (BadZipFile, RuntimeError, OSError, EOFError, ValueError, NotImplementedError):
        return edit(content, edits)
    if not parts:
        return edit(content, edits)
    name = sorted(parts)[number % len(parts)]
    return pack({**parts, name: edit(parts[name], edits)})


def make_workbook(rows: list[list[object]]) -> bytes:
    """Return a workbook of `rows`; what openpyxl refuses to write is left blank."""
    workbook, saved = Workbook(), BytesIO()
    for number, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            try:
                workbook.active.cell(number, column).value = value
            except (ValueError, IllegalCharacterError):
                continue
    workbook.save(saved)
    return saved.getvalue()


def make_csv(rows: list[list[object]]) -> bytes:
    """Return a csv file of `rows`."""
    written = StringIO(newline="")
    csv.writer(written, delimiter=";").writerows(rows)
    return written.getvalue().encode("utf-8", "surrogatepass")


class Fuzzer:
    """Checks files and counts what came of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cases: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()
        self.rows = 0

    def check_in_child(self, kind: str, contents: list[tuple[str, bytes]]) -> None:
        """Check the files with `contents`, each by its ending, opened as every file is."""
        names = tuple(f"{number}{ending}" for number, (ending, _) in enumerate(contents))
        for name, (_ending, content) in zip(names, contents, strict=True):
            (self.folder / name).write_bytes(content)
        for read, problems in read_each_file(self.folder, names, LONGEST_READING_SECONDS):
            self.cases[kind] += 1
            self.check_file(read, problems)

    def check_here(self, kind: str, ending: str, content: bytes) -> None:
        """Check a sound file, opened in this process, which costs a tenth."""
        path = self.folder / f"a{ending}"
        path.write_bytes(content)
        opened = read_sheets(path, path.name)
        self.cases[kind] += 1
        is_empty = not any(sheet.rows for sheet in opened.sheets)
        empty = (problem("file-empty", Place(path.name)),) if is_empty else ()
        source = describe_source(self.folder, path.name)
        self.check_file(ReadFile(source, opened.sheets), (*opened.problems, *empty))

    def check_file(self, read: ReadFile, problems: tuple[Problem, ...]) -> None:
        """Check what came of one file."""
        rows = {sheet.name: {row.number for row in sheet.rows} for sheet in read.sheets}
        assert any(rows.values()) or problems, "a file that is neither read nor told of"
        exports, unrecognised = recognise((read,), PROGRAMME)
        dataset, faults = validate(PROGRAMME, Decisions(), exports)
        for found in (*problems, *unrecognised, *faults):
            for language in Language:
                describe(found, language)
        for export in exports:
            responses = {response.row for response in export.responses}
            assert responses <= rows[export.sheet], "a response out of nothing"
        for account in dataset.accounts:
            excluded = sum(count for _code, count in account.excluded)
            assert account.rows_read == account.rows_used + excluded, "rows that disappear"
            assert account.rows_read <= len(rows[account.sheet]), "rows out of nothing"
            self.rows += account.rows_read
        used = sum(a.rows_used for a in dataset.accounts if a.kind is ExportKind.SURVEY)
        assert used == len(dataset.responses), "responses are not the rows that were used"
        self.codes.update(found.code for found in problems)


def broken_files(fuzzer: Fuzzer, originals: list[tuple[str, bytes]]) -> Callable[..., None]:
    """Return the check of sound files with broken bytes, outside or inside their archive."""
    edits = st.lists(EDITS, min_size=1, max_size=4)
    case = st.tuples(st.sampled_from(originals), st.none() | st.integers(0, 50), edits)

    def check(cases: list[tuple[tuple[str, bytes], int | None, list]]) -> None:
        contents = [
            (ending, edit(content, some) if part is None else edit_part(content, part, some))
            for (ending, content), part, some in cases
        ]
        fuzzer.check_in_child("broken files", contents)

    cases = st.lists(case, min_size=FILES_TOGETHER, max_size=FILES_TOGETHER)
    return settings(CALM, max_examples=MOST_BATCHES)(given(cases)(check))


def tables(fuzzer: Fuzzer, kind: str, headers: st.SearchStrategy) -> Callable[..., None]:
    """Return the check of tables with one to three rows of `headers`, as xlsx and as csv."""

    def check(head: list[list[object]], body: list[list[object]]) -> None:
        fuzzer.check_here(kind, ".xlsx", make_workbook(head + body))
        fuzzer.check_here(kind, ".csv", make_csv(head + body))

    head = st.lists(st.lists(headers, min_size=1, max_size=8), min_size=1, max_size=3)
    body = st.lists(st.lists(CELLS, max_size=8), max_size=6)
    return CALM(given(head, body)(check))


def main(rounds: int = ROUNDS, first: int = 0) -> None:
    """Run the three kinds of cases, and print how many there were.

    A round is a seed: it holds the same cases on every machine, however fast it is.
    """
    with TemporaryDirectory() as originals, TemporaryDirectory() as folder:
        fuzzer, sound = Fuzzer(Path(folder)), list_originals(Path(originals))
        known = st.sampled_from([item.wording.sv for item in ITEMS] + list(ROLES))
        for number in range(first, first + rounds):
            for check in (
                broken_files(fuzzer, sound),
                tables(fuzzer, "tables with any headers", HEADER_CELLS),
                tables(fuzzer, "tables with any cells", known),
            ):
                seed(number)(check)()
    for kind, count in fuzzer.cases.items():
        sys.stdout.write(f"{count:7} {kind}\n")
    told = ", ".join(f"{code} {count}" for code, count in fuzzer.codes.most_common())
    sys.stdout.write(f"{fuzzer.rows:7} rows read = used + excluded; told: {told}\n")
    sys.stdout.write(f"{fuzzer.cases.total()} passed, 0 failed\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
