"""What figures are called in words: "Attendance rate, session 3"."""

from collections.abc import Iterator, Mapping

from flows.aggregate.change_projects import METHOD, STAGE
from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.items import Item, Wave
from flows.programme.languages import QUOTATION_MARKS, Language
from flows.programme.problem_catalogue import CATALOGUE
from flows.programme.programme import Programme
from flows.programme.translations import _
from flows.render.account_names import CHANGES, INSTRUMENTS, KINDS, LINKS, SUPPRESSIONS, by_value
from flows.render.notation import Notation
from flows.validate.dataset import Dataset

MEASURES = {
    Measure.ENROLLED: _("Enrolled"),
    Measure.PRESENT: _("Present"),
    Measure.ATTENDANCE_RATE: _("Attendance rate"),
    Measure.INVITED_PRESENT: _("Invited and present"),
    Measure.RESPONSES: _("Responses"),
    Measure.RESPONSE_RATE: _("Response rate, of those present"),
    Measure.RESPONSE_RATE_ENROLLED: _("Response rate, of those enrolled"),
    Measure.COMPLETE_RESPONSES: _("Complete responses"),
    Measure.PARTIAL_RESPONSES: _("Partial responses"),
    Measure.COMPLETE_RATE: _("Rate of complete responses, of those present"),
    Measure.COMPLETE_RATE_ENROLLED: _("Rate of complete responses, of those enrolled"),
    Measure.RETAINED: _("Still taking part"),
    Measure.ANSWERS: _("Number of answers"),
    Measure.MISSING: _("Missing answers"),
    Measure.SHARE: _("Share of the answers"),
    Measure.SHARE_FAVOURABLE: _("Share of favourable answers"),
    Measure.SHARE_FAVOURABLE_LOW: _("Share of favourable answers, at least"),
    Measure.SHARE_FAVOURABLE_HIGH: _("Share of favourable answers, at most"),
    Measure.MEDIAN: _("Median"),
    Measure.MEAN: _("Mean"),
    Measure.PAIRS: _("Pairs"),
    Measure.ROSE: _("Higher after than before"),
    Measure.SAME: _("The same before and after"),
    Measure.FELL: _("Lower after than before"),
    Measure.SHIFT: _("Typical change in points"),
    Measure.SHIFT_LOW: _("Typical change, lower end of the interval"),
    Measure.SHIFT_HIGH: _("Typical change, upper end of the interval"),
    Measure.RANK_BISERIAL: _("Direction of the changes, from −1 to 1"),
    Measure.SIGN_TEST_P: _("p-value of the sign test"),
    Measure.SIGN_TEST_P_HOLM: _("p-value of the sign test, adjusted by Holm’s method"),
    Measure.WILCOXON_P: _("p-value of Wilcoxon’s test"),
    Measure.WILCOXON_P_HOLM: _("p-value of Wilcoxon’s test, adjusted by Holm’s method"),
    Measure.MEDIAN_PAIRED: _("Median of those who answered both times"),
    Measure.SHARE_ROSE_LOW: _("Share of all enrolled who are higher after, at least"),
    Measure.SHARE_ROSE_HIGH: _("Share of all enrolled who are higher after, at most"),
    Measure.ALPHA: _("Cronbach’s alpha"),
    Measure.ALPHA_LOW: _("Cronbach’s alpha, lower end of the interval"),
    Measure.ALPHA_HIGH: _("Cronbach’s alpha, upper end of the interval"),
    Measure.CHANGE_PROJECTS: _("Change projects"),
    Measure.PROJECTS_UNNAMED: _("Change projects that are not named"),
    Measure.USERS_INVOLVED: _("Change projects with users involved"),
    Measure.BUDGET: _("Budget"),
    Measure.OUTCOME: _("Outcome"),
    Measure.DEVIATION: _("Deviation"),
    Measure.DEVIATION_SHARE: _("Deviation, share of the budget"),
    Measure.GRANT: _("Grant"),
    Measure.CO_FUNDING: _("Co-funding"),
    Measure.REMAINS: _("Remains"),
    Measure.SESSIONS: _("Sessions"),
    Measure.COMMENTS: _("Comments"),
    Measure.CODED_COMMENTS: _("Coded comments"),
    Measure.CODING_LAPSED: _("Rows of the coding that no longer hold"),
    Measure.THEME_COMMENTS: _("Comments with the theme"),
    Measure.THEME_RESPONDENTS: _("People whose comments are coded, at least"),
    Measure.AGREEMENT: _("Agreement of two coders"),
    Measure.KAPPA: _("Cohen’s kappa"),
    Measure.QUOTES: _("Quotes"),
    Measure.GOALS: _("Goals"),
    Measure.GOALS_REACHED: _("Goals reached"),
    Measure.GOALS_PARTLY_REACHED: _("Goals partly reached"),
    Measure.TARGET: _("Target"),
    Measure.UPPER_TARGET: _("Upper target"),
    Measure.PARTLY_TARGET: _("Bound of what counts as partly reached"),
    Measure.TABLES: _("Tables"),
    Measure.ROWS_READ: _("Rows read"),
    Measure.ROWS_USED: _("Rows used"),
    Measure.ROWS_EXCLUDED: _("Rows excluded"),
    Measure.ROWS_LINKED: _("Rows linked to people"),
    Measure.CODES_UNPAIRED: _("Self-made codes without a pair"),
    Measure.CORRECTED: _("Corrected after the export"),
    Measure.SMALLEST_GROUP: _("Smallest group shown"),
    Measure.FEWEST_VALUES: _("Fewest possible values of a hidden count"),
    Measure.SUPPRESSED: _("Figures not shown"),
    Measure.PROBLEMS: _("Problems"),
}
"""One name for each measure; a test keeps it complete."""

