"""How an indicator is named: by measure, item, answer and group.

The programme workbook (goals), the texts (placeholders) and the indicators themselves
name the same thing in the same words: `mean item=benefit session=3`.
"""

from dataclasses import dataclass, fields
from enum import StrEnum

from flows.programme.items import Wave


class Measure(StrEnum):
    """What is measured. Rates and shares are fractions from 0 to 1."""

    ENROLLED = "enrolled"
    PRESENT = "present"
    ATTENDANCE_RATE = "attendance_rate"
    INVITED_PRESENT = "invited_present"  # people of an invited group: never participants
    RESPONSES = "responses"
    RESPONSE_RATE = "response_rate"  # of those present
    RESPONSE_RATE_ENROLLED = "response_rate_enrolled"  # of those enrolled
    COMPLETE_RESPONSES = "complete_responses"
    PARTIAL_RESPONSES = "partial_responses"
    COMPLETE_RATE = "complete_rate"  # of those present
    COMPLETE_RATE_ENROLLED = "complete_rate_enrolled"  # of those enrolled
    RETAINED = "retained"  # still there at a session, or in the wave after
    ANSWERS = "answers"
    MISSING = "missing"
    SHARE = "share"
    SHARE_FAVOURABLE = "share_favourable"
    SHARE_FAVOURABLE_LOW = "share_favourable_low"  # had everybody silent been unfavourable
    SHARE_FAVOURABLE_HIGH = "share_favourable_high"
    MEDIAN = "median"
    MEAN = "mean"
    PAIRS = "pairs"
    ROSE = "rose"
    SAME = "same"
    FELL = "fell"
    SHIFT = "shift"  # Hodges-Lehmann
    SHIFT_LOW = "shift_low"  # the ends of its interval
    SHIFT_HIGH = "shift_high"
    RANK_BISERIAL = "rank_biserial"
    SIGN_TEST_P = "sign_test_p"
    SIGN_TEST_P_HOLM = "sign_test_p_holm"  # adjusted for all items tested
    WILCOXON_P = "wilcoxon_p"
    WILCOXON_P_HOLM = "wilcoxon_p_holm"
    MEDIAN_PAIRED = "median_paired"  # of those who answered before and after
    SHARE_ROSE_LOW = "share_rose_low"  # had nobody without a pair risen
    SHARE_ROSE_HIGH = "share_rose_high"
    ALPHA = "alpha"  # Cronbach's, of an index
    ALPHA_LOW = "alpha_low"  # the ends of its interval
    ALPHA_HIGH = "alpha_high"
    CHANGE_PROJECTS = "change_projects"
    PROJECTS_UNNAMED = "projects_unnamed"  # change projects whose title nobody approved
    USERS_INVOLVED = "users_involved"  # change projects in which users were involved
    BUDGET = "budget"
    OUTCOME = "outcome"
    DEVIATION = "deviation"  # outcome less budget
    DEVIATION_SHARE = "deviation_share"  # of the budget
    GRANT = "grant"
    CO_FUNDING = "co_funding"
    REMAINS = "remains"  # of grant and co-funding together
    SESSIONS = "sessions"
    COMMENTS = "comments"
    CODED_COMMENTS = "coded_comments"
    CODING_LAPSED = "coding_lapsed"  # rows of coding workbooks that no longer hold
    THEME_COMMENTS = "theme_comments"  # that have the theme whose key is the answer
    THEME_RESPONDENTS = "theme_respondents"  # who wrote the coded comments, at least
    AGREEMENT = "agreement"  # of two coders, on the theme whose key is the answer
    KAPPA = "kappa"  # Cohen's, of the same
    QUOTES = "quotes"  # comments approved for printing
    GOALS = "goals"
    GOALS_REACHED = "goals_reached"
    GOALS_PARTLY_REACHED = "goals_partly_reached"
    TARGET = "target"  # of the goal whose id is the item; so the two below
    UPPER_TARGET = "upper_target"
    PARTLY_TARGET = "partly_target"  # farthest outcome that counts as partly reached
    TABLES = "tables"  # of the kind of export that is the item; so the rows below
    ROWS_READ = "rows_read"
    ROWS_USED = "rows_used"
    ROWS_EXCLUDED = "rows_excluded"  # for the problem whose code is the answer
    ROWS_LINKED = "rows_linked"  # of a form or a kind, to people in the way that is the answer
    CODES_UNPAIRED = "codes_unpaired"  # self-made codes that one wave alone has
    CORRECTED = "corrected"  # cells or rows of the file that is the item
    SMALLEST_GROUP = "smallest_group"  # that a figure is shown about
    FEWEST_VALUES = "fewest_values"  # that all that is shown leaves to a hidden count
    SUPPRESSED = "suppressed"  # figures
    PROBLEMS = "problems"  # with the code that is the answer


