"""A funder's look: a folder that overrides variables and, where needed, a template."""

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

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
