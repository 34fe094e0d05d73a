"""How comments were coded: what is counted of two coders, and how well they agree."""

from collections.abc import Iterator

from flows.programme.indicator_names import Measure
from flows.programme.translations import _
from flows.render.exhibits import Column, Row, Table, make_table
from flows.render.figures import Figure
from flows.render.material import Material


def list_coding(material: Material) -> Iterator[Figure]:
    """Yield in sentences how many comments were coded, and how; nothing where none were."""
    notation = material.notation
    if not material.value(Measure.CODED_COMMENTS):
        return
    yield notation.compose(
        _(
            "Somebody read {coded} of {comments} comments and gave each the themes of a list that "
            "it is about. The themes are counted question by question, and only for the very "
            "words that were coded."
        ),
        coded=material.words(Measure.CODED_COMMENTS),
        comments=material.base(Measure.CODED_COMMENTS),
    )
    if material.value(Measure.CODING_LAPSED):
        yield notation.compose(
            _("Rows of the coding that are not counted, since their words have changed: {count}."),
            count=material.words(Measure.CODING_LAPSED),
        )
    if material.find(Measure.AGREEMENT):
        yield notation.compose(
            _(
                "Where two people coded the same comments, the first one’s themes are counted, "
                "because the same eyes have then read all of them; the second one’s tell how well "
                "the two agree. A theme that is seldom given can have a low kappa although the "
                "coders nearly always agree."
            )
        )
    if is_agreement_suppressed(material):
        yield notation.compose(
            _("How well they agree is not shown, because it would tell of a few people.")
        )


def is_agreement_suppressed(material: Material) -> bool:
    """Tell whether two people coded and their agreement may not be shown."""
    agreement = material.find(Measure.AGREEMENT)
    return agreement is not None and agreement.suppression is not None


def tabulate_agreement(material: Material) -> Table | None:
    """Return the agreement of two coders on each theme, None where there is none to be shown."""
    notation = material.notation
    if not material.find(Measure.AGREEMENT) or is_agreement_suppressed(material):
        return None
    columns = [
        Column(notation.say(_("Theme")), is_number=False),
        Column(notation.say(_("Agreement"))),
        Column(notation.say(_("Cohen’s kappa"))),
    ]
    rows = [
        Row(
            (
                notation.choose(theme.name),
                material.words(Measure.AGREEMENT, answer=theme.key),
                material.words(Measure.KAPPA, answer=theme.key),
            )
        )
        for theme in material.dataset.coding.themes
    ]
    exactly_alike = notation.say(_("Exactly the same themes"))
    rows.append(Row((exactly_alike, material.words(Measure.AGREEMENT), ""), is_total=True))
    note = notation.compose(
        _("Base: {base} comments that both coded."), base=material.base(Measure.AGREEMENT)
    )
    title = notation.say(_("How well two coders agree"))
    return make_table("table-agreement", title, columns, rows, notation, notes=(note,))
