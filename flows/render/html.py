"""The report as one self-contained HTML page. The only module that knows Jinja."""

from functools import cache

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from flows.programme.languages import Language
from flows.programme.locations import TEMPLATES
from flows.programme.translations import catalogue
from flows.render.problem_page import ProblemPage
from flows.render.report import Report


def render_html(report: Report) -> str:
    """Return `report` as HTML with its styles inside, for the screen and for the PDF."""
    template = environment(report.language).get_template("report/report.html")
    return template.render(report=report)


def render_problem_page(page: ProblemPage) -> str:
    """Return the page of problems as HTML with its styles inside, for the coordinator's screen."""
    template = environment(page.language).get_template("problems/problems.html")
    return template.render(page=page)


@cache
def environment(language: Language) -> ImmutableSandboxedEnvironment:
    """Return the templates' environment: they place what the report holds and reach no more.

    An unknown name is an error, every text is escaped, and no attribute of Python's own is
    to be had.
    """
    templates = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    templates.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    return templates
