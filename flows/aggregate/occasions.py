"""When items were asked: at a session, in a wave, or at neither."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from flows.programme.indicator_names import Group
from flows.programme.items import Instrument, Item, Wave
from flows.validate.dataset import Answer, AskedItem, Dataset

Occasion = Group
"""The group of an indicator with its session or its wave, never both; the rest is empty."""

WAVES = list(Wave)


@dataclass(frozen=True, slots=True)
class AskedAnswers:
    """The answers to one item at one occasion.

    `answers` holds the missing ones too. `is_asked` is False where the item's instrument was
    used without the item.
    """

    occasion: Occasion
    is_asked: bool
    answers: tuple[Answer, ...]


def collect_answers(dataset: Dataset) -> Iterator[tuple[Item, tuple[AskedAnswers, ...]]]:
    """Yield each item with its answers at every occasion at which its instrument was used."""
    occasions_by_instrument = find_occasions(dataset)
    asked = {(asked.item_id, occasion_of(asked)) for asked in dataset.asked_items}
    answers_by_question: dict[tuple[str, Occasion], list[Answer]] = defaultdict(list)
    for answer in dataset.answers:
        answers_by_question[answer.item_id, occasion_of(answer)].append(answer)
    for item in dataset.programme.items:
        yield (
            item,
            tuple(
                AskedAnswers(
                    occasion,
                    is_asked=(item.item_id, occasion) in asked,
                    answers=tuple(answers_by_question.get((item.item_id, occasion), ())),
                )
                for occasion in occasions_by_instrument[item.instrument]
            ),
        )


def occasion_of(asked: Answer | AskedItem) -> Occasion:
    """Return when something was asked; a wave says more than the session it was asked at."""
    return Group(wave=asked.wave) if asked.wave else Group(session=asked.session)


def find_occasions(dataset: Dataset) -> dict[Instrument, tuple[Occasion, ...]]:
    """Return the occasions of each instrument, at which any of its items was asked, in order."""
    instruments = {item.item_id: item.instrument for item in dataset.programme.items}
    occasions: dict[Instrument, set[Occasion]] = {instrument: set() for instrument in Instrument}
    for asked in dataset.asked_items:
        occasions[instruments[asked.item_id]].add(occasion_of(asked))
    return {
        instrument: tuple(sorted(found, key=occasion_order))
        for instrument, found in occasions.items()
    }


def occasion_order(occasion: Occasion) -> tuple[int, int]:
    """Return what occasions sort by: sessions by number, then waves in time."""
    return (WAVES.index(occasion.wave) if occasion.wave else -1, occasion.session or 0)
