"""Figures that others published from their own data come out of the same data here.

The exports of a course by UPPMAX (UPPMAX/HPC-python, CC BY 4.0) and the long-term survey of
The Carpentries of October 2017 (carpentries/assessment, CC BY 4.0). The files are not ours
to commit; where they are absent the tests are skipped and say so.
"""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from flows.programme.headers import normalise
from flows.programme.indicator_names import Group, IndicatorName, Measure
from flows.programme.items import Instrument, Item, ItemKind
from flows.programme.languages import Bilingual
from flows.programme.places import Place
from flows.programme.scales import MissingKind, Scale, ScaleLabel
from flows.validate.dataset import Answer, AskedItem, Dataset, Respondent
from tests.aggregate.dataset_drawing import draw_dataset, draw_item
from tests.aggregate.figure_lookup import Figures

EXAMPLES = Path(__file__).resolve().parents[3] / "shared" / "examples"
COURSE = EXAMPLES / "uppmax-2025-04"
SURVEY = EXAMPLES / "carpentries" / "longterm_October2017.csv"

pytestmark = pytest.mark.skipif(
    not EXAMPLES.is_dir(), reason="the published surveys (../shared/examples) are not here"
)

CONFIDENCE = Scale(
    "confidence",
    tuple(
        ScaleLabel(Bilingual(label), value, kind)
        for label, value, kind in (
            ("I don't know even what this is about ...?", 0, None),
            ("I have no confidence I can do this", 1, None),
            ("I have low confidence I can do this", 2, None),
            ("I have some confidence I can do this", 3, None),
            ("I have good confidence I can do this", 4, None),
            ("I can absolutely do this!", 5, None),
            ("I did not attend that session", None, MissingKind.DID_NOT_ATTEND),
        )
    ),
)
AGREEMENT = Scale(
    "agreement",
    tuple(
        ScaleLabel(Bilingual(label), value, is_favourable=value > 3)
        for value, label in enumerate(
            ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"), 1
        )
    ),
)


def read_columns(path: Path) -> dict[str, list[str]]:
    """Return the columns of a csv file by their header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    return {title: [row[n] for row in rows] for n, title in enumerate(header)}


def survey(item: Item, scale: Scale, replies: list[list[str]]) -> Dataset:
    """Return a dataset in which each row of `replies` holds what one person chose."""
    labels = {normalise(label.label.sv): label for label in scale.labels}
    answers = []
    for row, chosen in enumerate(replies):
        found = [labels[normalise(text)] for text in chosen if text]
        missing = next((label.missing for label in found if label.missing), None)
        missing = missing if found else MissingKind.NOT_ANSWERED
        value = found[0].value if found and not missing else None
        codes = () if missing else tuple(label.code for label in found)
        place = Place("survey.csv", "", row + 2, 1)
        said = (value, codes, missing)
        answers.append(Answer(item.item_id, Respondent(str(row)), 1, None, *said, place, place))
    empty = draw_dataset()
    return replace(
        empty,
        programme=replace(empty.programme, items=(item,), scales=(scale,)),
        answers=tuple(answers),
        asked_items=(AskedItem(item.item_id, 1, None, "", answers[0].place),),
    )


def words_scale(labels: list[str]) -> Scale:
    """Return the scale of a question whose answers have no value."""
    return Scale("words", tuple(ScaleLabel(Bilingual(label), None) for label in labels))


@pytest.mark.parametrize(
    ("day", "items"), [("20250425_day_2", 8), ("20250428_day_3", 7), ("20250429_day_4", 7)]
)
def test_every_mean_of_the_course_comes_out_to_two_decimals(day, items):
    """Who did not attend leaves the mean; who does not know what it is about is zero in it."""
    columns = read_columns(COURSE / f"{day}__evaluation_{day}.csv")
    columns = {" ".join(title.split()): replies for title, replies in columns.items()}
    published = read_columns(COURSE / f"{day}__average_confidences.csv")

    ours = {}
    for title in published["question"]:
        item = Item("i", Bilingual(title), ItemKind.SCALE, Instrument.EVALUATION, "confidence")
        figures = Figures(survey(item, CONFIDENCE, [[reply] for reply in columns[title]]))
        ours[title] = round(figures["mean item=i"].value, 2)

    assert len(ours) == items
    assert ours == dict(zip(published["question"], map(float, published["mean"]), strict=True))


@pytest.mark.parametrize(
    ("column", "favourable", "base"),
    [("Made-Analyses-Reproducible", 144 + 79, 409), ("Gained-Confidence-With-Data", 264, 408)],
)
def test_favourable_shares_of_the_survey_come_out(column, favourable, base):
    """54 % and 65 % of those who answered agreed or strongly agreed."""
    replies = [[reply] for reply in read_columns(SURVEY)[column]]

    figures = Figures(survey(draw_item("i", ItemKind.SCALE, "agreement"), AGREEMENT, replies))

    assert figures("share_favourable item=i") == (favourable / base, base)


@pytest.mark.parametrize(
    ("column", "label", "chosen", "base"),
    [
        ("Change-In-Confidence", "I'm more confident now.", 333, 432),
        ("Recommended", "Yes.", 298, 401),
        ("How-Long-Ago", "More than 1 year ago", 350, 473),
    ],
)
def test_single_choices_of_the_survey_come_out(column, label, chosen, base):
    """77, 74 and 74 % of those who answered; "I don't remember" was an answer there."""
    replies = read_columns(SURVEY)[column]
    scale = words_scale(sorted(set(replies) - {""}))

    figures = Figures(
        survey(draw_item("i", ItemKind.CHOICE, "words"), scale, [[r] for r in replies])
    )

    assert value_and_base(figures, Measure.ANSWERS, label) == (chosen, base)
    assert value_and_base(figures, Measure.SHARE, label) == (chosen / base, base)


FIELD_COLUMNS = ("Field", *(f"Column{n}" for n in range(2, 13)))


def test_multiple_choices_of_the_survey_come_out_on_those_who_chose_any():
    """459 ticked at least one of the twelve fields; 36.2 % of them the life sciences."""
    columns = read_columns(SURVEY)
    replies = [list(row) for row in zip(*(columns[name] for name in FIELD_COLUMNS), strict=True)]
    scale = words_scale(sorted({text for row in replies for text in row} - {""}))

    figures = Figures(survey(draw_item("i", ItemKind.CHOICES, "words"), scale, replies))

    for label, chosen, percent in (
        ("Life Sciences", 166, 36.2),
        ("Biomedical/Health Sciences", 95, 20.7),
        ("Agricultural or Environmental Sciences", 74, 16.1),
        ("Physical Sciences", 57, 12.4),
        ("Earth Sciences", 48, 10.5),
        ("Engineering", 41, 8.9),
    ):
        assert value_and_base(figures, Measure.ANSWERS, label) == (chosen, 459)
        assert round(100 * value_and_base(figures, Measure.SHARE, label)[0], 1) == percent


def value_and_base(figures: Figures, measure: Measure, label: str):
    """Return value and base of one label of the item."""
    found = figures.table.find(IndicatorName(measure, "i", normalise(label), Group()))
    return found.value, found.base
