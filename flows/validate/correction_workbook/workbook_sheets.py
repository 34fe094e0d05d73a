"""The list of sheets in a workbook: new ones in front and behind, old ones gone."""

from collections.abc import Iterable
from dataclasses import dataclass

from flows.validate.correction_workbook.package import (
    DOCUMENT,
    SHEETML,
    Package,
    add_relation,
    declare_type,
    drop_relation,
    relations_of,
    undeclare,
)
from flows.validate.correction_workbook.uneditable import UneditableError
from flows.validate.correction_workbook.xml_elements import (
    Element,
    Splice,
    children_of,
    escape_text,
    need_element,
    read_elements,
    remove_attribute,
    set_attribute,
    splice,
)

LONGEST_NAME = 31


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet as its owner sees it: its name, and the part that holds it."""

    name: str
    part: str


def workbook_part(package: Package) -> str:
    """Return the name of the part that is the workbook itself."""
    for relation in relations_of(package, ""):
        if relation.kind == "officeDocument":
            return relation.target
    raise UneditableError


def list_sheets(package: Package) -> tuple[SheetPart, ...]:
    """Return the worksheets of the workbook in their order."""
    workbook = workbook_part(package)
    targets = {
        one.relation_id: one.target
        for one in relations_of(package, workbook)
        if one.kind == "worksheet"
    }
    return tuple(
        SheetPart(sheet.attribute("name"), targets[relation_of(sheet)])
        for sheet in sheet_elements(package.part(workbook))
        if relation_of(sheet) in targets
    )


def sheet_elements(xml: bytes) -> tuple[Element, ...]:
    """Return the lines of the list of sheets."""
    elements = read_elements(xml)
    return children_of(need_element(elements, "sheets"), elements)


def relation_of(sheet: Element) -> str:
    """Return the id by which the workbook points to the sheet, under whatever prefix."""
    return next((value for name, value in sheet.attributes if name.endswith(":id")), "")


def free_sheet_name(package: Package, wanted: str) -> str:
    """Return `wanted`, with a number behind it where a sheet is called so already."""
    sheets = sheet_elements(package.part(workbook_part(package)))
    taken = {sheet.attribute("name").casefold() for sheet in sheets}
    names = (wanted, *(f"{wanted} {number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name.casefold() not in taken)


def add_sheet(
    package: Package, name: str, content: bytes, *, is_in_front: bool
) -> tuple[Package, str]:
    """Return the package with one more sheet, in front and in sight, or behind and hidden."""
    workbook = workbook_part(package)
    part = package.free_name("xl/worksheets/slutrapport{number}.xml")
    package = declare_type(package.put(part, content), part, f"{SHEETML}.worksheet+xml")
    package, relation_id = add_relation(package, workbook, "worksheet", part)
    xml = package.part(workbook)
    elements = read_elements(xml)
    sheets = need_element(elements, "sheets")
    lines = children_of(sheets, elements)
    if not lines:
        raise UneditableError
    number = max(int(line.attribute("sheetId", "0")) for line in lines) + 1
    hidden = "" if is_in_front else ' state="veryHidden"'
    line = (
        f'<{sheets.prefix}sheet xmlns:r="{DOCUMENT}" name="{escape_text(name)}" '
        f'sheetId="{number}"{hidden} r:id="{relation_id}"/>'
    ).encode()
    where = lines[0].start if is_in_front else sheets.inner_end
    splices: list[Splice] = [(where, where, line)]
    if is_in_front:
        splices += [*move_names(xml, elements, -1, 1), *look_at_first(xml, elements)]
    return package.put(workbook, splice(xml, splices)), part


def move_names(
    xml: bytes, elements: Iterable[Element], from_sheet: int, by: int
) -> Iterable[Splice]:
    """Yield the splices by which names that belong to a sheet still do when sheets move.

    Print areas and filters name their sheet by its number, from 0.
    """
    for element in elements:
        number = element.attribute("localSheetId")
        if element.name == "definedName" and number.isdecimal() and int(number) > from_sheet:
            tag = xml[element.start : element.inner_start]
            moved = set_attribute(tag, "localSheetId", str(int(number) + by))
            yield element.start, element.inner_start, moved


def look_at_first(xml: bytes, elements: Iterable[Element]) -> Iterable[Splice]:
    """Yield the splices by which the workbook opens at its first sheet."""
    for element in elements:
        if element.name == "workbookView":
            tag = xml[element.start : element.inner_start]
            tag = remove_attribute(set_attribute(tag, "activeTab", "0"), "firstSheet")
            yield element.start, element.inner_start, tag


def unselect(package: Package) -> Package:
    """Return the package where no sheet is selected: what is typed goes into all that are."""
    for sheet in list_sheets(package):
        xml = package.part(sheet.part)
        elements = read_elements(xml, lambda name, _attributes: name == "sheetData")
        splices: list[Splice] = [
            (
                view.start,
                view.inner_start,
                remove_attribute(xml[view.start : view.inner_start], "tabSelected"),
            )
            for view in elements
            if view.name == "sheetView" and view.attribute("tabSelected")
        ]
        package = package.put(sheet.part, splice(xml, splices)) if splices else package
    return package


def remove_sheet(package: Package, name: str) -> Package:
    """Return the package without the sheet called `name`."""
    workbook = workbook_part(package)
    xml = package.part(workbook)
    elements = read_elements(xml)
    lines = sheet_elements(xml)
    position = next((n for n, line in enumerate(lines) if line.attribute("name") == name), None)
    part = next((sheet.part for sheet in list_sheets(package) if sheet.name == name), "")
    if position is None or not part:
        return package
    line = lines[position]
    splices: list[Splice] = [(line.start, line.end, b"")]
    splices += move_names(xml, elements, position, -1)
    splices += [
        (one.start, one.end, b"")
        for one in elements
        if one.name == "definedName" and one.attribute("localSheetId") == str(position)
    ]
    package = package.put(workbook, splice(xml, splices))
    return undeclare(drop_relation(package, workbook, part).drop(part), part)
