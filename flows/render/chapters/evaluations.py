"""Results of the sessions: what the participants thought of it, the first level of results."""

from dataclasses import dataclass

from flows.programme.items import KirkpatrickLevel
from flows.programme.texts import Section
from flows.programme.translations import _
from flows.render.chapters.session_results import (
    SessionResults,
    asked_after_sessions,
    show_session_results,
)
from flows.render.headings import Heading
from flows.render.material import Material

LEVELS = (KirkpatrickLevel.REACTION, None)
"""The levels that this chapter tells of; the others have chapters of their own, further on."""


@dataclass(frozen=True, slots=True)
class Evaluations:
    """The chapter on the sessions: reaction, and what has no level.

    `lead` says where the rest of what was asked after the sessions stands, "" without any.
    """

    heading: Heading
    prose: str
    lead: str
    levels: tuple[SessionResults, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked after any session."""
        return not (self.lead or self.levels)


def make_evaluations(material: Material, heading: Heading) -> Evaluations:
    """Return what the evaluations say of reaction, and of what has no level."""
    found = (show_session_results(material, level) for level in LEVELS)
    is_elsewhere = any(item.level not in LEVELS for item in asked_after_sessions(material))
    return Evaluations(
        heading,
        material.prose(Section.EVALUATIONS),
        say_where(material) if is_elsewhere else "",
        tuple(results for results in found if results),
    )


def say_where(material: Material) -> str:
    """Return where those questions stand that are not about reaction."""
    return material.notation.say(
        _(
            "Here stands what the participants thought of it. What else they were asked after the "
            "sessions stands with its level, in the chapters that follow: learning, behaviour "
            "and results."
        )
    )
