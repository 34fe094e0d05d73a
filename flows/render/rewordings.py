"""Questions that were put in other words at some time: which, and in which words when."""

import re
from collections import defaultdict
from dataclasses import dataclass

from flows.programme.headers import display, normalise
from flows.programme.items import Item, Wave
from flows.programme.languages import Language
from flows.validate.dataset import Dataset
from flows.validate.spelling import measure_similarity_pct

GRID_ROW = re.compile(r"^.*\[(.+)\]$")
"""A row of a grid stands in square brackets after the grid's own title; the row counts."""


@dataclass(frozen=True, slots=True)
class AskedWording:
    """One wording of an item, and the sessions and waves in which it was asked so.

    `language` is that of the workbook's wording that it is most like, as no export tells it.
    """

    wording: str
    language: Language
    sessions: tuple[int, ...]
    waves: tuple[Wave, ...]


def list_rewordings(dataset: Dataset, item: Item) -> tuple[AskedWording, ...]:
    """Return the wordings of a reworded item, those that the workbook puts first left out.

    An item is reworded where it was asked in two wordings, be it in two languages, or in one
    that is not the workbook's first. Nothing is returned for any other item.
    """
    asked = [
        (normalise(wording), wording, one)
        for one in dataset.asked_items
        if one.item_id == item.item_id
        for wording in (GRID_ROW.sub(r"\1", display(one.wording)),)
    ]
    first_words = {normalise(item.wording.sv), normalise(item.wording.en)} - {""}
    known = {key for key, _, _ in asked}
    if len(known) <= 1 and known <= first_words:
        return ()
    main = normalise(item.wording.sv) if normalise(item.wording.sv) in known else ""
    wordings: dict[str, str] = {}
    sessions: dict[str, set[int]] = defaultdict(set)
    waves: dict[str, set[Wave]] = defaultdict(set)
    for key, wording, one in asked:
        wordings.setdefault(key, wording)
        sessions[key] |= {one.session} if one.session else set()
        waves[key] |= {one.wave} if one.wave else set()
    return tuple(
        AskedWording(
            wording,
            guess_language(key, item, dataset.programme.project.language),
            tuple(sorted(sessions[key])),
            tuple(wave for wave in Wave if wave in waves[key]),
        )
        for key, wording in sorted(wordings.items())
        if key != main
    )


def guess_language(wording: str, item: Item, own: Language) -> Language:
    """Return the language whose wording of `item` is most like `wording`; else `own`."""
    return max(
        Language,
        key=lambda language: (
            measure_similarity_pct(wording, normalise(item.wording.in_language(language))),
            language is own,
        ),
    )
