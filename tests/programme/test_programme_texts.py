"""The coordinator's texts are read as they were written, and missing ones are missed."""

from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.problems import problem
from flows.programme.text_files import missing_texts, read_texts
from flows.programme.texts import Section


def read(tmp_path, **contents):
    """Write each text to its file (- for _ in names) and read them all."""
    files = []
    for name, content in contents.items():
        file = f"{name.replace('_', '-').replace('--', '.')}.md"
        (tmp_path / file).write_bytes(content.encode() if isinstance(content, str) else content)
        files.append(file)
    return read_texts(tmp_path, tuple(files))


def test_section_and_language_stand_in_the_name(tmp_path):
    """lardomar.sv.md is the Swedish text of the lessons."""
    texts, problems = read(tmp_path, lardomar__sv="Ge mer tid.", lardomar__en="Give more time.")

    assert problems == ()
    assert [(text.section, text.language, text.body) for text in texts] == [
        (Section.LESSONS, Language.SV, "Ge mer tid."),
        (Section.LESSONS, Language.EN, "Give more time."),
    ]


def test_unknown_section_or_language_is_a_problem_that_proposes_a_section(tmp_path):
    """A text that belongs nowhere is named, with the nearest section."""
    _texts, problems = read(tmp_path, lardommar__sv="Ge mer tid.", mal__fi="Tavoitteet")

    assert problems == (
        problem("text-unknown", Place("lardommar.sv.md"), nearest="lardomar"),
        problem("text-unknown", Place("mal.fi.md"), nearest="mal"),
    )


def test_a_text_from_a_word_processor_is_not_to_be_renamed(tmp_path):
    """Its words are to be copied: under another name it would still be no plain text."""
    texts, problems = read_texts(tmp_path, ("texts/lardomar.docx",))

    assert texts == ()
    assert problems == (
        problem("text-not-markdown", Place("texts/lardomar.docx"), nearest="lardomar"),
    )


def test_windows_text_is_read_with_a_note(tmp_path):
    """Notepad's old encoding is understood; å, ä and ö are to be checked."""
    texts, problems = read(tmp_path, mal__sv="Målet nåddes.".encode("cp1252"))

    assert texts[0].body == "Målet nåddes."
    assert problems == (problem("text-not-utf-8", Place("mal.sv.md")),)


def test_byte_order_mark_and_windows_line_ends_are_no_part_of_the_text(tmp_path):
    """Lines are counted alike whichever editor wrote the text."""
    texts, problems = read(tmp_path, mal__sv="\N{ZERO WIDTH NO-BREAK SPACE}Ett.\r\n\r\nTvå.\rTre.")

    assert problems == ()
    assert texts[0].body == "Ett.\n\nTvå.\nTre."


def test_help_is_never_part_of_the_text_and_lines_keep_their_numbers(tmp_path):
    """What stands between the marks of a comment is for the writer alone."""
    texts, problems = read(
        tmp_path, mal__sv="<!--\nHjälp {{ okänt }}\n-->\nVi nådde <!-- ? --> målet."
    )

    assert problems == ()
    assert texts[0].body == "\n\n\nVi nådde  målet."


def test_help_without_end_is_a_problem_at_its_line(tmp_path):
    """An unclosed help text would be printed, so it blocks."""
    texts, problems = read(tmp_path, mal__sv="<!-- a -->\nVi nådde målet.\n<!-- kolla detta")

    assert "kolla detta" in texts[0].body
    assert problems == (problem("text-help-unclosed", Place("mal.sv.md", line=3)),)


def test_text_of_nothing_but_help_is_missing(tmp_path):
    """The starter text left as it was says nothing, and the section is missed."""
    texts, _problems = read(tmp_path, lardomar__sv="<!-- Skriv här. -->\n", avvikelser__sv="Inga.")

    missing = {found.place.file for found in missing_texts(texts, Language.SV)}

    assert "texts/lardomar.sv.md" in missing
    assert "texts/avvikelser.sv.md" not in missing


def test_texts_are_missed_in_the_language_of_the_report_only(tmp_path):
    """A Swedish text does not stand in for an English one; optional sections are not missed."""
    texts, _problems = read(tmp_path, avvikelser__sv="Inga.")

    missing = [found.place.file for found in missing_texts(texts, Language.EN)]

    assert missing == [
        f"texts/{name}.en.md"
        for name in (
            "syfte-och-mal",
            "resultat-och-effekter",
            "upplagg-och-genomforande",
            "avvikelser",
            "lardomar",
        )
    ]
