"""A real course's exports, written by nobody here, give the figures that the course published.

UPPMAX's course "HPC Python" of April 2025 (UPPMAX/HPC-python, CC BY 4.0): three Microsoft
Forms exports and one of Google Forms. The files are not ours to commit; where they are
absent the tests are skipped and say so.
"""

import csv
import json
import shutil
from datetime import date
from pathlib import Path
from statistics import fmean

import pytest

from flows.aggregate.indicator_file import write_indicators
from flows.chain.stages import Request, make_findings
from flows.programme.items import Instrument, Item, ItemKind, KirkpatrickLevel, Wave
from flows.programme.languages import Bilingual, Language
from flows.programme.programme import (
    ExportDeclaration,
    ExportKind,
    Participant,
    Profile,
    Programme,
    Project,
    Session,
)
from flows.programme.scales import MissingKind, Scale, ScaleLabel
from flows.programme.workbook_writer import write_programme_workbook

ROOT = Path(__file__).resolve().parents[1]
COURSE = ROOT.parent / "shared" / "examples" / "uppmax-2025-04"
DAYS = {2: date(2025, 4, 25), 3: date(2025, 4, 28), 4: date(2025, 4, 29)}
INITIAL_KNOWLEDGE = "20250425_day_2__initial_knowledge.csv"

pytestmark = pytest.mark.skipif(
    not COURSE.is_dir(), reason="the course's exports (../shared/examples) are not on this machine"
)

CONFIDENCE = Scale(
    "confidence",
    (
        ScaleLabel(Bilingual("", "I don't know even what this is about ...?"), 0),
        ScaleLabel(Bilingual("", "I have no confidence I can do this"), 1),
        ScaleLabel(Bilingual("", "I have low confidence I can do this"), 2),
        ScaleLabel(Bilingual("", "I have some confidence I can do this"), 3),
        ScaleLabel(Bilingual("", "I have good confidence I can do this"), 4, is_favourable=True),
        ScaleLabel(Bilingual("", "I can absolutely do this!"), 5, is_favourable=True),
        ScaleLabel(
            Bilingual("", "I did not attend that session"), None, MissingKind.DID_NOT_ATTEND
        ),
    ),
)
RECOMMENDATION = Scale(
    "recommendation",
    tuple(ScaleLabel(Bilingual("", label), None) for label in ("Yes", "Not sure", "No")),
)
OTHER_QUESTIONS = (
    ("overall", "Overall, how would you rate this training event?", ItemKind.NUMBER, ""),
    ("pace", "What do you think about the pace of teaching overall today?", ItemKind.TEXT, ""),
    (
        "recommend",
        "Would you recommend this course to your colleagues?",
        ItemKind.CHOICE,
        RECOMMENDATION.scale_id,
    ),
    (
        "topics",
        "Which future training topics would you like to be provided by the training host(s)?",
        ItemKind.TEXT,
        "",
    ),
    (
        "comments",
        (
            "Do you have any additional comments? Suggestions/ideas: - What did you like best? "
            "(materials, exercises, structure) - Where should we improve? (materials, exercises, "
            "structure) - Training organi..."
        ),
        ItemKind.TEXT,
        "",
    ),
)


def published_means() -> dict[tuple[int, str], float]:
    """Return the published mean of each (day, question), two decimals."""
    means = {}
    for day in DAYS:
        (path,) = COURSE.glob(f"*_day_{day}__average_confidences.csv")
        with path.open(newline="") as file:
            for row in csv.DictReader(file):
                means[day, row["question"]] = float(row["mean"])
    return means


def initial_answers() -> dict[str, list[int]]:
    """Return the numbers under each question of the Google Forms export, read by csv alone."""
    with (COURSE / INITIAL_KNOWLEDGE).open(newline="") as file:
        rows = list(csv.DictReader(file))
    questions = [header for header in rows[0] if "[" in header]
    return {
        question.partition("[")[2].rstrip("]"): [int(row[question]) for row in rows]
        for question in questions
    }


def course_questions() -> list[str]:
    """Return every question about confidence, in a fixed order."""
    return sorted({question for _, question in published_means()} | set(initial_answers()))


def course_programme() -> Programme:
    """Return the course as a programme; the 62 who registered are known only as numbers."""
    confidences = tuple(
        Item(
            f"c{number:02}",
            Bilingual("", question),
            ItemKind.SCALE,
            Instrument.EVALUATION,
            CONFIDENCE.scale_id,
            KirkpatrickLevel.LEARNING,
        )
        for number, question in enumerate(course_questions(), 1)
    )
    others = tuple(
        Item(
            item_id,
            Bilingual("", wording),
            kind,
            Instrument.EVALUATION,
            scale_id,
            KirkpatrickLevel.REACTION,
        )
        for item_id, wording, kind, scale_id in OTHER_QUESTIONS
    )
    return Programme(
        name="hpc-python",
        project=Project(
            title=Bilingual("HPC Python", "HPC Python"),
            registration_number="2025-00000",
            funder="Vinnova",
            coordinator="UPPMAX",
            parties=("UPPMAX",),
            grant_sek=0,
            co_funding_sek=0,
            starts_on=date(2025, 4, 1),
            ends_on=date(2025, 4, 30),
            status=Bilingual("Avslutat", "Ended"),
            language=Language.EN,
        ),
        sessions=tuple(
            Session(day, held_on, Bilingual(f"Dag {day}", f"Day {day}"))
            for day, held_on in DAYS.items()
        ),
        participants=tuple(
            Participant(f"P{n:02}", f"Learner {n}", "", "learner", "UPPMAX", "university")
            for n in range(1, 63)
        ),
        items=confidences + others,
        scales=(CONFIDENCE, RECOMMENDATION),
        declarations=(
            ExportDeclaration(
                f"*{INITIAL_KNOWLEDGE}", kind=ExportKind.SURVEY, session=2, wave=Wave.BEFORE
            ),
        ),
        goals=(),
        budget=(),
        profile=Profile(),
    )


