"""The chapter of voices: themes as bars, and approved quotes beside the theme they were given."""

from dataclasses import replace

from flows.programme.comment_ids import identify_comment
from flows.programme.items import KirkpatrickLevel
from flows.programme.languages import Language
from flows.programme.places import Place
from flows.render.html import render_html
from flows.render.translation_checks import find_untranslated
from flows.validate.dataset import ApprovedQuote
from tests.aggregate.coding_drawing import draw_coded, draw_people
from tests.aggregate.dataset_drawing import ITEMS, WISH, draw_dataset
from tests.render.report_drawing import draw_report, row_of, with_quotes

CODED = """
    | who | session | voice                     | first     | second |
    | P1  | 1       | Mer tid. Och en god chef. | tid; chef | tid    |
    | P2  | 1       | Tid                       | tid       | tid    |
    | P3  | 2       | Chefen                    | chef      | mod    |
    | P4  | 2       | Mera tid                  | tid       | tid    |
    | P5  | 2       | Oläst                     |           |        |
"""
WHOLE = "Mer tid. Och en god chef."


def voices_of(dataset, language=Language.SV):
    """Return the groups of the chapter of voices in the report of `dataset`."""
    return draw_report(dataset, language=language).voices.groups


def test_a_quote_stands_beside_the_first_theme_of_its_comment():
    """Most frequent theme first; what nobody has coded, and themes of nobody, stand apart."""
    dataset = with_quotes(draw_coded(CODED), "Chefen", "Tid", "Oläst")
    (group,) = voices_of(dataset)

    assert group.question == "voice"
    assert [row.quotes for row in group.themes.rows] == [("”Tid”",), ("”Chefen”",)]
    assert group.quotes == ("”Oläst”",)
    assert [">3<" in row.picture for row in group.themes.rows] == [True, False]


def test_a_passage_stands_beside_the_theme_of_the_comment_it_is_bound_to():
    """A comment with two themes is quoted once, beside the first of the list."""
    passage = ApprovedQuote("god chef", comment_id=identify_comment("voice", WHOLE))
    (group,) = voices_of(replace(draw_coded(CODED), quotes=(passage,)))

    assert [row.quotes for row in group.themes.rows] == [("”god chef”",), ()]


def test_themes_are_shown_without_any_quote():
    """A bar takes the whole width where no quote stands beside one."""
    (group,) = voices_of(draw_coded(CODED))

    assert not group.themes.has_quotes
    assert 'width="467pt"' in group.themes.rows[0].picture


def test_themes_are_told_in_sentences():
    """What is compared, the most and the fewest, the base; then each theme by itself."""
    (swedish,) = voices_of(draw_coded(CODED))
    (english,) = voices_of(draw_coded(CODED), Language.EN)

    first, second = (row.in_words for row in swedish.themes.rows)
    assert first == (
        "Antalet kommentarer med varje tema jämförs. Det största värdet, 3, har ”Tid”; det "
        "minsta, 2, har ”Chefen”. Underlaget är 4 kodade kommentarer från minst 4 personer. "
        "Tid: 3 av 4 kommentarer."
    )
    assert second == "Chefen: 2 av 4 kommentarer."
    assert f"<title>{second}</title>" in swedish.themes.rows[1].picture
    assert english.themes.rows[1].in_words == ("The manager: 2 of 4 comments.")


def test_suppressed_themes_do_not_stand_beside_quotes():
    """A quote beside its theme would tell what the gate has hidden; a sentence says why not."""
    dataset = with_quotes(draw_coded(CODED, k=5), "Tid")
    (group,) = voices_of(dataset)
    page = render_html(draw_report(dataset))

    assert (group.themes, group.quotes) == (None, ("”Tid”",))
    assert "eftersom för få har skrivit dem" in page
    assert "Hur väl de stämmer överens visas inte" in page
    assert "Chefen" not in page.split('id="appendix"')[0]


