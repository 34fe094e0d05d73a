"""The report as HTML: whole for the screen, in parts for the PDF. The only module of Jinja."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from flows.programme.languages import Language
from flows.programme.locations import TEMPLATES
from flows.programme.translations import catalogue
from flows.render.check_page import CheckPage
from flows.render.headings import Chapter
from flows.render.page_starts import find_starts
from flows.render.pagination import Pagination
from flows.render.problem_page import ProblemPage
from flows.render.report import Report
from flows.render.theme import read_theme
from flows.render.theme_files import embed_files

THEMES = TEMPLATES / "themes"
"""A folder for each funder whose look differs: variables in styles/theme.css, and templates."""


def render_html(report: Report) -> str:
    """Return the whole report as HTML with its styles inside, for the screen."""
    return render_report_page(
        "report.html", report, chapters=map(template_of, Chapter), is_screen=True
    )


def render_front(report: Report, pagination: Pagination) -> str:
    """Return cover and contents, with the page on which each chapter begins."""
    return render_report_page("front.html", report, first_pages=pagination.first_pages)


def render_part(report: Report, chapters: Iterable[Chapter]) -> str:
    """Return some chapters of the report as a page of their own, for the PDF."""
    return render_report_page("part.html", report, chapters=map(template_of, chapters))


def render_running(report: Report, pagination: Pagination) -> str:
    """Return what stands around the text of each page but the cover, for the PDF."""
    return render_report_page("running.html", report, pages=pagination.pages)


def render_report_page(template: str, report: Report, **beside: object) -> str:
    """Return the report's `template` with the report and what stands `beside` it."""
    theme = read_theme(report.theme, *list_stylesheets(report.theme))
    found = environment(report.language, report.theme).get_template(f"report/{template}")
    look = Markup(embed_files(report.theme, stylesheet_of(report.theme)))  # noqa: S704  # it is no text of a programme
    usual = {"first_pages": {}, "is_screen": False, "starts": find_starts(report)}
    page = found.render(report=report, look=look, **{**usual, **beside})
    return theme.paint(page)


def list_stylesheets(theme: str) -> tuple[Path, ...]:
    """Return the style sheets that set variables and bring fonts, the theme's last."""
    ours = (TEMPLATES / "styles" / "type.css", TEMPLATES / "styles" / "fonts.css")
    return (*ours, stylesheet_of(theme)) if theme else ours


def stylesheet_of(theme: str) -> Path:
    """Return the style sheet of a theme, be it there or not."""
    return THEMES / theme / "styles" / "theme.css"


def template_of(chapter: Chapter) -> str:
    """Return the template that places `chapter`."""
    return f"report/{chapter.value.replace('-', '_')}.html"


def render_problem_page(page: ProblemPage) -> str:
    """Return the page of problems as HTML with its styles inside, for the coordinator's screen."""
    template = environment(page.language).get_template("problems/problems.html")
    return template.render(page=page)


def render_check_page(pages: tuple[CheckPage, ...]) -> str:
    """Return what `check` tells as one HTML page, in the language of each of `pages`.

    The first is shown until its reader chooses another.
    """
    bodies = [
        environment(page.language).get_template("check/overview.html").render(page=page)
        for page in pages
    ]
    template = environment(pages[0].language).get_template("check/check.html")
    return template.render(pages=pages, bodies=[Markup(body) for body in bodies])  # noqa: S704  # the templates have escaped it


@cache
def environment(language: Language, theme: str = "") -> ImmutableSandboxedEnvironment:
    """Return the templates' environment: they place what the report holds and reach no more.

    An unknown name is an error, every text is escaped, and no attribute of Python's own is
    to be had. A template of the `theme` comes before ours of the same name, and finds ours
    under base/.
    """
    ours = FileSystemLoader(TEMPLATES)
    loaders: list[BaseLoader] = [ours, PrefixLoader({"base": ours})]
    if theme:
        loaders.insert(0, FileSystemLoader(THEMES / theme))
    templates = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    templates.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    return templates
