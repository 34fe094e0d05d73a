"""The looks of cells: the owner's own with a fill for what is marked, and those of our sheets."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from flows.validate.correction_workbook.uneditable import UneditableError
from flows.validate.correction_workbook.xml_elements import (
    Element,
    Splice,
    children_of,
    find_element,
    need_element,
    read_elements,
    remove_attribute,
    set_attribute,
    splice,
)

FAULT_FILL, NOTE_FILL = "FFFFC9B5", "FFDCD0F5"
"""Salmon for what is to be corrected, violet for what is to be known; dark text reads on both.

Yellow is the colour that people mark their own cells with.
"""

DARK = '<color rgb="FF1D2429"/>'


class Look(Enum):
    """How a cell of our own sheets looks: the XML of its font, fill, border and alignment."""

    TITLE = ('<b/><sz val="16"/><color rgb="FF1F5673"/><name val="Calibri"/>', "", "")
    LEAD = ('<sz val="11"/><color rgb="FF44546A"/><name val="Calibri"/>', "", "wrap")
    SIGN = ('<sz val="8"/><color rgb="FF9AA3A9"/><name val="Calibri"/>', "", "")
    HEADER = ('<b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/>', "FF1F5673", "wrap")
    FAULT = (f'<u/><sz val="11"/>{DARK}<name val="Calibri"/>', FAULT_FILL, "wrap")
    NOTE = (f'<u/><sz val="11"/>{DARK}<name val="Calibri"/>', NOTE_FILL, "wrap")
    PLAIN = (f'<sz val="11"/>{DARK}<name val="Calibri"/>', "", "")
    WORDS = (f'<sz val="11"/>{DARK}<name val="Calibri"/>', "", "wrap")
    TYPED = (f'<sz val="11"/>{DARK}<name val="Calibri"/>', "", "text")
    DAY = (f'<sz val="11"/>{DARK}<name val="Calibri"/>', "", "yyyy\\-mm\\-dd")
    MOMENT = (f'<sz val="11"/>{DARK}<name val="Calibri"/>', "", "yyyy\\-mm\\-dd\\ hh:mm:ss")
    TIME = (f'<sz val="11"/>{DARK}<name val="Calibri"/>', "", "hh:mm:ss")
    DURATION = (f'<sz val="11"/>{DARK}<name val="Calibri"/>', "", "[h]:mm:ss")


@dataclass(frozen=True, slots=True)
class Styles:
    """A workbook's part of styles, and what is to be put last into its groups ("fonts").

    A cell names a style by its number in the group cellXfs.
    """

    xml: bytes
    elements: tuple[Element, ...]
    added: tuple[tuple[str, bytes], ...] = ()

    @property
    def prefix(self) -> str:
        """The prefix of every element, with its colon, or ""."""
        return self.elements[0].prefix

    def group(self, name: str) -> tuple[Element, ...]:
        """Return the members that a group has in the part; none where there is no such group."""
        parent = find_element(self.elements, name)
        return children_of(parent, self.elements) if parent else ()

    def count(self, name: str) -> int:
        """Return how many members a group has, the added ones included."""
        return len(self.group(name)) + sum(group == name for group, _child in self.added)

    def put(self, name: str, child: str) -> tuple["Styles", int]:
        """Return the styles with `child` last in a group, and its number there.

        One that was added already is not added again.
        """
        new = (
            name,
            child.replace("<", f"<{self.prefix}")
            .replace(f"<{self.prefix}/", f"</{self.prefix}")
            .encode(),
        )
        own = [added for added in self.added if added[0] == name]
        if new in own:
            return self, len(self.group(name)) + own.index(new)
        return replace(self, added=(*self.added, new)), self.count(name)


def read_styles(xml: bytes) -> Styles:
    """Return the styles in a part. Raises UneditableError where it has none."""
    styles = Styles(xml, read_elements(xml))
    for group in ("fonts", "fills", "cellXfs"):
        need_element(styles.elements, group)
    return styles


def write_styles(styles: Styles) -> bytes:
    """Return the part with all that was added."""
    additions: dict[str, list[bytes]] = defaultdict(list)
    for name, child in styles.added:
        additions[name].append(child)
    splices: list[Splice] = []
    for name, children in additions.items():
        inside = b"".join(children)
        group = find_element(styles.elements, name)
        count = str(styles.count(name))
        if group is None:  # only number formats may be missing; they come first
            tag = f"{styles.prefix}{name}"
            whole = f'<{tag} count="{count}">'.encode() + inside + f"</{tag}>".encode()
            start = styles.elements[0].inner_start
            splices.append((start, start, whole))
            continue
        tag_bytes = set_attribute(styles.xml[group.start : group.inner_start], "count", count)
        if group.inner_start == group.end:
            closing = f"</{group.tag}>".encode()
            opened = tag_bytes.removesuffix(b"/>") + b">"
            splices.append((group.start, group.end, opened + inside + closing))
        else:
            splices.append((group.start, group.inner_start, tag_bytes))
            splices.append((group.inner_end, group.inner_end, inside))
    return splice(styles.xml, splices)


MINIMAL_STYLES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    b'<fills count="2"><fill><patternFill patternType="none"/></fill>'
    b'<fill><patternFill patternType="gray125"/></fill></fills>'
    b'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    b'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    b'<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    b'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    b"</styleSheet>"
)


def put_fill(styles: Styles, color: str) -> tuple[Styles, int]:
    """Return the styles with a fill of one colour, and its number."""
    return styles.put(
        "fills",
        f'<fill><patternFill patternType="solid"><fgColor rgb="{color}"/>'
        '<bgColor indexed="64"/></patternFill></fill>',
    )


def add_marked_styles(
    styles: Styles, wanted: Iterable[tuple[int, str]]
) -> tuple[Styles, Mapping[tuple[int, str], int]]:
    """Return the styles with a marked one for each pair of a style and a colour, and their numbers.

    A marked style is the owner's in everything but its fill and a dark font: white on a dark
    header would be white on salmon.
    """
    numbers: dict[tuple[int, str], int] = {}
    for base, color in sorted(set(wanted)):
        styles, fill = put_fill(styles, color)
        styles, font = put_dark_font(styles, base)
        xf = style_at(styles, base)
        start_tag = styles.xml[xf.start : xf.inner_start]
        for name, value in (
            ("fillId", fill),
            ("applyFill", 1),
            ("fontId", font),
            ("applyFont", 1),
        ):
            start_tag = set_attribute(start_tag, name, str(value))
        style = start_tag + styles.xml[xf.inner_start : xf.end]
        styles, numbers[base, color] = put_as_it_is(styles, "cellXfs", style)
    return styles, numbers


def put_as_it_is(styles: Styles, name: str, child: bytes) -> tuple[Styles, int]:
    """Return the styles with a member made of the owner's own XML, and its number."""
    return replace(styles, added=(*styles.added, (name, child))), styles.count(name)


