"""What the themes of coded comments bind, and what the coders' agreement says of them.

Unknown is how many comments of a session, in answer to a question, have which themes for the
first coder and which for the second. Public is which comments were coded, since the evidence
names their cells; where the agreement is shown, so are those read twice. Whoever reads a quote
knows the themes of its comment. A person writes once about a question in a session; how many
people wrote binds no theme.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from flows.aggregate.approved_words import quoted_ids
from flows.aggregate.indicators import Indicator, Status
from flows.aggregate.statistics.kappa import cohen_kappa
from flows.programme.comment_ids import identify_comment
from flows.programme.indicator_names import Measure
from flows.validate.dataset import CodedComment, Dataset
from tests.disclosure_attack.links import LARGEST_COUNT, Bound, ones
from tests.disclosure_attack.unknowns import Kind, Unknown

UNREAD = ""
"""What the second coder made of a comment that only the first has read."""
KEYS = ("tid", "chef", "mod")
COMBINATIONS = ("tid", "chef", "mod", "tid;chef", "tid;mod", "chef;mod", "tid;chef;mod")
LARGEST_SUM = 10 * LARGEST_COUNT
NEAR = 1e-9


def list_codings(dataset: Dataset, time: int) -> list[Unknown]:
    """Return the unknowns of every question and session with a coded comment."""
    places = dict.fromkeys(place_of(each) for each in dataset.coding.comments)
    return [
        Unknown(Kind.CODED, time, session=session, item=item, before=first, answer=second)
        for item, session in places
        for first, second in product(COMBINATIONS, (*COMBINATIONS, UNREAD))
    ]


def place_of(coded: CodedComment) -> tuple[str, int]:
    """Return which question a comment answers, and at which session."""
    return coded.comment.item_id, coded.comment.session or 0


def themes_of(coded: CodedComment) -> str:
    """Return the themes of the first coder as an unknown names them."""
    return ";".join(key for key in KEYS if key in coded.first.keys)


def is_quoted(coded: CodedComment, dataset: Dataset) -> bool:
    """Tell whether the comment is printed."""
    comment = coded.comment
    return identify_comment(comment.item_id, comment.text) in quoted_ids(dataset)


def link_codings(dataset: Dataset, codings: Sequence[Unknown]) -> Iterator[Bound]:
    """Yield how many comments are coded where, and what those are about that are quoted."""
    places = Counter(place_of(each) for each in dataset.coding.comments)
    for place, comments in places.items():
        yield equal([each for each in codings if (each.item, each.session) == place], comments)
    quoted = Counter(
        (*place_of(each), themes_of(each))
        for each in dataset.coding.comments
        if is_quoted(each, dataset)
    )
    for (item, session, themes), comments in quoted.items():
        known = [
            each
            for each in codings
            if (each.item, each.session, each.before) == (item, session, themes)
        ]
        yield Bound(ones(known), comments, LARGEST_SUM)


def remember_codings(earlier: Sequence[Unknown], now: Sequence[Unknown]) -> Iterator[Bound]:
    """Yield that what was read once still is, by whoever had read it."""
    for each in earlier:
        place = (each.item, each.session, each.before)
        same = [one for one in now if (one.item, one.session, one.before) == place]
        if each.answer == UNREAD:
            then = [one for one in earlier if (one.item, one.session, one.before) == place]
            yield at_most(then, same)
        else:
            yield at_most([each], [one for one in same if one.answer == each.answer])


def read_themes(figures: Iterable[Indicator], codings: Sequence[Unknown]) -> Iterator[Bound]:
    """Yield how many comments in answer to a question have each theme that is shown."""
    for figure in figures:
        if figure.name.measure is Measure.THEME_COMMENTS and figure.value is not None:
            of_item = (each for each in codings if each.item == figure.name.item)
            yield equal(with_theme(of_item, figure.name.answer), figure.value)


def with_theme(codings: Iterable[Unknown], theme: str) -> list[Unknown]:
    """Return those of `codings` to which the first coder gave `theme`."""
    return [each for each in codings if has(each.before, theme)]


def has(themes: str, theme: str) -> bool:
    """Tell whether `theme` is among `themes`."""
    return theme in themes.split(";")


def read_agreement(
    dataset: Dataset, figures: Sequence[Indicator], codings: Sequence[Unknown]
) -> Iterator[Bound]:
    """Yield which comments were read twice, and all that agreement and kappa say of them."""
    shown = {
        (figure.name.measure, figure.name.answer): figure
        for figure in figures
        if figure.name.measure in (Measure.AGREEMENT, Measure.KAPPA) and not figure.suppression
    }
    if not shown:
        return
    read_twice = Counter(place_of(each) for each in dataset.coding.comments if each.second)
    twice = [each for each in codings if each.answer != UNREAD]
    for place in dict.fromkeys((each.item, each.session) for each in codings):
        there = [each for each in twice if (each.item, each.session) == place]
        yield equal(there, read_twice[place])
    agreed_entirely = [each for each in twice if each.before == each.answer]
    yield equal(agreed_entirely, agreed_on(shown[Measure.AGREEMENT, ""]))
    for theme in KEYS:
        agreed = agreed_on(shown[Measure.AGREEMENT, theme])
        cells = {
            given: [
                each
                for each in twice
                if (has(each.before, theme), has(each.answer, theme)) == given
            ]
            for given in product((True, False), repeat=2)
        }
        yield equal(cells[True, True] + cells[False, False], agreed)
        yield from read_kappa(shown[Measure.KAPPA, theme], sum(read_twice.values()), agreed, cells)


def agreed_on(figure: Indicator) -> int:
    """Return how many comments a share of agreement stands for."""
    return round((figure.value or 0) * (figure.base or 0))


def read_kappa(
    figure: Indicator, comments: int, agreed: int, cells: dict[tuple[bool, bool], list[Unknown]]
) -> Iterator[Bound]:
    """Yield that the table of both coders is one of those that have this kappa."""
    tables = [
        (both, only_first)
        for both in range(agreed + 1)
        for only_first in range(comments - agreed + 1)
        if has_kappa(
            figure,
            cohen_kappa(both, only_first, comments - agreed - only_first, agreed - both),
        )
    ]
    time = next(each.time for found in cells.values() for each in found)
    switches = [Unknown(Kind.KAPPAS, time, answer=f"{figure.name} {table}") for table in tables]
    yield equal(switches, 1)
    for given, number in (((True, True), 0), ((True, False), 1)):
        terms = tuple(
            (switch, -float(table[number])) for switch, table in zip(switches, tables, strict=True)
        )
        yield Bound((*ones(cells[given]), *terms), 0, 0)


def has_kappa(figure: Indicator, kappa: float | None) -> bool:
    """Tell whether `kappa` is the one that is shown; none where none is."""
    if figure.status is Status.NO_ANSWERS or kappa is None:
        return figure.status is Status.NO_ANSWERS and kappa is None
    return abs(kappa - (figure.value or 0)) < NEAR


def at_most(few: Sequence[Unknown], many: Sequence[Unknown]) -> Bound:
    """Return that `few` are no more than `many`."""
    return Bound((*ones(few), *ones(many, -1)), -LARGEST_SUM, 0)


def equal(unknowns: Iterable[Unknown], value: float) -> Bound:
    """Return that `unknowns` add up to `value`."""
    return Bound(ones(unknowns), value, value)
