"""The report as a PDF that is PDF/A-3a and PDF/UA-1 at once."""

from flows.programme.exceptions import SystemLibraryMissingError
from flows.render.attached_files import AttachedFile


def render_pdf(html: str, attached: tuple[AttachedFile, ...] = ()) -> bytes:
    """Return `html` as PDF: the same bytes for the same text, fonts and libraries.

    The `attached` files are inside it.

    Raises SystemLibraryMissingError where Pango is not installed.
    """
    try:
        from flows.render.typesetting import typeset  # noqa: PLC0415  # fails without Pango
    except OSError as error:
        raise SystemLibraryMissingError from error
    return typeset(html, attached)