def style_at(styles: Styles, number: int) -> Element:
    """Return the element of the style with that number; of one that is not there, the first."""
    all_styles = styles.group("cellXfs")
    if not all_styles:
        raise UneditableError
    return all_styles[number] if number < len(all_styles) else all_styles[0]


def put_dark_font(styles: Styles, base: int) -> tuple[Styles, int]:
    """Return the styles with the font of the style `base` in a dark colour, and its number."""
    fonts = styles.group("fonts")
    number = int(style_at(styles, base).attribute("fontId", "0"))
    if not fonts:
        raise UneditableError
    font = fonts[number if number < len(fonts) else 0]
    parts = children_of(font, styles.elements)
    dark = DARK.replace("<", f"<{font.prefix}").encode()
    before = [styles.xml[one.start : one.end] for one in parts if one.name in BEFORE_COLOR]
    after = [
        styles.xml[one.start : one.end]
        for one in parts
        if one.name not in BEFORE_COLOR and one.name != "color"
    ]
    opened, closed = f"<{font.tag}>".encode(), f"</{font.tag}>".encode()
    return put_as_it_is(styles, "fonts", b"".join((opened, *before, dark, *after, closed)))


BEFORE_COLOR = {
    "b",
    "i",
    "strike",
    "condense",
    "extend",
    "outline",
    "shadow",
    "u",
    "vertAlign",
    "sz",
}
"""What stands before the colour in a font, as Excel orders it."""


def add_looks(styles: Styles, looks: Iterable[Look]) -> tuple[Styles, Mapping[Look, int]]:
    """Return the styles with those of our own sheets, and their numbers."""
    numbers: dict[Look, int] = {}
    for look in looks:
        font, color, form = look.value
        styles, font_number = styles.put("fonts", f"<font>{font}</font>")
        styles, fill_number = put_fill(styles, color) if color else (styles, 0)
        styles, format_number = put_number_format(styles, form)
        wraps = ' wrapText="1"' if form == "wrap" else ""
        quoted = QUOTED if form in ("wrap", "text") else ""
        styles, numbers[look] = styles.put(
            "cellXfs",
            f'<xf numFmtId="{format_number}" fontId="{font_number}" fillId="{fill_number}" '
            'borderId="0" xfId="0" applyFont="1" applyFill="1" applyNumberFormat="1" '
            f'applyAlignment="1"{quoted}><alignment vertical="top"{wraps}/></xf>',
        )
    return styles, numbers


QUOTED = ' quotePrefix="1"'
"""Says that a cell is text, also when somebody types in it: what begins with = stays text."""

FIRST_OWN_FORMAT = 164
TEXT_FORMAT = 49


def put_number_format(styles: Styles, form: str) -> tuple[Styles, int]:
    """Return the styles with the number format `form`, and its number."""
    if form in ("", "wrap"):
        return styles, 0
    if form == "text":
        return styles, TEXT_FORMAT
    own = [int(one.attribute("numFmtId", "0")) for one in styles.group("numFmts")]
    first_free = max([*own, FIRST_OWN_FORMAT - 1]) + 1
    number = first_free + styles.count("numFmts") - len(own)
    child = f'<numFmt numFmtId="{number}" formatCode="{form}"/>'
    return styles.put("numFmts", child)[0], number


def remove_marks(xml: bytes) -> bytes:
    """Return the part of styles where what an earlier round filled is not filled any more."""
    styles = read_styles(xml)
    ours = {
        str(number)
        for number, fill in enumerate(styles.group("fills"))
        if any(mark.encode() in xml[fill.start : fill.end].upper() for mark in MARKS)
    }
    splices: list[Splice] = []
    for xf in styles.group("cellXfs"):
        if xf.attribute("fillId") in ours:
            start_tag = xml[xf.start : xf.inner_start]
            cleared = remove_attribute(set_attribute(start_tag, "fillId", "0"), "applyFill")
            splices.append((xf.start, xf.inner_start, cleared))
    return splice(xml, splices)


MARKS = (FAULT_FILL, NOTE_FILL)
