"""Evidence: every figure has a number, and figures of the same thing share one.

Evidence number 17, written E17, names one row of evidence: what was counted, about whom, from
which cells. The row holds every figure that was made of those cells: how many gave each
answer, the shares, the median and the mean. Numbers follow from the figures' names alone, so
the same inputs give the same numbers, in both languages.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from flows.aggregate.indicators import WAVE_POSITIONS, Indicator, SourceCells, reading_order
from flows.programme.indicator_names import EVERYBODY, Group, IndicatorName, Measure
from flows.programme.programme import Programme


class Subject(StrEnum):
    """What a row of evidence is about, in the order of the numbers."""

    ENROLMENT = "enrolment"
    ATTENDANCE = "attendance"
    RESPONSES = "responses"
    RETENTION = "retention"
    ANSWERS = "answers"
    RELIABILITY = "reliability"
    CHANGES = "changes"
    FAMILIES_OF_TESTS = "families of tests"
    INCOMPLETE_CASES = "incomplete cases"
    COMMENTS = "comments"
    THEMES = "themes"
    CODING = "coding"
    AGREEMENT = "agreement"
    CHANGE_PROJECTS = "change projects"
    ECONOMY = "economy"
    GOALS = "goals"
    ROWS = "rows"
    LINKS = "links"
    CORRECTIONS = "corrections"
    DISCLOSURE = "disclosure"
    PROBLEMS = "problems"  # last: they are known only when everything else is


SUBJECTS = {
    Measure.ENROLLED: Subject.ENROLMENT,
    Measure.SESSIONS: Subject.ENROLMENT,
    Measure.PRESENT: Subject.ATTENDANCE,
    Measure.ATTENDANCE_RATE: Subject.ATTENDANCE,
    Measure.INVITED_PRESENT: Subject.ATTENDANCE,
    Measure.RESPONSES: Subject.RESPONSES,
    Measure.RESPONSE_RATE: Subject.RESPONSES,
    Measure.RESPONSE_RATE_ENROLLED: Subject.RESPONSES,
    Measure.COMPLETE_RESPONSES: Subject.RESPONSES,
    Measure.PARTIAL_RESPONSES: Subject.RESPONSES,
    Measure.COMPLETE_RATE: Subject.RESPONSES,
    Measure.COMPLETE_RATE_ENROLLED: Subject.RESPONSES,
    Measure.RETAINED: Subject.RETENTION,
    Measure.ANSWERS: Subject.ANSWERS,
    Measure.MISSING: Subject.ANSWERS,
    Measure.SHARE: Subject.ANSWERS,
    Measure.SHARE_FAVOURABLE: Subject.ANSWERS,
    Measure.MEDIAN: Subject.ANSWERS,
    Measure.MEAN: Subject.ANSWERS,
    Measure.SHARE_FAVOURABLE_LOW: Subject.INCOMPLETE_CASES,
    Measure.SHARE_FAVOURABLE_HIGH: Subject.INCOMPLETE_CASES,
    Measure.ALPHA: Subject.RELIABILITY,
    Measure.ALPHA_LOW: Subject.RELIABILITY,
    Measure.ALPHA_HIGH: Subject.RELIABILITY,
    Measure.PAIRS: Subject.CHANGES,
    Measure.ROSE: Subject.CHANGES,
    Measure.SAME: Subject.CHANGES,
    Measure.FELL: Subject.CHANGES,
    Measure.SHIFT: Subject.CHANGES,
    Measure.SHIFT_LOW: Subject.CHANGES,
    Measure.SHIFT_HIGH: Subject.CHANGES,
    Measure.RANK_BISERIAL: Subject.CHANGES,
    Measure.SIGN_TEST_P: Subject.CHANGES,
    Measure.WILCOXON_P: Subject.CHANGES,
    Measure.SIGN_TEST_P_HOLM: Subject.FAMILIES_OF_TESTS,
    Measure.WILCOXON_P_HOLM: Subject.FAMILIES_OF_TESTS,
    Measure.MEDIAN_PAIRED: Subject.INCOMPLETE_CASES,
    Measure.SHARE_ROSE_LOW: Subject.INCOMPLETE_CASES,
    Measure.SHARE_ROSE_HIGH: Subject.INCOMPLETE_CASES,
    Measure.COMMENTS: Subject.COMMENTS,
    Measure.QUOTES: Subject.COMMENTS,
    Measure.THEME_COMMENTS: Subject.THEMES,
    Measure.THEME_RESPONDENTS: Subject.THEMES,
    Measure.CODED_COMMENTS: Subject.CODING,
    Measure.CODING_LAPSED: Subject.CODING,
    Measure.AGREEMENT: Subject.AGREEMENT,
    Measure.KAPPA: Subject.AGREEMENT,
    Measure.CHANGE_PROJECTS: Subject.CHANGE_PROJECTS,
    Measure.PROJECTS_UNNAMED: Subject.CHANGE_PROJECTS,
    Measure.USERS_INVOLVED: Subject.CHANGE_PROJECTS,
    Measure.BUDGET: Subject.ECONOMY,
    Measure.OUTCOME: Subject.ECONOMY,
    Measure.DEVIATION: Subject.ECONOMY,
    Measure.DEVIATION_SHARE: Subject.ECONOMY,
    Measure.GRANT: Subject.ECONOMY,
    Measure.CO_FUNDING: Subject.ECONOMY,
    Measure.REMAINS: Subject.ECONOMY,
    Measure.GOALS: Subject.GOALS,
    Measure.GOALS_REACHED: Subject.GOALS,
    Measure.GOALS_PARTLY_REACHED: Subject.GOALS,
    Measure.TARGET: Subject.GOALS,
    Measure.UPPER_TARGET: Subject.GOALS,
    Measure.PARTLY_TARGET: Subject.GOALS,
    Measure.TABLES: Subject.ROWS,
    Measure.ROWS_READ: Subject.ROWS,
    Measure.ROWS_USED: Subject.ROWS,
    Measure.ROWS_EXCLUDED: Subject.ROWS,
    Measure.ROWS_LINKED: Subject.LINKS,
    Measure.CODES_UNPAIRED: Subject.LINKS,
    Measure.CORRECTED: Subject.CORRECTIONS,
    Measure.SMALLEST_GROUP: Subject.DISCLOSURE,
    Measure.FEWEST_VALUES: Subject.DISCLOSURE,
    Measure.SUPPRESSED: Subject.DISCLOSURE,
    Measure.PROBLEMS: Subject.PROBLEMS,
}
"""One subject for each measure; a test keeps it complete."""

WHOLE = (Subject.ENROLMENT, Subject.COMMENTS, Subject.CHANGE_PROJECTS)
"""Subjects with one row for all their groups, which are few and small."""


@dataclass(frozen=True, slots=True)
class EvidenceKey:
    """What one row of evidence is about; empty fields are "all of them"."""

    subject: Subject
    item: str
    group: Group


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One row of evidence: its number, and its figures in reading order."""

    number: int
    key: EvidenceKey
    indicators: tuple[Indicator, ...]

    @property
    def sources(self) -> tuple[SourceCells, ...]:
        """The cells behind the row's figures, each list of them once."""
        lists = dict.fromkeys(indicator.sources for indicator in self.indicators)
        return tuple(dict.fromkeys(source for sources in lists for source in sources))


