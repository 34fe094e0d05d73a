"""portal.<lang>.txt holds what is pasted into the funder's form."""

from flows.programme.languages import Language
from flows.programme.texts import Section
from flows.render.text_binding import BoundText
from flows.submit.portal import make_portal_text


def bound(section, plain):
    """Return a bound text of one paragraph."""
    return BoundText(section, Language.SV, f"<p>{plain}</p>", plain, len(plain))


def test_fields_stand_in_the_order_of_the_form_with_their_counts():
    """The count is of the letters to paste, å ä ö counted once each."""
    texts = [bound(Section.RESULTS, "Ökad förmåga."), bound(Section.PURPOSE, "Att öka.")]

    assert make_portal_text(texts, 560, Language.SV).content.decode() == (
        "Syfte och mål (8 av 560 tecken)\n"
        "───────────────────────────────\n"
        "Att öka.\n"
        "\n\n"
        "Resultat och förväntade effekter (13 av 560 tecken)\n"
        "───────────────────────────────────────────────────\n"
        "Ökad förmåga.\n"
        "\n\n"
        "Upplägg och genomförande (0 av 560 tecken)\n"
        "──────────────────────────────────────────\n"
        "\n"
    )


def test_the_english_form_has_the_english_labels():
    """A report in English goes into the English form."""
    text = make_portal_text([], 560, Language.EN)

    assert text.name == "portal.en.txt"
    assert b"Purpose and goal (0 of 560 characters)" in text.content
