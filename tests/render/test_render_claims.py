"""What a text claims is held against the figures, on its line."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.aggregate.aggregation import aggregate
from flows.aggregate.goals import judge_goals
from flows.aggregate.report_counts import count_goals
from flows.programme.goals import Comparison, Goal
from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.languages import Bilingual, Language
from flows.programme.texts import Section, Text
from flows.render.paragraphs import split_paragraphs
from flows.render.text_binding import bind_texts
from tests.render.report_drawing import YEAR, with_threshold

FILE = "texts/lardomar.sv.md"
ATTENDANCE = IndicatorName(Measure.ATTENDANCE_RATE)
GOALS = (
    Goal("M1", Bilingual("Ett mål"), ATTENDANCE, Comparison.AT_LEAST, 0.7),
    Goal("M2", Bilingual("Ett mål"), ATTENDANCE, Comparison.AT_LEAST, 0.8),
    Goal("M3", Bilingual("Ett mål"), None, Comparison.AT_LEAST, 1),
    Goal("M4", Bilingual("Ett mål"), ATTENDANCE, Comparison.AT_LEAST, 0.8, partly_target=0.7),
)


def paragraphs_of(body: str):
    """Return the paragraphs of a text."""
    return tuple(split_paragraphs(Text(Section.LESSONS, Language.SV, FILE, body)))


def bind(body: str, *, dataset=YEAR):
    """Return the bound text, and code and line of each of its problems."""
    programme = replace(dataset.programme, goals=GOALS)
    figures = aggregate(replace(dataset, programme=programme))
    outcomes, _ = judge_goals(programme, figures)
    text = Text(Section.LESSONS, Language.SV, FILE, body)
    bound, problems = bind_texts(
        (text,), programme, (*figures, *count_goals(outcomes)), (Language.SV,)
    )
    return bound[0], [(each.code, each.place.line) for each in problems if each.place.file == FILE]


@pytest.mark.parametrize(
    ("mark", "codes"),
    [
        ("mål=M1", []),
        ("goal=M1", []),
        ("mål=M2", ["claim-contradicted"]),
        ("mål=M2 inte", []),
        ("mål=M1 inte", ["claim-contradicted"]),
        ("mål=M1 delvis", ["claim-contradicted"]),
        ("mål=M3", ["claim-without-value"]),
        ("mål=M4", ["claim-contradicted"]),
        ("mål=M4 delvis", []),
        ("goal=M4 partly", []),
        ("mål=M4 inte", []),
        ("mål=M9", ["claim-unknown"]),
        ("attendance_rate > 74 %", []),
        ("attendance_rate > 75 %", ["claim-contradicted"]),
        ("attendance_rate >= 75 %", []),
        ("pairs item=skill > rose", []),
        ("pairs item=skill < rose", ["claim-contradicted"]),
        ("mean item=rating session=1 > 7,5", []),
        ("rose item=nothing > fell", ["claim-unknown"]),
        ("mean item=clarity session=1 > 3", ["claim-without-value"]),
        ("ökad förmåga", ["claim-unknown"]),
        ("Mål = M1", []),
        ("grant > 400 000 kr", []),
        ("grant > 500 000", ["claim-contradicted"]),
        # 0.75 < 74 is true of every share, and 4 people are more than 0.75 of them
        ("attendance_rate < 74", ["claim-unknown"]),
        ("attendance_rate > 0,74", []),
        ("enrolled > 3 %", ["claim-unknown"]),
        ("enrolled > 3 kr", ["claim-unknown"]),
        ("enrolled > attendance_rate", ["claim-unknown"]),
        ("mean item=rating session=1 > share_favourable item=benefit", ["claim-unknown"]),
        ("present session=1 <= enrolled", []),
        ("responses session=1 < present", []),
    ],
)
def test_a_claim_holds_where_its_figures_say_so(mark, codes):
    """The goal's verdict, or the comparison of unrounded values, bears out the sentence or not."""
    bound, problems = bind(f"Ett\n\nDeltagarna [har lärt sig]{{{mark}}}.")

    assert problems == [(code, 3) for code in codes]
    assert bound.plain == "Ett\n\nDeltagarna har lärt sig."


