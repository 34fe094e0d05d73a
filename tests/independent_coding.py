"""The themes of the sample's comments, counted once more from the coding workbook with openpyxl.

A comment is looked up by its question and its words; nothing of flows/ has a part in it.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from tests.independent_statistics import Figure, named
from tests.sample_answers import SESSIONS, read_answers, workbook
from tests.sample_cells import read_sample

FILE = "decisions/themes.xlsx"
FIRST = ("Tema 1", "Tema 2", "Tema 3")
SECOND = tuple(f"Andra kodaren: {name.lower()}" for name in FIRST)


class Voice(NamedTuple):
    """One comment: question, session, who wrote it ("" for nobody known), and both codings."""

    item_id: str
    session: int | None
    person: str
    first: frozenset[str]
    second: frozenset[str]


def read_themes() -> dict[str, str]:
    """Return the key of each theme by its Swedish name."""
    rows = read_sample(FILE, "Teman").records(header_row=4)
    return {row["Tema (svenska)"]: row["Tema-id"] for row in rows}


def read_coding() -> dict[tuple[str, str], tuple[frozenset[str], frozenset[str]]]:
    """Return what both coders chose, by question and words in lower case."""
    keys = read_themes()
    return {
        (row["Fråge-id"], row["Kommentar"].lower()): (
            frozenset(keys[row[name]] for name in FIRST if row[name]),
            frozenset(keys[row[name]] for name in SECOND if row[name]),
        )
        for row in read_sample(FILE, "Kommentarer").records(header_row=4)
    }


def read_voices() -> list[Voice]:
    """Return every comment of the sample."""
    free_text = {row["Fråge-id"] for row in workbook("Frågor") if row["Svarstyp"] == "fritext"}
    coding = read_coding()
    nothing: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    patterns = [(session, f"sessions/{session:02}/*") for session in SESSIONS]
    return [
        Voice(
            answer.item_id,
            session,
            answer.person,
            *coding.get((answer.item_id, answer.text), nothing),
        )
        for session, pattern in (*patterns, (None, "exports/Reflektioner*"))
        for answer in read_answers(pattern)
        if answer.item_id in free_text and answer.text
    ]


def least_people(voices: list[Voice]) -> int:
    """Return how many people there are at least: those known, or all of one session."""
    known = {voice.person for voice in voices} - {""}
    by_session = defaultdict(list)
    for voice in voices:
        by_session[voice.session].append(voice.person)
    together = (len(set(people) - {""}) + people.count("") for people in by_session.values())
    return max(len(known), *together, 0)


def count_themes() -> Iterator[Figure]:
    """Yield how many comments are coded, and of each question how many have which theme."""
    voices = read_voices()
    for item_id in ("", *dict.fromkeys(voice.item_id for voice in voices)):
        written = [voice for voice in voices if item_id in ("", voice.item_id)]
        coded = [voice for voice in written if voice.first]
        yield named("coded_comments", item=item_id), len(coded), len(written)
        if item_id:
            yield named("theme_respondents", item=item_id), least_people(coded), None
        for theme in read_themes().values() if item_id else ():
            found = [voice for voice in coded if theme in voice.first]
            name = {"item": item_id, "answer": theme}
            yield named("theme_comments", **name), len(found), len(coded)
    words = {(voice.item_id, voice.first, voice.second) for voice in voices}
    rows = read_coding()
    assert {(item_id, *both) for (item_id, _), both in rows.items()} <= words
    yield "coding_lapsed", 0, len(rows)


def count_agreement() -> Iterator[Figure]:
    """Yield of the comments that both read how often they agree, and kappa from NumPy's table."""
    pairs = [(voice.first, voice.second) for voice in read_voices() if voice.second]
    yield "agreement", np.mean([first == second for first, second in pairs]), len(pairs)
    for theme in read_themes().values():
        table = np.zeros((2, 2))
        for first, second in pairs:
            table[int(theme in first), int(theme in second)] += 1
        shares = table / len(pairs)
        chance = np.outer(shares.sum(axis=1), shares.sum(axis=0)).trace()
        yield named("agreement", answer=theme), shares.trace(), len(pairs)
        if chance < 1:
            kappa = (shares.trace() - chance) / (1 - chance)
            yield named("kappa", answer=theme), kappa, len(pairs)
        else:
            yield named("kappa", answer=theme), None, 0
