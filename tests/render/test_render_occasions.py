"""Sessions ask different questions: what a report shows of those that some sessions did not ask."""

import re

import pytest

from flows.programme.items import ItemKind
from flows.programme.languages import Language
from flows.render.notation import Notation
from flows.render.occasions import fold_numbers
from tests.aggregate.dataset_drawing import ABILITIES, ITEMS, VOTED, draw_dataset, draw_item
from tests.render.report_drawing import draw_report, row_of, with_threshold

ONCE = tuple(draw_item(name, ItemKind.SCALE, "agreement") for name in ("lead", "listen", "try"))

UNLIKE = draw_dataset(
    register="| key | role |\n| A | ledare |\n| B | ledare |",
    answers="""
        | who | session | benefit | clarity | lead | listen | try | rating |
        | A   | 1       | 5       | -       | 2    | -      | -   | -      |
        | B   | 1       | 4       | -       | 4    | -      | -   | -      |
        | A   | 2       | 3       | 5       | -    | 5      | -   | -      |
        | B   | 2       | 3       | 4       | -    | 4      | -   | -      |
        | A   | 3       | -       | 5       | -    | -      | 1   | 7      |
        | B   | 3       | -       | 2       | -    | -      | 1   | 9      |
    """,
    sessions=3,
    items=(*ITEMS, *ONCE),
)
"""Benefit is asked at sessions 1 and 2, clarity at 2 and 3, and each of the others at one."""


def charts_of(report):
    """Return the charts of the sessions' chapter by their anchors."""
    return {chart.anchor: chart for level in report.session_results for chart in level.charts}


def labels_of(chart) -> list[str]:
    """Return the texts printed in the pictures of a chart, in their order."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", "".join(chart.pictures))


def plain(text: str) -> str:
    """Return `text` with ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_chart_has_a_bar_for_each_session_that_asked():
    """Of a session that did not, neither an empty row nor a reason is shown."""
    chart = charts_of(draw_report(UNLIKE))["chart-benefit"]
    labels = labels_of(chart)

    assert [text for text in labels if "illfälle" in text] == [
        *("Alla tillfällen", "Tillfälle 1", "Tillfälle 2"),
    ]
    assert "inte frågat" not in labels
    assert "Ställdes vid tillfälle 1 och 2." in chart.base


def test_one_session_has_no_sum():
    """All sessions together would be the same bar once more."""
    chart = charts_of(draw_report(UNLIKE))["chart-rating"]

    assert [text for text in labels_of(chart) if "illfälle" in text] == ["Tillfälle 3"]
    assert chart.in_words == (
        "Medelvärdet av svaren på ”rating” vid tillfälle 3 visas. Det är 8,0. Underlaget är 2 svar."
    )


def test_questions_asked_once_share_a_chart_with_the_most_favourable_first():
    """A bar stands beside its question, its favourable share, its answers and its session."""
    charts = charts_of(draw_report(UNLIKE))
    chart = charts["chart-once-lead"]
    labels = labels_of(chart)
    rows = {name: labels[labels.index(name) + 1 :][:3] for name in ("listen", "lead", "try")}

    assert set(charts) == {*("chart-benefit", "chart-clarity", "chart-once-lead", "chart-rating")}
    assert sorted(rows, key=labels.index) == ["listen", "lead", "try"]
    assert rows == {
        "listen": ["100\u00a0%", "2", "2"],
        "lead": ["50\u00a0%", "2", "1"],
        "try": ["0\u00a0%", "2", "3"],
    }
    assert chart.title.endswith("från 0\u00a0% till 100\u00a0% positiva svar")
    assert len(chart.evidence) == 3


WORKDAYS = draw_dataset(
    register="| key |\n| A |\n| B |",
    answers="""
        | who | session | recommend | voted |
        | A   | 1       | ja        | nej   |
        | B   | 1       | ja        | ja    |
    """,
    sessions=1,
    items=(*ITEMS, VOTED),
)


def test_questions_without_favourable_answers_keep_their_order():
    """The title follows the answer that is the most frequent one to all of them together."""
    chart = charts_of(draw_report(WORKDAYS))["chart-once-recommend"]
    labels = labels_of(chart)

    assert plain(chart.title) == "Frågor som ställdes vid tillfälle 1 – ”ja” från 50 % till 100 %"
    assert plain(chart.in_words) == (
        "Svaren på 2 frågor, var och en ställd vid ett tillfälle, jämförs. ”ja”: det största "
        "värdet, 100 %, har ”recommend”; det minsta, 50 %, har ”voted”. Underlaget är 2 giltiga "
        "svar."
    )
    assert labels == ["Svar", "recommend", "2", "100", "voted", "2", "50", "50"]


