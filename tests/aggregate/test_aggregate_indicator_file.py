"""indicators.json follows the contract to the letter."""

import json
from dataclasses import replace

import pytest

from flows.aggregate.aggregation import aggregate
from flows.aggregate.indicator_file import read_indicators, write_indicators
from flows.aggregate.measures import DEFINITIONS, definition_of
from flows.programme.indicator_names import Measure, parse_indicator_name
from flows.programme.programme import Profile
from tests.aggregate.dataset_drawing import draw_dataset

DATASET = draw_dataset(
    register="| key | role |\n| ada | projektledare och chef |\n| bo | ledare |",
    attendance="| who | 1 |\n| ada | x |\n| bo | x |",
    answers="""
        | who | session | benefit | methods |
        | ada | 1       | 3       | ja      |
        | bo  | 1       | 5       | ja; nej |
        |     | 1       | 5       |         |
        | ada | 2       | 4       | -       |
        | ada | 3       | 3       | -       |
        | bo  | 3       | 5       | -       |
    """,
    budget="| category | party | budget | outcome |\n| Resor | FoU | 10 | 9 |",
    projects="| stage |\n| Test |",
    profile=Profile(suppression_threshold=2),
)
TEXT = write_indicators("sörmland", aggregate(DATASET))
DOCUMENT = json.loads(TEXT)


def test_document_has_schema_programme_and_indicators():
    """Those three keys in that order; one line break at the end, letters as they are."""
    assert list(DOCUMENT) == ["schema", "programme", "indicators"]
    assert (DOCUMENT["schema"], DOCUMENT["programme"]) == (1, "sörmland")
    assert TEXT.endswith("}\n")
    assert "sörmland" in TEXT


def test_a_published_indicator_has_every_key_of_the_contract():
    """3, 5 and 5 in session 1: cells C2 to C4, the mean at full precision."""
    assert find("mean item=benefit session=1") == {
        "id": "mean item=benefit session=1",
        "measure": "mean",
        "item": "benefit",
        "answer": None,
        "group": {"session": 1},
        "value": 13 / 3,
        "base": 3,
        "unit": "points",
        "status": "published",
        "definition": {
            "sv": definition_of(Measure.MEAN).sv,
            "en": DEFINITIONS[Measure.MEAN].sentence,
        },
        "sources": [{"file": "exports/svar.xlsx", "sheet": "Svar", "cells": "C2:C4"}],
        "suppression": None,
    }


def test_a_suppressed_indicator_tells_nothing_of_its_people():
    """Session 2 has one answer: no value, no base, no cells to count them by."""
    suppressed = find("mean item=benefit session=2")

    assert suppressed["status"] == "suppressed"
    assert [suppressed[key] for key in ("value", "base", "sources")] == [None, None, []]


def test_every_id_is_unique_and_is_read_back_to_the_same_name():
    """Texts and goals can name each indicator by its id, also with spaces in it."""
    indicators = aggregate(DATASET)
    ids = [str(indicator.name) for indicator in indicators]

    assert len(ids) == len(set(ids))
    assert [parse_indicator_name(name) for name in ids] == [each.name for each in indicators]
    assert 'enrolled role="projektledare och chef"' in ids


def test_what_is_written_is_read_back():
    """Whoever asks after a figure is told what the run has told, without counting again."""
    assert read_indicators(TEXT) == aggregate(DATASET)


def test_the_order_of_rows_changes_nothing():
    """Rows read from the last to the first give the same file, letter by letter."""
    backwards = replace(
        DATASET,
        responses=DATASET.responses[::-1],
        answers=DATASET.answers[::-1],
        attendances=DATASET.attendances[::-1],
        asked_items=DATASET.asked_items[::-1],
    )

    assert write_indicators("sörmland", aggregate(backwards)) == TEXT


def test_groups_have_only_the_keys_of_the_contract():
    """A reader of the file need not know how a programme looks."""
    keys = {key for indicator in DOCUMENT["indicators"] for key in indicator["group"]}

    assert keys <= {"session", "role", "organisation_type", "wave", "category", "party"}


def test_fractions_are_between_zero_and_one():
    """Rounding and per cent signs are the report's business."""
    fractions = [each for each in DOCUMENT["indicators"] if each["unit"] == "fraction"]

    assert fractions
    assert all(0 <= each["value"] <= 1 for each in fractions if each["value"] is not None)


@pytest.mark.parametrize("measure", Measure)
def test_every_measure_is_defined_in_both_languages(measure):
    """The Swedish is a translation, not the English again."""
    definition = definition_of(measure)

    assert definition.en
    assert definition.sv
    assert definition.sv != definition.en


def find(identifier: str) -> dict:
    """Return the indicator called `identifier` as it stands in the file."""
    (found,) = [each for each in DOCUMENT["indicators"] if each["id"] == identifier]
    return found
