"""changes.<language>.xlsx: what was changed in corrected files, for the coordinator alone.

It quotes cells as they were and are. The report only counts them.
"""

from collections.abc import Iterable, Iterator

from flows.ingest.corrections import ChangeKind
from flows.ingest.exports import Source
from flows.programme.languages import Language
from flows.programme.sheets import CellValue
from flows.programme.translations import _, translate
from flows.submit.documents import Document

KINDS = {
    ChangeKind.CELL: _("cell changed"),
    ChangeKind.ROW_REMOVED: _("row removed"),
    ChangeKind.ROW_ADDED: _("row added"),
}
HEADERS = (
    (_("File"), 40),
    (_("Is read instead of"), 40),
    (_("Sheet"), 18),
    (_("Cell"), 10),
    (_("What was done"), 18),
    (_("Before"), 30),
    (_("After"), 30),
    (_("Saved (UTC)"), 18),
)


def make_change_log(sources: Iterable[Source], language: Language) -> Document:
    """Return the log of all changes in `sources`, the corrected ones, in order of place.

    When something was done is when the file says that it was saved; no clock is asked.
    """
    from flows.programme.xlsx_writer import (  # noqa: PLC0415  # most runs have no corrections
        ColumnDrawing,
        SheetDrawing,
        make_xlsx,
    )

    columns = tuple(
        ColumnDrawing(translate(header, language), width=width) for header, width in HEADERS
    )
    lead = _("What was changed in corrected files. It may quote people; the report only counts it.")
    sheet = SheetDrawing(
        translate(_("Changes"), language),
        translate(_("Changes"), language),
        translate(lead, language),
        columns,
        tuple(row for source in sources for row in list_rows(source, language)),
    )
    return Document(f"changes.{language}.xlsx", make_xlsx((sheet,)))


def list_rows(source: Source, language: Language) -> Iterator[tuple[CellValue, ...]]:
    """Yield a row for each change in a corrected file."""
    correction = source.corrects
    for change in correction.changes if correction else ():
        place = change.place
        yield (
            source.file,
            correction.file if correction else None,
            place.sheet,
            place.cell if place.column else str(place.row),
            translate(KINDS[change.kind], language),
            change.before,
            change.after,
            correction.saved_at if correction else None,
        )
