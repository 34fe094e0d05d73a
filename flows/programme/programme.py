"""A programme: its project, sessions, participants, items, goals and budget."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flows.programme.goals import Goal
from flows.programme.headers import normalise
from flows.programme.items import Item, Wave
from flows.programme.languages import NO_TEXT, Bilingual, Language
from flows.programme.places import NOWHERE, Place
from flows.programme.scales import Scale

FEWEST_ITEMS_OF_AN_INDEX = 3
"""Fewer say nothing of how well they go together."""


@dataclass(frozen=True, slots=True)
class Project:
    """The facts on the cover. Money in whole kronor (SEK).

    `data_note` is printed in the method section and in the PDF's metadata, for example
    that the data are invented; empty where there is nothing to say. `grant_place` and
    `co_funding_place` are the cells of the two amounts.
    """

    title: Bilingual
    registration_number: str
    funder: str
    coordinator: str
    parties: tuple[str, ...]
    grant_sek: int
    co_funding_sek: int
    starts_on: date
    ends_on: date
    status: Bilingual
    language: Language = Language.SV
    data_note: Bilingual = NO_TEXT
    place: Place = NOWHERE
    grant_place: Place = NOWHERE
    co_funding_place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Session:
    """One session; `invited_groups` are those invited beside the participants."""

    number: int
    held_on: date
    theme: Bilingual
    invited_groups: tuple[str, ...] = ()
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Participant:
    """One enrolled person. Everything here but role and organisation type is personal data."""

    key: str
    name: str
    email: str
    role: str
    organisation: str
    organisation_type: str
    place: Place = NOWHERE


class ExportKind(StrEnum):
    """What a file of exports is about."""

    SURVEY = "survey"  # evaluations, self-assessments and reflections
    ATTENDANCE = "attendance"
    CHANGE_PROJECTS = "change_projects"
    COSTS = "costs"
    IGNORED = "ignored"  # known, and deliberately not read


@dataclass(frozen=True, slots=True)
class ExportDeclaration:
    """A row of the Exporter sheet: what a file is, where structure alone cannot tell.

    `file` may hold * and ?; empty fields are left to recognition. `are_positions` tells that a
    number stands for a label by its place on the scale and not by its value.
    """

    file: str
    sheet: str = ""
    kind: ExportKind | None = None
    session: int | None = None
    wave: Wave | None = None
    header_row: int | None = None
    is_month_first: bool | None = None
    are_positions: bool = False
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """Budget and outcome of one cost category at one party, in whole kronor (SEK).

    `outcome_sek` is None where the outcome comes from a cost export. `place` is the row,
    `budget_place` and `outcome_place` are the cells of the two amounts.
    """

    category: str
    party: str
    budget_sek: int
    outcome_sek: int | None = None
    place: Place = NOWHERE
    budget_place: Place = NOWHERE
    outcome_place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Profile:
    """The funder's rules. They are dated settings, because a funder changes them.

    `summary_limit_characters` is the longest summary section of the portal form that the
    coordinator is not warned about; `suppression_threshold` the smallest base published.
    `hides_telling_totals` tells whether a total goes that narrows a hidden count further.
    """

    suppression_threshold: int = 5
    hides_telling_totals: bool = True
    summary_limit_characters: int = 560
    budget_deviation_limit_share: float = 0.10
    indirect_cost_limit_share: float = 0.30
    acknowledgement: Bilingual = NO_TEXT
    valid_from: date | None = None
    place: Place = NOWHERE
    threshold_place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything that the programme workbook says; `name` is the programme folder's name.

    `words` are the programme's own words, such as its roles and cost categories, as they
    stand in the register and the exports and as the other language calls them.
    """

    name: str
    project: Project
    sessions: tuple[Session, ...]
    participants: tuple[Participant, ...]
    items: tuple[Item, ...]
    scales: tuple[Scale, ...]
    declarations: tuple[ExportDeclaration, ...]
    goals: tuple[Goal, ...]
    budget: tuple[BudgetLine, ...]
    profile: Profile
    words: tuple[Bilingual, ...] = ()

    @property
    def session_numbers(self) -> tuple[int, ...]:
        """The numbers of the sessions, ascending."""
        return tuple(sorted(session.number for session in self.sessions))

    @property
    def roles(self) -> tuple[str, ...]:
        """The participants' roles, in the order of the register."""
        return tuple(dict.fromkeys(participant.role for participant in self.participants))

    @property
    def indices(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the items of each index, in the order of the items."""
        items: dict[str, tuple[str, ...]] = {}
        for item in self.items:
            if item.index_id:
                items[item.index_id] = (*items.get(item.index_id, ()), item.item_id)
        return items

    @property
    def invited_groups(self) -> tuple[str, ...]:
        """The groups invited beside the participants, in the order of the sessions."""
        named = (group for session in self.sessions for group in session.invited_groups)
        return tuple(dict.fromkeys(named))

    def word_in(self, language: Language, word: str) -> str:
        """Return one of the programme's own words in `language`, or as it is written."""
        pair = self.translations.get(normalise(word))
        return pair.in_language(language) if pair else word

    def translates(self, word: str) -> bool:
        """Tell whether one of the programme's own words is there in every language."""
        pair = self.translations.get(normalise(word))
        return pair is not None and all(map(pair.is_in, Language))

    @property
    def translations(self) -> Mapping[str, Bilingual]:
        """The programme's own words, the labels of its scales too, by each of their writings."""
        labels = (label.label for scale in self.scales for label in scale.labels)
        pairs = (*labels, *self.words)
        return {normalise(word): pair for pair in pairs for word in (pair.sv, pair.en) if word}

    def scale_of(self, item: Item) -> Scale | None:
        """Return the item's scale, or None where it has none."""
        return next((scale for scale in self.scales if scale.scale_id == item.scale_id), None)
