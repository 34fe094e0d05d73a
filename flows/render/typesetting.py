"""Sets HTML in type on pages. The only module that knows WeasyPrint."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from pydyf import PDF
from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from flows.programme.locations import TEMPLATES
from flows.render.pdf_identity import claim_pdf_ua

FONTS_STYLESHEET = TEMPLATES / "styles" / "fonts.css"


class TemplateFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves the files of templates/ and what stands in the page itself, nothing else."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what `url` leads to. Raises ValueError where it leads out of the templates."""
        if not url.startswith(("data:", f"{TEMPLATES.as_uri()}/")) or ".." in url:
            raise ValueError(f"not a file of the templates: {url}")
        return super().fetch(url, headers)


def typeset(html: str) -> bytes:
    """Return `html` as PDF/A-3a and PDF/UA-1, with the fonts of the templates."""
    fetcher = TemplateFetcher()
    fonts = FontConfiguration()
    stylesheet = CSS(FONTS_STYLESHEET, font_config=fonts, url_fetcher=fetcher)
    page = HTML(string=html, base_url=f"{TEMPLATES.as_uri()}/", url_fetcher=fetcher)
    with no_garbage_collection():
        pdf: bytes = page.write_pdf(
            stylesheets=[stylesheet],
            font_config=fonts,
            pdf_variant="pdf/a-3a",
            finisher=finish,
        )
    return pdf


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Let nothing be collected in the block, and all of it after.

    The boxes of a page live until the last one is drawn; to look again and again for dead
    ones among them takes a quarter of the time.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def finish(_document: Document, pdf: PDF) -> None:
    """Add what WeasyPrint does not write beside PDF/A: that the file is PDF/UA-1 as well."""
    claim_pdf_ua(pdf)
