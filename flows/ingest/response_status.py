"""Which responses of a plain table are finished, as a column of its tool's own tells."""

from flows.ingest.exports import Column, ColumnRole
from flows.programme.headers import normalise
from flows.programme.sheet_rows import Rows
from flows.programme.sheets import Row, text_of

FINISHED = frozenset(
    (
        "complete",
        "completed",
        "finished",
        "submitted",
        "slutförd",
        "avslutad",
        "besvarad",
        "inskickad",
        "klar",
        "gennemført",
        "afsluttet",
        "besvaret",
        "fullført",
        "besvart",
        "valmis",
        "abgeschlossen",
    )
)
UNFINISHED = frozenset(
    (
        "incomplete",
        "partial",
        "partially completed",
        "partly completed",
        "not completed",
        "in progress",
        "started",
        "ofullständig",
        "delvis besvarad",
        "delvis slutförd",
        "ej slutförd",
        "inte slutförd",
        "ej avslutad",
        "påbörjad",
        "pågår",
        "delvist gennemført",
        "delvis gennemført",
        "delvist besvaret",
        "nogle svar",
        "ikke afsluttet",
        "ikke gennemført",
        "påbegyndt",
        "delvis fullført",
        "ikke fullført",
        "påbegynt",
        "keskeneräinen",
        "unvollständig",
    )
)
"""How tools say in a column of their own that a response is finished, or was only begun."""


def find_status(columns: tuple[Column, ...], rows: Rows) -> int:
    """Return the column that tells which responses are finished and which are not, 0 without."""
    for column in columns:
        if column.role is ColumnRole.TOOL:
            said = {normalise(text_of(value)) for value in rows.column(column.index)} - {""}
            if said and said <= FINISHED | UNFINISHED:
                return column.index
    return 0


def is_unfinished(row: Row, status: int) -> bool:
    """Tell whether the row says that the response was never finished."""
    return bool(status) and normalise(text_of(row.value_at(status))) in UNFINISHED
