"""Reads and writes what a person decided: small workbooks, each for one kind of decision."""

import re
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path, PurePosixPath

from flows.programme.coding_layouts import (
    CODING_FILE,
    CODING_LAYOUTS,
    read_coded_row,
    read_theme,
)
from flows.programme.decisions import (
    Acknowledgement,
    ApprovedQuote,
    CodedRow,
    Decisions,
    MatchDecision,
    Theme,
    WordingDecision,
)
from flows.programme.headers import normalise
from flows.programme.languages import Bilingual, Language
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.proposal_layouts import PEOPLE, WORDINGS, read_answer, write_answer
from flows.programme.sheets import CellValue, Sheet, text_of
from flows.programme.translations import _
from flows.programme.vocabularies import YES_NO, YesNo, word_for
from flows.programme.workbook_layout import CellForm, Column, SheetLayout
from flows.programme.workbook_records import SheetRows
from flows.programme.workbook_rows import WorkbookRow
from flows.programme.workbook_tables import read_rows

SECOND_WORD = "second_word"

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
        Column(
            SECOND_WORD,
            Bilingual("Även om någon pekas ut?", "Even if it names somebody?"),
            _("yes: a second person approves a quote with a name, a workplace or a number in it."),
            vocabulary=YES_NO,
            width=28,
        ),
        Column(
            "comment_id",
            Bilingual("Kommentarens id", "Comment id"),
            _(
                "Needed for a part of an answer: its id in decisions/themes.xlsx. If the answer "
                "is changed, the approval no longer holds."
            ),
            form=CellForm.WORDS,
            width=34,
        ),
    ),
    is_found_by_one_title=True,
)
TYPED_LAYOUTS = (ACKNOWLEDGED, QUOTES)
"""The kinds that a person types; the others are proposed, and come with what is to be decided."""
LAYOUTS = (WORDINGS, PEOPLE, *TYPED_LAYOUTS)
LAYOUTS_BY_FILE = {**{layout.name: (layout,) for layout in LAYOUTS}, CODING_FILE: CODING_LAYOUTS}
"""The sheets of each kind of file, by how its name begins."""

REQUIRED_CELL_EMPTY = "workbook-cell-empty"


def read_decisions(sheets: tuple[Sheet, ...]) -> tuple[Decisions, tuple[Problem, ...]]:
    """Return the decisions in the sheets of decisions/, and what is wrong with them."""
    wordings: list[WordingDecision] = []
    matches: list[MatchDecision] = []
    acknowledgements: list[Acknowledgement] = []
    quotes: list[ApprovedQuote] = []
    themes: list[Theme] = []
    coded_rows: list[CodedRow] = []
    readers: dict[str, Callable[[WorkbookRow], None]] = {
        "wording": lambda row: wordings.extend(read_wording(row)),
        "people": lambda row: matches.extend(read_match(row)),
        "acknowledged": lambda row: acknowledgements.extend(read_acknowledgement(row)),
        "quotes": lambda row: quotes.extend(read_quote(row)),
        "themes": lambda row: themes.extend(read_theme(row)),
        "comments": lambda row: coded_rows.append(read_coded_row(row)),
    }
    problems: list[Problem] = []
    for sheet in sheets:
        layouts = layouts_of(sheet.file)
        if not layouts:
            problems.append(problem("decision-file-unknown", Place(sheet.file)))
            continue
        if not sheet.rows:
            continue
        layout = choose_layout(sheet, layouts)
        if layout is None:
            problems.append(problem("decision-sheet-extra", sheet.place()))
            continue
        rows, found = read_rows(sheet, layout)
        for row in rows:
            readers[layout.name](row)
        problems += [
            *found,
            *(as_decision(row_problem) for row in rows for row_problem in row.problems),
        ]
    decisions = Decisions(
        tuple(wordings),
        tuple(acknowledgements),
        tuple(quotes),
        tuple(matches),
        tuple(themes),
        tuple(coded_rows),
    )
    return decisions, tuple(sorted(set(problems)))


def layouts_of(file: str) -> tuple[SheetLayout, ...]:
    """Return the sheets of the kind of decisions that `file` holds, () for another file.

    Its name begins with the kind. What is proposed later comes in a file of its own:
    wording.xlsx, wording-2.xlsx ...
    """
    stem = PurePosixPath(file).stem
    named = (kind for kind in LAYOUTS_BY_FILE if re.fullmatch(rf"{kind}(\W.*)?", stem))
    return LAYOUTS_BY_FILE.get(next(named, ""), ())