@pytest.fixture(scope="module")
def indicators(tmp_path_factory) -> dict[str, dict]:
    """Return what `indicators.json` holds of the course's own files, by id."""
    home = tmp_path_factory.mktemp("course")
    folder = home / "inputs" / "hpc-python"
    (folder / "exports").mkdir(parents=True)
    write_programme_workbook(course_programme(), folder / "programme.xlsx", Language.EN)
    shutil.copy(COURSE / INITIAL_KNOWLEDGE, folder / "exports")
    for day in DAYS:
        (export,) = COURSE.glob(f"*_day_{day}__evaluation_*.xlsx")
        (folder / "sessions" / f"{day:02}").mkdir(parents=True)
        shutil.copy(export, folder / "sessions" / f"{day:02}")
    findings = make_findings(Request("hpc-python", home / "inputs", home / "outputs"))
    written = json.loads(write_indicators("hpc-python", findings.indicators))
    return {indicator["id"]: indicator for indicator in written["indicators"]}


def item_ids() -> dict[str, str]:
    """Return the item id of each question about confidence."""
    return {question: f"c{number:02}" for number, question in enumerate(course_questions(), 1)}


def test_every_published_mean_is_reproduced(indicators):
    """All 22 item means of the three days equal the published ones to two decimals."""
    published, ids = published_means(), item_ids()
    ours = {
        (day, question): round(indicators[f"mean item={ids[question]} session={day}"]["value"], 2)
        for day, question in published
    }

    assert len(published) == 22
    assert ours == published


@pytest.mark.parametrize(
    ("session", "published"),
    [(2, (15, 7.67, 13, 2)), (3, (13, 7.69, 9, 4)), (4, (10, 8.00, 9, 1))],
)
def test_published_ratings_and_recommendations(indicators, session, published):
    """Responses, mean overall rating, "Yes" and "Not sure" of each day equal the published."""
    names = (
        f"responses session={session}",
        f"mean item=overall session={session}",
        f"answers item=recommend answer=yes session={session}",
        f'answers item=recommend answer="not sure" session={session}',
    )

    assert tuple(round(indicators[name]["value"], 2) for name in names) == published


def test_answers_beforehand_stand_apart_as_a_wave(indicators):
    """The anonymous answers beforehand are their own wave: same scale, no pairs, no mixing."""
    ids = item_ids()
    for question, numbers in initial_answers().items():
        mean = indicators[f"mean item={ids[question]} wave=before"]

        assert mean["base"] == len(numbers)
        assert mean["value"] == pytest.approx(fmean(numbers))


def test_did_not_attend_leaves_the_base(indicators):
    """On day 2 one of 15 did not attend the part about interactive sessions: the base is 14."""
    item_id = item_ids()["I can check that I am in an interactive session"]

    assert indicators[f"mean item={item_id} session=2"]["base"] == 14
    missing = indicators[f"missing item={item_id} answer=did_not_attend session=2"]
    assert missing["value"] == 1


@pytest.mark.parametrize("day", DAYS)
def test_published_scores_are_reproduced(indicators, day):
    """The course's success score of a day is the mean of all its answers together, out of 5.

    It is told of as the mean of the questions' means, which is another number where questions
    have been answered by unlike numbers of people: 0.699 on the third day, not 0.7025.
    """
    (path,) = COURSE.glob(f"*_day_{day}__success_score.txt")
    ids = item_ids()
    of_items = [
        indicators[f"mean item={ids[question]} session={day}"]
        for of_day, question in published_means()
        if of_day == day
    ]
    points = sum(mean["value"] * mean["base"] for mean in of_items)
    answers = sum(mean["base"] for mean in of_items)

    assert points / answers / 5 == pytest.approx(float(path.read_text()))


NOT_OURS = {"1": (16, "no export of the first day was published")}
"""Days of the whole course's table whose means cannot be ours: how many they are, and why."""


def test_the_table_of_the_whole_course_is_reproduced(indicators):
    """38 means of four days: those of the days with an export are ours, the others explained."""
    (path,) = COURSE.glob("*__confidences_course.csv")
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    ids = item_ids()
    explained = [row for row in rows if row["day"] in NOT_OURS]
    ours = {
        (row["day"], row["learning_outcomes"]): indicators[
            f"mean item={ids[row['learning_outcomes']]} session={row['day']}"
        ]["value"]
        for row in rows
        if row not in explained
    }

    assert {(row["day"], len(explained)) for row in explained} == {("1", NOT_OURS["1"][0])}
    assert len(rows) == len(ours) + len(explained) == 38
    assert {key: round(mean, 2) for key, mean in ours.items()} == {
        (row["day"], row["learning_outcomes"]): float(row["average_confidence"])
        for row in rows
        if row not in explained
    }


def test_rates_rest_on_those_who_registered(indicators):
    """62 registered; who was present is known of no list, so that rate is not told.

    The course counted 16 present on the second day and 15 answers: 94 % by its own count.
    """
    of_enrolled = indicators["response_rate_enrolled session=2"]
    of_present = indicators["response_rate session=2"]

    assert (of_enrolled["value"], of_enrolled["base"]) == (15 / 62, 62)
    assert of_present["value"] is None
