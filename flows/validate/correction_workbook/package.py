"""A workbook as the package of parts that it is: XML files that point to each other."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from flows.ingest.file_kinds import BROKEN_ARCHIVE
from flows.programme.packing import pack
from flows.programme.strict_xlsx import is_strict, make_transitional
from flows.validate.correction_workbook.uneditable import UneditableError
from flows.validate.correction_workbook.xml_elements import (
    Element,
    append_to,
    escape_text,
    need_element,
    read_elements,
    splice,
)

CONTENT_TYPES = "[Content_Types].xml"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
XML = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Relation:
    """One pointer from a part to another, with the other's name in the package."""

    relation_id: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a workbook, each with its name, in the order in which they are packed."""

    parts: tuple[tuple[str, bytes], ...]

    def part(self, name: str) -> bytes:
        """Return a part. Raises UneditableError where there is none of that name."""
        for own_name, content in self.parts:
            if own_name == name:
                return content
        raise UneditableError

    def has(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return any(own_name == name for own_name, _content in self.parts)

    def put(self, name: str, content: bytes) -> "Package":
        """Return the package with `content` in the place of the part, or behind all others."""
        if not self.has(name):
            return Package((*self.parts, (name, content)))
        return Package(tuple((one, content if one == name else old) for one, old in self.parts))

    def drop(self, name: str) -> "Package":
        """Return the package without the part."""
        return Package(tuple(part for part in self.parts if part[0] != name))

    def free_name(self, pattern: str) -> str:
        """Return the first name that `pattern`, with a {number} from 1, gives no part yet."""
        number = 1
        while self.has(pattern.format(number=number)):
            number += 1
        return pattern.format(number=number)


def open_package(content: bytes) -> Package:
    """Return the parts of a workbook's file; a strict one under the usual namespaces.

    Raises UneditableError where it is no archive, or holds two parts of one name.
    """
    try:
        opened = BytesIO(content)
        if is_strict(opened):
            opened = make_transitional(opened)
        with ZipFile(opened) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            parts = tuple((name, archive.read(name)) for name in names)
    except (*BROKEN_ARCHIVE, KeyError) as error:
        raise UneditableError from error
    if len(set(names)) < len(names):
        raise UneditableError
    return Package(parts)


def pack_package(package: Package) -> bytes:
    """Return the package as a file; the same parts give the same bytes."""
    return pack(package.parts)


def relations_name(part: str) -> str:
    """Return the name of the part that holds the relations of `part`; "" is the package's own."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations_of(package: Package, part: str) -> tuple[Relation, ...]:
    """Return what `part` points to inside the package."""
    name = relations_name(part)
    return tuple(read_relations(package.part(name), part)) if package.has(name) else ()


def read_relations(xml: bytes, part: str) -> Iterator[Relation]:
    """Yield the relations in `xml`, which are those of `part`."""
    for element in read_elements(xml):
        if element.name == "Relationship" and element.attribute("TargetMode") != "External":
            target = posixpath.join("/", posixpath.dirname(part), element.attribute("Target"))
            kind = element.attribute("Type").rpartition("/")[2]
            yield Relation(element.attribute("Id"), kind, posixpath.normpath(target).lstrip("/"))


def target_of(package: Package, part: str, kind: str) -> str:
    """Return the name of the first part of a kind that `part` points to, or ""."""
    return next((one.target for one in relations_of(package, part) if one.kind == kind), "")


def add_relation(package: Package, part: str, kind: str, target: str) -> tuple[Package, str]:
    """Return the package where `part` points to `target`, and the pointer's id."""
    name = relations_name(part)
    xml = package.part(name) if package.has(name) else empty_part("Relationships", RELATIONS)
    elements = read_elements(xml)
    taken = {element.attribute("Id") for element in elements}
    relation_id = next(
        one for n in range(len(taken) + 1) if (one := f"slutrapport{n}") not in taken
    )
    kind_name = f"{DOCUMENT}/{kind}"
    child = (
        f'<Relationship xmlns="{RELATIONS}" Id="{relation_id}" Type="{kind_name}" '
        f'Target="/{escape_text(target)}"/>'
    )
    root = need_element(elements, "Relationships")
    return package.put(name, splice(xml, [append_to(xml, root, child.encode())])), relation_id


def drop_relation(package: Package, part: str, target: str) -> Package:
    """Return the package where `part` no longer points to `target`."""
    name = relations_name(part)
    xml = package.part(name)
    wanted = {one.relation_id for one in relations_of(package, part) if one.target == target}
    return package.put(
        name, remove_elements(xml, lambda element: element.attribute("Id") in wanted)
    )


def remove_elements(xml: bytes, is_unwanted: Callable[[Element], bool]) -> bytes:
    """Return the part without the elements that `is_unwanted` names."""
    return splice(
        xml, [(one.start, one.end, b"") for one in read_elements(xml) if is_unwanted(one)]
    )


def declare_type(package: Package, part: str, content_type: str) -> Package:
    """Return the package that says what `part` holds."""
    child = (
        f'<Override xmlns="{TYPES}" PartName="/{escape_text(part)}" ContentType="{content_type}"/>'
    )
    return append_type(package, child)


def declare_ending(package: Package, ending: str, content_type: str) -> Package:
    """Return the package that says what parts with `ending` hold, unless it does already."""
    declared = {
        element.attribute("Extension").casefold()
        for element in read_elements(package.part(CONTENT_TYPES))
        if element.name == "Default"
    }
    if ending in declared:
        return package
    child = f'<Default xmlns="{TYPES}" Extension="{ending}" ContentType="{content_type}"/>'
    return append_type(package, child)


def append_type(package: Package, child: str) -> Package:
    """Return the package with one more line in its list of contents."""
    xml = package.part(CONTENT_TYPES)
    root = need_element(read_elements(xml), "Types")
    return package.put(CONTENT_TYPES, splice(xml, [append_to(xml, root, child.encode())]))


def undeclare(package: Package, part: str) -> Package:
    """Return the package that no longer says what `part` holds."""
    xml = package.part(CONTENT_TYPES)
    return package.put(
        CONTENT_TYPES,
        remove_elements(xml, lambda element: element.attribute("PartName") == f"/{part}"),
    )


def empty_part(root: str, namespace: str) -> bytes:
    """Return a part with nothing in its root."""
    return XML + f'<{root} xmlns="{namespace}"/>'.encode()
