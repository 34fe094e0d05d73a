"""What the set-up stands on: locks, system libraries and the tools' exemptions."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from flows.programme.exceptions import SystemLibraryMissingError

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def read(file: str) -> str:
    """Return the text of a file of the project."""
    return (ROOT / file).read_text("utf-8")


def locked_packages(file: str) -> dict[str, str]:
    """Return what `file` locks: each package and marker with its hashes."""
    entries = re.split(r"\n(?=\S)", read(file).strip())
    return {entry.split(" \\")[0]: entry.partition("\\")[2] for entry in entries}


@pytest.mark.parametrize("lock", [*LOCKS, "requirements-bench.lock"])
def test_every_locked_package_has_a_version_and_a_hash(lock):
    """A package without a hash could be anything by the time it is installed."""
    loose = [
        name
        for name, hashes in locked_packages(lock).items()
        if "==" not in name or "--hash=sha256:" not in hashes
    ]

    assert loose == []


@pytest.mark.parametrize("lock", [*LOCKS, "requirements-bench.lock"])
def test_a_lock_names_no_host(lock):
    """Where packages come from is the business of the machine, not of the project."""
    assert "://" not in read(lock)
    assert "index-url" not in read(lock)


def test_tests_run_with_the_versions_that_reports_are_made_with():
    """The lock for tests holds the other one whole, and adds to it."""
    runtime, tests = (set(locked_packages(lock)) for lock in LOCKS)

    assert runtime < tests


def test_the_makefile_installs_what_the_exception_asks_for():
    """Whoever may not install reads the same package names that `make` would install."""
    packages = re.search(r"^PANGO := (.+)$", read("Makefile"), re.MULTILINE)

    assert packages
    assert f"apt install {packages[1]}." in SystemLibraryMissingError.sentence


def test_every_exemption_of_a_tool_has_its_reason():
    """A rule that is switched off without a reason is switched off for ever."""
    exemptions = re.findall(r"^    \"[A-Z]+[0-9]*\".*$", read("pyproject.toml"), re.MULTILINE)

    assert exemptions
    assert [line for line in exemptions if "  # " not in line] == []


def test_the_lock_keeps_to_what_is_declared():
    """A bound in pyproject.toml protects nobody until the packages are locked again."""
    project = tomllib.loads(read("pyproject.toml"))["project"]
    locked = {
        canonicalize_name(name): version
        for name, version in re.findall(r"^(\S+)==(\S+)", read("requirements.lock"), re.MULTILINE)
    }
    declared = [Requirement(line) for line in project["dependencies"]]

    assert declared
    assert [
        str(requirement)
        for requirement in declared
        if locked[canonicalize_name(requirement.name)] not in requirement.specifier
    ] == []


def test_the_environment_is_whole():
    """The locks are installed as they are, so nothing else would tell of a missing package."""
    check = subprocess.run([sys.executable, "-m", "pip", "check"], capture_output=True, check=False)

    assert check.returncode == 0, check.stdout.decode()


CHOSEN_LICENCES = {"pyphen": "Mozilla Public License", "text-unidecode": "Artistic License"}
"""Packages that may be had under the GPL or under another licence; we take the other."""


@pytest.mark.parametrize("lock", LOCKS)
def test_nothing_that_is_locked_is_under_the_gpl(lock):
    """Each locked package that is installed here says in its metadata how it may be used."""
    copyleft, unknown = {}, []
    for requirement in locked_packages(lock):
        name = Requirement(requirement).name
        try:
            about = metadata(name)
        except PackageNotFoundError:  # for other systems and older Pythons
            continue
        licences = [
            about["License-Expression"] or "",
            (about["License"] or "").partition("\n")[0],
            *(kind for kind in about.get_all("Classifier") or () if kind.startswith("License")),
        ]
        if not any(licences):
            unknown.append(name)
        of_gpl = [licence for licence in licences if re.search(r"\bA?GPL|Affero|GNU G", licence)]
        if of_gpl and not any(CHOSEN_LICENCES.get(name, "-") in each for each in licences):
            copyleft[name] = of_gpl

    assert (copyleft, unknown) == ({}, [])
    assert not {"pingouin", "krippendorff"} & {
        canonicalize_name(Requirement(each).name) for each in locked_packages(lock)
    }
