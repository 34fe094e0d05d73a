"""What the report says of change, in words and numbers that a municipal reader can follow."""

from dataclasses import replace

import pytest

from flows.aggregate.change_tests import FEWEST_CHANGED_PAIRS
from flows.aggregate.statistics.scipy_functions import MOST_CHANGES_COUNTED, scipy_version
from flows.programme.items import KirkpatrickLevel
from flows.programme.languages import Bilingual, Language
from flows.programme.programme import Profile
from tests.aggregate.dataset_drawing import ABILITIES, ITEMS, draw_dataset
from tests.render.report_drawing import YEAR, draw_report, row_of, with_threshold


def draw_year(changed: int, waves: tuple[str, ...] = ("before", "after"), *, is_known: bool = True):
    """Return ten people who answered in each of `waves`, of whom `changed` rose by one point."""
    register = "\n".join(["| key | role |", *(f"| P{n} | chef |" for n in range(10))])
    answers = ["| who | wave | skill |"]
    for wave in waves:
        for n in range(10):
            points = {"before": 3, "retrospective": 2}.get(wave, 4 if n < changed else 3)
            answers.append(f"| {f'P{n}' if is_known else ''} | {wave} | {points} |")
    return draw_dataset(register=register, answers="\n".join(answers))


@pytest.mark.parametrize(("changed", "sign"), [(5, "†"), (6, "0,031"), (7, "0,016")])
def test_a_missing_p_value_is_a_sign_that_says_why(changed, sign):
    """Below six changed pairs there is no p-value, and the note below the table tells why."""
    tests = draw_report(draw_year(changed)).before_and_after.tables[1]

    assert row_of(tests, "skill")[0] == sign
    assert ("färre än sex personer förändrades" in " ".join(map(str, tests.notes))) is (sign == "†")


def test_the_tests_name_their_method_and_version():
    """A p-value may differ between versions of SciPy, so it is printed with the version."""
    notes = " ".join(map(str, draw_report(draw_year(8)).before_and_after.tables[1].notes))

    assert f"SciPy {scipy_version()}" in notes
    assert (FEWEST_CHANGED_PAIRS, MOST_CHANGES_COUNTED) == (6, 50)
    assert "färre än sex" in notes
    assert "högst femtio förändrade par" in notes
    for word in ("exakt", "Pratt", "Holms metod", "normalapproximation", "slumpen"):
        assert word in notes


def test_change_is_told_in_people_then_in_points():
    """Eight of ten rose by a point: how many, the typical change with its interval, direction."""
    changes = draw_report(draw_year(8)).before_and_after.tables[0]

    assert row_of(changes, "skill") == ("10", "8", "2", "0", "1,0 (0,5 till 1,0)", "1,00")


def test_the_spread_of_every_answer_comes_first():
    """There is a chart of the distribution, with the number of answers, before any change."""
    chapter = draw_report(draw_year(8)).before_and_after

    (spread,) = chapter.spreads
    assert "10 svar före och 10 svar efter" in spread.in_words
    assert chapter.unpaired == ""


def test_without_pairs_there_are_two_spreads_and_no_test():
    """Anonymous answers: the chapter says so, and prints neither a test nor a chart of pairs."""
    chapter = draw_report(draw_year(8, is_known=False)).before_and_after

    assert len(chapter.spreads) == 1
    assert (chapter.charts, chapter.tables) == ((), ())
    assert "inget test" in chapter.unpaired


def test_hindsight_stands_apart():
    """The retrospective wave has its own tables, its own bar and a word on what may be wrong."""
    chapter = draw_report(draw_year(8, ("before", "after", "retrospective"))).before_and_after

    assert row_of(chapter.tables[0], "skill")[:4] == ("10", "8", "2", "0")
    assert row_of(chapter.hindsight[0], "skill")[:4] == ("10", "10", "0", "0")
    assert "aldrig ihop" in chapter.hindsight_lead
    assert "Sett i efterhand var värdet 0\N{NO-BREAK SPACE}% före." in chapter.spreads[0].in_words
    assert draw_report(draw_year(8)).before_and_after.hindsight == ()


def test_those_without_two_answers_are_bounded():
    """Of twelve enrolled ten answered twice and eight rose: at least 67 %, at most 83 %."""
    dataset = draw_year(8)
    person = dataset.programme.participants[0]
    more = (replace(person, key="Q1"), replace(person, key="Q2"))
    programme = replace(dataset.programme, participants=(*dataset.programme.participants, *more))
    incomplete = draw_report(replace(dataset, programme=programme)).before_and_after.tables[2]

    assert row_of(incomplete, "skill") == ("3,0", "3,0", "4,0", "4,0", "67\xa0% till 83\xa0%")


def test_an_index_is_printed_with_its_interval():
    """Alpha is never alone: the people and Feldt's interval stand beside it."""
    rows = ["| who | wave | lead | listen | try |"]
    rows += [f"| | before | {n} | {min(n + 1, 5)} | {n} |" for n in (1, 2, 3, 4, 5)]
    rows += [f"| | after | {n} | {n} | {n} |" for n in (3, 4, 5, 5, 4)]
    dataset = draw_dataset(answers="\n".join(rows), items=ABILITIES)
    reliability = draw_report(dataset).before_and_after.tables[-1]

    assert reliability.rows[0].words[:3] == ("ability", "Före", "5")
    assert reliability.rows[0].words[3].startswith("0,99 (0,9")