@pytest.mark.parametrize(
    ("body", "problems", "words"),
    [
        ("De [kom\nofta]{attendance_rate > 74 %}.", [], "De kom ofta."),
        ("De [kom ofta]{attendance_rate\n> 74 %}.", [], "De kom ofta."),
        ("Ett.\n\nDe [kom\nsällan]{attendance_rate\n< 74 %}.", [("claim-contradicted", 3)], ""),
        (
            "Ett\n[två\ntre]{x}\n[fyra]{mål=M2}",
            [("claim-unknown", 2), ("claim-contradicted", 4)],
            "",
        ),
        ("[Bra]{mål=M1} och\n{{ mean\nitem=no }}", [("placeholder-unknown", 2)], ""),
        ("[Bra\nnog]{mål=M1\n} och\n{{ no }}", [("placeholder-unknown", 4)], ""),
        ("[Bra\nnog]{mål=M1\n}, 77\nalltså", [("number-unsupported", 3)], ""),
        ("Vi var 5\ndeltagare.", [("number-differs", 1)], ""),
        ("Ett [två\n\ntre]{mål=M1}", [("claim-unclosed", 3)], ""),
        ("- [Ett\n- två]{mål=M1}", [("claim-unclosed", 2)], ""),
        ("- [Ett\n  två]{mål=M2}", [("claim-contradicted", 1)], ""),
        ("[Ett]{mål\n[två]{mål", [("claim-unclosed", 1), ("claim-unclosed", 2)], ""),
    ],
)
def test_a_claim_spans_the_lines_of_a_paragraph(body, problems, words):
    """Whoever wraps lines may; a problem names the line on which what it is about begins."""
    bound, found = bind(body)

    assert found == problems
    assert words in bound.plain


@given(
    st.lists(
        st.sampled_from(
            [
                *("[De", "kom", "ofta]{mål=M1}", "[sällan]{mål=M2}", "{{ enrolled }}", "{{ no }}"),
                *("{{", "]{", "17", "2016", "1.", "- ", "\n", "\n", "\n\n", " "),
            ]
        ),
        max_size=14,
    )
)
def test_every_problem_of_a_text_stands_on_a_line_of_it(parts):
    """Lines neither vanish nor come about, however the marks are broken."""
    body = "".join(parts)
    lines = body.split("\n")

    assert "\n".join(paragraph.text for paragraph in paragraphs_of(body)) == body
    for code, line in bind(body)[1]:
        assert lines[line - 1].strip(), code


@pytest.mark.parametrize(
    "body",
    [
        "[Det gick bra] {mål=M2}.",
        "[Det gick\nbra]\n{mål=M2}.",
        "[Det gick bra](https://example.org){mål=M2}.",
        "[Det gick bra]{mål=M1}{mål=M2}.",
        "[ ]{mål=M1}.",
        "Det gick { { enrolled } } bra.",
    ],
)
def test_braces_that_make_no_claim_are_told(body):
    """A mark that is not understood would be printed as it stands, and bear out nothing."""
    assert "claim-unclosed" in [code for code, _line in bind(body)[1]]


@pytest.mark.parametrize(
    "body", ["    {{ enrolled }} kom", "`{{ enrolled }}` kom", "```\n{{ enrolled }}\n```"]
)
def test_a_figure_leads_to_its_evidence_however_its_paragraph_is_indented(body):
    """In Markdown's code a link is letters, and four spaces before a line make it code."""
    assert '4<a href="#E1" class="evidence-number">E1</a>' in bind(body)[0].html


def test_a_claim_leads_to_its_evidence():
    """The reader of the report can follow the sentence as any figure."""
    bound, _ = bind("De [kom ofta]{attendance_rate > 50 %}.")

    assert 'kom ofta<a href="#E2" class="evidence-number">E2</a>' in bound.html


