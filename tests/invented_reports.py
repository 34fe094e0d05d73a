"""Reports of invented programmes of any size: what a report must stand, from nothing to much.

A programme is invented from a few numbers, without chance, so that the same numbers make the
same report. `KINDS` are those that standards and accessibility are tried on.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from flows.aggregate.aggregation import aggregate
from flows.aggregate.goals import judge_goals
from flows.chain.stages import Request, make_findings
from flows.programme.decisions import Theme
from flows.programme.goals import Comparison, Goal
from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.items import Instrument, Item, ItemKind, Wave
from flows.programme.languages import Bilingual, Language
from flows.programme.places import Place
from flows.programme.programme import (
    BudgetLine,
    ExportKind,
    Participant,
    Profile,
    Programme,
    Project,
    Session,
)
from flows.programme.scales import MissingKind, Scale, ScaleLabel
from flows.programme.texts import Section, Text
from flows.render.report import Report, make_report
from flows.render.run_facts import RunFacts
from flows.render.text_binding import bind_texts
from flows.validate.dataset import (
    Answer,
    ApprovedQuote,
    AskedItem,
    Attendance,
    ChangeProject,
    CodedComment,
    CoderThemes,
    Coding,
    Comment,
    Dataset,
    FileAccount,
    Respondent,
    UsedResponse,
)

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = "innovationsledning-sormland"
FACTS = RunFacts(date(2017, 2, 24), "a1b2c3d4e5f6", is_draft=True, software_version="0.1.0")
FIRST_DAY = date(2016, 2, 1)
PLACE = Place("exports/svar.xlsx", "Svar", 2, 3)

SCALE = Scale(
    "instämmer",
    (
        *(
            ScaleLabel(Bilingual(*labels), value, is_favourable=value > 3)
            for value, labels in enumerate(
                (
                    ("Instämmer inte alls", "Strongly disagree"),
                    ("Instämmer inte", "Disagree"),
                    ("Varken eller", "Neither agree nor disagree"),
                    ("Instämmer", "Agree"),
                    ("Instämmer helt", "Strongly agree"),
                ),
                1,
            )
        ),
        ScaleLabel(Bilingual("Vet ej", "Don't know"), None, MissingKind.DONT_KNOW),
    ),
)
ROLES = (("ledare", "leader"), ("chef", "manager"))
TYPES = (("kommun", "municipality"), ("region", "region"))
STAGES = (("Idé", "Idea"), ("Test", "Test"), ("Införande", "In use"))


@dataclass(frozen=True)
class Size:
    """How much of everything a programme has. Lengths are in characters."""

    participants: int = 30
    sessions: int = 6
    items: int = 3
    abilities: int = 3
    comments: int = 12
    quotes: int = 3
    themes: int = 5
    goals: int = 3
    has_evaluations: bool = True
    has_texts: bool = True
    name_characters: int = 20
    item_characters: int = 45
    threshold: int = 5


def words(about: str, characters: int) -> str:
    """Return a text of exactly `characters`, of words about as long as Swedish ones."""
    filler = " om hur deltagarna arbetar med innovation och tjänsteutveckling i vardagen"
    text = about + filler * (characters // len(filler) + 1)
    return text[:characters].rstrip().ljust(characters, "a") if characters else about


def invent_programme(size: Size) -> Programme:
    """Return a programme of that size; what has a name has one of that length."""
    name = size.name_characters
    return Programme(
        name="uppfunnet",
        project=Project(
            Bilingual(words("Ett projekt", name), words("A project", name)),
            "2015-00000",
            "Vinnova",
            words("Samordnaren", name),
            (words("Samordnaren", name),),
            400_000,
            0,
            date(2016, 1, 1),
            date(2017, 2, 28),
            Bilingual("Avslutat", "Completed"),
        ),
        sessions=tuple(
            Session(
                number,
                FIRST_DAY + timedelta(days=6 * number),
                Bilingual(words(f"Träff {number}", name), words(f"Session {number}", name)),
            )
            for number in range(1, size.sessions + 1)
        ),
        participants=tuple(
            Participant(
                f"P{n}",
                words(f"Person {n}", name),
                f"p{n}@ort.example",
                ROLES[n % 3 == 0][0],
                words("Orten", name),
                TYPES[n % 4 == 0][0],
            )
            for n in range(1, size.participants + 1)
        ),
        items=(
            *invent_items("fråga", size.items, Instrument.EVALUATION, size),
            *invent_items("förmåga", size.abilities, Instrument.SELF_ASSESSMENT, size),
            Item(
                "fritext",
                Bilingual("Vad var bäst?", "What was best?"),
                ItemKind.TEXT,
                Instrument.EVALUATION,
            ),
        ),
        scales=(SCALE,),
        declarations=(),
        goals=tuple(invent_goals(size)),
        budget=(
            BudgetLine(words("Personal", name), "Samordnaren", 300_000, 310_000),
            BudgetLine(words("Resor", name), "Samordnaren", 100_000, 60_000),
        ),
        profile=Profile(suppression_threshold=size.threshold),
        words=(
            *(Bilingual(*pair) for pair in (*ROLES, *TYPES, *STAGES)),
            Bilingual(words("Personal", name), words("Personnel", name)),
            Bilingual(words("Resor", name), words("Travel", name)),
        ),
    )


def invent_items(about: str, count: int, instrument: Instrument, size: Size) -> Iterator[Item]:
    """Yield items whose wording has the length of `size`."""
    for number in range(1, count + 1):
        wording = words(f"{about.capitalize()} {number}: jag vet mer", size.item_characters)
        english = words(f"Item {number}: I know more", size.item_characters)
        yield Item(
            f"{about}{number}",
            Bilingual(wording, english),
            ItemKind.SCALE,
            instrument,
            SCALE.scale_id,
        )


def invent_goals(size: Size) -> Iterator[Goal]:
    """Yield goals on the attendance rate, each with a higher target."""
    for number in range(1, size.goals + 1):
        yield Goal(
            f"M{number}",
            Bilingual(
                words(f"Mål {number}: god närvaro", size.item_characters),
                words(f"Goal {number}: good attendance", size.item_characters),
            ),
            IndicatorName(Measure.ATTENDANCE_RATE),
            Comparison.AT_LEAST,
            min(0.6 + number / 10, 1.0),
        )


def invent_dataset(size: Size) -> Dataset:
    """Return a dataset of that size, with attendance, answers and change projects."""
    programme = invent_programme(size)
    people = programme.participants
    responses, answers, comments = invent_answers(programme, size)
    kinds = (ExportKind.ATTENDANCE, ExportKind.CHANGE_PROJECTS)
    return Dataset(
        programme=programme,
        responses=responses,
        answers=answers,
        comments=comments,
        attendances=tuple(
            Attendance(
                person.key,
                person.role,
                person.organisation_type,
                session.number,
                (number + session.number) % 5 != 0,
                PLACE,
            )
            for session in programme.sessions
            for number, person in enumerate(people)
        ),
        invited_attendances=(),
        change_projects=tuple(
            ChangeProject(
                str(n),
                person.key,
                person.organisation_type,
                "",
                STAGES[n % 3][0],
                ("Test",),
                n % 2 == 0,
                "",
                PLACE,
            )
            for n, person in enumerate(people[: min(12, len(people))])
        ),
        costs=(),
        asked_items=tuple(
            dict.fromkeys(
                AskedItem(one.item_id, one.session, one.wave, one.item_id, PLACE) for one in answers
            )
        ),
        accounts=tuple(
            FileAccount(f"exports/{kind}.xlsx", "Blad1", "0" * 64, "table", kind, None, 9, 9, ())
            for kind in kinds
        ),
        quotes=tuple(ApprovedQuote(comment.text) for comment in comments[: size.quotes]),
        latest_date=None,
        coding=invent_coding(comments, size),
    )


def invent_coding(comments: tuple[Comment, ...], size: Size) -> Coding:
    """Return the coding of every comment, with one theme or two, half of them by two people."""
    themes = tuple(
        Theme(
            f"t{n}",
            Bilingual(words(f"Tema {n}", size.name_characters), f"Theme {n}"),
            place=PLACE,
        )
        for n in range(size.themes)
    )
    coded = []
    for number, comment in enumerate(comments if themes else ()):
        keys = {themes[number % len(themes)].key, themes[number // 3 % len(themes)].key}
        first = CoderThemes(tuple(sorted(keys)), (PLACE,))
        coded.append(CodedComment(comment, first, None if number % 2 else first))
    return Coding(themes, tuple(coded), coded=(PLACE,))


def invent_answers(
    programme: Programme, size: Size
) -> tuple[tuple[UsedResponse, ...], tuple[Answer, ...], tuple[Comment, ...]]:
    """Return responses, answers and comments: evaluations of each session, and two waves."""
    evaluated = programme.session_numbers if size.has_evaluations else ()
    occasions = (
        *((Instrument.EVALUATION, session, None) for session in evaluated),
        (Instrument.SELF_ASSESSMENT, None, Wave.BEFORE),
        (Instrument.SELF_ASSESSMENT, None, Wave.AFTER),
    )
    responses, answers = [], []
    for instrument, session, wave in occasions:
        for number, person in enumerate(programme.participants):
            respondent = Respondent(person.key, person.key, person.role, person.organisation_type)
            responses.append(UsedResponse(instrument, respondent, session, wave, PLACE))
            for place, item in enumerate(programme.items):
                if item.instrument is instrument and item.kind is ItemKind.SCALE:
                    value = 1 + (3 * number + 2 * (session or 0) + place) % 5
                    value = min(5, value + (wave is Wave.AFTER) * (number % 3 > 0))
                    answers.append(
                        Answer(
                            item.item_id,
                            respondent,
                            session,
                            wave,
                            float(value),
                            (str(value),),
                            None,
                            PLACE,
                            PLACE,
                        )
                    )
    comments = tuple(
        Comment(
            "fritext",
            Respondent(*[programme.participants[number % size.participants].key] * 2),
            evaluated[number % len(evaluated)],
            words(f"Kommentar {number}", 90),
            PLACE,
        )
        for number in range(size.comments if evaluated else 0)
    )
    return tuple(responses), tuple(answers), comments


def invent_report(size: Size, language: Language) -> Report:
    """Return the report of a programme of that size, in `language`."""
    dataset = invent_dataset(size)
    programme = dataset.programme
    indicators = aggregate(dataset)
    goal_outcomes, _ = judge_goals(programme, indicators)
    body = "Texten säger något. " * 20 if size.has_texts else ""
    texts = tuple(
        Text(section, language, f"texts/{section}.{language}.md", body)
        for section in Section
        if body
    )
    bound, _ = bind_texts(texts, programme, indicators, (language,))
    return make_report(dataset, indicators, goal_outcomes, (), bound, FACTS, language)


@cache
def sample_findings():
    """Return everything that the sample's report says."""
    return make_findings(Request(SAMPLE, ROOT / "inputs", ROOT / "outputs"))


