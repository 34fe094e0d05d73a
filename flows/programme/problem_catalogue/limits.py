"""Problems of files beyond what is read; each names the limit that was met."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

REJECTED = Severity.FILE_REJECTED

LIMITS: dict[str, Entry] = {
    "file-too-large": Entry(
        REJECTED,
        _("A file is too large"),
        _("The file is larger than {limit}."),
        _("A file of at most {limit}."),
        _("Remove pictures and unused sheets, or split the file."),
    ),
    "file-expands-too-far": Entry(
        REJECTED,
        _("A file is too large when it is unpacked"),
        _("A workbook is a packed file, and this one unpacks to more than {limit}."),
        _("A workbook that unpacks to at most {limit}."),
        _("Copy the table into a new workbook and save that instead."),
    ),
    "file-packed-too-tightly": Entry(
        REJECTED,
        _("A file unpacks to many times its size"),
        _("The file unpacks to more than {limit} times its size, as no table of answers does."),
        _("A workbook that unpacks to at most {limit} times its size."),
        _("Copy the table into a new workbook and save that instead."),
    ),
    "file-too-many-rows": Entry(
        REJECTED,
        _("A sheet has too many rows"),
        _("The sheet has more than {limit} filled rows."),
        _("At most {limit} rows in a sheet."),
        _("Delete rows that hold no answers, or split the file."),
    ),
    "file-too-many-columns": Entry(
        REJECTED,
        _("A sheet has too many columns"),
        _("A row of the sheet has more than {limit} cells."),
        _("At most {limit} columns, as many as Excel has."),
        _("Export again with a delimiter that ends the rows, or delete the columns."),
    ),
    "file-too-many-cells": Entry(
        REJECTED,
        _("A file has too many cells"),
        _("The file has more than {limit} cells, or claims to have."),
        _("At most {limit} cells in a file."),
        _("Copy the table alone into a new workbook, or split the file."),
    ),
    "file-takes-too-long": Entry(
        REJECTED,
        _("A file takes too long to read"),
        _("The file was not read within {limit} seconds."),
        _("A file that opens quickly."),
        _("Copy the table into a new workbook and save that instead."),
    ),
    "file-needs-too-much-memory": Entry(
        REJECTED,
        _("A file needs too much memory"),
        _("Reading the file needs more than {limit} of memory."),
        _("A file that can be read with {limit}."),
        _("Copy the table into a new workbook and save that instead, or split the file."),
    ),
}
