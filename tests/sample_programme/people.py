"""The thirty participants. Every name is invented; .example domains belong to nobody."""

import unicodedata

from flows.programme.programme import Participant

LEADER = "innovationsledare"
MANAGER = "chef"
COUNTY_COUNCIL = "Södermanlands läns landsting"

LEADERS_BY_ORGANISATION = {
    "Eskilstuna kommun": ("Ada Björkvind", "Hampus Lönnestig", "Signe Sjöglimt"),
    "Nyköpings kommun": ("Malin Ekhamre", "Jonatan Strandäng", "Birgitta Tallmyr"),
    "Katrineholms kommun": ("Yasmin Vassholt", "Per-Olof Klintegård"),
    "Strängnäs kommun": ("Tove Rönnsund", "Emil Hasselro"),
    "Flens kommun": ("Karin Aspvidja",),
    "Gnesta kommun": ("Leila Måsskär",),
    "Oxelösunds kommun": ("Göran Granelid",),
    "Trosa kommun": ("Frida Åbrinken",),
    "Vingåkers kommun": ("Sara Dalvide",),
    COUNTY_COUNCIL: ("Anneli Furunäs", "Mikael Ringblomma", "Noor Hagtorne", "Ulrika Pilängen"),
}
MANAGERS_BY_ORGANISATION = {
    "Eskilstuna kommun": ("Helena Järneke", "Tomas Kvarnhult"),
    "Nyköpings kommun": ("Annika Lingonhed",),
    "Katrineholms kommun": ("Magnus Mossberga",),
    "Strängnäs kommun": ("Camilla Nyponbacke",),
    "Flens kommun": ("Erik Ormbunke",),
    "Oxelösunds kommun": ("Maria Smultronmo",),
    "Vingåkers kommun": ("Lars-Göran Videkärr",),
    COUNTY_COUNCIL: ("Ingrid Törnevik", "Samir Syrenius", "Pernilla Gullvivan"),
}
DOMAINS = {
    "Eskilstuna kommun": "eskilstuna.example",
    "Nyköpings kommun": "nykoping.example",
    "Katrineholms kommun": "katrineholm.example",
    "Strängnäs kommun": "strangnas.example",
    "Flens kommun": "flen.example",
    "Gnesta kommun": "gnesta.example",
    "Oxelösunds kommun": "oxelosund.example",
    "Trosa kommun": "trosa.example",
    "Vingåkers kommun": "vingaker.example",
    COUNTY_COUNCIL: "landstinget.example",
}


def list_participants() -> tuple[Participant, ...]:
    """Return the participants, innovation leaders first, numbered D01 to D30."""
    enrolled = [
        (name, role, organisation)
        for role, organisations in (
            (LEADER, LEADERS_BY_ORGANISATION),
            (MANAGER, MANAGERS_BY_ORGANISATION),
        )
        for organisation, names in organisations.items()
        for name in names
    ]
    return tuple(
        Participant(
            key=f"D{number:02}",
            name=name,
            email=make_address(name, organisation),
            role=role,
            organisation=organisation,
            organisation_type="landsting" if organisation == COUNTY_COUNCIL else "kommun",
        )
        for number, (name, role, organisation) in enumerate(enrolled, 1)
    )


def make_address(name: str, organisation: str) -> str:
    """Return the invented address of `name`, such as ada.bjorkvind@eskilstuna.example."""
    decomposed = unicodedata.normalize("NFD", name.lower().replace(" ", "."))
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return f"{letters}@{DOMAINS[organisation]}"


PARTICIPANTS = list_participants()