WAVES = {
    Wave.BEFORE: _("Before"),
    Wave.AFTER: _("After"),
    Wave.RETROSPECTIVE: _("Before, seen from afterwards"),
}

UNASKED_ITEMS = {STAGE: _("Stage"), METHOD: _("Method")}
"""What is told of change projects without being an item of the programme workbook."""

ITEMS: Mapping[str, str] = UNASKED_ITEMS | by_value(KINDS) | by_value(INSTRUMENTS)
ANSWERS: Mapping[Measure, Mapping[str, str]] = {
    Measure.ROWS_LINKED: by_value(LINKS),
    Measure.CORRECTED: by_value(CHANGES),
    Measure.SUPPRESSED: by_value(SUPPRESSIONS),
}
"""What stands for an item or an answer in the name of a figure without being one."""


OF_THEMES = frozenset(
    {Measure.THEME_COMMENTS, Measure.THEME_RESPONDENTS, Measure.AGREEMENT, Measure.KAPPA}
)
"""Measures whose answer is the key of a theme."""


def name_figure(name: IndicatorName, dataset: Dataset, notation: Notation) -> str:
    """Return the measure in words, then the question, the answer and the group it is about."""
    return ", ".join(name_parts(name, dataset, notation))


def name_parts(name: IndicatorName, dataset: Dataset, notation: Notation) -> Iterator[str]:
    """Yield the parts of a figure's name, from the general to the particular."""
    programme = dataset.programme
    yield notation.say(MEASURES[name.measure])
    item = next((item for item in programme.items if item.item_id == name.item), None)
    if item:
        yield quote(notation.choose(item.wording), notation.language)
    elif name.item:
        own = programme.word_in(notation.language, name.item)
        yield notation.say(ITEMS[name.item]) if name.item in ITEMS else own
    if name.measure in OF_THEMES and name.answer:
        theme = dataset.coding.find_theme(name.answer)
        yield notation.choose(theme.name) if theme else name.answer
    elif name.measure in ANSWERS and name.answer:
        yield notation.say(ANSWERS[name.measure][name.answer])
    elif name.answer in CATALOGUE:
        yield notation.say(CATALOGUE[name.answer].title)
    elif name.answer:
        yield label_of(name.answer, item, programme, notation)
    for field, value in name.group.items():
        match field:
            case "session":
                yield notation.say(_("session {number}"), number=value)
            case "wave":
                yield notation.say(WAVES[Wave(str(value))]).lower()
            case _other:
                yield programme.word_in(notation.language, str(value))


def label_of(code: str, item: Item | None, programme: Programme, notation: Notation) -> str:
    """Return the label that an answer's `code` stands for, or the code itself."""
    scale = programme.scale_of(item) if item else None
    labels = scale.labels if scale else ()
    found = next((label.label for label in labels if label.code == code), None)
    return notation.choose(found) if found else code


def quote(words: str, language: Language) -> str:
    """Return `words` in the quotation marks of `language`."""
    opening, closing = QUOTATION_MARKS[language]
    return f"{opening}{words}{closing}"
