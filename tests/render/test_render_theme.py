"""A funder's look: a folder that overrides variables and, where needed, a template."""

import re
from base64 import b64encode
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from jinja2.exceptions import SecurityError, UndefinedError

from flows.programme.exceptions import RunStoppedError
from flows.programme.locations import TEMPLATES
from flows.render import html
from flows.render.headings import Chapter
from flows.render.html import render_html, render_part
from flows.render.parts import Part
from flows.render.report import name_theme
from flows.render.typesetting import typeset
from tests.render.report_drawing import draw_report


@pytest.fixture
def theme(tmp_path, monkeypatch):
    """Return a function that writes a file of the theme of the funder Vinnova."""
    monkeypatch.setattr(html, "THEMES", tmp_path)
    html.environment.cache_clear()

    def write(name: str, content: str | bytes) -> None:
        path = tmp_path / "vinnova" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    yield write
    html.environment.cache_clear()


@pytest.mark.parametrize(
    ("funder", "name"),
    [
        ("Vinnova", "vinnova"),
        ("Region Örebro län", "region-örebro-län"),
        ("../../etc", "etc"),
        ("", ""),
    ],
)
def test_a_theme_is_named_after_its_funder(funder, name):
    """Only letters, digits and hyphens: no name leads out of the folder of themes."""
    assert name_theme(funder) == name


def test_a_theme_overrides_variables(theme):
    """Its variables come after ours, so they win."""
    theme("styles/theme.css", ":root { --accent: #7a1f5c; }")

    page = render_html(draw_report())

    assert page.index("--accent: #7a1f5c") > page.index("--accent: #0f5c6e")


def test_a_theme_overrides_a_template_and_builds_on_ours(theme):
    """A template of the same name comes first, and reaches ours under base/."""
    theme("report/lessons.html", '<p>Före</p>{% include "base/report/lessons.html" %}')

    page = render_html(draw_report())

    assert page.index("<p>Före</p>") < page.index('id="lessons"')


def test_a_theme_recolours_the_charts(theme):
    """One colour set anew brings all of its shades, and nothing of our colour is left."""
    theme("styles/theme.css", ":root { --accent: #7a1f5c; }")

    charts = pictures_of(render_html(draw_report()))

    assert 'fill="#7a1f5c"' in charts
    assert 'fill="#bc8fae"' in charts  # half accent, half paper
    assert "#0f5c6e" not in charts
    assert "--chart-" not in charts


def test_a_theme_gives_the_charts_their_letters(theme):
    """The font of tables is that of charts."""
    theme("styles/theme.css", ':root { --sans: "Source Serif 4", serif; }')

    assert "font-family=\"'Source Serif 4', serif\"" in pictures_of(render_html(draw_report()))


def draw_font(family: str) -> bytes:
    """Return a font file of that family: our letters under another name."""
    font = TTFont(TEMPLATES / "fonts" / "source-sans-3" / "SourceSans3_400Regular.ttf")
    for record in font["name"].names:
        if record.nameID in (1, 4, 6, 16):
            record.string = family if record.nameID != 6 else family.replace(" ", "")
    file = BytesIO()
    font.save(file)
    return file.getvalue()


FJORD = """
@font-face { font-family: "Fjord"; src: url("../fonts/fjord.ttf"); }
:root { --sans: "Fjord", sans-serif; }
"""


def test_a_theme_brings_its_own_font(theme):
    """The PDF embeds it, for text and charts, and the page for screens holds it."""
    font = draw_font("Fjord")
    theme("fonts/fjord.ttf", font)
    theme("styles/theme.css", FJORD)
    report = draw_report()

    part = typeset(Part(1, render_part(report, [Chapter.EVALUATIONS])))
    with pikepdf.open(BytesIO(part.pdf)) as pdf:
        fonts = {str(one.BaseFont) for one in pdf.objects if is_font(one)}

    assert {name.partition("+")[2] for name in fonts} >= {"Fjord"}
    assert "Source-Sans" not in " ".join(fonts)
    assert f"url(data:font/ttf;base64,{b64encode(font).decode()})" in render_html(report)


def is_font(each: pikepdf.Object) -> bool:
    """Tell whether an object of a PDF is a font."""
    return isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"


