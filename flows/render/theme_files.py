"""The files of a theme: its fonts and pictures, put into its style sheet.

A page then needs no file but itself, on paper and on screen, and a font is as much a part of it
as its words are. What is no file of the theme's own folder stops the report.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path

from flows.programme.exceptions import ThemeFileError, ThemeFontError

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
ADDRESS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s"']*))\s*\)""")
IMPORT = re.compile(r"""@import\s+["']([^"']*)""")
FACE = re.compile(r"""@font-face\s*\{[^}]*?font-family\s*:\s*["']?([^"';}]+)""")

TYPES = {
    ".ttf": ("font/ttf", b"\x00\x01\x00\x00"),
    ".otf": ("font/otf", b"OTTO"),
    ".woff": ("font/woff", b"wOFF"),
    ".woff2": ("font/woff2", b"wOF2"),
    ".svg": ("image/svg+xml", b"<"),
}
"""What may stand in a theme, by its ending: the media type, and how such a file begins.

Pictures of dots are not among them, since PDF/A forbids how they are smoothed.
"""


def embed_files(theme: str, stylesheet: Path) -> str:
    """Return a theme's style sheet with its fonts and pictures inside; "" where there is none.

    Raises ThemeFileError where an address leads to anything but these in the theme's folder.
    """
    if not stylesheet.is_file():
        return ""
    css = COMMENT.sub("", stylesheet.read_text("utf-8"))
    for address in IMPORT.findall(css):
        raise ThemeFileError(theme=theme, address=address)

    def embed(found: re.Match[str]) -> str:
        address = next((part for part in found.groups() if part), "")
        return found[0] if address.startswith("data:") else embed_file(theme, stylesheet, address)

    return ADDRESS.sub(embed, css)


def embed_file(theme: str, stylesheet: Path, address: str) -> str:
    """Return the file at `address`, as seen from the style sheet, as an address that holds it."""
    folder = stylesheet.parent.parent.resolve()
    path = (stylesheet.parent / address).resolve()
    media_type, beginning = TYPES.get(path.suffix.lower(), ("", b""))
    content = path.read_bytes() if path.is_relative_to(folder) and path.is_file() else b""
    if not media_type or not content.startswith(beginning):
        raise ThemeFileError(theme=theme, address=address)
    return f"url(data:{media_type};base64,{b64encode(content).decode()})"


def check_families(theme: str, fonts: Iterable[tuple[str, str]], *stylesheets: Path) -> None:
    """See that each of `fonts`, the variables of type, begins with a family that is at hand.

    The `stylesheets` bring them. Raises ThemeFontError where one is not: the machine's own
    would be taken, and another machine's report would be another.
    """
    at_hand = [
        family.strip()
        for stylesheet in stylesheets
        if stylesheet.is_file()
        for family in FACE.findall(COMMENT.sub("", stylesheet.read_text("utf-8")))
    ]
    for variable, families in fonts:
        first = families.partition(",")[0].strip().strip("\"'")
        if first not in at_hand:
            raise ThemeFontError(
                theme=theme,
                variable=variable,
                family=first,
                known=", ".join(dict.fromkeys(at_hand)),
            )
