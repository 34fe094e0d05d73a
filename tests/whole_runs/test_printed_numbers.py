"""Every number that the sample's PDF prints is one of the evidence that stands beside it.

"Beside it" is the same row of a table, the line above the chart, or the next citation in prose.
Outside the rule stand what NAMES_AND_CONSTANTS, NUMBERED_PLACES and WORDS_OF_PEOPLE list, the
numbers of pages, and the appendix, which is the evidence itself; nothing else does, in either
language. The text of the PDF is walked page by page: it has the numbers of the parts, all of
them, as often as they stand there, and no others.
"""

import json
import re
from collections import Counter, defaultdict
from io import BytesIO
from itertools import takewhile
from math import isclose
from random import Random

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from flows.chain.runs import make_run
from flows.chain.stages import Request, make_findings
from tests.printed_parts import Part, numbers_in, read_parts
from tests.sample_answers import workbook
from tests.sample_cells import SAMPLE
from tests.test_figures_from_their_cells import RECOUNTS, read_figure

LANGUAGES = ("sv", "en")
MONTHS = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|"
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
NAMES_AND_CONSTANTS = re.compile(
    rf"(?:\d{{1,2}}\s)?(?:{MONTHS})\s\d{{4}}|\b\d{{4}}-\d\d-\d\d\b|\b20\d\d\b"  # dates, years
    r"|2015-06703"  # the registration number
    r"|(?:slutrapport|SciPy) \d+(?:\.\d+)+"  # versions
    r"|(?:Tillfälle|tillfälle|Session|session|Nivå|Level) \d+"  # names of sessions and levels
    r"|AAPOR[:’]s (?:svarsfrekvens|response rate) 2|(?:svarsfrekvens|response rate) 1"
    r"|95-procentig\w+|95(?:\s?%| per cent) interval|från −1 |till 1 |from −1 |to 1 "
    r"|^1 (?:är helt|is completely)|\(1–10\)"  # the scale of coefficients, and of a question
)
NUMBERED_PLACES = {
    "contents": r"^\d+ ",  # chapters by their numbers
    "chapter": r"^\s*\d+ ",
    "project › chart-year": r"^\d+$",  # sessions on the line of time
    "participation › chart-attendance": r"^\d+$",  # sessions above the dots
    "evaluations › chart-helhet": r"^\d+$",  # the scale from 1 to 10 below the dots
    "method › table-wordings": r"^[\d, ]+(?:och|and) \d+$|^\d+$",  # sessions where it was asked
}
"""Lines that number what stands there, by the place of their part."""

WORDS_OF_PEOPLE = ("change-projects › table-projects", "voices")
"""Passages that somebody approved word by word: 'Elever i årskurs 5'."""

APPENDIX = "appendix"

FAMILIES = {
    *("enrolled", "present", "attendance_rate", "response_rate", "complete_rate", "retained"),
    *("share", "share_favourable", "median", "mean", "missing", "alpha", "alpha_low"),
    *("pairs", "rose", "fell", "shift", "shift_low", "rank_biserial", "sign_test_p", "wilcoxon_p"),
    *("wilcoxon_p_holm", "median_paired", "share_rose_low", "share_favourable_high"),
    *("change_projects", "users_involved", "budget", "outcome", "deviation_share", "remains"),
    *("goals", "target", "rows_used", "rows_excluded", "rows_linked", "quotes", "comments"),
}
"""Measures of every family: each is counted again at least once."""


@pytest.fixture(scope="module")
def documents():
    """The sample's run in both languages, file by file."""
    request = Request(SAMPLE.name, SAMPLE.parent, SAMPLE.parent / "nowhere")
    run = make_run(make_findings(request), request)
    return {document.name: document.content for document in run.documents}


@pytest.fixture(scope="module")
def evidence(documents):
    """The words of all figures of each row of evidence, by language."""
    return {language: read_evidence(documents, language) for language in LANGUAGES}


