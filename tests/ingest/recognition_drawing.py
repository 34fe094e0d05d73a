"""Drawn sheets and what they are recognised as, in a programme of three sessions."""

from dataclasses import replace
from datetime import date

from flows.ingest.exports import ColumnRole, Export, Source
from flows.ingest.reading import ReadFile
from flows.ingest.recognition import recognise
from flows.programme.items import Instrument, Item, ItemKind
from flows.programme.languages import Bilingual
from flows.programme.programme import (
    ExportDeclaration,
    Profile,
    Programme,
    Project,
    Session,
)
from flows.programme.sheets import Sheet
from tests.drawing import draw_sheet

BENEFIT = Item("benefit", Bilingual("Jag har nytta av det"), ItemKind.SCALE, Instrument.EVALUATION)
FILE = "exports/a.xlsx"


def make_programme(*declarations: ExportDeclaration) -> Programme:
    """Return a programme that asks one item, with sessions on 20 January, February and March.

    Politicians are invited to the first session.
    """
    project = Project(
        Bilingual("P"), "1", "V", "K", (), 0, 0, date(2016, 1, 1), date(2016, 12, 31), Bilingual("")
    )
    sessions = (
        Session(1, date(2016, 1, 20), Bilingual("Behov"), ("Politiker",)),
        Session(2, date(2016, 2, 20), Bilingual("Idé")),
        Session(3, date(2016, 3, 20), Bilingual("Test")),
    )
    return Programme("p", project, sessions, (), (BENEFIT,), (), declarations, (), (), Profile())


def recognise_sheets(
    *sheets: Sheet, declarations: tuple[ExportDeclaration, ...] = (), session: int | None = None
) -> tuple[tuple[Export, ...], list[str]]:
    """Return the exports in the sheets of one file, and the codes of its problems."""
    source = Source(sheets[0].file, "0" * 64, 1, session)
    exports, problems = recognise((ReadFile(source, sheets),), make_programme(*declarations))
    return exports, [problem.code for problem in problems]


def recognise_drawing(
    drawing: str,
    *declarations: ExportDeclaration,
    merged: tuple[str, ...] = (),
    file: str = FILE,
    session: int | None = None,
) -> tuple[Export | None, list[str]]:
    """Return the one export in the drawn sheet, and the codes of its problems."""
    sheet = replace(draw_sheet(drawing, file=file), merged=merged)
    exports, codes = recognise_sheets(sheet, declarations=declarations, session=session)
    return (exports[0] if exports else None), codes


def roles_of(export: Export) -> list[ColumnRole]:
    """Return the roles of the export's columns, in their order."""
    return [column.role for column in export.columns]


def sessions_of(export: Export) -> list[int | None]:
    """Return the session of each column of the export, in their order."""
    return [column.session for column in export.columns]


def rows_of(export: Export) -> list[int]:
    """Return the numbers in Excel of the rows that are responses."""
    return [response.row for response in export.responses]
