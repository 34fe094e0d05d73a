"""The changes in numbers: how large they are, whether it could be chance, and who is missing."""

from collections.abc import Iterator

from flows.aggregate.statistics.scipy_functions import scipy_version
from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.items import Item, Wave
from flows.programme.translations import _
from flows.render.exhibits import Column, Row, Table, make_table
from flows.render.figure_names import WAVES
from flows.render.figures import Figure, bundle
from flows.render.material import Material

BEFORE, AFTER = Group(wave=Wave.BEFORE), Group(wave=Wave.AFTER)
RETROSPECTIVE = Group(wave=Wave.RETROSPECTIVE)
CHANGES = (Measure.ROSE, Measure.SAME, Measure.FELL)


def tabulate_changes(material: Material, items: list[Item], group: Group) -> Table | None:
    """Return how many rose, stayed and fell on each item, and how large the change is.

    `group` is the wave compared with, everybody for the one before. None without a pair.
    """
    notation = material.notation
    paired = [item for item in items if has_pairs(material, item, group)]
    if not paired:
        return None
    columns = [
        Column(notation.say(_("Question")), is_number=False),
        Column(notation.say(_("Pairs"))),
        Column(notation.say(_("Higher"))),
        Column(notation.say(_("The same"))),
        Column(notation.say(_("Lower"))),
        Column(notation.say(_("Typical change"))),
        Column(notation.say(_("Direction"))),
    ]
    rows = [
        Row(
            (
                material.question(item),
                material.words(Measure.PAIRS, item.item_id, group=group),
                *(material.words(measure, item.item_id, group=group) for measure in CHANGES),
                write_shift(material, item, group),
                material.words(Measure.RANK_BISERIAL, item.item_id, group=group),
            )
        )
        for item in paired
    ]
    title = (
        _("How each person’s answer changed, from before to after")
        if group == EVERYBODY
        else _("How each person’s answer changed, from before as seen in hindsight to after")
    )
    return make_table(
        f"table-changes-{group.wave or Wave.BEFORE}",
        notation.say(title),
        columns,
        rows,
        notation,
        notes=tuple(explain_changes(material, paired, group)),
    )


def explain_changes(material: Material, items: list[Item], group: Group) -> Iterator[str]:
    """Yield how the change is read, also an interval without width, which looks like a proof."""
    notation = material.notation
    yield notation.say(
        _(
            "The typical change is in scale points, with its 95% interval in brackets. "
            "The direction is from −1 (everybody who changed fell) to 1 (everybody rose)."
        )
    )
    ends = [
        [
            material.value(end, item.item_id, group=group)
            for end in (Measure.SHIFT_LOW, Measure.SHIFT_HIGH)
        ]
        for item in items
    ]
    if any(low is not None and low == high for low, high in ends):
        yield notation.say(
            _(
                "An interval whose ends are equal comes of answers that nearly all changed alike. "
                "It says that they agree, not that the change is exactly as large."
            )
        )


def has_pairs(material: Material, item: Item, group: Group) -> bool:
    """Tell whether an item was compared with the wave of `group`, and somebody could be paired."""
    pairs = material.find(Measure.PAIRS, item.item_id, group=group)
    return bool(pairs and pairs.value != 0)


def write_shift(material: Material, item: Item, group: Group) -> Figure:
    """Return the shift with its interval, or without one where there is none."""
    shift, low, high = (
        material.words(measure, item.item_id, group=group)
        for measure in (Measure.SHIFT, Measure.SHIFT_LOW, Measure.SHIFT_HIGH)
    )
    if material.value(Measure.SHIFT_LOW, item.item_id, group=group) is None:
        return shift
    words = material.notation.say(
        _("{shift} ({low} to {high})"), shift=str(shift), low=str(low), high=str(high)
    )
    return bundle(words, (shift, low, high))


def tabulate_tests(material: Material, items: list[Item], group: Group) -> Table | None:
    """Return the p-values of each item, raw and adjusted for all items. None without a pair."""
    notation = material.notation
    paired = [item for item in items if has_pairs(material, item, group)]
    if not paired:
        return None
    columns = [
        Column(notation.say(_("Question")), is_number=False),
        Column(notation.say(_("Sign test, p"))),
        Column(notation.say(_("adjusted"))),
        Column(notation.say(_("Wilcoxon, p"))),
        Column(notation.say(_("adjusted"))),
    ]
    measures = (
        Measure.SIGN_TEST_P,
        Measure.SIGN_TEST_P_HOLM,
        Measure.WILCOXON_P,
        Measure.WILCOXON_P_HOLM,
    )
    rows = [
        Row(
            (
                material.question(item),
                *(material.words(measure, item.item_id, group=group) for measure in measures),
            )
        )
        for item in paired
    ]
    title = (
        _("Could it be chance? Before and after")
        if group == EVERYBODY
        else _("Could it be chance? Before in hindsight, and after")
    )
    return make_table(
        f"table-tests-{group.wave or Wave.BEFORE}",
        notation.say(title),
        columns,
        rows,
        notation,
        notes=tuple(explain_tests(material)),
    )


