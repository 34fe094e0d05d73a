"""Work in a process of its own: nothing that happens there stops the caller."""

import os
import time

import pytest

from flows.chain.confidentiality import UnforeseenError
from flows.chain.own_process import run_apart
from flows.programme.exceptions import WorkbookMissingError


def stop():
    """Raise what a stage raises when it cannot go on."""
    raise WorkbookMissingError(folder="inputs/liten")


def stumble():
    """Raise what a bug raises, quoting a cell."""
    raise ValueError("Hemliga Hedda")


def test_what_is_returned_comes_back():
    """The answer crosses the process; the work does not."""
    assert run_apart(30, os.getpid) != os.getpid()
    assert run_apart(30, max, 1, 2) == 2


def test_a_stop_comes_back_with_its_values():
    """The caller can print the sentence in any language."""
    with pytest.raises(WorkbookMissingError) as caught:
        run_apart(30, stop)
    assert caught.value.values == {"folder": "inputs/liten"}


def test_a_bug_comes_back_without_its_message(capsys):
    """The caller learns the class; the traceback, without the words, goes to stderr."""
    with pytest.raises(UnforeseenError, match=r"^ValueError$"):
        run_apart(30, stumble)

    said = capsys.readouterr().err
    assert "in stumble" in said
    assert said.endswith("UnforeseenError: ValueError\n")


def test_a_crash_is_an_error_of_the_caller():
    """A process that dies without a word is not waited for."""
    with pytest.raises(ChildProcessError):
        run_apart(30, os._exit, 1)


def test_a_hang_is_given_up():
    """A programme that never ends does not take the night with it."""
    with pytest.raises(TimeoutError):
        run_apart(0.5, time.sleep, 60)
