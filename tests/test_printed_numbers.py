"""Every number that the sample's PDF prints is one of a row of evidence that its page cites.

Outside the rule stand these, and nothing else: page numbers, dates and years, the registration
number, numbers of chapters, sessions and values of scales (they name rows and columns), the 95 %
of an interval, how rows were linked to people, and the appendix, which is the evidence itself.
"""

import json
import re
from collections import defaultdict
from io import BytesIO
from math import isclose
from random import Random

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from flows.chain.runs import make_run
from flows.chain.stages import Request, make_findings
from flows.programme.languages import Language
from tests.sample_cells import SAMPLE
from tests.test_figures_from_their_cells import RECOUNTS, read_figure

CITATION = re.compile(r"E(\d+)(?:–(\d+))?")
NUMBER = re.compile(r"(?<![\w,./])[+−]?\d+(?:,\d+)?(?![\w/])")
SPACED_THOUSANDS = re.compile(r"(?<=\d)\N{NARROW NO-BREAK SPACE}(?=\d{3})")
MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
DATE = re.compile(rf"(?:\d{{1,2}}\s)?(?:{MONTHS})\s\d{{4}}|\b20\d\d\b")
LINKS = re.compile(r"Rader kopplade till personer.*?Totalt[\d\s]*", re.DOTALL)
CONTENTS_PAGE = 2
NAMES = {*map(str, range(1, 15)), "−1", "95"}
"""Numbers of chapters and sessions, values of scales, and the per cent of an interval."""


@pytest.fixture(scope="module")
def documents():
    """The sample's run, file by file."""
    request = Request(SAMPLE.name, SAMPLE.parent, SAMPLE.parent / "nowhere", Language.SV)
    run = make_run(make_findings(request), request)
    return {document.name: document.content for document in run.documents}


def words_of(printed: str, value: float | None, base: int | None) -> set[str]:
    """Return every way in which a figure and its base may stand in a table, chart or text."""
    words = set(NUMBER.findall(SPACED_THOUSANDS.sub("", printed)))
    if base is not None:
        words.add(str(base))
    if value is not None:
        shapes = (f"{value:.2f}", f"{value:.1f}", f"{value:.0f}", str(int(100 * value + 0.5)))
        signed = {sign + shape for shape in shapes for sign in ("", "+")}
        words |= {shape.replace(".", ",").replace("-", "−") for shape in signed}
    return words


def read_evidence(content: bytes) -> dict[int, set[str]]:
    """Return the words of all figures of each row of evidence."""
    sheet = load_workbook(BytesIO(content), read_only=True).worksheets[0]
    words: dict[int, set[str]] = defaultdict(set)
    for number, _figure, printed, value, base, *_rest in sheet.iter_rows(
        min_row=2, values_only=True
    ):
        words[int(number[1:])] |= words_of(str(printed), value, base)
    return words


def test_every_printed_number_has_evidence_on_its_page(documents):
    """A chart may cite on the page before; what cites nothing is printed nowhere."""
    evidence = read_evidence(documents["evidence.xlsx"])
    cited_before: set[int] = set()
    bare: dict[int, list[str]] = {}
    numbers = 0
    for page, sheet in enumerate(PdfReader(BytesIO(documents["report.sv.pdf"])).pages, 1):
        text = sheet.extract_text()
        if "Bilaga" in text.splitlines()[0] or "14 Bilaga" in text[:80]:
            break
        cited = {
            number
            for first, last in CITATION.findall(text)
            for number in range(int(first), int(last or first) + 1)
        }
        plain = CITATION.sub(" ", LINKS.sub(" ", text)).replace("2015-06703", " ")
        found = NUMBER.findall(SPACED_THOUSANDS.sub("", DATE.sub(" ", plain)))
        known = set().union(*(evidence[number] for number in cited | cited_before))
        missing = [each for each in found if each not in known | NAMES | {str(page)}]
        if missing and page != CONTENTS_PAGE:
            bare[page] = missing
        numbers += len(found)
        cited_before = cited

    assert numbers > 1_000
    assert bare == {}


def test_two_hundred_rows_of_evidence_are_recounted_from_their_cells(documents):
    """Value and cells stand in evidence.xlsx; openpyxl and csv alone give the value again."""
    written = {each["id"]: each for each in json.loads(documents["indicators.json"])["indicators"]}
    recounts = {measure: recount for recount, of in RECOUNTS.items() for measure in of}
    sheet = load_workbook(BytesIO(documents["evidence.xlsx"]), read_only=True).worksheets[0]
    rows = [
        (row[3], row[7], row[10] or "")
        for row in sheet.iter_rows(min_row=2, values_only=True)
        if row[3] is not None and row[7].split()[0] in recounts
    ]
    wrong = []
    for value, name, cells in Random(17).sample(rows, 200):  # noqa: S311  # the same each time
        sources = written[name]["sources"]
        named = (filter(None, (each["file"], each["sheet"], each["cells"])) for each in sources)
        figure = read_figure(written[name] | {"value": value})
        recounted = recounts[figure.measure](figure)[0]
        is_same = recounted == value or isclose(float(recounted), value)  # Excel keeps 15 digits
        if not is_same or cells != "; ".join(map(" › ".join, named)):
            wrong.append(name)

    assert wrong == []
