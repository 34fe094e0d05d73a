"""What stops a run: one clear sentence and one exit code each, never a traceback.

A fact about somebody's spreadsheet is a Problem instead; a bug keeps its traceback.
"""

from flows.programme.languages import Language
from flows.programme.translations import _, translate


class RunStoppedError(Exception):
    """The run cannot go on. Each subclass has its own sentence and exit code."""

    exit_code = 3
    sentence = _("The run stopped.")

    def __init__(self, **values: str | int) -> None:
        super().__init__(self.sentence.format(**values))
        self.values = values

    def in_language(self, language: Language) -> str:
        """Return the sentence in `language`."""
        values = dict(self.values)
        if "reason" in values:  # the one value that is a message itself; names stay as they are
            values["reason"] = translate(str(values["reason"]), language, **self.values)
        return translate(self.sentence, language, **values)

    def __reduce__(self) -> tuple[object, ...]:
        """Let the exception cross a process with its values."""
        return _rebuild, (type(self), self.values)


def _rebuild(kind: type[RunStoppedError], values: dict[str, str | int]) -> RunStoppedError:
    return kind(**values)


class ProgrammeNotFoundError(RunStoppedError):
    """There is no such programme folder, or it is empty."""

    exit_code = 3
    sentence = _("There is no programme in {folder}. Make one with: slutrapport new {name}")


class EvidenceUnknownError(RunStoppedError):
    """There is no evidence of that number."""

    exit_code = 2
    sentence = _(
        "The report has no evidence {number}. "
        "Its numbers go from E1 to {last}; ask for one at a time."
    )


class NoProgrammesError(RunStoppedError):
    """There is no programme folder at all where they should be: a mistyped path, most often."""

    exit_code = 3
    sentence = _("There is no programme folder in {folder}.")


class WorkbookMissingError(RunStoppedError):
    """The programme folder has no programme workbook."""

    exit_code = 4
    sentence = _(
        "{folder} has no programme.xlsx. Make one with slutrapport new, "
        "or move the programme workbook there."
    )


class WorkbookUnreadableError(RunStoppedError):
    """The programme workbook cannot be read."""

    exit_code = 5
    sentence = _("{file} cannot be read as a programme workbook: {reason}")


class WorkbookIncompleteError(WorkbookUnreadableError):
    """The programme workbook holds too little to make a programme of, as a new one does."""

    sentence = _(
        "No report can be made yet. Fill in the project's name and dates in the sheet Project of "
        "{file}, and at least one session in the sheet Sessions."
    )


class ProgrammeExistsError(RunStoppedError):
    """`new` would overwrite somebody's work."""

    exit_code = 6
    sentence = _("{folder} already exists; nothing was written. Choose another name.")


class ProgrammeNameError(RunStoppedError):
    """`new` was given a name that cannot be a programme folder's."""

    exit_code = 2
    sentence = _(
        'A programme cannot be called "{name}". Use small letters, digits and hyphens, '
        "such as innovation-2016."
    )


class SubmissionRefusedError(RunStoppedError):
    """A problem blocks the submission."""

    exit_code = 7
    sentence = _("Not submitted. Problems that block the submission, listed above: {count}")


class SystemLibraryMissingError(RunStoppedError):
    """WeasyPrint's system libraries are not installed."""

    exit_code = 8
    sentence = _(
        "The PDF cannot be made because Pango is not installed. Debian/Ubuntu: "
        "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. "
        "Fedora: dnf install pango. macOS: brew install pango. "
        "Windows: install MSYS2, then pacman -S mingw-w64-x86_64-pango."
    )


class NightFailedError(RunStoppedError):
    """At least one programme of the night could not be reported."""

    exit_code = 9
    sentence = _("{failed} of {count} programmes could not be reported. They are named above.")


class SubmissionChangedError(RunStoppedError):
    """A submission no longer holds what its manifest says."""

    exit_code = 10
    sentence = _("{folder} is not as it was written. What differs is listed above.")


