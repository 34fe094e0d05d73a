"""The architecture holds: what imports what, and what no module of flows/ does.

Each rule is tried on a planted breach first, so that it is known to find one.
"""

from pathlib import Path

import pytest

from tests.architecture import (
    BOUNDARIES,
    HOMES,
    LONGEST_MODULE_LINES,
    RULES,
    Module,
    find_asserts,
    find_loaded,
    find_long_modules,
    find_prefect_in_stages,
    find_strayed_libraries,
    find_vague_names,
    find_wide_nets,
    find_wrong_directions,
    read_modules,
)

ROOT = Path(__file__).resolve().parents[1]
MODULES = read_modules(ROOT)

BREACHES = [
    (find_wrong_directions, "flows/ingest/a.py", "from flows.validate.dataset import Dataset"),
    (find_wrong_directions, "flows/ingest/a.py", "import flows.submit"),
    (find_wrong_directions, "flows/submit/a.py", "from flows.chain.stages import read"),
    (find_wrong_directions, "flows/render/a.py", "from flows.chain import stages"),
    (find_wrong_directions, "flows/render/a.py", "from . import charts"),
    (find_wrong_directions, "flows/programme/a/b.py", "from flows.ingest import exports"),
    (find_wrong_directions, "flows/ingest/a.py", "def late():\n    import flows.render.pdf"),
    (find_wrong_directions, "flows/ingest/a.py", "import_module('flows.render.pdf')"),
    (find_wrong_directions, "flows/ingest/a.py", "import_module(name)"),
    (find_prefect_in_stages, "flows/submit/a.py", "from prefect import task"),
    (find_prefect_in_stages, "flows/submit/a.py", "def late():\n    import prefect.cache_policies"),
    (find_strayed_libraries, "flows/ingest/a.py", "import openpyxl"),
    (find_strayed_libraries, "flows/chain/stages.py", "from weasyprint import HTML"),
    (find_strayed_libraries, "flows/validate/a.py", "from babel.numbers import format_decimal"),
    (find_vague_names, "flows/ingest/utils.py", ""),
    (find_vague_names, "flows/common/dates.py", ""),
    (find_long_modules, "flows/ingest/a.py", "x = 1\n" * (LONGEST_MODULE_LINES + 1)),
    (find_asserts, "flows/ingest/a.py", "def check(x):\n    assert x"),
    (find_wide_nets, "flows/ingest/a.py", "try:\n    f()\nexcept:\n    pass"),
    (find_wide_nets, "flows/ingest/a.py", "try:\n    f()\nexcept Exception as e:\n    raise"),
    (
        find_wide_nets,
        "flows/ingest/a.py",
        "try:\n    f()\nexcept (OSError, BaseException):\n    g()",
    ),
]

ALLOWED = [
    (find_wrong_directions, "flows/render/a.py", "from flows.validate.dataset import Dataset"),
    (find_wrong_directions, "flows/render/a.py", "from flows.render.charts import draw"),
    (find_wrong_directions, "flows/chain/overview.py", "from flows.submit.gate import pass_gate"),
    (find_wrong_directions, "flows/ingest/a.py", "import_module(f'{__name__}.{tool}')"),
    (find_prefect_in_stages, "flows/nightly.py", "from prefect import flow"),
    (find_strayed_libraries, "flows/programme/xlsx_reader.py", "import openpyxl"),
    (find_long_modules, "flows/ingest/a.py", "x = 1\n" * LONGEST_MODULE_LINES),
    (find_wide_nets, "flows/ingest/a.py", "try:\n    f()\nexcept ValueError:\n    pass"),
]


@pytest.mark.parametrize(("rule", "path", "source"), BREACHES)
def test_each_rule_finds_a_planted_breach(rule, path, source):
    """A rule that cannot fail would keep nothing."""
    assert list(rule(Module(path, source)))


@pytest.mark.parametrize(("rule", "path", "source"), ALLOWED)
def test_each_rule_lets_the_right_pass(rule, path, source):
    """What the design allows is no breach."""
    assert not list(rule(Module(path, source)))


@pytest.mark.parametrize("rule", RULES)
def test_flows_keeps_the_rule(rule):
    """No module of flows/ breaks the rule."""
    assert [breach for module in MODULES for breach in rule(module)] == []


def test_rules_name_modules_that_exist():
    """A home or a boundary that was moved away would exempt nobody and look as if it did."""
    paths = {module.path for module in MODULES}
    named = {path for home in HOMES.values() for path in home} | BOUNDARIES.keys()

    assert named - paths == set()


def test_what_is_loaded_is_followed_from_module_to_module():
    """An import inside a function is not made on load; one in another module is."""
    modules = (
        Module(
            "flows/chain/overview.py",
            "from flows.chain import stages\ndef late():\n    import weasyprint",
        ),
        Module("flows/chain/stages.py", "from flows.nightly import run"),
        Module("flows/nightly.py", "from prefect import flow"),
    )

    assert find_loaded(modules, "flows.chain.overview") == {
        "flows.chain.overview",
        "flows.chain.stages",
        "flows.nightly",
        "prefect",
    }


HEAVY = {"prefect", "weasyprint", "pikepdf", "scipy"}


@pytest.mark.parametrize(
    ("command", "unwanted"),
    [
        ("flows.__main__", HEAVY),
        ("flows.chain.overview", HEAVY),
        ("flows.chain.preview", {"prefect"}),
    ],
)
def test_a_quick_command_loads_nothing_heavy(command, unwanted):
    """Each of them takes a second or more to load, and `check` has two in all."""
    loaded = find_loaded(MODULES, command)

    assert command in loaded
    assert loaded.isdisjoint(unwanted)
