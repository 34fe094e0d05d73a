"""Reads and writes what a person decided: one small workbook for each kind of decision."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from flows.programme.decisions import Acknowledgement, ApprovedQuote, Decisions, WordingDecision
from flows.programme.languages import Bilingual, Language
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.sheets import CellValue, Sheet, text_of
from flows.programme.translations import _, translate
from flows.programme.workbook_layout import Column, SheetLayout
from flows.programme.workbook_rows import WorkbookRow
from flows.programme.workbook_tables import read_rows

WORDINGS = SheetLayout(
    "wording",
    Bilingual("Formuleringar", "Wordings"),
    _("A question whose wording changed: say which item the new wording belongs to."),
    (
        Column(
            "wording",
            Bilingual("Formulering i exporten", "Wording in the export"),
            _("The column's header as it stands in the file."),
            is_required=True,
            width=60,
        ),
        Column(
            "item_id",
            Bilingual("Fråge-id", "Item id"),
            _("The item's id in the programme workbook."),
            _("benefit"),
            is_required=True,
        ),
    ),
)
ACKNOWLEDGED = SheetLayout(
    "acknowledged",
    Bilingual("Godtagna problem", "Acknowledged problems"),
    _("Problems that you have read and let stand. Empty cells match everything."),
    (
        Column(
            "code",
            Bilingual("Kod", "Code"),
            _("The problem's code in the problem list."),
            "answer-off-scale",
            is_required=True,
            width=28,
        ),
        Column("file", Bilingual("Fil", "File"), _("The file's path in the folder."), width=48),
        Column("sheet", Bilingual("Blad", "Sheet"), _("The sheet's name.")),
        Column("cell", Bilingual("Cell", "Cell"), _("The cell, such as F17."), width=12),
        Column("reason", Bilingual("Skäl", "Reason"), _("Why it may stand."), width=60),
    ),
)
QUOTES = SheetLayout(
    "quotes",
    Bilingual("Godkända citat", "Approved quotes"),
    _("Words of respondents that you approve for printing, letter by letter."),
    (
        Column(
            "text",
            Bilingual("Citat", "Quote"),
            _("The whole answer or a part of it, copied from the export."),
            is_required=True,
            width=100,
        ),
    ),
)
LAYOUTS = (WORDINGS, ACKNOWLEDGED, QUOTES)

REQUIRED_CELL_EMPTY = "workbook-cell-empty"


def read_decisions(sheets: tuple[Sheet, ...]) -> tuple[Decisions, tuple[Problem, ...]]:
    """Return the decisions in the sheets of decisions/, and what is wrong with them."""
    wordings: list[WordingDecision] = []
    acknowledgements: list[Acknowledgement] = []
    quotes: list[ApprovedQuote] = []
    readers: dict[str, Callable[[WorkbookRow], None]] = {
        "wording": lambda row: wordings.extend(read_wording(row)),
        "acknowledged": lambda row: acknowledgements.extend(read_acknowledgement(row)),
        "quotes": lambda row: quotes.extend(read_quote(row)),
    }
    layouts = {layout.name: layout for layout in LAYOUTS}
    problems: list[Problem] = []
    for sheet in sheets:
        name = PurePosixPath(sheet.file).stem
        if name not in layouts:
            problems.append(problem("decision-file-unknown", Place(sheet.file)))
            continue
        if not sheet.rows:
            continue
        rows, found = read_rows(sheet, layouts[name])
        for row in rows:
            readers[name](row)
        problems += [
            *found,
            *(as_decision(row_problem) for row in rows for row_problem in row.problems),
        ]
    decisions = Decisions(tuple(wordings), tuple(acknowledgements), tuple(quotes))
    return decisions, tuple(sorted(set(problems)))


def as_decision(found: Problem) -> Problem:
    """Return the problem as one of a decision: an incomplete decision only has no effect."""
    code = "decision-cell-empty" if found.code == REQUIRED_CELL_EMPTY else found.code
    return Problem(found.place, code, found.parameters)


def read_wording(row: WorkbookRow) -> list[WordingDecision]:
    """Return the decision about a changed wording, if it is complete."""
    wording, item_id = row.text("wording"), row.text("item_id")
    return [WordingDecision(wording, item_id, row.place)] if wording and item_id else []


def read_acknowledgement(row: WorkbookRow) -> list[Acknowledgement]:
    """Return the acknowledged problem, if its code is there."""
    code, file, sheet, cell, reason = (row.text(column.name) for column in ACKNOWLEDGED.columns)
    return [Acknowledgement(code, file, sheet, cell, reason, row.place)] if code else []


def read_quote(row: WorkbookRow) -> list[ApprovedQuote]:
    """Return the approved quote letter by letter, if there is one."""
    text = text_of(row.value("text")).strip()
    return [ApprovedQuote(text, row.place_of("text"))] if text else []


def write_decision_files(folder: Path, decisions: Decisions, language: Language) -> None:
    """Write the three workbooks of decisions into `folder`, with a header even when empty."""
    rows: dict[str, tuple[tuple[CellValue, ...], ...]] = {
        "wording": tuple((row.wording, row.item_id) for row in decisions.wordings),
        "acknowledged": tuple(
            tuple(value or None for value in (row.code, row.file, row.sheet, row.cell, row.reason))
            for row in decisions.acknowledgements
        ),
        "quotes": tuple((row.text,) for row in decisions.quotes),
    }
    from flows.programme.xlsx_writer import (  # noqa: PLC0415  # `check` reads and never writes
        ColumnDrawing,
        SheetDrawing,
        write_xlsx,
    )

    folder.mkdir(parents=True, exist_ok=True)
    for layout in LAYOUTS:
        drawing = SheetDrawing(
            name=layout.title.in_language(language),
            title=layout.title.in_language(language),
            lead=translate(layout.help, language),
            columns=tuple(
                ColumnDrawing(
                    column.title.in_language(language),
                    translate(column.help, language),
                    column.width,
                )
                for column in layout.columns
            ),
            rows=rows[layout.name],
        )
        write_xlsx(folder / f"{layout.name}.xlsx", (drawing,))
