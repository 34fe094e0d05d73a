"""The report as a PDF that is PDF/A-3a and PDF/UA-1 at once. The only module that knows WeasyPrint."""

from pathlib import Path
from typing import TYPE_CHECKING

from flows.programme.exceptions import SystemLibraryMissingError
from flows.render.pdf_identity import claim_pdf_ua

if TYPE_CHECKING:
    from pydyf import PDF
    from weasyprint import Document

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
FONTS_STYLESHEET = TEMPLATES / "styles" / "fonts.css"


def render_pdf(html: str) -> bytes:
    """Return `html` as PDF: the same bytes for the same text, fonts and libraries.

    Raises SystemLibraryMissingError where Pango is not installed.
    """
    try:
        from weasyprint import CSS, HTML  # noqa: PLC0415 - takes half a second, and needs Pango
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
        from weasyprint.urls import URLFetcher  # noqa: PLC0415
    except OSError as error:
        raise SystemLibraryMissingError from error

    class TemplateFetcher(URLFetcher):
        """Serves the files of templates/ and what stands in the page itself, nothing else."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> object:
            if not url.startswith(("data:", f"{TEMPLATES.as_uri()}/")):
                raise ValueError(f"not a file of the templates: {url}")
            return super().fetch(url, headers)

    fetcher = TemplateFetcher()
    fonts = FontConfiguration()
    stylesheet = CSS(FONTS_STYLESHEET, font_config=fonts, url_fetcher=fetcher)
    page = HTML(string=html, base_url=f"{TEMPLATES.as_uri()}/", url_fetcher=fetcher)
    return page.write_pdf(
        stylesheets=[stylesheet],
        font_config=fonts,
        pdf_variant="pdf/a-3a",
        finisher=finish,
    )


def finish(_document: "Document", pdf: "PDF") -> None:
    """Add what WeasyPrint does not write beside PDF/A: that the file is PDF/UA-1 as well."""
    claim_pdf_ua(pdf)
