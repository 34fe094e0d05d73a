"""What `new` does and says: where the programme folder is, and what to do with it."""

from pathlib import Path

from flows.programme.languages import Language
from flows.programme.scaffold import new_programme
from flows.programme.translations import _, translate
from flows.terminal.console import say


def make_new_programme(name: str, inputs: Path, language: Language) -> None:
    """Make the programme's folder; print its path, and the next step to standard error.

    Raises ProgrammeNameError and ProgrammeExistsError.
    """
    folder = new_programme(name, inputs, language)
    say(folder.as_posix())
    sentence = _(
        "Fill in programme.xlsx there and put the exports into sessions/ and exports/. "
        "Then: slutrapport check {programme}"
    )
    say(translate(sentence, language, programme=folder.name), is_error=True)