def test_an_index_is_called_by_its_name_in_the_language_of_the_report():
    """Beside alpha, and in the evidence for it."""
    rows = ["| who | wave | lead | listen | try |"]
    rows += [f"| | before | {n} | {min(n + 1, 5)} | {n} |" for n in (1, 2, 3, 4, 5)]
    dataset = draw_dataset(answers="\n".join(rows), items=ABILITIES)
    words = (Bilingual("förmåga", "ability"),)
    programme = replace(dataset.programme, words=words)
    report = draw_report(replace(dataset, programme=programme))
    evidence = {row.words[0] for row in report.appendix.others.rows}

    assert report.before_and_after.tables[-1].rows[0].words[0] == "förmåga"
    assert "förmåga, före" in evidence


def test_results_stand_in_the_order_of_kirkpatricks_levels():
    """Reaction comes before learning, whatever the order of the workbook."""
    levels = {"benefit": KirkpatrickLevel.LEARNING, "rating": KirkpatrickLevel.REACTION}
    items = tuple(replace(item, level=levels.get(item.item_id)) for item in ITEMS)
    dataset = replace(YEAR, programme=replace(YEAR.programme, items=items))
    report = draw_report(dataset)

    assert [
        (level.title[:6], level.charts[0].title.split()[0]) for level in report.session_results
    ] == [
        ("Nivå 1", "rating"),
        ("Övriga", "recommend"),
        ("Nivå 2", "benefit"),
    ]


def test_each_level_stands_in_its_own_chapter():
    """What was asked after the sessions of behaviour stands with the change projects."""
    levels = dict(zip(("benefit", "rating", "recommend", "methods"), KirkpatrickLevel, strict=True))
    items = tuple(replace(item, level=levels.get(item.item_id)) for item in ITEMS)
    report = draw_report(replace(YEAR, programme=replace(YEAR.programme, items=items)))
    further = (report.before_and_after, report.change_projects, report.goals)

    assert report.evaluations.lead
    assert [
        results.charts[0].title.split()[0]
        for results in (*report.evaluations.levels, *(chapter.sessions for chapter in further))
    ] == ["benefit", "rating", "recommend", "methods"]


def test_a_test_of_too_few_people_is_not_shown():
    """Where the counts are suppressed, every statistic made of them is."""
    tables = draw_report(with_threshold(draw_year(8), 11)).before_and_after.tables

    assert {cell for table in tables for row in table.rows for cell in row.words[1:]} == {".."}


def test_the_limits_say_what_thirty_people_cannot_show():
    """A census is no sample, and nothing here shows a cause; in both languages."""
    swedish, english = (
        " ".join(map(str, draw_report(language=language).method.limits)) for language in Language
    )

    assert "inget urval" in swedish
    assert "orsakade" in swedish
    assert "no sample" in english
    assert "caused" in english


@pytest.mark.parametrize(
    ("hides", "words"),
    [(True, "färre än 5 möjliga värden"), (False, "En total över alla döljs inte")],
)
def test_the_limits_say_whether_totals_may_tell_of_hidden_parts(hides, words):
    """The method chapter states the one rule of disclosure that the profile chooses."""
    profile = Profile(suppression_threshold=5, hides_telling_totals=hides)
    dataset = replace(YEAR, programme=replace(YEAR.programme, profile=profile))

    said = " ".join(map(str, draw_report(dataset).method.limits)).replace("\N{NO-BREAK SPACE}", " ")
    assert [each in said for each in ("möjliga värden, om", "En total över alla")] == [
        hides,
        not hides,
    ]
    assert words in said


@pytest.mark.parametrize(("changed", "is_told"), [(10, True), (8, False)])
def test_an_interval_without_width_is_no_proof(changed, is_told):
    """Where all ten rose by one point every resample is the same; the note says what that is."""
    changes = draw_report(draw_year(changed)).before_and_after.tables[0]

    assert (row_of(changes, "skill")[4] == "1,0 (1,0 till 1,0)") is is_told
    assert ("vars ändar är lika" in " ".join(map(str, changes.notes))) is is_told


@pytest.mark.parametrize(
    ("third", "alpha", "words"),
    [
        ((5, 4, 3, 2, 1, 5), "−3,00 (−15,94 till 0,40)", "Under 0 pekar frågorna åt olika håll"),
        ((1, 2, 3, 4, 5, 1), "1,00 (1,00 till 1,00)", ""),
        (None, "=", "alla svarade lika"),
    ],
)
def test_an_alpha_that_is_no_reliability_says_so(third, alpha, words):
    """Questions that point different ways have an alpha below 0; all alike have none."""
    first = (3,) * 6 if third is None else (1, 2, 3, 4, 5, 1)
    rows = zip(first, first, third or first, strict=True)
    answers = "\n".join(f"| | before | {a} | {b} | {c} |" for a, b, c in rows)
    dataset = draw_dataset(
        answers=f"| who | wave | lead | listen | try |\n{answers}", items=ABILITIES
    )

    table = draw_report(dataset).before_and_after.tables[-1]
    assert table.rows[0].words[-2:] == ("6", alpha)
    assert words in " ".join(map(str, table.notes))
    assert ("Under 0" in " ".join(map(str, table.notes))) is ("Under 0" in words)
