"""Items: what respondents are asked, in which instrument and on which scale."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from flows.programme.languages import Bilingual
from flows.programme.places import NOWHERE, Place


class ItemKind(StrEnum):
    """What an answer to the item is."""

    SCALE = "scale"  # one label of a scale with values
    CHOICE = "choice"  # one label of a scale without values
    CHOICES = "choices"  # several labels, joined by the survey tool
    NUMBER = "number"
    TEXT = "text"  # free text: counted, quoted only after approval
    KEY = "key"  # what tells the respondent: register key, e-mail or self-made code
    WAVE = "wave"  # before or after
    IGNORED = "ignored"  # a column that is known and deliberately not used


KINDS_WITH_SCALE = (ItemKind.SCALE, ItemKind.CHOICE, ItemKind.CHOICES)
"""The kinds whose answers are labels of a scale."""


class Instrument(StrEnum):
    """The form in which an item is asked."""

    EVALUATION = "evaluation"  # after a session
    SELF_ASSESSMENT = "self_assessment"  # before and after the programme
    REFLECTION = "reflection"  # written reflections


class Wave(StrEnum):
    """When a self-assessment was answered, seen from the programme."""

    BEFORE = "before"
    AFTER = "after"
    RETROSPECTIVE = "retrospective"  # afterwards, about how it was before


class KirkpatrickLevel(IntEnum):
    """Kirkpatrick's four levels of training outcomes."""

    REACTION = 1
    LEARNING = 2
    BEHAVIOUR = 3
    RESULTS = 4


@dataclass(frozen=True, slots=True)
class Item:
    """One question. A column belongs to it whose normalised header is one of its wordings.

    `other_wordings` are wordings that the workbook itself lists as the same question;
    `index_id` names the index that it measures together with others, "" where there is none.
    """

    item_id: str
    wording: Bilingual
    kind: ItemKind
    instrument: Instrument
    scale_id: str = ""
    level: KirkpatrickLevel | None = None
    index_id: str = ""
    other_wordings: tuple[str, ...] = ()
    place: Place = NOWHERE

    @property
    def wordings(self) -> tuple[str, ...]:
        """Every wording by which the item is known, the first one for display."""
        known = (self.wording.sv, self.wording.en, *self.other_wordings)
        return tuple(wording for wording in known if wording)
