"""What is missing in a language in which the report is made.

A text without translation is printed in the other language, so that the draft can be read;
that is a problem, and a report with one is not submitted.
"""

from collections.abc import Iterable, Iterator

from flows.aggregate.change_projects import LONGEST_LABEL_CHARACTERS
from flows.programme.folder import TEXTS
from flows.programme.headers import display
from flows.programme.items import ItemKind
from flows.programme.languages import Bilingual, Language
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.programme.texts import Text
from flows.validate.dataset import Dataset

PRINTED_KINDS = frozenset(
    {ItemKind.SCALE, ItemKind.CHOICE, ItemKind.CHOICES, ItemKind.NUMBER, ItemKind.TEXT}
)
"""The kinds of item whose wording a report prints."""


def languages_of_report(programme: Programme, texts: Iterable[Text]) -> tuple[Language, ...]:
    """Return the programme's own language and then each other one in which a text is written."""
    own = programme.project.language
    written = {text.language for text in texts}
    return (own, *(language for language in Language if language in written - {own}))


def find_untranslated(
    dataset: Dataset, texts: Iterable[Text], languages: tuple[Language, ...]
) -> tuple[Problem, ...]:
    """Return what the report prints and one of `languages` lacks, sorted by place."""
    programme = dataset.programme
    problems = [
        *untranslated_fields(printed_fields(programme), languages),
        *untranslated_fields(((one.name, one.place) for one in dataset.coding.themes), languages),
        *untranslated_texts(tuple(texts), languages),
    ]
    if set(languages) - {programme.project.language}:
        problems += untranslated_words(dataset)
    return tuple(sorted(set(problems)))


def untranslated_fields(
    printed: Iterable[tuple[Bilingual, Place]], languages: tuple[Language, ...]
) -> Iterator[Problem]:
    """Yield a problem for each row of a workbook with a printed text in one language only."""
    for text, place in printed:
        for language in languages:
            if (text.sv or text.en) and not text.is_in(language):
                yield problem("translation-missing", place, language=language)


def untranslated_texts(
    texts: tuple[Text, ...], languages: tuple[Language, ...]
) -> Iterator[Problem]:
    """Yield a problem for each section that has a text in one of `languages` but not in all."""
    written = {(text.section, text.language) for text in texts}
    for text in texts:
        for language in languages:
            if text.language in languages and (text.section, language) not in written:
                file = f"{TEXTS}/{text.section}.{language}.md"
                yield problem("text-untranslated", Place(text.file), file=file)


def untranslated_words(dataset: Dataset) -> Iterator[Problem]:
    """Yield one problem that names the programme's own words without a translation."""
    programme = dataset.programme
    missing = {
        word for word in map(display, own_words(dataset)) if word and not programme.translates(word)
    }
    if missing:
        place = Place(programme.project.place.file)
        yield problem("words-untranslated", place, words="; ".join(sorted(missing)))


def printed_fields(programme: Programme) -> Iterator[tuple[Bilingual, Place]]:
    """Yield every bilingual text of the workbook that a report prints, with its row's place."""
    project, profile = programme.project, programme.profile
    for text in (project.title, project.status, project.data_note):
        yield text, project.place
    yield profile.acknowledgement, profile.place
    for session in programme.sessions:
        yield session.theme, session.place
    items = [item for item in programme.items if item.kind in PRINTED_KINDS]
    for item in items:
        yield item.wording, item.place
    used = {item.scale_id for item in items}
    for scale in programme.scales:
        if scale.scale_id in used:
            for label in scale.labels:
                yield label.label, label.place
    for goal in programme.goals:
        yield goal.statement, goal.place


def own_words(dataset: Dataset) -> Iterator[str]:
    """Yield the words of the workbook and the exports that a report prints.

    The parties are not among them, since their names are names.
    """
    programme = dataset.programme
    for participant in programme.participants:
        yield participant.role
        yield participant.organisation_type
    yield from programme.invited_groups
    yield from programme.indices
    for line in programme.budget:
        yield line.category
    for cost in dataset.costs:
        yield cost.category
    for project in dataset.change_projects:
        for label in (project.stage, *project.methods):
            if len(display(label)) <= LONGEST_LABEL_CHARACTERS:
                yield label
