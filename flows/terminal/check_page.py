"""What `check` tells as an HTML page of its own, in both languages."""

from pathlib import Path

from flows.chain.overview import Overview
from flows.programme.languages import Language
from flows.render.html import render_check_page
from flows.submit.documents import text_document
from flows.submit.run_folder import write_document
from flows.terminal.check_words import put_into_words

PAGE = "check.html"


def write_check_page(overview: Overview, outputs: Path) -> Path:
    """Write the page beside the programme's runs and return where it is.

    The programme's own language comes first. Raises OutputNotWritableError.
    """
    others = (language for language in Language if language is not overview.language)
    pages = tuple(put_into_words(overview, language) for language in (overview.language, *others))
    page = text_document(PAGE, render_check_page(pages))
    return write_document(outputs / overview.programme, page)
