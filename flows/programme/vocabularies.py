"""The words that the programme workbook accepts for each closed set, in both languages."""

from enum import StrEnum

from flows.programme.goals import Comparison
from flows.programme.headers import normalise
from flows.programme.indicator_names import Measure
from flows.programme.items import Instrument, ItemKind, Wave
from flows.programme.languages import Bilingual, Language
from flows.programme.programme import ExportKind
from flows.programme.scales import MissingKind

Vocabulary = tuple[tuple[StrEnum, Bilingual], ...]
"""Each member of a closed set with the words for it, in the order of the drop-down list."""


class YesNo(StrEnum):
    """A cell that is ticked or not."""

    YES = "yes"
    NO = "no"


class NumberMeaning(StrEnum):
    """What a number stands for that a tool writes instead of a label."""

    VALUES = "values"
    POSITIONS = "positions"


class DateOrder(StrEnum):
    """How a tool writes 4/5/2016."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


ITEM_KINDS: Vocabulary = (
    (ItemKind.SCALE, Bilingual("skala", "scale")),
    (ItemKind.CHOICE, Bilingual("ett val", "one choice")),
    (ItemKind.CHOICES, Bilingual("flera val", "several choices")),
    (ItemKind.NUMBER, Bilingual("tal", "number")),
    (ItemKind.TEXT, Bilingual("fritext", "free text")),
    (ItemKind.KEY, Bilingual("nyckel", "key")),
    (ItemKind.WAVE, Bilingual("mättillfälle", "wave")),
    (ItemKind.IGNORED, Bilingual("används inte", "not used")),
)
INSTRUMENTS: Vocabulary = (
    (Instrument.EVALUATION, Bilingual("utvärdering", "evaluation")),
    (Instrument.SELF_ASSESSMENT, Bilingual("självskattning", "self-assessment")),
    (Instrument.REFLECTION, Bilingual("reflektion", "reflection")),
)
WAVES: Vocabulary = (
    (Wave.BEFORE, Bilingual("före", "before")),
    (Wave.AFTER, Bilingual("efter", "after")),
    (Wave.RETROSPECTIVE, Bilingual("tillbakablick", "retrospective")),
)
MISSING_KINDS: Vocabulary = (
    (MissingKind.DID_NOT_ATTEND, Bilingual("deltog inte", "did not attend")),
    (MissingKind.DONT_KNOW, Bilingual("vet ej", "don't know")),
    (MissingKind.NOT_APPLICABLE, Bilingual("ej aktuellt", "not applicable")),
    (MissingKind.DECLINED, Bilingual("vill ej svara", "prefer not to say")),
    (MissingKind.NOT_ANSWERED, Bilingual("inget svar", "no answer")),
)
EXPORT_KINDS: Vocabulary = (
    (ExportKind.SURVEY, Bilingual("enkät", "survey")),
    (ExportKind.ATTENDANCE, Bilingual("närvaro", "attendance")),
    (ExportKind.CHANGE_PROJECTS, Bilingual("förändringsprojekt", "change projects")),
    (ExportKind.COSTS, Bilingual("kostnader", "costs")),
    (ExportKind.IGNORED, Bilingual("används inte", "not used")),
)
COMPARISONS: Vocabulary = (
    (Comparison.AT_LEAST, Bilingual("minst", "at least")),
    (Comparison.AT_MOST, Bilingual("högst", "at most")),
    (Comparison.EXACTLY, Bilingual("exakt", "exactly")),
    (Comparison.BETWEEN, Bilingual("mellan", "between")),
)
YES_NO: Vocabulary = (
    (YesNo.YES, Bilingual("ja", "yes")),
    (YesNo.NO, Bilingual("nej", "no")),
)
NUMBER_MEANINGS: Vocabulary = (
    (NumberMeaning.VALUES, Bilingual("värden", "values")),
    (NumberMeaning.POSITIONS, Bilingual("platser", "places")),
)
DATE_ORDERS: Vocabulary = (
    (DateOrder.DAY_FIRST, Bilingual("dag/månad", "day/month")),
    (DateOrder.MONTH_FIRST, Bilingual("månad/dag", "month/day")),
)
LANGUAGES: Vocabulary = (
    (Language.SV, Bilingual("svenska", "Swedish")),
    (Language.EN, Bilingual("engelska", "English")),
)
LEVELS = ("1", "2", "3", "4")
"""Kirkpatrick's levels as they are typed."""


def member_named(vocabulary: Vocabulary, text: str) -> StrEnum | None:
    """Return the member that `text` names in either language, or None."""
    wanted = normalise(text)
    for member, words in vocabulary:
        if wanted in (normalise(words.sv), normalise(words.en), member.value):
            return member
    return None


def word_for(vocabulary: Vocabulary, member: StrEnum, language: Language) -> str:
    """Return the word for `member` in `language`."""
    return dict(vocabulary)[member].in_language(language)


def words_in(vocabulary: Vocabulary, language: Language) -> tuple[str, ...]:
    """Return all words of the vocabulary, for a drop-down list."""
    return tuple(words.in_language(language) for _, words in vocabulary)


COUNTED_NOUNS = (
    (Measure.ENROLLED, r"deltagare(?:ns?)?|deltagarnas?|participants?"),
    (Measure.SESSIONS, r"tillfäll(?:en|ena|et)?|träff(?:ar|arna|en)?|sessions?"),
    (Measure.CHANGE_PROJECTS, r"förändringsprojekt(?:en|et)?|change\sprojects?"),
    (Measure.GOALS, r"mål(?:en|et)?|goals?"),
    (Measure.COMMENTS, r"kommentar(?:er|erna|en)?|comments?"),
    (Measure.QUOTES, r"citat(?:en|et)?|quotes?"),
)
"""The words, as patterns, that tell in a text what a number before them counts."""

GOAL_MARK = r"(?:mål|goal)\s?=\s?(\S+)(?:\s+(?:(inte|not)|(delvis|partly)))?"
"""How a claim in a text names a goal that is reached, is not, or is partly."""
