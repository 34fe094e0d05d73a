"""Real exports in a programme folder made for them, and the figures that the program gives."""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from flows.aggregate.indicators import Indicator
from flows.chain.stages import Findings, Request, make_findings
from flows.programme.headers import normalise
from flows.programme.indicator_names import Group, IndicatorName, Measure
from flows.programme.items import Instrument, Item, ItemKind
from flows.programme.languages import Bilingual, Language
from flows.programme.programme import Participant, Profile, Programme, Project, Session
from flows.programme.scales import MissingKind, Scale, ScaleLabel
from flows.programme.workbook_writer import write_programme_workbook

EXAMPLES = Path(__file__).resolve().parents[1].parent / "shared" / "examples"
NAME = "real"


def make_scale(
    scale_id: str, labels: Iterable[str], *, missing: str = "", has_values: bool = False
) -> Scale:
    """Return a scale of `labels`, lowest first; `missing` is one that says "not applicable"."""
    made = [
        ScaleLabel(Bilingual("", label), number if has_values else None)
        for number, label in enumerate(labels, 1)
    ]
    if missing:
        made.append(ScaleLabel(Bilingual("", missing), None, MissingKind.NOT_APPLICABLE))
    return Scale(scale_id, tuple(made))


def make_item(item_id: str, wording: str, kind: ItemKind, scale_id: str = "") -> Item:
    """Return an item of an evaluation."""
    return Item(item_id, Bilingual("", wording), kind, Instrument.EVALUATION, scale_id)


def make_programme(
    items: Iterable[Item], scales: Iterable[Scale], respondents: int, held_on: date
) -> Programme:
    """Return a programme of one session in which `respondents` people are enrolled.

    Nothing is suppressed in it, because what it is compared with shows every count.
    """
    return Programme(
        name=NAME,
        project=Project(
            title=Bilingual("Prov", "Trial"),
            registration_number="2025-00000",
            funder="Vinnova",
            coordinator="Trial",
            parties=("Trial",),
            grant_sek=0,
            co_funding_sek=0,
            starts_on=date(held_on.year, 1, 1),
            ends_on=date(held_on.year, 12, 31),
            status=Bilingual("Avslutat", "Ended"),
            language=Language.EN,
        ),
        sessions=(Session(1, held_on, Bilingual("Ett", "One")),),
        participants=tuple(
            Participant(f"P{n:04}", f"Person {n}", "", "learner", "Trial", "university")
            for n in range(1, respondents + 1)
        ),
        items=tuple(items),
        scales=tuple(scales),
        declarations=(),
        goals=(),
        budget=(),
        profile=Profile(suppression_threshold=1),
    )


def find_findings(home: Path, export: Path, programme: Programme) -> Findings:
    """Return all that is found of `export` in a programme folder under `home`."""
    folder = home / NAME
    (folder / "sessions" / "01").mkdir(parents=True)
    write_programme_workbook(programme, folder / "programme.xlsx", Language.EN)
    shutil.copy(export, folder / "sessions" / "01")
    return make_findings(Request(NAME, home, home / "outputs"))


def figure(findings: Findings, measure: str, item: str, answer: str = "") -> Indicator:
    """Return the indicator of the one session; `answer` is a label or a kind of missing."""
    name = IndicatorName(Measure(measure), item, normalise(answer), Group(session=1))
    return next(one for one in findings.indicators if one.name == name)


def count_and_base(findings: Findings, item: str, answer: str) -> tuple[float | None, int | None]:
    """Return how many gave the answer, and of how many who gave any."""
    found = figure(findings, "answers", item, answer)
    return found.value, found.base