class ManifestMissingError(SubmissionChangedError):
    """A folder has no manifest that can be read, so nothing can be compared with it."""

    sentence = _("{folder} holds no readable manifest.json, so it is no whole run.")


class SubmissionUnreadableError(SubmissionChangedError):
    """An earlier submission cannot be read, so nobody knows what it has told."""

    sentence = _(
        "The submission in {folder} cannot be read. What it told decides what may be told now; "
        "put it back as it was."
    )


class ServerNotStartedError(RunStoppedError):
    """`serve` could not start a Prefect server."""

    exit_code = 11
    sentence = _("Prefect's server did not start at {address}. Is the port taken?")


class ServerSilentError(ServerNotStartedError):
    """Prefect is set up for a server that does not answer."""

    sentence = _(
        "Prefect's server does not answer at {address}. Start it, or unset PREFECT_API_URL "
        "to do without."
    )


class LoopbackMissingError(ServerNotStartedError):
    """No process of this machine can talk to another one, not even by its own address."""

    sentence = _(
        "Prefect cannot start its server, because this machine cannot reach itself at {address}. "
        "Bring its loopback interface up; slutrapport preview --once works without."
    )


class OutputNotWritableError(RunStoppedError):
    """The run folder cannot be written: no permission, or no room."""

    exit_code = 12
    sentence = _("{folder} cannot be written: {reason}")


class InputsChangedError(RunStoppedError):
    """Somebody saved, moved or removed a file of the programme during the run."""

    exit_code = 13
    sentence = _("A file in {folder} changed during the run. Run the command again.")


class WorkInRunFolderError(RunStoppedError):
    """Somebody corrected or decided something in a run folder that was to be written again."""

    exit_code = 15
    sentence = _(
        "{file} was changed in the folder {folder}, where it would be overwritten. Move it "
        "into the programme's folder under inputs/ and run the command again."
    )


class ReportNotValidatedError(RunStoppedError):
    """Nobody can tell whether the PDF keeps its standards: Java or veraPDF is not there."""

    exit_code = 14
    sentence = _(
        "Not submitted: the PDF cannot be validated. Install Java (Debian/Ubuntu: "
        "apt install default-jdk-headless) and run: make validator"
    )


class ReportNotConformingError(ReportNotValidatedError):
    """The PDF was validated and does not keep a standard: a fault of the program or a template."""

    sentence = _("Not submitted: {file} does not keep {standard}. {rules}")


class ThemeColourError(RunStoppedError):
    """A funder's theme sets a colour of the charts to something that cannot be mixed."""

    exit_code = 16
    sentence = _(
        "In templates/themes/{theme}/styles/theme.css, --{variable} is {value}. "
        "Write the colour as six digits, such as #0f5c6e."
    )


class ThemeContrastError(RunStoppedError):
    """A funder's theme has colours that some readers cannot tell apart."""

    exit_code = 16
    sentence = _(
        "In templates/themes/{theme}/styles/theme.css, the colours {first} and {second} have a "
        "contrast of {contrast}; at least {least} is needed. Make one of them darker or lighter."
    )


class ThemeFileError(RunStoppedError):
    """A funder's theme names a file that it does not bring, or one that no report may hold."""

    exit_code = 16
    sentence = _(
        "In templates/themes/{theme}/styles/theme.css, {address} leads to no font and no SVG "
        "picture in the theme's folder. Put the file there, and write its path from the style "
        "sheet, such as ../fonts/name.ttf."
    )


class ThemeFontError(RunStoppedError):
    """A funder's theme sets type in a family that only some machines have."""

    exit_code = 16
    sentence = _(
        "In templates/themes/{theme}/styles/theme.css, --{variable} begins with {family}, and no "
        "@font-face brings that family. Bring it, or begin with one of: {known}."
    )