def explain_tests(material: Material) -> Iterator[str]:
    """Yield how p is read, and which methods in which version gave it."""
    notation = material.notation
    yield notation.say(
        _(
            "p is how often chance alone would give changes at least as one-sided. It says nothing "
            "of how large a change is, or of what caused it. Adjusted is by Holm’s method, because "
            "several questions are tested at once; judge by that one."
        )
    )
    yield notation.say(
        _(
            "Sign test: exact, two-sided. Wilcoxon’s signed-rank test: two-sided, zeros as Pratt "
            "has them, SciPy {version}; exact, over all changes of sign, with up to fifty changed "
            "pairs, otherwise the normal approximation with correction for ties. With fewer than "
            "six changed pairs there is no p-value: even if all went one way it could be chance."
        ),
        version=scipy_version(),
    )


def tabulate_incomplete(material: Material, items: list[Item]) -> Table | None:
    """Return what the results would be of complete cases, and at the widest. None without pairs."""
    notation = material.notation
    paired = [item for item in items if has_pairs(material, item, EVERYBODY)]
    if not paired:
        return None
    columns = [
        Column(notation.say(_("Question")), is_number=False),
        Column(notation.say(_("Median before, all"))),
        Column(notation.say(_("both times"))),
        Column(notation.say(_("Median after, all"))),
        Column(notation.say(_("both times"))),
        Column(notation.say(_("Risen of all enrolled"))),
    ]
    rows = [
        Row(
            (
                material.question(item),
                *(
                    material.words(measure, item.item_id, group=group)
                    for group in (BEFORE, AFTER)
                    for measure in (Measure.MEDIAN, Measure.MEDIAN_PAIRED)
                ),
                write_range(material, item, Measure.SHARE_ROSE_LOW, Measure.SHARE_ROSE_HIGH),
            )
        )
        for item in paired
    ]
    title = notation.say(_("Do those who did not answer both times change the picture?"))
    note = notation.say(
        _(
            "“Both times” are the people who answered before and after. The last column is the "
            "least and the greatest share that can have risen, had nobody or everybody without "
            "two answers done so."
        )
    )
    return make_table("table-incomplete", title, columns, rows, notation, notes=(note,))


def write_range(material: Material, item: Item, low: Measure, high: Measure) -> Figure:
    """Return the least and the greatest share that are possible."""
    ends = material.words(low, item.item_id), material.words(high, item.item_id)
    if material.value(low, item.item_id) is None:
        return ends[0]
    words = material.notation.say(_("{low} to {high}"), low=str(ends[0]), high=str(ends[1]))
    return bundle(words, ends)


def tabulate_reliability(material: Material) -> Table | None:
    """Return alpha with its interval for each index in each wave; None where none is declared."""
    notation = material.notation
    occasions = [Group(wave=wave) for wave in Wave] + [
        Group(session=session) for session in material.programme.session_numbers
    ]
    rows = [
        Row(
            (
                material.word(index),
                name_occasion(material, group),
                material.base(Measure.ALPHA, index, group=group),
                write_alpha(material, index, group),
            )
        )
        for index in material.programme.indices
        for group in occasions
        if material.find(Measure.ALPHA, index, group=group)
    ]
    if not rows:
        return None
    columns = [
        Column(notation.say(_("Index")), is_number=False),
        Column(notation.say(_("Asked")), is_number=False),
        Column(notation.say(_("People"))),
        Column(notation.say(_("Cronbach’s alpha"))),
    ]
    title = notation.say(_("How well the questions of an index go together"))
    notes = tuple(explain_reliability(material))
    return make_table("table-reliability", title, columns, rows, notation, notes=notes)


def explain_reliability(material: Material) -> Iterator[str]:
    """Yield how alpha is read, also one below 0."""
    notation = material.notation
    yield notation.say(
        _(
            "1 is completely. In brackets Feldt’s 95% interval. With some thirty people alpha is "
            "unsure, so look at the interval."
        )
    )
    alphas = (
        figure.value
        for name, figure in material.indicators.by_name.items()
        if name.measure is Measure.ALPHA and figure.value is not None
    )
    if any(alpha < 0 for alpha in alphas):
        yield notation.say(
            _(
                "Below 0 the questions point in different directions, as when one is worded the "
                "other way round and its scale is not reversed. They are then no index."
            )
        )


def name_occasion(material: Material, group: Group) -> str:
    """Return the wave or the session in words."""
    if group.wave:
        return material.notation.say(WAVES[group.wave])
    return material.notation.say(_("session {number}"), number=group.session or 0)


def write_alpha(material: Material, index: str, group: Group) -> Figure:
    """Return alpha with its interval, or the sign for its lack."""
    alpha, low, high = (
        material.words(measure, index, group=group)
        for measure in (Measure.ALPHA, Measure.ALPHA_LOW, Measure.ALPHA_HIGH)
    )
    if material.value(Measure.ALPHA_LOW, index, group=group) is None:
        return alpha
    words = material.notation.say(
        _("{shift} ({low} to {high})"), shift=str(alpha), low=str(low), high=str(high)
    )
    return bundle(words, (alpha, low, high))
