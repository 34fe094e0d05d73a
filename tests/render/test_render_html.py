"""How the report becomes one page of HTML."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from flows.programme.languages import Language
from flows.programme.texts import Section
from flows.render.exhibits import Column, OwnWords, Row, Table
from flows.render.html import environment, render_html
from tests.render.report_drawing import EMPTY, FINAL, YEAR, draw_report, with_quotes, with_wordings

PAGE = render_html(draw_report(texts={Section.LESSONS: "Vi lärde oss *mycket*."}))


def test_every_link_leads_somewhere():
    """Each anchor that is linked to stands once in the page."""
    anchors = re.findall(r' id="([^"]*)"', PAGE)
    links = set(re.findall(r'(?:href|data-target)="#([^"]*)"', PAGE))

    assert len(anchors) == len(set(anchors))
    assert links
    assert links <= set(anchors)


def test_nothing_is_loaded_from_elsewhere():
    """The page holds its styles and charts itself and asks for no other file."""
    assert not re.findall(r'(?:src|href)="(?!#)[^"]*"|@import|url\((?!\'data:)', PAGE)


def test_headings_go_down_one_level_at_a_time():
    """One title, then chapters, then sections: no level is skipped."""
    levels = [int(level) for level in re.findall(r"<h([1-6])", PAGE)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_chart_has_an_alternative_text():
    """Each picture begins with a title of whole sentences."""
    titles = re.findall(r"<svg [^>]*><title>([^<]*)</title>", PAGE)

    assert len(titles) == PAGE.count("<svg ") - PAGE.count("image/svg+xml,<svg ")
    assert all(title.endswith(".") for title in titles)


def test_rows_have_a_cell_for_each_column():
    """Tables have one heading row, a heading in each row, and no gaps (PDF/UA-1, 7.2)."""
    for table in re.findall(r'<table class="figures".*?</table>', PAGE, re.DOTALL):
        rows = re.findall(r"<tr.*?</tr>", table, re.DOTALL)
        counts = {len(re.findall(r"<t[hd]", row)) for row in rows}
        assert len(counts) == 1
        assert all('scope="' in row for row in rows)


def test_what_people_write_is_escaped():
    """Titles, wordings and quotes cannot bring markup into the page."""
    hostile = "<b>&\"'{{ 7 * 7 }}"
    page = render_html(draw_report(with_quotes(with_wordings(YEAR, hostile), "<i>citat</i>")))

    assert "<b>" not in page
    assert "<i>citat" not in page
    assert "&lt;b&gt;&amp;&#34;&#39;{{ 7 * 7 }}" in page


def test_a_draft_says_so_and_a_final_report_does_not():
    """UTKAST stands on the cover and across the page; the PDF has it along every page as well."""
    assert PAGE.count("UTKAST") == 2
    assert "UTKAST" not in render_html(draw_report(facts=FINAL))


@pytest.mark.parametrize("language", Language)
def test_a_report_without_data_renders(language):
    """Nothing to say is said in sentences."""
    page = render_html(draw_report(EMPTY, language=language))

    assert page.count('class="absence"') > 10


def test_an_unknown_name_in_a_template_is_an_error():
    """A misspelt field never prints as nothing."""
    template = environment(Language.SV).from_string("{{ report.sumary }}")

    with pytest.raises(UndefinedError):
        template.render(report=draw_report())


@pytest.mark.parametrize("expression", ["().__class__.__mro__", "report.__init__.__globals__"])
def test_a_template_cannot_reach_python(expression):
    """Template authors place what the report holds and nothing else."""
    template = environment(Language.SV).from_string(f"{{{{ {expression} }}}}")

    with pytest.raises((SecurityError, UndefinedError)):
        template.render(report=draw_report())


def test_the_page_speaks_its_language():
    """The language, the title and the note on the data are told to machines as well."""
    project = replace(YEAR.programme.project, data_note=replace(YEAR.programme.project.title))
    dataset = replace(YEAR, programme=replace(YEAR.programme, project=project))

    page = render_html(draw_report(dataset))

    assert '<html lang="sv">' in page
    assert "<title>Slutrapport: Titel</title>" in page
    assert (
        'name="description" content="Slutrapport för projekt 2015-06703 till Vinnova. Titel"'
        in page
    )


@pytest.mark.parametrize(
    ("written_in", "cell"),
    [
        (Language.SV, '<th scope="row">Bygglov</th>'),
        (Language.EN, '<th scope="row"><blockquote lang="en">Bygglov</blockquote></th>'),
    ],
)
def test_words_in_another_language_are_a_quote_in_it(written_in, cell):
    """A screen reader then reads them with the sounds of that language."""
    report = draw_report()
    table = Table("t", "T", (Column("Projekt"),), (Row((OwnWords("Bygglov", written_in),)),))
    chapter = replace(report.change_projects, named=table)

    assert cell in render_html(replace(report, change_projects=chapter))