def read_evidence(documents, language: str) -> dict[int, set[str]]:
    """Return the words of all figures of each row of evidence in a language's own workbook."""
    workbook = load_workbook(BytesIO(documents[f"evidence.{language}.xlsx"]), read_only=True)
    sheet = workbook.worksheets[0]
    words: dict[int, set[str]] = defaultdict(set)
    for number, _figure, printed, value, base, *_rest in sheet.iter_rows(
        min_row=2, values_only=True
    ):
        words[int(number[1:])] |= words_of(str(printed), value, base, language)
    return words


def words_of(printed: str, value: float | None, base: int | None, language: str) -> set[str]:
    """Return every way in which a figure and its base may stand in a table, chart or text."""
    words = set(numbers_in(printed, language))
    if base is not None:
        words.add(str(base))
    if value is not None:
        shapes = (f"{value:.2f}", f"{value:.1f}", f"{value:.0f}", str(int(100 * value + 0.5)))
        signed = {sign + shape for shape in shapes for sign in ("", "+")}
        words |= {shape.replace("-", "−") for shape in signed}
    return words


def parts_of(documents, language: str) -> list[Part]:
    """Return the parts of the report in a language, without the appendix."""
    html = documents[f"report.{language}.html"].decode()
    return [part for part in read_parts(html) if not part.place.startswith(APPENDIX)]


