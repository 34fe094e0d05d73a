"""A funder's look: a folder that overrides variables and, where needed, a template."""

import re
from dataclasses import replace

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from flows.programme.exceptions import RunStoppedError
from flows.render import html
from flows.render.html import render_html
from flows.render.report import name_theme
from tests.render.report_drawing import draw_report


@pytest.fixture
def theme(tmp_path, monkeypatch):
    """Return a function that writes a file of the theme of the funder Vinnova."""
    monkeypatch.setattr(html, "THEMES", tmp_path)
    html.environment.cache_clear()

    def write(name: str, content: str) -> None:
        path = tmp_path / "vinnova" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

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