def test_a_suppressed_figure_bears_nothing_out():
    """What the disclosure gate hides is not told by a claim either."""
    _, problems = bind("[Bra]{mean item=benefit session=1 > 1}", dataset=with_threshold(YEAR, 5))

    assert problems == [("claim-without-value", 1)]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("Fyra deltagare kom.", []),
        ("Vi var 4 deltagare.", ["number-typed"]),
        ("Vi var 5 deltagare.", ["number-differs"]),
        ("Närvaron var 75 %.", ["number-typed"]),
        ("Närvaron var 76 procent.", ["number-unsupported"]),
        ("Bidraget var 468 000 kronor.", ["number-typed"]),
        ("Det kostade 123 456 kronor.", ["number-unsupported"]),
        ("Vi började den 3 mars 2016 och slutade 2017-02-28.", []),
        ("1. Först\n2. Sedan", []),
        ("Läs [mer](https://example.org/7).", []),
        ("Av {{ enrolled }} kom många.", []),
        ("[Många kom]{attendance_rate > 70 %}.", []),
        ("Öppna [klammer]{mål", ["claim-unclosed"]),
    ],
)
def test_numbers_typed_by_hand_are_held_against_the_figures(body, codes):
    """One that differs from what its noun names, or is no figure at all, blocks the submission."""
    assert [code for code, _line in bind(body)[1]] == codes


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        # of four participants, two sessions, 75 % attendance and 468 000 kronor
        *(
            (typed, "number-typed")
            for typed in (
                *("4\ndeltagare", "**4** deltagare", "_4_ deltagare", "4 st deltagare"),
                *("4/4 deltagare", "75%", "75\N{NARROW NO-BREAK SPACE}%", "75 procent", "75,0 %"),
                *("75.00 %", "¾ av tiden", "3/4 av tiden", "468 tkr", "0,47 mkr", "468tkr"),
                *("468\N{NARROW NO-BREAK SPACE}000 kronor", "468.000 kr", "468,000 SEK"),
                *("SEK 468 000", "468 000:-"),
            )
        ),
        *(
            (typed, "number-differs")
            for typed in (
                *("5 deltagare", "**5** deltagare", "_5_ deltagare", "5 st deltagare"),
                *("de 5 deltagarna", "2016 deltagare", "5 000 deltagare", "-5 deltagare"),
                *("3 mål", "5 tillfällen", "5 träffar", "5 kommentarer", "\u0665 deltagare"),
            )
        ),
        *(
            (typed, "number-unsupported")
            for typed in (
                *("75,4 %", "76%", "76procent", "-75 %", "\N{MINUS SIGN}75 %", "0,75"),
                *("468kr", "4 kr", "4 %", "469 tkr", "0,48 mkr", "4 miljoner", "1999 kronor"),
                *("20-30 personer", "2/7 av alla", "99/99 deltagare", "13st"),
            )
        ),
        *(
            (typed, None)
            for typed in (
                *("år 2016", "2016-2017", "den 3:e", "1:a", "kl. 13.00", "kl 9-16", "13:30"),
                *("träff 13", "på nivå 13", "sid. 13", "§ 13", "tabell 13", "ISO 9001", "A13"),
                *("covid-19", "13-gradig", "dnr 2016-05678", "070-123 45 67", "24/7"),
                *("en skala från 1 till 10", "skalan 0–10", "https://x.se/13", "March 13, 2016"),
            )
        ),
    ],
)
def test_a_typed_number_is_read_as_people_write_it(typed, code):
    """With its unit, sign, thousands and decimals; what names something counts nothing."""
    assert {found for found, _line in bind(f"Det var {typed}.")[1]} == ({code} if code else set())


@pytest.mark.parametrize(
    ("heading", "codes"),
    [
        ("# 3 Resultat", []),
        ("## 3.1. Resultat 13", []),
        ("# 5 deltagare", ["number-differs"]),
        ("# 99 % nöjda\nOch mer", ["number-unsupported"]),
        ("# Resultat 13\nVi var 13.", ["number-unsupported"]),
    ],
)
def test_a_heading_has_numbers_of_its_own_and_none_that_count(heading, codes):
    """A chapter's number is no figure; a share or a number of people in a heading is."""
    assert [code for code, _line in bind(heading)[1]] == codes


@pytest.mark.parametrize(
    ("words", "is_noted"),
    [
        ("fyra deltagare", False),
        ("tre deltagare", False),  # so many answered
        ("tretton deltagare", True),
        ("tjugofem deltagare", True),
        ("thirty-five participants", True),
        ("tretton personer", False),
        ("två träffar", False),
        ("tre träffar", True),
        ("alla tre deltagare", True),
        ("alla fyra mål", False),
        ("alla två mål", True),
        ("två mål", False),
        ("sjuttio målgrupper", False),
        ("hälften av deltagarna", False),
    ],
)
def test_a_number_in_words_that_is_no_figure_is_a_note(words, is_noted):
    """More than there are, all of another number, or so many people as no figure counts."""
    codes = [code for code, _line in bind(f"Ett\n\nDet var {words}.")[1]]

    assert codes == (["number-word-differs"] if is_noted else [])


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("Vi var 4 deltagare.", 'Vi var 4<a href="#E1" class="evidence-number">E1</a> deltagare.'),
        (
            "[Vi var\n4 deltagare]{mål=M1}.",
            '4<a href="#E1" class="evidence-number">E1</a> deltagare',
        ),
        ("Närvaron var 75 %.", "Närvaron var 75 %."),
        ("Vi var 5 deltagare.", "Vi var 5 deltagare."),
    ],
)
def test_a_typed_number_that_is_the_figure_it_names_leads_to_its_evidence(body, html):
    """The noun tells which figure is meant; of a bare 75 % nothing tells which one it is."""
    bound, _ = bind(body)

    assert html in bound.html
    assert "E1" not in bound.plain
