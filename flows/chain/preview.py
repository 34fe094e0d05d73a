"""`preview`: the draft again whenever a text, a template or an export changes. Without Prefect."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from flows.chain.remembered_parts import remember_parts
from flows.chain.runs import WrittenRun, make_preview
from flows.chain.stages import Request, conclude, examine, read
from flows.programme.exceptions import RunStoppedError
from flows.programme.folder import is_owners
from flows.programme.locations import TEMPLATES
from flows.render.parts import Typesetter
from flows.submit.run_folder import write_run

PREVIEW = "preview"
SETTLING_MS = 200
"""How long the files must be quiet: an editor or Excel saves in several steps."""


def draw_preview(request: Request, typeset: Typesetter) -> WrittenRun:
    """Write the draft as it is now and return where it is: always the same folder.

    It is made in one language, the programme's own where none was asked for: whoever writes
    a text waits for it. Raises a RunStoppedError where no report can be made.
    """
    examination = examine(read(request))
    own = examination.dataset.programme.project.language
    request = replace(request, language=request.language or own)
    run = make_preview(conclude(examination, request), request, typeset)
    folder = write_run(request.outputs / request.programme / PREVIEW, run.documents)
    return WrittenRun(folder, run.outcome)


def watch_changes(request: Request) -> Iterator[None]:
    """Yield each time that files of the programme or templates have changed, for ever."""
    from watchfiles import watch  # noqa: PLC0415  # who looks once need not wait for it

    root = request.inputs / request.programme
    for _changes in watch(root, TEMPLATES, watch_filter=is_watched, debounce=SETTLING_MS):
        yield


def is_watched(_change: object, path: str) -> bool:
    """Tell whether a report can depend on the file at `path`: no lock file, no hidden one."""
    return is_owners(Path(Path(path).name))


def keep_drawing(request: Request, typeset: Typesetter) -> Iterator[WrittenRun | RunStoppedError]:
    """Yield the draft, or why there is none, now and after each change."""
    typeset = remember_parts(typeset)
    yield try_drawing(request, typeset)
    for _change in watch_changes(request):
        yield try_drawing(request, typeset)


def try_drawing(request: Request, typeset: Typesetter) -> WrittenRun | RunStoppedError:
    """Return the draft, or why there is none: half-saved files are normal while one works."""
    try:
        return draw_preview(request, typeset)
    except RunStoppedError as stop:
        return stop
