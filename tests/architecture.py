"""What may import what, and what a module of flows/ never holds.

Every rule is a function from one module to the breaches it finds there, so that a test can
plant a breach in a few lines of source and see it found.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

STAGES = ("programme", "ingest", "validate", "aggregate", "render", "submit", "chain", "terminal")
"""The folders of flows/: each imports itself and those before it, never one after it."""

HOMES = {
    "openpyxl": (
        "flows/programme/xlsx_list_writer.py",
        "flows/programme/xlsx_reader.py",
        "flows/programme/xlsx_writer.py",
    ),
    "python_calamine": ("flows/ingest/calamine_reader.py",),
    "rapidfuzz": ("flows/validate/spelling.py",),
    "jinja2": ("flows/render/html.py",),
    "markupsafe": ("flows/render/html.py",),
    "markdown_it": ("flows/render/markdown.py",),
    "svg": ("flows/render/charts/canvas.py",),
    "pikepdf": ("flows/render/binding.py",),
    "weasyprint": ("flows/render/typesetting.py", "flows/render/whole_labels.py"),
    "scipy": ("flows/aggregate/statistics/scipy_functions.py",),
    "babel": ("flows/programme/translations.py", "flows/render/notation.py"),
}
"""The only modules that import a library, so that it can be replaced or left unloaded."""

VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "manager", "misc"}
LONGEST_MODULE_LINES = 300

BOUNDARIES = {
    "flows/__main__.py": "to the shell, which would take a bug for problems found",
    "flows/chain/confidentiality.py": "to Prefect, which would store the message of any exception",
    "flows/ingest/reading_process.py": "to the readers, which raise anything on a broken file",
}
"""Modules that may catch every exception, each with what it stands between."""


@dataclass(frozen=True, slots=True)
class Module:
    """One module: its path from the project's root, with forward slashes, and its source."""

    path: str
    source: str

    @property
    def tree(self) -> ast.Module:
        """The syntax of the module."""
        return ast.parse(self.source)

    @property
    def name(self) -> str:
        """The name by which it is imported: `flows.ingest.reading`."""
        parts = PurePosixPath(self.path).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def stage(self) -> str:
        """The folder of flows/ that holds it; empty for a module directly in flows/."""
        parts = PurePosixPath(self.path).parts
        return parts[1] if len(parts) > 2 else ""


def read_modules(root: Path) -> tuple[Module, ...]:
    """Return every module under flows/ of the project at `root`, sorted by path."""
    paths = sorted(root.glob("flows/**/*.py"))
    return tuple(Module(path.relative_to(root).as_posix(), path.read_text()) for path in paths)


def list_imports(tree: ast.AST) -> Iterator[str]:
    """Yield what `tree` imports, anywhere in it; relative imports begin with a dot."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = "." * node.level + (node.module or "")
            yield from (f"{origin}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(DYNAMIC):
            named = ast.unparse(node.args[0])
            if isinstance(node.args[0], ast.Constant):
                yield named.strip("'")
            elif not named.startswith("f'{__name__}."):  # its own folder, which it may list
                yield f"({named})"


DYNAMIC = ("import_module", "__import__")


def list_imports_on_load(tree: ast.Module) -> Iterator[str]:
    """Yield what is imported when the module itself is: neither in functions nor for types."""
    for statement in tree.body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            continue
        if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING":
            continue
        yield from list_imports(statement)


def find_wrong_directions(module: Module) -> Iterator[str]:
    """Yield the imports that run against the order of the stages."""
    if not module.stage:
        return
    reachable = STAGES[: STAGES.index(module.stage) + 1]
    for name in list_imports(module.tree):
        parts = name.split(".")
        if name.startswith((".", "(")):
            yield f"{module.path} imports {name}, which is not written out"
        elif parts[0] == "flows" and (len(parts) == 1 or parts[1] not in reachable):
            yield f"{module.path} imports {name}, which comes after {module.stage}"


def find_prefect_in_stages(module: Module) -> Iterator[str]:
    """Yield the imports of Prefect in a folder: only a file directly in flows/ may use it."""
    if module.stage and any(name.split(".")[0] == "prefect" for name in list_imports(module.tree)):
        yield f"{module.path} imports prefect"


def find_strayed_libraries(module: Module) -> Iterator[str]:
    """Yield the imports of a library outside its home."""
    for library in sorted({name.split(".")[0] for name in list_imports(module.tree)}):
        if module.path not in HOMES.get(library, (module.path,)):
            homes = " and ".join(HOMES[library])
            yield f"{module.path} imports {library}, which belongs in {homes}"


def find_vague_names(module: Module) -> Iterator[str]:
    """Yield the parts of the path that say nothing of what is inside."""
    parts = PurePosixPath(module.path).with_suffix("").parts
    yield from (f"{module.path} is named {part}" for part in parts if part in VAGUE_NAMES)


def find_long_modules(module: Module) -> Iterator[str]:
    """Yield the module where it is so long that it must be two."""
    lines = len(module.source.splitlines())
    if lines > LONGEST_MODULE_LINES:
        yield f"{module.path} has {lines} lines"


def find_asserts(module: Module) -> Iterator[str]:
    """Yield assert statements: Python leaves them out when it runs with -O."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Assert):
            yield f"{module.path}:{node.lineno} asserts"


def find_wide_nets(module: Module) -> Iterator[str]:
    """Yield the handlers that catch bugs as well, outside the stated boundaries."""
    if module.path in BOUNDARIES:
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler) and catches_everything(node):
            yield f"{module.path}:{node.lineno} catches every exception"


def catches_everything(handler: ast.ExceptHandler) -> bool:
    """Tell whether `handler` has no class, or one that every exception has."""
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or ast.unparse(kind) in WIDEST for kind in kinds)


WIDEST = {"Exception", "BaseException"}

RULES = (
    find_wrong_directions,
    find_prefect_in_stages,
    find_strayed_libraries,
    find_vague_names,
    find_long_modules,
    find_asserts,
    find_wide_nets,
)


def find_loaded(modules: tuple[Module, ...], start: str) -> frozenset[str]:
    """Return the names of all that is imported, step by step, when the module `start` is.

    Of a library only its top name. `start` is a module's name, such as `flows.chain.overview`.
    """
    by_name = {module.name: module for module in modules}
    loaded: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        # `from flows.ingest.reading import read` may name a module or what is in one.
        known = name if name in by_name else name.rpartition(".")[0]
        parents = {known.rpartition(".")[0]} & by_name.keys()
        if known not in by_name:
            loaded.add(name.split(".")[0])
        elif known not in loaded:
            loaded.add(known)
            waiting += [*list_imports_on_load(by_name[known].tree), *parents]
    return frozenset(loaded)
