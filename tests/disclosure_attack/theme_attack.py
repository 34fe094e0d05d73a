"""The attack on the themes of coded comments: what did the few of one session write about?

Themes are never told of a session, but colleagues know who wrote after which. Asked after are
the themes of each question that are hidden, and those of the comments of one session, or of
those read twice or once, where they are of few people or all about one theme.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from flows.aggregate.indicators import Indicator
from flows.programme.indicator_names import Measure
from flows.validate.dataset import CodedComment, Dataset
from tests.disclosure_attack.adversary import Adversary, Question
from tests.disclosure_attack.links import Bound
from tests.disclosure_attack.programmes import RandomProgramme
from tests.disclosure_attack.secrets import is_few, people
from tests.disclosure_attack.theme_readings import (
    KEYS,
    UNREAD,
    is_quoted,
    link_codings,
    list_codings,
    place_of,
    read_agreement,
    read_themes,
    remember_codings,
    with_theme,
)
from tests.disclosure_attack.unknowns import Unknown

MOST_TARGETS = 4
"""How many counts of themes are asked after in one programme, drawn by lot."""


@dataclass(frozen=True, slots=True)
class Target:
    """How many of some comments have a theme: those of a question, or of a part of it."""

    time: int
    label: str
    question: Question


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A target with how many values it may have, and how many it may whatever the gate does."""

    target: Target
    values: int
    values_before: int


@dataclass(frozen=True, slots=True)
class ThemeAttack:
    """What was asked after, what was narrowed too far, and what is shown that is sensitive."""

    targets: tuple[Target, ...]
    narrowed: tuple[Narrowed, ...]
    shown: tuple[str, ...]


def attack_themes(
    programme: RandomProgramme,
    published: Sequence[Sequence[Indicator]],
    seed: int,
    *,
    are_totals_told: bool,
) -> ThemeAttack:
    """Return what the adversary finds out about what people wrote about.

    What nothing can take back are quotes and how many wrote where and, where totals are told,
    the themes of whole questions that are shown at either time.
    """
    datasets = (programme.earlier, programme.now)
    codings = [list_codings(dataset, time) for time, dataset in enumerate(datasets)]
    unknowns = [*codings[0], *codings[1]]
    told: list[Bound] = list(remember_codings(*codings))
    known: list[Bound] = []
    for dataset, figures, found in zip(datasets, published, codings, strict=True):
        told += link_codings(dataset, found)
        (told if are_totals_told else known).extend(read_themes(figures, found))
        known += read_agreement(dataset, figures, found)
    targets = [
        target
        for time, dataset in enumerate(datasets)
        for target in list_targets(programme.threshold, dataset, time, codings[time])
    ]
    drawn = Random(seed).sample(targets, min(MOST_TARGETS, len(targets)))  # noqa: S311
    questions = [target.question for target in drawn]
    reader = Adversary(programme.shape, unknowns, (), questions, [*told, *known])
    narrowed: list[Narrowed] = []
    for number, target in enumerate(drawn):
        values = reader.count_values(number)
        if values < target.question.enough:
            layman = Adversary(programme.shape, unknowns, (), [target.question], told)
            before = layman.count_values(0)
            if values < before:
                narrowed.append(Narrowed(target, values, before))
    return ThemeAttack(
        tuple(drawn), tuple(narrowed), tuple(find_shown(programme, datasets, published))
    )


def list_targets(
    k: int, dataset: Dataset, time: int, codings: Sequence[Unknown]
) -> Iterator[Target]:
    """Yield each theme of every part of the comments that is sensitive."""
    for label, coded, unknowns in split_comments(dataset, codings):
        unquoted = [each for each in coded if not is_quoted(each, dataset)]
        if not is_sensitive(unquoted, k):
            continue
        for theme in KEYS:
            counted = tuple(with_theme(unknowns, theme))
            truth = sum(theme in each.first.keys for each in coded)
            yield Target(time, f"{label} {theme}", Question(counted, truth, k))


def split_comments(
    dataset: Dataset, codings: Sequence[Unknown]
) -> Iterator[tuple[str, list[CodedComment], list[Unknown]]]:
    """Yield each part of the comments with its name and its unknowns."""
    comments = dataset.coding.comments
    for item in dict.fromkeys(each.comment.item_id for each in comments):
        coded = [each for each in comments if each.comment.item_id == item]
        of_item = [each for each in codings if each.item == item]
        yield item, coded, of_item
        for session in dict.fromkeys(each.comment.session for each in coded):
            yield (
                f"{item} session={session}",
                [each for each in coded if place_of(each) == (item, session)],
                [each for each in of_item if each.session == session],
            )
        for label, is_wanted in (("twice", True), ("once", False)):
            yield (
                f"{item} read {label}",
                [each for each in coded if bool(each.second) is is_wanted],
                [each for each in of_item if (each.answer != UNREAD) is is_wanted],
            )


def is_sensitive(coded: Sequence[CodedComment], k: int) -> bool:
    """Tell whether the comments are of 1 to k - 1 people, or of a few who all share a theme."""
    number = people([each.comment for each in coded])
    return is_few(number, k) or (is_few(number, 2 * k) and is_alike(coded))


def is_alike(coded: Iterable[CodedComment]) -> bool:
    """Tell whether everybody has written about one theme."""
    comments = list(coded)
    everybody = people([each.comment for each in comments])
    return any(
        people([each.comment for each in comments if theme in each.first.keys]) == everybody
        for theme in KEYS
    )


def share_theme(coded: Iterable[CodedComment]) -> bool:
    """Tell whether all comments have one theme."""
    return bool(frozenset.intersection(*(frozenset(each.first.keys) for each in coded)))


def find_shown(
    programme: RandomProgramme,
    datasets: Sequence[Dataset],
    published: Sequence[Sequence[Indicator]],
) -> Iterator[str]:
    """Yield the questions whose themes are shown at a time although they are sensitive."""
    shown_at = [
        {
            figure.name.item
            for figure in figures
            if figure.name.measure is Measure.THEME_COMMENTS and figure.value is not None
        }
        for figures in published
    ]
    for time, dataset in enumerate(datasets):
        for item in sorted(shown_at[time]):
            coded = [each for each in dataset.coding.comments if each.comment.item_id == item]
            unquoted = [each for each in coded if not is_quoted(each, dataset)]
            texts = {each.comment.text for each in programme.earlier.coding.comments}
            new = [each for each in coded if each.comment.text not in texts]
            newcomers = people([each.comment for each in new])
            are_few_told = 0 < len(new) < len(coded) and (
                newcomers < programme.threshold
                or (newcomers < 2 * programme.threshold and share_theme(new))
            )
            is_new_told = time and item in shown_at[0] and are_few_told
            if is_sensitive(unquoted, programme.threshold) or is_new_told:
                yield f"{item} at {time}"
