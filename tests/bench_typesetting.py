"""What it costs to set the sample's report in type, and where the time goes.

All of it in one process, beside what WeasyPrint takes for the same pages without charts or tags.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from time import process_time
from typing import Any
from unittest.mock import patch

import weasyprint
import weasyprint.images
import weasyprint.pdf

from flows.programme.languages import Language
from flows.render import pdf as report_pdf
from flows.render import typesetting
from flows.render.parts import Part, SetPart, typeset_in_turn
from flows.render.report import Report
from tests.invented_reports import sample_report

RUNS = 3
CHART = re.compile(r'<svg [^>]*width="([\d.]+pt)" height="([\d.]+pt)".*?</svg>', re.DOTALL)


@dataclass(slots=True)
class Clock:
    """How long the processor was at something, what it did for others within it left out."""

    seconds: dict[str, float] = field(default_factory=dict)
    within: list[str] = field(default_factory=list)
    since: float = 0.0

    def turn_to(self) -> None:
        """Write down the time until now for what is being done."""
        now = process_time()
        if self.within:
            self.seconds[self.within[-1]] = (
                self.seconds.get(self.within[-1], 0.0) + now - self.since
            )
        self.since = now

    @contextmanager
    def at(self, work: str) -> Iterator[None]:
        """Measure the block as `work`."""
        self.turn_to()
        self.within.append(work)
        try:
            yield
        finally:
            self.turn_to()
            self.within.pop()

    def watch(self, owner: object, name: str, work: str) -> Any:  # a patch of unittest.mock
        """Return a patch by which each call of `owner`'s `name` is measured as `work`."""
        original: Callable[..., Any] = getattr(owner, name)

        def measured(*args: Any, **kwargs: Any) -> Any:  # whatever is measured
            with self.at(work):
                return original(*args, **kwargs)

        return patch.object(owner, name, measured)


def measure_report(report: Report) -> Mapping[str, float]:
    """Return the seconds of each work from report model to PDF."""
    clock = Clock()
    with ExitStack() as watched:
        for owner, name, work in (
            (weasyprint.HTML, "render", "layout"),
            (weasyprint.Document, "write_pdf", "writing"),
            (weasyprint.images.SVGImage, "draw", "charts"),
            (weasyprint.pdf, "build_fonts_dictionary", "fonts"),
            (typesetting, "finish", "tags"),
        ):
            watched.enter_context(clock.watch(owner, name, work))
        with clock.at("templates and binding"):
            report_pdf.render_pdf(report)
    return clock.seconds


def measure_plain(parts: Iterable[Part]) -> float:
    """Return the seconds that WeasyPrint takes for `parts` without charts and without tags."""
    pages = [CHART.sub(r'<div style="width: \1; height: \2"></div>', part.html) for part in parts]
    fetcher = typesetting.TemplateFetcher()
    started = process_time()
    for page in pages:
        fonts = typesetting.FontConfiguration()
        styles = typesetting.CSS(
            typesetting.FONTS_STYLESHEET, font_config=fonts, url_fetcher=fetcher
        )
        with typesetting.no_garbage_collection():
            weasyprint.HTML(
                string=page,
                base_url=f"{typesetting.TEMPLATES.as_uri()}/",
                url_fetcher=fetcher,
            ).write_pdf(stylesheets=[styles], font_config=fonts)
    return process_time() - started


def collect_parts(report: Report) -> tuple[Part, ...]:
    """Return every part of `report`, as they are given to whoever sets them in type."""
    given: list[Part] = []

    def collect(parts: Iterable[Part]) -> Iterator[SetPart]:
        listed = list(parts)
        given.extend(listed)
        return typeset_in_turn(listed)

    report_pdf.render_pdf(report, typeset=collect)
    return tuple(given)


def measure_typesetting() -> tuple[Mapping[str, float], float]:
    """Return the seconds of each work on the sample's report, and those of the plain pages."""
    report = sample_report(Language.SV)
    parts = collect_parts(report)
    ours: list[Mapping[str, float]] = []
    plain: list[float] = []
    for _run in range(RUNS):  # by turns, so that a slow moment is one for both
        ours.append(measure_report(report))
        plain.append(measure_plain(parts))
    return min(ours, key=lambda seconds: sum(seconds.values())), min(plain)