def test_one_question_asked_once_has_a_chart_of_its_own():
    """There is nothing that it could share one with."""
    alone = draw_dataset(
        register="| key | role |\n| A | ledare |",
        answers="| who | session | lead | benefit |\n| A | 1 | 2 | 4 |\n| A | 2 | - | 4 |",
        items=(*ITEMS, *ONCE),
    )

    assert set(charts_of(draw_report(alone))) == {"chart-benefit", "chart-lead"}


def draw_waves(answers: str):
    """Return the chapter on change of a report with self-assessments alone."""
    dataset = draw_dataset(
        register="| key |\n| A |\n| B |", answers=answers, items=(*ITEMS, *ABILITIES)
    )
    return draw_report(dataset).before_and_after


def test_what_was_asked_afterwards_alone_is_shown():
    """Without answers from before there is no change, but there are answers."""
    chapter = draw_waves(
        """
        | who | wave  | skill | lead |
        | A   | after | 5     | 2    |
        | B   | after | 4     | 4    |
        """
    )
    (chart,) = chapter.spreads

    assert not chapter.is_asked_twice
    assert (chapter.charts, chapter.hindsight) == ((), ())
    assert plain(chart.title) == (
        "Frågor som ställdes efter programmet – från 50 % till 100 % positiva svar"
    )
    assert labels_of(chart)[:5] == ["Positiva", "Svar", "skill", "100\u00a0%", "2"]


def test_one_question_of_one_wave_tells_of_that_wave():
    """Its alternative text compares nothing."""
    (chart,) = draw_waves("| who | wave | skill |\n| A | before | 2 |\n| B | before | 4 |").spreads

    assert plain(chart.in_words) == (
        "Svaren på ”skill” före visas. Andelen positiva svar är 50 % före. Underlaget är 2 svar "
        "före."
    )


def test_waves_share_no_chart_with_each_other():
    """A question from before and one from afterwards are no comparison."""
    chapter = draw_waves(
        """
        | who | wave   | skill | lead | listen | try |
        | A   | before | 2     | 4    | -      | -   |
        | B   | before | 3     | 4    | -      | -   |
        | A   | after  | -     | -    | 4      | 5   |
        | B   | after  | -     | -    | 2      | 5   |
        """
    )

    assert [chart.anchor for chart in chapter.spreads] == [
        "chart-once-before-skill",
        "chart-once-after-listen",
    ]


def test_what_is_suppressed_stands_last_and_without_numbers():
    """Its place in the order tells nothing either."""
    chart = charts_of(draw_report(with_threshold(UNLIKE, 5)))["chart-once-lead"]
    labels = labels_of(chart)

    assert labels.count("för få personer; visas inte") == 3
    assert not [text for text in labels if "%" in text]
    assert [text for text in labels if text in ("lead", "listen", "try")] == [
        "lead",
        "listen",
        "try",
    ]


def test_the_overview_compares_what_several_sessions_asked():
    """A row of one square beside gaps compares nothing."""
    labels = labels_of(draw_report(UNLIKE).evaluations.levels[0].overview)

    assert [text for text in labels if text in ("benefit", "clarity", "lead", "listen", "try")] == [
        *("benefit", "clarity"),
    ]


def test_a_question_that_no_session_asked_has_no_chart():
    """An empty picture would only say that there is none."""
    answers = "| who | session | benefit |\n| A | 1 | 5 |\n| A | 2 | 4 |"
    assert set(
        charts_of(draw_report(draw_dataset(register="| key |\n| A |", answers=answers)))
    ) == {"chart-benefit"}


def test_the_appendix_has_a_row_for_each_session_that_asked():
    """A row of signs for nothing is no evidence."""
    table = next(t for t in draw_report(UNLIKE).appendix.items if t.title == "benefit")

    assert [row.words[0] for row in table.rows] == ["Alla", "1", "2"]
    assert row_of(table, "2")[0] == "2"


@pytest.mark.parametrize(
    ("numbers", "swedish"),
    [
        ((), ""),
        ((3,), "3"),
        ((1, 2), "1 och 2"),
        ((1, 2, 3), "1–3"),
        ((1, 2, 3, 4, 6, 8, 9), "1–4, 6, 8 och 9"),
    ],
)
def test_numbers_in_a_row_are_folded(numbers, swedish):
    """Three in a row become a range; two are named."""
    assert fold_numbers(numbers, Notation(Language.SV)) == swedish
