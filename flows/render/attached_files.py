"""The files that a PDF carries inside it: what it was made from, for whoever opens it in years."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Relationship(StrEnum):
    """What an attached file is to the report, in the words of PDF/A-3."""

    DATA = "Data"  # the report's figures
    SUPPLEMENT = "Supplement"  # how it was made


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """One file inside a PDF; viewers list it with its name and `description`."""

    name: str
    content: bytes
    description: str
    relationship: Relationship
    dated: date
