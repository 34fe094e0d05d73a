"""Sets HTML in type on pages. The only module that knows WeasyPrint."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from functools import partial
from io import BytesIO

from pydyf import PDF
from weasyprint import CSS, HTML, Attachment, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from flows.programme.locations import TEMPLATES
from flows.render.attached_files import AttachedFile
from flows.render.pdf_finishing.identity import claim_pdf_ua
from flows.render.pdf_finishing.navigation import label_pages, list_attachments_once
from flows.render.pdf_finishing.tags import mend_tags
from flows.render.spoken_page import SpokenPage, listen_to

FONTS_STYLESHEET = TEMPLATES / "styles" / "fonts.css"


class TemplateFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves the files of templates/ and what stands in the page itself, nothing else."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what `url` leads to. Raises ValueError where it leads out of the templates."""
        if not url.startswith(("data:", f"{TEMPLATES.as_uri()}/")) or ".." in url:
            raise ValueError(f"not a file of the templates: {url}")
        return super().fetch(url, headers)


def typeset(html: str, attached: tuple[AttachedFile, ...] = ()) -> bytes:
    """Return `html` as PDF/A-3a and PDF/UA-1, with the fonts of the templates.

    The `attached` files are inside it, in the order of their names, as PDF wants it.
    """
    fetcher = TemplateFetcher()
    fonts = FontConfiguration()
    stylesheet = CSS(FONTS_STYLESHEET, font_config=fonts, url_fetcher=fetcher)
    page = HTML(string=html, base_url=f"{TEMPLATES.as_uri()}/", url_fetcher=fetcher)
    with no_garbage_collection():
        pdf: bytes = page.write_pdf(
            stylesheets=[stylesheet],
            font_config=fonts,
            pdf_variant="pdf/a-3a",
            attachments=[attach(file) for file in sorted(attached, key=lambda file: file.name)],
            finisher=partial(finish, page=listen_to(html)),
        )
    return pdf


def attach(file: AttachedFile) -> Attachment:
    """Return `file` as WeasyPrint attaches it, dated like the report and not by the clock."""
    midnight = datetime.combine(file.dated, time())
    return Attachment(
        file_obj=BytesIO(file.content),
        name=file.name,
        description=file.description,
        relationship=file.relationship,
        created=midnight,
        modified=midnight,
    )


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


def finish(_document: Document, pdf: PDF, page: SpokenPage) -> None:
    """Add what WeasyPrint does not write beside PDF/A, so that the file is PDF/UA-1 as well."""
    mend_tags(pdf, page)
    label_pages(pdf)
    list_attachments_once(pdf)
    claim_pdf_ua(pdf)