def test_the_method_tells_who_coded_and_how_well_they_agree():
    """How many were coded of how many, whose themes count, and the agreement with its base."""
    method = draw_report(draw_coded(CODED)).method

    assert "4 av 5 kommentarer" in str(method.coding[0])
    assert "den förstas teman" in str(method.coding[-1])
    assert row_of(method.agreement, "Tid") == ("100\N{NO-BREAK SPACE}%", "1,00")
    assert row_of(method.agreement, "Chefen") == ("50\N{NO-BREAK SPACE}%", "0,00")
    assert row_of(method.agreement, "Precis samma teman") == ("50\N{NO-BREAK SPACE}%", "")
    assert str(method.agreement.notes[0]) == "Bas: 4 kommentarer som båda kodade."


def test_nothing_is_said_of_coding_where_nobody_coded():
    """A programme without a coding workbook has no empty table and no empty heading."""
    dataset = replace(draw_coded(CODED), coding=draw_coded("| who |").coding)
    report = draw_report(dataset)

    assert report.voices.groups == ()
    assert (report.method.coding, report.method.agreement) == ((), None)
    assert "Hur kommentarerna kodades" not in render_html(report)


def test_a_theme_without_its_english_is_told():
    """An English report prints the names of themes, and never the Swedish ones in silence."""
    dataset = draw_coded(draw_people("tid"))
    theme = replace(
        dataset.coding.themes[0],
        name=replace(dataset.coding.themes[0].name, en=""),
        place=Place("decisions/themes.xlsx", "Teman", 5),
    )
    lacking = replace(dataset, coding=replace(dataset.coding, themes=(theme,)))
    found = find_untranslated(lacking, (), (Language.SV, Language.EN))

    assert ("translation-missing", "decisions/themes.xlsx", 5) in {
        (each.code, each.place.file, each.place.row) for each in found
    }


def test_the_page_has_every_theme_with_its_words_and_quotes():
    """On a screen the sentence stands below each bar, hidden from those who hear it already."""
    page = render_html(draw_report(with_quotes(draw_coded(CODED), "Tid")))

    assert page.count('class="theme quoted"') == 2
    assert page.count("<blockquote") == 1
    assert "Chefen: 2 av 4 kommentarer" in page


WRITTEN = """
    | who | session | voice | wish    |
    |     | 1       | Bra!  | Mer tid |
"""


def draw_levels(voice: KirkpatrickLevel | None, wish: KirkpatrickLevel | None):
    """Return a quote in answer to each of two questions of these levels, and one of neither."""
    levels = {"voice": voice, "wish": wish}
    items = tuple(replace(item, level=levels.get(item.item_id)) for item in (*ITEMS, WISH))
    return with_quotes(draw_dataset(answers=WRITTEN, items=items), "Bra!", "Mer tid")


def test_what_was_written_stands_in_the_order_of_kirkpatricks_levels():
    """Each level is named before its first question; what has none comes last."""
    groups = voices_of(draw_levels(KirkpatrickLevel.RESULTS, KirkpatrickLevel.BEHAVIOUR))

    assert [(group.level[:7], group.question) for group in groups] == [
        ("Nivå 3,", "wish"),
        ("Nivå 4,", "voice"),
    ]
    groups = voices_of(draw_levels(None, KirkpatrickLevel.REACTION))
    assert [(group.level[:7], group.question) for group in groups] == [
        ("Nivå 1,", "wish"),
        ("Övriga ", "voice"),
    ]


def test_a_level_is_named_once_and_only_where_there_are_levels():
    """Two questions of one level share its heading; questions of no level need none."""
    same = voices_of(draw_levels(KirkpatrickLevel.REACTION, KirkpatrickLevel.REACTION))
    none = voices_of(draw_levels(None, None))

    assert [bool(group.level) for group in same] == [True, False]
    assert [bool(group.level) for group in none] == [False, False]
    page = render_html(draw_report(draw_levels(None, None)))
    assert "<h3>voice</h3>" in page
    page = render_html(draw_report(draw_levels(None, KirkpatrickLevel.REACTION)))
    assert "<h4>voice</h4>" in page
