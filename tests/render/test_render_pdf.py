"""How the page becomes a PDF."""

import io
import logging
import sys
from datetime import datetime
from types import SimpleNamespace

import pytest
from pypdf import PdfReader

from flows.programme.exceptions import SystemLibraryMissingError
from flows.programme.texts import Section
from flows.render.pdf import render_pdf
from flows.render.typesetting import TEMPLATES, TemplateFetcher
from tests.render.report_drawing import EMPTY, draw_report

TEXTS = {
    Section.PURPOSE: "Syftet är **innovationsledning**.",
    Section.LESSONS: "- Börja *tidigt*\n- Fråga [dem](https://example.org)\n\n1. Ett\n\n2. Två",
}


@pytest.fixture(scope="module")
def written() -> tuple[bytes, list[str]]:
    """Return a draft as PDF and what WeasyPrint warned of."""
    warnings: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: warnings.append(record.getMessage())
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        return render_pdf(draw_report(texts=TEXTS)), warnings
    finally:
        logger.removeHandler(handler)


@pytest.fixture(scope="module")
def reader(written) -> PdfReader:
    """Return the draft, read by somebody else's code."""
    return PdfReader(io.BytesIO(written[0]))


def test_typesetting_warns_of_nothing(written):
    """Unknown styles, missing letters and broken links are faults of ours."""
    assert written[1] == []


def test_the_file_tells_what_it_is(reader):
    """Title, author, subject, language and dates are there, the dates from the run."""
    metadata = reader.metadata

    assert metadata.title == "Slutrapport: Titel"
    assert metadata.author == "FoU"
    assert metadata.subject == "Slutrapport för projekt 2015-06703 till Vinnova."
    assert metadata.creation_date.replace(tzinfo=None) == datetime(2017, 2, 24)
    assert reader.trailer["/Root"]["/Lang"] == "sv"


def test_the_file_claims_both_standards(reader):
    """PDF/A-3a and PDF/UA-1 stand in the metadata, the latter with its schema."""
    claims = reader.trailer["/Root"]["/Metadata"].get_data().decode()

    assert 'pdfaid:part="3"' in claims
    assert 'pdfaid:conformance="A"' in claims
    assert "<pdfuaid:part>1</pdfuaid:part>" in claims
    assert "pdfaSchema:namespaceURI" in claims
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_every_chapter_has_a_bookmark(reader):
    """The bookmarks are the table of contents."""
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]

    assert titles == [f"{n} {h.title}" for n, h in enumerate(draw_report().contents, 1)]


def test_page_numbers_in_the_contents_are_right(reader):
    """Each chapter starts on the page that the table of contents names."""
    lines = reader.pages[1].extract_text().splitlines()
    starts = [
        str(reader.get_destination_page_number(entry) + 1)
        for entry in reader.outline
        if not isinstance(entry, list)
    ]

    assert [line for line in lines if line.isdecimal()] == starts


def test_every_page_of_a_draft_says_so(reader):
    """Nobody takes a page of a draft for the report."""
    assert all("UTKAST" in page.extract_text() for page in reader.pages)


def test_only_bundled_fonts_are_used_and_all_are_embedded(reader):
    """The report looks alike on every machine."""
    fonts = {
        font["/DescendantFonts"][0]["/FontDescriptor"]["/FontName"].split("+")[-1]
        for page in reader.pages
        for font in (entry.get_object() for entry in page["/Resources"].get("/Font", {}).values())
    }

    assert fonts
    assert all(name.startswith(("Source-Serif-4", "Source-Sans-3")) for name in fonts)


def test_no_page_is_empty(reader):
    """Each page has more on it than its running header and its number."""
    assert all(len(page.extract_text()) > 60 for page in reader.pages)


def test_a_report_without_data_is_a_pdf():
    """Nothing to say still makes a file that opens."""
    reader = PdfReader(io.BytesIO(render_pdf(draw_report(EMPTY))))

    assert len(reader.pages) > 5


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/font.ttf",
        "file:///etc/passwd",
        f"{TEMPLATES.as_uri()}/../pyproject.toml",
        f"{TEMPLATES.as_uri()}x/secret",
    ],
)
def test_only_files_of_the_templates_are_served(url):
    """Neither the network nor another file of the machine can come into a report."""
    with pytest.raises(ValueError, match="not a file of the templates"):
        TemplateFetcher().fetch(url)


def test_without_pango_one_sentence_says_what_to_install(monkeypatch):
    """A machine without the system library gets a remedy, not a traceback."""

    def find_no_pango(name: str, *_places: object) -> None:
        if name == "flows.render.typesetting":
            raise OSError("cannot load library 'libpango-1.0-0'")

    finder = SimpleNamespace(find_spec=find_no_pango)
    monkeypatch.delitem(sys.modules, "flows.render.typesetting", raising=False)
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])

    with pytest.raises(SystemLibraryMissingError, match="Pango"):
        render_pdf(draw_report(EMPTY))
