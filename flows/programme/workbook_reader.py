"""Reads the programme workbook back to the frozen types, with every fault at its cell."""

from collections.abc import Mapping
from difflib import get_close_matches

from flows.programme.exceptions import WorkbookUnreadableError
from flows.programme.headers import normalise
from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Profile, Programme
from flows.programme.sheets import Sheet
from flows.programme.spellings import settle_spellings
from flows.programme.translations import _
from flows.programme.workbook_checks import check_records
from flows.programme.workbook_layout import SheetLayout
from flows.programme.workbook_rows import WorkbookRow
from flows.programme.workbook_sheets import SHEETS
from flows.programme.workbook_tables import read_rows, read_settings
from flows.programme.workbook_values import (
    read_budget_line,
    read_declaration,
    read_goal,
    read_item,
    read_participant,
    read_profile,
    read_project,
    read_scales,
    read_session,
)

Records = Mapping[str, tuple[WorkbookRow, ...]]
"""The rows of every sheet, by the name of its layout; none where the sheet is missing."""


def read_programme(
    name: str, sheets: tuple[Sheet, ...]
) -> tuple[Programme | None, tuple[Problem, ...]]:
    """Return the programme and every problem in its workbook, sorted by place.

    The programme is None where the project's title, dates or every session is missing:
    then no report can be made. Raises WorkbookUnreadableError where no sheet is known.
    """
    found_sheets, problems = match_sheets(sheets)
    if not found_sheets:
        file = sheets[0].file if sheets else "programme.xlsx"
        raise WorkbookUnreadableError(file=file, reason=_("none of its sheets is known."))
    records: dict[str, tuple[WorkbookRow, ...]] = {layout.name: () for layout in SHEETS}
    for layout, sheet in found_sheets:
        records[layout.name], found = read_records(sheet, layout)
        problems += found
        if layout.name == "participants" and not (records[layout.name] or found):
            problems.append(problem("register-empty", sheet.place()))
    records = settle_spellings(records)
    programme = make_programme(name, records)
    check_records(records)
    problems += [found for rows in records.values() for row in rows for found in row.problems]
    return programme, tuple(sorted(set(problems)))


def match_sheets(
    sheets: tuple[Sheet, ...],
) -> tuple[list[tuple[SheetLayout, Sheet]], list[Problem]]:
    """Return each known sheet with its layout, and which sheets are missing or not known."""
    layouts = {
        normalise(layout.title.in_language(language)): layout
        for layout in SHEETS
        for language in Language
    }
    titles = titles_in_language_of(sheets)
    known = {layouts[key].name for key in map(key_of, sheets) if key in layouts}
    unused = [title for name, title in titles.items() if name not in known]
    found: dict[str, tuple[SheetLayout, Sheet]] = {}
    problems = []
    for sheet in sheets:
        layout = layouts.get(key_of(sheet))
        if layout is None:
            if sheet.rows:
                problems.append(report_unknown(sheet, unused))
        elif layout.name in found:
            first = found[layout.name][1].name
            problems.append(problem("workbook-sheet-twice", sheet.place(), first=first))
        else:
            found[layout.name] = (layout, sheet)
    problems += [
        problem("workbook-sheet-missing", Place(sheets[0].file), sheet=titles[layout.name])
        for layout in SHEETS
        if found and layout.name not in found and not layout.is_optional
    ]
    return list(found.values()), problems


def key_of(sheet: Sheet) -> str:
    """Return the sheet's name as sheets are looked up."""
    return normalise(sheet.name)


def report_unknown(sheet: Sheet, unused: list[str]) -> Problem:
    """Return that the sheet is not known; it may be the nearest of the `unused` titles."""
    nearest = get_close_matches(sheet.name, unused, 1, cutoff=0.0)
    if not nearest:
        return problem("workbook-sheet-extra", sheet.place())
    return problem("workbook-sheet-unknown", sheet.place(), nearest=nearest[0])


def titles_in_language_of(sheets: tuple[Sheet, ...]) -> dict[str, str]:
    """Return every layout's title, in the language in which most of the sheets are named."""
    names = {normalise(sheet.name) for sheet in sheets}

    def matches(language: Language) -> int:
        return sum(normalise(layout.title.in_language(language)) in names for layout in SHEETS)

    language = max(Language, key=matches)
    return {layout.name: layout.title.in_language(language) for layout in SHEETS}


def read_records(
    sheet: Sheet, layout: SheetLayout
) -> tuple[tuple[WorkbookRow, ...], tuple[Problem, ...]]:
    """Return the records of one sheet; a settings sheet is one record."""
    if not layout.is_settings:
        return read_rows(sheet, layout)
    record, problems = read_settings(sheet, layout)
    return (record,), problems


def make_programme(name: str, records: Records) -> Programme | None:
    """Return the programme that the records make, or None where too little is filled in."""
    project = next(map(read_project, records["project"]), None)
    sessions = tuple(filter(None, map(read_session, records["sessions"])))
    participants = tuple(filter(None, map(read_participant, records["participants"])))
    items = tuple(filter(None, map(read_item, records["items"])))
    scales = read_scales(records["scales"])
    declarations = tuple(filter(None, map(read_declaration, records["exports"])))
    goals = tuple(filter(None, map(read_goal, records["goals"])))
    budget = tuple(filter(None, map(read_budget_line, records["economy"])))
    profile = next(map(read_profile, records["profile"]), Profile())
    if project is None or not sessions:
        return None
    return Programme(
        name=name,
        project=project,
        sessions=tuple(sorted(sessions, key=lambda session: (session.number, session.place))),
        participants=participants,
        items=items,
        scales=scales,
        declarations=declarations,
        goals=goals,
        budget=budget,
        profile=profile,
        words=tuple(row.bilingual_text("word") for row in records["words"]),
    )
