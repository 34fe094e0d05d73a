"""One correction workbook: the owner's file with marks, comments and a fix list."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from flows.ingest.correction_signs import CorrectionSign, MarkedCell, take_sign
from flows.programme.languages import Language
from flows.programme.problems import Problem
from flows.programme.sheets import Sheet
from flows.programme.translations import _, translate
from flows.validate.correction_workbook.fix_list import (
    HIDDEN_NAME,
    SHEET_NAME,
    write_fix_list,
    write_hidden_sheet,
)
from flows.validate.correction_workbook.notes import LEAD, Note, add_notes, remove_notes
from flows.validate.correction_workbook.package import (
    SHEETML,
    Package,
    add_relation,
    declare_type,
    open_package,
    pack_package,
    target_of,
)
from flows.validate.correction_workbook.remarks import Remark, make_remarks
from flows.validate.correction_workbook.sheet_marks import Position, fill_cells, find_cells
from flows.validate.correction_workbook.styles import (
    FAULT_FILL,
    MINIMAL_STYLES,
    NOTE_FILL,
    Look,
    add_looks,
    add_marked_styles,
    read_styles,
    remove_marks,
    write_styles,
)
from flows.validate.correction_workbook.uneditable import UneditableError
from flows.validate.correction_workbook.values_copy import copy_values, name_sheets
from flows.validate.correction_workbook.workbook_sheets import (
    add_sheet,
    free_sheet_name,
    list_sheets,
    remove_sheet,
    unselect,
    workbook_part,
)

NAMELESS = _("Table")
"""What the sheet of a csv file's table is called."""


@dataclass(frozen=True, slots=True)
class OwnersFile:
    """A file with something to correct: its path and hash, its bytes and all of its sheets.

    `is_package` tells whether it is an xlsx or xlsm file, whatever its ending says.
    """

    file: str
    sha256: str
    content: bytes
    sheets: tuple[Sheet, ...]
    is_package: bool


def make_correction_workbook(
    owners: OwnersFile, problems: Iterable[Problem], language: Language
) -> bytes:
    """Return the correction workbook of a file with `problems`: the same bytes at any time.

    An xlsx or xlsm file is edited in place; of any other, and of one that is not built as the
    format says, the values are copied into a new workbook. A file that is a correction itself
    loses its old marks, and its new workbook corrects the same original in the next round.
    """
    sheets, earlier = take_sign(owners.sheets)
    sign = (
        replace(earlier, round=earlier.round + 1, marked=())
        if earlier
        else CorrectionSign(owners.file, owners.sha256, 1)
    )
    problems = tuple(problems)
    if owners.is_package:
        try:
            package = open_package(owners.content)
            if earlier:
                package = remove_earlier(package, own_sheets(owners.sheets))
            names = {sheet.name: sheet.name for sheet in sheets}
            remarks = make_remarks(problems, sheets, names, language)
            return pack_package(mark(package, remarks, sign, language, is_copy=False))
        except UneditableError:
            pass
    named = name_sheets(sheets, translate(NAMELESS, language))
    names = {old.name: new.name for old, new in zip(sheets, named, strict=True)}
    remarks = make_remarks(problems, sheets, names, language)
    return pack_package(mark(copy_values(named), remarks, sign, language, is_copy=True))


def own_sheets(sheets: tuple[Sheet, ...]) -> frozenset[str]:
    """Return the names of the sheets that an earlier round added."""
    owners, _sign = take_sign(sheets)
    return frozenset(sheet.name for sheet in sheets if sheet not in owners)


def remove_earlier(package: Package, own: Iterable[str]) -> Package:
    """Return the package without the sheets, comments and fills of an earlier round."""
    for name in own:
        package = remove_sheet(package, name)
    for sheet in list_sheets(package):
        package = remove_notes(package, sheet.part)
    package, styles_part = find_styles(package)
    return package.put(styles_part, remove_marks(package.part(styles_part)))


def mark(
    package: Package,
    remarks: tuple[Remark, ...],
    sign: CorrectionSign,
    language: Language,
    *,
    is_copy: bool,
) -> Package:
    """Return the package with every remark at its cell and in the fix list."""
    package, styles_part = find_styles(package)
    at_cells = defaultdict(list)
    for remark in remarks:
        if remark.is_at_cell:
            at_cells[remark.sheet].append(remark)
    parts = {sheet.name: sheet.part for sheet in list_sheets(package)}
    for name, alike in at_cells.items():
        if name in parts:
            package = mark_sheet(package, parts[name], styles_part, alike)
            package = add_notes(package, parts[name], tuple(write_notes(alike, language)))
    styles, looks = add_looks(read_styles(package.part(styles_part)), Look)
    package = unselect(package.put(styles_part, write_styles(styles)))
    marked = {
        MarkedCell(remark.sheet, remark.row, remark.column, remark.before)
        for remark in remarks
        if remark.is_at_cell
    }
    in_order = sorted(marked, key=lambda cell: (cell.sheet, cell.row, cell.column))
    sign = replace(sign, marked=tuple(in_order))
    hidden = write_hidden_sheet(sign, looks)
    fix_list = write_fix_list(remarks, sign, looks, language, is_copy=is_copy)
    for name, content, is_in_front in (
        (HIDDEN_NAME, hidden, False),
        (translate(SHEET_NAME, language), fix_list, True),
    ):
        free = free_sheet_name(package, name)
        package, _part = add_sheet(package, free, content, is_in_front=is_in_front)
    return package


def find_styles(package: Package) -> tuple[Package, str]:
    """Return the package, and the name of its part of styles, made where none is."""
    workbook = workbook_part(package)
    styles = target_of(package, workbook, "styles")
    if styles:
        return package, styles
    styles = package.free_name("xl/slutrapportStyles{number}.xml")
    package, _relation_id = add_relation(package, workbook, "styles", styles)
    package = declare_type(package, styles, f"{SHEETML}.styles+xml")
    return package.put(styles, MINIMAL_STYLES), styles


def mark_sheet(package: Package, part: str, styles_part: str, remarks: Iterable[Remark]) -> Package:
    """Return the package where the cells of `remarks` are filled."""
    colors: dict[Position, str] = {}
    for remark in remarks:  # those to correct come first, and theirs is the colour
        colors.setdefault((remark.row, remark.column), FAULT_FILL if remark.is_fault else NOTE_FILL)
    cells = find_cells(package.part(part), colors)
    wanted = {position: (cells.style_at(position), color) for position, color in colors.items()}
    styles, numbers = add_marked_styles(read_styles(package.part(styles_part)), wanted.values())
    filled = fill_cells(cells, {position: numbers[pair] for position, pair in wanted.items()})
    return package.put(styles_part, write_styles(styles)).put(part, filled)


def write_notes(remarks: Iterable[Remark], language: Language) -> Iterable[Note]:
    """Yield a comment for each cell, with everything that is to be said of it."""
    by_cell: dict[Position, list[str]] = defaultdict(list)
    for remark in remarks:
        by_cell[remark.row, remark.column].append(write_remark(remark, language))
    for (row, column), texts in sorted(by_cell.items()):
        yield Note(row, column, LEAD + "\n\n".join(texts))


def write_remark(remark: Remark, language: Language) -> str:
    """Return what a comment says of one problem: what was found and expected, and the remedy."""
    text = remark.text
    expected = translate(_("Expected: {expected}"), language, expected=text.expected)
    return f"{text.title}\n{text.found}\n{expected}\n→ {text.remedy}"
