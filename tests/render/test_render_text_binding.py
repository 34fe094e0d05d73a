"""How texts are bound to figures."""

from dataclasses import replace

import pytest

from flows.aggregate.aggregation import aggregate
from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.programme import Profile
from flows.programme.texts import Section, Text
from flows.render.text_binding import bind_texts
from tests.render.report_drawing import YEAR, with_threshold

FILE = "texts/syfte-och-mal.sv.md"


def bind(body: str, *, dataset=YEAR, section=Section.PURPOSE):
    """Return the bound text and those of its problems that stand in its file."""
    text = Text(section, Language.SV, FILE, body)
    bound, problems = bind_texts((text,), dataset.programme, aggregate(dataset), (Language.SV,))
    return bound[0], [problem for problem in problems if problem.place.file == FILE]


@pytest.mark.parametrize(
    ("placeholder", "expected"),
    [
        ("attendance_rate", "75\u00a0%"),
        ("present session=2", "2"),
        ("base attendance_rate", "8"),
        ("mean item=rating session=1", "8,0"),
        ("rose item=skill", "1"),
        ("base rose item=skill", "3"),
        ("enrolled role=chef", "2"),
        ("project.grant", "468\u202f000\u00a0kronor"),
        ("project.starts", "1\u00a0november\u00a02015"),
        ("goals.count", "0"),
    ],
)
def test_a_placeholder_is_replaced_in_its_unit(placeholder, expected):
    """Indicators, their bases, facts and goals stand as they are written in Swedish."""
    bound, problems = bind(f"Svar: {{{{ {placeholder} }}}}.")

    assert (bound.plain, problems) == (f"Svar: {expected}.", [])


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("Ett\n\nTvå {{ attendence_rate }}", "placeholder-unknown", 3),
        ("{{ base grant }}", "placeholder-unknown", 1),
        ("{{ mean item=nothing }}", "placeholder-unknown", 1),
        ("{{ project.secret }}", "placeholder-unknown", 1),
        ("Ett\n{{ enrolled", "placeholder-unclosed", 2),
        ("{{ mean item=clarity session=1 }}", "placeholder-without-value", 1),
    ],
)
def test_what_cannot_be_bound_is_a_problem_on_its_line(body, code, line):
    """The problem names the text and the line where the coordinator has to look."""
    _bound, problems = bind(body)

    assert [(problem.code, problem.place) for problem in problems] == [
        (code, Place(FILE, line=line))
    ]


def test_an_unknown_placeholder_stays_to_be_seen_and_names_the_nearest():
    """In a draft the reader sees what is missing; the problem proposes what was meant."""
    bound, problems = bind("Närvaron är {{ attendence_rate }}.")

    assert bound.plain == "Närvaron är [attendence_rate]."
    assert dict(problems[0].parameters)["nearest"] == "attendance_rate"


def test_a_suppressed_figure_is_never_printed_in_a_text():
    """What the disclosure gate hides stays hidden in prose as well."""
    protected = with_threshold(YEAR, 5)

    bound, problems = bind("Snitt: {{ mean item=benefit session=1 }}.", dataset=protected)

    assert bound.plain == "Snitt: [mean item=benefit session=1]."
    assert [problem.code for problem in problems] == ["placeholder-without-value"]


@pytest.mark.parametrize(("characters", "codes"), [(19, []), (20, []), (21, ["text-too-long"])])
def test_a_summary_section_longer_than_the_form_takes_is_noted(characters, codes):
    """The limit itself is allowed; one character more is a note with the count."""
    profile = Profile(suppression_threshold=1, summary_limit_characters=20)
    dataset = replace(YEAR, programme=replace(YEAR.programme, profile=profile))

    bound, problems = bind("x" * characters, dataset=dataset)

    assert bound.characters == characters
    assert [problem.code for problem in problems] == codes


def test_the_form_counts_words_and_not_markdown():
    """Stars, line breaks and links are no characters of the portal's form."""
    bound, _ = bind("**Fet** text\npå [två](https://example.org) rader.\n\nNytt stycke.")

    assert bound.plain == "Fet text på två rader.\n\nNytt stycke."
    assert bound.characters == len(bound.plain)


def test_raw_html_and_images_are_letters():
    """A text cannot bring markup, scripts or pictures into the report."""
    bound, _ = bind("<script>alert(1)</script> ![bild](http://example.org/x.png)")

    assert "<script" not in bound.html
    assert "<img" not in bound.html


def test_headings_in_a_text_never_skip_a_level():
    """A text's own headings come below the chapter's, whatever signs they were given."""
    bound, _ = bind("#### Först\n\n# Sedan\n\n###### Sist", section=Section.LESSONS)

    assert [bound.html.count(f"<h{level}>") for level in (1, 2, 3, 4, 5, 6)] == [0, 0, 2, 1, 0, 0]


def test_headings_in_the_summary_come_below_the_heading_of_their_section():
    """The funder's three sections have headings of level 3 themselves."""
    bound, _ = bind("# Först\n\n## Sedan", section=Section.PURPOSE)

    assert [bound.html.count(f"<h{level}>") for level in (3, 4, 5)] == [0, 1, 1]


def test_texts_of_the_other_language_are_left_alone():
    """A Swedish report takes no English text, and says which of its own are missing."""
    text = Text(Section.PURPOSE, Language.EN, "texts/syfte-och-mal.en.md", "Purpose {{ x }}")

    bound, problems = bind_texts((text,), YEAR.programme, aggregate(YEAR), (Language.SV,))

    assert bound == ()
    assert {problem.code for problem in problems} == {"text-missing"}
