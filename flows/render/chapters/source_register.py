"""The register of sources: every table that was read or cited, with its rows and its hash."""

from flows.programme.places import Place
from flows.programme.problem_catalogue import CATALOGUE
from flows.programme.translations import _
from flows.render.exhibits import Column, Row, Table, make_table
from flows.render.material import Material
from flows.render.notation import EN_DASH
from flows.render.source_numbers import SourceNumbers
from flows.validate.dataset import FileAccount

HASH_GROUP = 16
"""How many signs of a hash stand together; a table's column breaks between them."""


def tabulate_sources(material: Material, sources: SourceNumbers) -> Table | None:
    """Return every table with its number, its rows, why some were excluded, and its file's hash.

    The programme's own files have no rows to account for; their hashes stand in the manifest.
    """
    notation = material.notation
    if not sources.tables:
        return None
    accounts = {table: account for account in material.dataset.accounts for table in account.tables}
    columns = [
        Column(notation.say(_("File and sheet")), is_number=False),
        Column(notation.say(_("Tool")), is_number=False),
        Column(notation.say(_("Read"))),
        Column(notation.say(_("Used"))),
        Column(notation.say(_("Excluded")), is_number=False),
        Column("SHA-256", is_number=False),
    ]
    rows = [
        Row(
            (
                name_table(material, file, sheet),
                *describe_account(material, accounts.get((file, sheet)), sheet),
            ),
            anchor=f"T{number}",
        )
        for (file, sheet), number in sources.tables.items()
    ]
    rows += list_originals(material)
    title = notation.say(_("The register of sources"))
    return make_table(
        "table-sources", title, columns, rows, notation, numbering=notation.say(_("No."))
    )


def describe_account(
    material: Material, account: FileAccount | None, sheet: str
) -> tuple[str, ...]:
    """Return tool, rows read, used and excluded with the reasons, and the hash of a table.

    Rows that go on in a further sheet are counted with the first one.
    """
    notation = material.notation
    if account is None:
        return (notation.say(_("Programme folder")), EN_DASH, EN_DASH, EN_DASH, "")
    tool = begin_with_capital(notation.say(account.tool))
    if sheet != account.sheet:
        return (tool, EN_DASH, EN_DASH, EN_DASH, spell_hash(account.sha256))
    reasons = "; ".join(
        f"{count}\N{NO-BREAK SPACE}{notation.say(CATALOGUE[code].title)}"
        for code, count in account.excluded
    )
    return (
        tool,
        notation.number(account.rows_read),
        notation.number(account.rows_used),
        reasons or notation.number(0),
        spell_hash(account.sha256),
    )


def name_table(material: Material, file: str, sheet: str) -> str:
    """Return the name of a table, of a corrected one also that of its original."""
    name = Place(file, sheet).table
    correction = dict(material.dataset.corrections).get(file)
    if correction is None:
        return name
    words = _("{file} (read instead of {original})")
    return material.notation.say(words, file=name, original=correction.file)


def list_originals(material: Material) -> list[Row]:
    """Return a row for each file whose correction is read: its rows are not counted again."""
    notation = material.notation
    words = _("{original} (not counted; {file} is read)")
    return [
        Row(
            (
                notation.say(words, original=correction.file, file=file),
                *[EN_DASH] * 4,
                spell_hash(correction.sha256),
            )
        )
        for file, correction in material.dataset.corrections
    ]


def spell_hash(sha256: str) -> str:
    """Return a file's hash in groups of signs."""
    return " ".join(
        sha256[start : start + HASH_GROUP] for start in range(0, len(sha256), HASH_GROUP)
    )


def begin_with_capital(text: str) -> str:
    """Return `text` as it begins a cell: a word is capital there, a name stays as it is."""
    return text[:1].upper() + text[1:]