def sample_report(language: Language) -> Report:
    """Return the sample's draft in `language`."""
    findings = sample_findings()
    return make_report(
        findings.dataset,
        findings.indicators,
        findings.goal_outcomes,
        (*findings.open_problems, *findings.acknowledged),
        findings.texts,
        replace(FACTS, report_date=findings.report_date),
        language,
    )


def of_size(**numbers: int) -> Callable[[Language], Report]:
    """Return how a report of that size is made in a language."""
    return lambda language: invent_report(Size(**numbers), language)


KINDS: dict[str, Callable[[Language], Report]] = {
    "sample": sample_report,
    "suppressed-groups": of_size(participants=7, threshold=5),
    "forty-charts": of_size(items=36, sessions=3),
    "no-evaluations": of_size(has_evaluations=False, abilities=0, has_texts=False, goals=0),
}
"""The kinds of report that the standards are tried on."""

EXTREMES: dict[str, Callable[[Language], Report]] = {
    "long-names": of_size(name_characters=80),
    "long-items": of_size(item_characters=400, items=4, sessions=3),
    "one-session": of_size(sessions=1),
    "sixty-sessions": of_size(sessions=60, items=2, participants=12),
    "three-participants": of_size(participants=3, comments=0),
    "many-participants": of_size(participants=400, sessions=4, items=2),
    "no-texts": of_size(has_texts=False, comments=0),
    "many-comments": of_size(comments=2000, quotes=120),
}
"""The kinds of report whose layout must stand."""
