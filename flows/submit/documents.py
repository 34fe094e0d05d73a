"""Documents: the files of a run, still in memory."""

import json
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Document:
    """One file of a run folder: its name, perhaps in a folder of its own, and its bytes."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The hash of the content, in hex."""
        return sha256(self.content).hexdigest()


def text_document(name: str, text: str) -> Document:
    """Return `text` as a file in UTF-8 with Unix line ends."""
    return Document(name, text.encode())


def json_document(name: str, value: object) -> Document:
    """Return `value` as JSON that people can read: indented, letters as they are."""
    return text_document(name, json.dumps(value, ensure_ascii=False, indent=2) + "\n")