def figures_in(part: Part, language: str) -> list[str]:
    """Return the numbers of a part that must have evidence."""
    if part.place.startswith(WORDS_OF_PEOPLE):
        return []
    place = "chapter" if part.is_heading else part.place
    lines = part.words.split("\n")
    if place in NUMBERED_PLACES:
        lines = [re.sub(NUMBERED_PLACES[place], " ", line) for line in lines]
    plain = (NAMES_AND_CONSTANTS.sub(" ", line) for line in lines)
    return [number for line in plain for number in numbers_in(line, language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_printed_number_has_its_evidence_beside_it(documents, evidence, language):
    """No cell, label or word of prose is without its row of evidence."""
    bare = {}
    numbers = 0
    for part in parts_of(documents, language):
        known = set().union(*(evidence[language][number] for number in part.evidence))
        figures = figures_in(part, language)
        numbers += len(figures)
        missing = [figure for figure in figures if figure not in known]
        if missing:
            bare[part.place, part.words[:80]] = missing

    assert numbers > 1_000
    assert bare == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_names_rows_and_columns_counts_nothing(documents, evidence, language):
    """A number in a name is a session, a value of a scale, or in the evidence of its row."""
    sessions = {row["Nummer"] for row in workbook("Tillfällen")}
    values = {row["Värde"] for row in workbook("Skalor")}
    unknown = {
        (part.place, name)
        for part in parts_of(documents, language)
        for name in part.names
        for number in numbers_in(NAMES_AND_CONSTANTS.sub(" ", name), language)
        if number not in sessions | values
        and not any(number in evidence[language][cited] for cited in part.evidence)
    }

    assert unknown == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_prints_the_numbers_of_the_parts_and_no_others(documents, language):
    """Beside what was walked above, its pages have their own number and that of their chapter."""
    pages = read_pages(documents, language)
    printed = Counter(digits for page in pages for digits in digits_in(page))
    told = Counter(
        digits
        for part in parts_of(documents, language)
        for words in (part.words, *part.names, part.citations)
        for digits in digits_in(words)
    )
    headings = [part for part in parts_of(documents, language) if part.is_heading]
    chapters = len([heading for heading in headings if heading.place != "contents"]) + 1
    about_pages = Counter(str(number) for number in range(2, len(pages) + 1))
    about_pages.update(found[1] for page in pages if (found := re.search(r"\n(\d+) ", page[:40])))

    first_pages = printed - told - about_pages
    assert told + about_pages - printed == Counter()
    assert first_pages.total() == chapters  # as the table of contents prints them
    assert max(map(int, first_pages)) == len(pages) + 1


def read_pages(documents, language: str) -> list[str]:
    """Return the words of each page of a report's PDF until the appendix begins."""
    pages = PdfReader(BytesIO(documents[f"report.{language}.pdf"])).pages
    texts = (page.extract_text() for page in pages)
    return list(takewhile(lambda text: not re.search(r"\n14 ", text[:40]), texts))


def digits_in(text: str) -> list[str]:
    """Return the runs of digits in a text, however the lines break around their signs."""
    return re.findall(r"\d+", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_results_go_from_reaction_to_results_and_never_back(documents, language):
    """Kirkpatrick's levels rise through the chapters with results, each named where it begins."""
    html = documents[f"report.{language}.html"].decode()
    first, last = (html.index(f'id="{anchor}"') for anchor in ("evaluations", "economy"))
    headings = re.findall(r"<h3[^>]*>(?:Nivå|Level) (\d)", html[first:last])

    assert headings == ["1", "2", "2", "3", "3", "3", "4", "4"]  # voices: 3 and 4
    assert not re.search(r"<h3[^>]*>(?:Nivå|Level) \d", html[:first] + html[last:])


@pytest.mark.parametrize(("language", "heading"), [("sv", "Belägg"), ("en", "Evidence")])
def test_each_pdf_carries_the_evidence_in_its_own_language(documents, language, heading):
    """Beside the figures and the manifest, which are the same in both, as are numbers and cells."""
    reader = PdfReader(BytesIO(documents[f"report.{language}.pdf"]))
    own = f"evidence.{language}.xlsx"
    (content,) = reader.attachments[own]
    sheet = load_workbook(BytesIO(documents[own]), read_only=True).worksheets[0]

    assert set(reader.attachments) == {own, "indicators.json", "manifest.json"}
    assert content == documents[own]
    assert next(sheet.iter_rows(values_only=True))[0] == heading
    assert read_values(documents, "sv") == read_values(documents, language)
    assert own in {each["file"] for each in json.loads(documents["manifest.json"])["outputs"]}


def read_values(documents, language: str) -> list[tuple[object, ...]]:
    """Return number, value, base, name and cells of every figure in a workbook of evidence."""
    workbook = load_workbook(BytesIO(documents[f"evidence.{language}.xlsx"]), read_only=True)
    rows = workbook.worksheets[0].iter_rows(min_row=2, values_only=True)
    return [(row[0], *row[3:5], row[7], row[10]) for row in rows]


def test_two_hundred_rows_of_evidence_are_recounted_from_their_cells(documents):
    """Value and cells stand in evidence.sv.xlsx; openpyxl and csv alone give the value again.

    Every measure that cells alone give is among them, the others are drawn by lot.
    """
    written = {each["id"]: each for each in json.loads(documents["indicators.json"])["indicators"]}
    recounts = {measure: recount for recount, of in RECOUNTS.items() for measure in of}
    sheet = load_workbook(BytesIO(documents["evidence.sv.xlsx"]), read_only=True).worksheets[0]
    rows = [
        (row[3], row[7], row[10] or "")
        for row in sheet.iter_rows(min_row=2, values_only=True)
        if row[3] is not None and row[7].split()[0] in recounts
    ]
    lot = Random(17)  # noqa: S311  # the same each time
    lot.shuffle(rows)
    first_of_each = {name.split()[0]: (value, name, cells) for value, name, cells in rows}
    others = [row for row in rows if row not in first_of_each.values()]
    drawn = [*first_of_each.values(), *others][:200]
    assert first_of_each.keys() >= FAMILIES
    wrong = []
    for value, name, cells in drawn:
        sources = written[name]["sources"]
        named = (filter(None, (each["file"], each["sheet"], each["cells"])) for each in sources)
        figure = read_figure(written[name] | {"value": value})
        recounted = recounts[figure.measure](figure)[0]
        is_same = recounted == value or isclose(float(recounted), value)  # Excel keeps 15 digits
        if not is_same or cells != "; ".join(map(" › ".join, named)):
            wrong.append(name)

    assert wrong == []