@dataclass(frozen=True, slots=True)
class EvidenceTable:
    """All rows of evidence by number, and the number of every figure."""

    rows: tuple[EvidenceRow, ...]
    numbers: Mapping[IndicatorName, int]

    def number_of(self, name: IndicatorName) -> int | None:
        """Return the evidence number of a figure, or None where there is no such figure."""
        return self.numbers.get(name)

    def find(self, key: EvidenceKey) -> EvidenceRow | None:
        """Return the row about `key`, or None where nothing was counted."""
        return next((row for row in self.rows if row.key == key), None)


def number_evidence(programme: Programme, indicators: Iterable[Indicator]) -> EvidenceTable:
    """Return the rows of evidence, items in the order of the programme workbook."""
    positions = {item.item_id: position for position, item in enumerate(programme.items)}
    by_key: dict[EvidenceKey, list[Indicator]] = defaultdict(list)
    for indicator in indicators:
        by_key[key_of(indicator.name)].append(indicator)
    keys = sorted(by_key, key=lambda key: key_order(key, positions))
    rows = tuple(
        EvidenceRow(number, key, tuple(sorted(by_key[key], key=reading_order)))
        for number, key in enumerate(keys, 1)
    )
    numbers = {indicator.name: row.number for row in rows for indicator in row.indicators}
    return EvidenceTable(rows, numbers)


def key_of(name: IndicatorName) -> EvidenceKey:
    """Return which row of evidence a figure stands in."""
    subject = SUBJECTS[name.measure]
    if subject in WHOLE:
        return EvidenceKey(subject, name.item, EVERYBODY)
    if subject is Subject.ATTENDANCE:
        return EvidenceKey(subject, "", Group(session=name.group.session))
    return EvidenceKey(subject, name.item, name.group)


SUBJECT_POSITIONS = {subject: position for position, subject in enumerate(Subject)}


def key_order(key: EvidenceKey, positions: Mapping[str, int]) -> tuple[object, ...]:
    """Return what rows sort by: subject, item, then waves, all, each session, each other group."""
    group = key.group
    return (
        SUBJECT_POSITIONS[key.subject],
        positions.get(key.item, len(positions)),
        key.item,
        -(len(WAVE_POSITIONS) + 1 - WAVE_POSITIONS[group.wave]) if group.wave else 0,
        replace(group, session=None, wave=None) != EVERYBODY,
        group.session or 0,
        (group.role, group.organisation_type, group.category, group.party),
    )
