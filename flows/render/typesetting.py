"""Sets a part of the report in type on pages. The only module that knows WeasyPrint."""

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
from flows.render.parts import Part, SetPart
from flows.render.pdf_finishing.bindable import lead_outside, make_bindable
from flows.render.pdf_finishing.identity import claim_pdf_ua
from flows.render.pdf_finishing.navigation import label_pages, list_attachments_once
from flows.render.pdf_finishing.tags import mend_tags
from flows.render.spoken_page import listen_to
from flows.render.whole_labels import draw_labels_whole

FONTS_STYLESHEET = TEMPLATES / "styles" / "fonts.css"

draw_labels_whole()


class TemplateFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves the files of templates/ and what stands in the page itself, nothing else."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what `url` leads to. Raises ValueError where it leads out of the templates."""
        if not url.startswith(("data:", f"{TEMPLATES.as_uri()}/")) or ".." in url:
            raise ValueError(f"not a file of the templates: {url}")
        return super().fetch(url, headers)


def typeset(part: Part) -> SetPart:
    """Return `part` as a PDF/A-3a that can be bound with others, with the templates' fonts.

    Its attached files are inside it, in the order of their names, as PDF wants it.
    """
    fetcher = TemplateFetcher()
    fonts = FontConfiguration()
    stylesheet = CSS(FONTS_STYLESHEET, font_config=fonts, url_fetcher=fetcher)
    html = lead_outside(part.html)
    page = HTML(string=html, base_url=f"{TEMPLATES.as_uri()}/", url_fetcher=fetcher)
    files = sorted(part.attached, key=lambda file: file.name)
    with no_garbage_collection():
        document = page.render(stylesheets=[stylesheet], font_config=fonts)
        pdf = document.write_pdf(
            pdf_variant="pdf/a-3a" if part.is_read else None,
            attachments=[attach(file) for file in files],
            finisher=partial(finish, part=part) if part.is_read else None,
        )
    return SetPart(pdf, len(document.pages), tuple(find_anchors(document).items()))


def find_anchors(document: Document) -> dict[str, int]:
    """Return the number of the page, counted from 0, on which each anchor first stands."""
    pages: dict[str, int] = {}
    for number, page in enumerate(document.pages):
        for anchor in page.anchors:
            pages.setdefault(anchor, number)
    return pages


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


def finish(_document: Document, pdf: PDF, *, part: Part) -> None:
    """Add what WeasyPrint does not write: all that makes the file PDF/UA-1 as well."""
    make_bindable(pdf, part.number)
    mend_tags(pdf, listen_to(part.html), part.number)
    label_pages(pdf)
    list_attachments_once(pdf)
    claim_pdf_ua(pdf)