@pytest.mark.parametrize(
    ("css", "sentence"),
    [
        ("src: url(../fonts/none.ttf)", "../fonts/none.ttf leads to no font"),
        ("src: url('../fonts/words.ttf')", "../fonts/words.ttf leads to no font"),
        ("src: url(../../../fonts/source-sans-3/OFL.txt)", "OFL.txt leads to no font"),
        ("src: url(https://example.org/a.ttf)", "https://example.org/a.ttf leads to no font"),
        ("src: url(file:///etc/passwd)", "file:///etc/passwd leads to no font"),
        ("} @import 'https://example.org/a.css'; a {", "a.css leads to no font"),
        ("} :root { --sans: Futura, sans-serif", "--sans begins with Futura, and no @font-face"),
        ("} /* url(none.ttf) */ a { src: url(data:,)", ""),
    ],
)
def test_a_font_that_is_not_the_themes_own_stops_the_report(theme, css, sentence):
    """One sentence says which; no other font is taken in its place, and nothing is fetched."""
    theme("fonts/words.ttf", "Not a font.")
    theme("styles/theme.css", f"@font-face {{ font-family: Fjord; {css} }}")

    if not sentence:
        assert "url(data:,)" in render_html(draw_report())
        return
    with pytest.raises(RunStoppedError, match=re.escape(sentence)):
        render_html(draw_report())


def test_a_picture_of_a_theme_is_in_the_page(theme):
    """A funder's mark as SVG; a picture of dots would keep the PDF from being an archive's."""
    theme("images/mark.svg", "<svg/>")
    theme("styles/theme.css", "h1 { background: url(../images/mark.svg) }")

    assert "background: url(data:image/svg+xml;base64,PHN2Zy8+)" in render_html(draw_report())


def pictures_of(page: str) -> str:
    """Return the pictures of a page."""
    return "".join(re.findall(r"<svg.*?</svg>", page, re.DOTALL))


@pytest.mark.parametrize(
    ("css", "sentence"),
    [
        ("--accent: #88c0cc", "accent and paper have a contrast of 2.0; at least 4.5"),
        ("--muted: #9aa5ad", "muted and paper have a contrast of 2.5; at least 4.5"),
        ("--warm: #f0a070", "warm and paper have a contrast of 2.1; at least 3"),
        ("--neutral: #b0b4b0", "unfavourable-0 and neutral have a contrast of 1.0; at least 1.5"),
        ("--accent: teal", "--accent is teal. Write the colour as six digits"),
        ("--warm: var(--accent)", "--warm is var(--accent)."),
    ],
)
def test_colours_that_cannot_be_told_apart_stop_the_report(theme, css, sentence):
    """The sentence names the two, their contrast and what is needed: never silently ugly."""
    theme("styles/theme.css", f":root {{ {css}; }}")

    with pytest.raises(RunStoppedError, match=re.escape(sentence)):
        render_html(draw_report())


def test_what_holds_on_some_screens_only_is_no_colour_of_the_charts(theme):
    """Charts stand on paper, also in the dark; comments set nothing."""
    theme(
        "styles/theme.css",
        "/* :root { --accent: teal; } */ @media (prefers-color-scheme: dark) "
        "{ :root { --accent: #82c8d8; } } :root { --accent: #7a1f5c; }",
    )

    assert 'fill="#7a1f5c"' in pictures_of(render_html(draw_report()))


def test_the_example_is_a_theme():
    """What the README says to copy gives a page and charts of its own."""
    page = render_html(replace(draw_report(), theme="exempelfonden"))

    assert "--accent: #5b2a6e" in page
    assert 'fill="#5b2a6e"' in pictures_of(page)
    assert "Source Serif 4" in pictures_of(page)


@pytest.mark.parametrize(
    "reach",
    [
        "{{ report.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ report.cover.nothing }}",
        "{% include '../../../README.md' %}",
    ],
)
def test_a_theme_reaches_no_python_and_no_other_file(theme, reach):
    """What a template may not have stops the report, and shows nothing of it."""
    theme("report/lessons.html", reach)

    with pytest.raises((SecurityError, UndefinedError, LookupError, OSError)):
        render_html(draw_report())


@pytest.mark.usefixtures("theme")
def test_without_a_theme_the_look_is_ours():
    """A funder without a folder has the usual report."""
    assert "#7a1f5c" not in render_html(draw_report())
