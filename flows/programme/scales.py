"""Scales: the labels a respondent may choose, their values, and the kinds of missing."""

from dataclasses import dataclass
from enum import StrEnum

from flows.programme.headers import normalise
from flows.programme.languages import Bilingual
from flows.programme.places import NOWHERE, Place


class MissingKind(StrEnum):
    """Why an answer has no value. None of these ever enters a mean or a median."""

    NOT_ANSWERED = "not_answered"
    DID_NOT_ATTEND = "did_not_attend"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class ScaleLabel:
    """One label: a value on the scale in points, a choice without value, or a kind of missing.

    `is_favourable` tells whether it counts in the favourable share ("agree" and above).
    """

    label: Bilingual
    value: float | None
    missing: MissingKind | None = None
    is_favourable: bool = False
    place: Place = NOWHERE

    @property
    def code(self) -> str:
        """What indicators call this answer: its value ("4"), else its normalised label."""
        if self.value is None:
            return normalise(self.label.sv or self.label.en)
        return f"{self.value:g}"


@dataclass(frozen=True, slots=True)
class Scale:
    """The labels of one scale in the order of the Skalor sheet, lowest first."""

    scale_id: str
    labels: tuple[ScaleLabel, ...]

    @property
    def valid_labels(self) -> tuple[ScaleLabel, ...]:
        """The labels that are answers, without the kinds of missing."""
        return tuple(label for label in self.labels if label.missing is None)
