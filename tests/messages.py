"""The messages that people read: marked in code and templates, translated in catalogues."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

METHODS = [("flows/**.py", "python"), ("templates/**.html", "jinja2.ext:babel_extract")]
JINJA = {"templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true"}}
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
NAMED_PLACE = re.compile(r"\{(\w*)\}|%\((\w+)\)s")
SWEDISH_LETTERS = re.compile("[åäöÅÄÖ]")


@dataclass(frozen=True, slots=True)
class Translation:
    """One message in a catalogue file, in English and in the file's language."""

    file: str
    message: str
    text: str
    is_fuzzy: bool


def find_messages(root: Path) -> dict[str, str]:
    """Return every message marked under `root`, each with a file and line where it stands."""
    found = extract_from_dir(root, METHODS, JINJA, keywords=KEYWORDS)
    return {
        form: f"{file}:{line}"
        for file, line, message, _, _ in found
        for form in ([message] if isinstance(message, str) else message)
        if form
    }


def read_catalogues(folder: Path) -> tuple[Translation, ...]:
    """Return what stands in the catalogue files of `folder`, without their headers."""
    return tuple(
        Translation(path.name, str(message.id), str(message.string), message.fuzzy)
        for path in sorted(folder.glob("*.po"))
        for message in read_catalogue(path)
        if message.id
    )


def read_catalogue(path: Path) -> Catalog:
    """Return the catalogue file at `path`."""
    with path.open("rb") as file:
        return read_po(file)


def named_places(text: str) -> set[str]:
    """Return the names of the places in `text` that are filled with values."""
    return {"".join(names) for names in NAMED_PLACE.findall(text)}


def find_swedish(source: str) -> Iterator[str]:
    """Yield the Swedish in `source` that is neither a docstring nor a marked English message."""
    tree = ast.parse(source)
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "_":
            skipped |= {id(argument) for argument in node.args}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in skipped:
            text = node.value if isinstance(node.value, str) else ""
            if SWEDISH_LETTERS.search(text):
                yield text
