"""What the accounts of rows are called: kinds of exports, forms, links to people, corrections."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from flows.aggregate.indicators import Suppression
from flows.ingest.corrections import ChangeKind
from flows.programme.items import Instrument
from flows.programme.programme import ExportKind
from flows.programme.translations import _
from flows.validate.dataset import Link

Member = TypeVar("Member", bound=StrEnum)

KINDS = {
    ExportKind.SURVEY: _("Surveys"),
    ExportKind.ATTENDANCE: _("Attendance lists"),
    ExportKind.CHANGE_PROJECTS: _("Change projects"),
    ExportKind.COSTS: _("Costs"),
    ExportKind.IGNORED: _("Not used"),
}
"""What is said of the kinds of exports."""

INSTRUMENTS = {
    Instrument.EVALUATION: _("Evaluations"),
    Instrument.SELF_ASSESSMENT: _("Self-assessments"),
    Instrument.REFLECTION: _("Reflections"),
}
LINKS = {
    Link.KEY: _("by the participant's key"),
    Link.EMAIL: _("by e-mail address"),
    Link.NAME: _("by name"),
    Link.DECISION: _("by a decision on a misspelt name, address or code"),
    Link.CODE: _("by a self-made code"),
    Link.NOBODY: _("not linked: the row names nobody"),
    Link.GROUP: _("not linked: an invited group, counted apart"),
    Link.REPEATED: _("not used: the same person has another row"),
    Link.AMBIGUOUS: _("not used: it may be about two participants"),
    Link.UNKNOWN: _("not used: nobody in the register"),
}
CHANGES = {
    ChangeKind.CELL: _("Cells changed"),
    ChangeKind.ROW_REMOVED: _("Rows removed"),
    ChangeKind.ROW_ADDED: _("Rows added"),
}

SUPPRESSIONS = {
    Suppression.FEW_OR_ALIKE: _("Too few people answered, or everybody in a small group alike"),
    Suppression.PART: _(
        "Such a figure among the parts of a breakdown, or parts that would tell it"
    ),
    Suppression.TELLING: _(
        "A total beside which a hidden count could only be one of a few numbers"
    ),
    Suppression.EARLIER: _("An earlier submission and the figure would together tell of a few"),
}


def by_value(words: Mapping[Member, str]) -> dict[str, str]:
    """Return `words` by what their members are called in a figure's name."""
    return {member.value: text for member, text in words.items()}