def choose_layout(sheet: Sheet, layouts: tuple[SheetLayout, ...]) -> SheetLayout | None:
    """Return the layout of `sheet`: of several the one that it is named after, if any."""
    if len(layouts) == 1:
        return layouts[0]
    name = normalise(sheet.name)
    named = (
        layout
        for layout in layouts
        if name in {normalise(layout.title.in_language(language)) for language in Language}
    )
    return next(named, None)


def next_file(kind: str, files: Iterable[str]) -> str:
    """Return the name of the next file with decisions of this kind beside those in `files`."""
    taken = {PurePosixPath(file).stem for file in files}
    numbered = (f"{kind}-{number}" for number in count(2))
    stem = kind if kind not in taken else next(n for n in numbered if n not in taken)
    return f"{stem}.xlsx"


def as_decision(found: Problem) -> Problem:
    """Return the problem as one of a decision: an incomplete decision only has no effect."""
    code = "decision-cell-empty" if found.code == REQUIRED_CELL_EMPTY else found.code
    return Problem(found.place, code, found.parameters)


def read_wording(row: WorkbookRow) -> list[WordingDecision]:
    """Return the decision about a changed wording, if it is complete."""
    wording, item_id = row.text("wording"), row.text("item_id")
    is_same = read_answer(row)
    return [WordingDecision(wording, item_id, row.place, is_same)] if wording and item_id else []


def read_match(row: WorkbookRow) -> list[MatchDecision]:
    """Return the decision about whom a spelling means, if it is complete."""
    written, meant = row.text("written"), row.text("meant")
    is_same = read_answer(row)
    return [MatchDecision(written, meant, row.place, is_same)] if written and meant else []


def read_acknowledgement(row: WorkbookRow) -> list[Acknowledgement]:
    """Return the acknowledged problem, if its code is there."""
    code, file, sheet, cell, reason = (row.text(column.name) for column in ACKNOWLEDGED.columns)
    return [Acknowledgement(code, file, sheet, cell, reason, row.place)] if code else []


def read_quote(row: WorkbookRow) -> list[ApprovedQuote]:
    """Return the approved quote letter by letter, if there is one."""
    text = text_of(row.value("text")).strip()
    has_second_word = row.member(SECOND_WORD, YesNo) is YesNo.YES
    comment_id = row.text("comment_id")
    quote = ApprovedQuote(text, row.place_of("text"), has_second_word, comment_id)
    return [quote] if text else []


def write_decision_files(
    folder: Path,
    decisions: Decisions,
    language: Language,
    layouts: tuple[SheetLayout, ...] = LAYOUTS,
) -> None:
    """Write a workbook for each kind of decision into `folder`, with a header even when empty.

    One that is there already stays. The coding workbook is not among them: it is made when
    there is something to code.
    """
    rows: dict[str, SheetRows] = {
        "wording": tuple(list_wording(row, language) for row in decisions.wordings),
        "people": tuple(list_match(row, language) for row in decisions.matches),
        "acknowledged": tuple(
            tuple(value or None for value in (row.code, row.file, row.sheet, row.cell, row.reason))
            for row in decisions.acknowledgements
        ),
        "quotes": tuple(
            (
                row.text,
                word_for(YES_NO, YesNo.YES, language) if row.has_second_word else None,
                row.comment_id or None,
            )
            for row in decisions.quotes
        ),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for layout in layouts:
        path = folder / f"{layout.name}.xlsx"
        if not path.exists():
            path.write_bytes(make_decision_workbook(layout, rows[layout.name], language))


def list_wording(decision: WordingDecision, language: Language) -> tuple[CellValue, ...]:
    """Return the cells of a decision about a changed wording, without what helps to decide."""
    answer = write_answer(decision.is_same, language)
    return (decision.wording, None, answer, decision.item_id, *[None] * 4)


def list_match(decision: MatchDecision, language: Language) -> tuple[CellValue, ...]:
    """Return the cells of a decision about a person, without what helps to decide."""
    answer = write_answer(decision.is_same, language)
    return (decision.written, None, answer, decision.meant, None, None)


def make_decision_workbook(layout: SheetLayout, rows: SheetRows, language: Language) -> bytes:
    """Return the workbook with one kind of decision, its titles and lists in `language`."""
    from flows.programme.decision_drawings import (  # noqa: PLC0415  # `check` seldom writes
        draw_decisions,
    )
    from flows.programme.xlsx_writer import make_xlsx  # noqa: PLC0415  # the same

    return make_xlsx((draw_decisions(layout, rows, language),))