@dataclass(frozen=True, slots=True)
class Group:
    """Whom or what an indicator is about; an empty field is "all of them"."""

    session: int | None = None
    role: str = ""
    organisation_type: str = ""
    wave: Wave | None = None
    category: str = ""
    party: str = ""

    def items(self) -> tuple[tuple[str, str | int], ...]:
        """Return the filled fields with their names, in the order above."""
        pairs = ((field.name, getattr(self, field.name)) for field in fields(self))
        return tuple((name, value) for name, value in pairs if value not in (None, ""))


EVERYBODY = Group()


@dataclass(frozen=True, slots=True)
class IndicatorName:
    """The name of one indicator; `answer` is a ScaleLabel's code or a MissingKind.

    An index is named where an item is: `alpha item=ability wave=before`. With a wave, pairs and
    what is counted of them compare that wave with the one after; without, before with after.

    Change projects are not asked items: their stage and methods are named as
    `change_projects item=stage answer=test`.
    """

    measure: Measure
    item: str = ""
    answer: str = ""
    group: Group = EVERYBODY

    def __str__(self) -> str:
        """Return the name as it is written in texts: `mean item=benefit session=3`."""
        parts = [("item", self.item), ("answer", self.answer), *self.group.items()]
        written = [f"{key}={quoted(str(value))}" for key, value in parts if value not in ("", None)]
        return " ".join([self.measure.value, *written])


def quoted(value: str) -> str:
    """Return `value` as it stands in a name: in quotation marks where it has a space."""
    return f'"{value}"' if any(sign.isspace() for sign in value) else value


class UnknownIndicatorNameError(ValueError):
    """The text is not an indicator's name; its message is the word that is not understood."""


def parse_indicator_name(text: str) -> IndicatorName:
    """Return the name written in `text`, such as `attendance_rate role=chef`.

    Values with spaces stand in quotation marks. Raises UnknownIndicatorNameError for a
    word that is neither a measure nor `key=value` with a known key.
    """
    words = split_words(text)
    if not words or words[0] not in set(Measure):
        raise UnknownIndicatorNameError(words[0] if words else text)
    values: dict[str, str] = {}
    for word in words[1:]:
        key, separator, value = word.partition("=")
        if not separator or key not in KEYS or not value:
            raise UnknownIndicatorNameError(word)
        values[key] = value
    item, answer = values.pop("item", ""), values.pop("answer", "")
    return IndicatorName(Measure(words[0]), item, answer, parse_group(values))


KEYS = {"item", "answer"} | {field.name for field in fields(Group)}


def parse_group(values: dict[str, str]) -> Group:
    """Return the group whose fields are written in `values`."""
    typed: dict[str, str | int | Wave] = {**values}
    if "session" in values:
        if not values["session"].isdecimal():
            raise UnknownIndicatorNameError(f"session={values['session']}")
        typed["session"] = int(values["session"])
    if "wave" in values:
        if values["wave"] not in set(Wave):
            raise UnknownIndicatorNameError(f"wave={values['wave']}")
        typed["wave"] = Wave(values["wave"])
    return Group(**typed)  # type: ignore[arg-type]  # the keys were checked against the fields


def split_words(text: str) -> list[str]:
    """Return the words of `text`; quotation marks hold a word with spaces together."""
    words: list[str] = []
    word, is_quoted, is_open = "", False, False
    for sign in text.strip():
        if sign in '"”“':
            is_quoted, is_open = not is_quoted, True
        elif sign.isspace() and not is_quoted:
            if is_open:
                words.append(word)
            word, is_open = "", False
        else:
            word, is_open = word + sign, True
    return [*words, word] if is_open else words
