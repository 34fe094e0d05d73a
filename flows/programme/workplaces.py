"""Words in the names of workplaces that so many have that they name none."""

SWEDISH = """
    kommun kommunen kommuns region regionen regions landsting landstinget landstings länet läns
    stad staden stads förvaltning förvaltningen nämnd nämnden kontor kontoret avdelning avdelningen
    enhet enheten grupp gruppen stiftelse stiftelsen förening föreningen bolag bolaget aktiebolag
    vård vården omsorg omsorgen skola skolan social sociala service utveckling ledning stab staben
    offentlig offentliga privat privata inom från till under samt utan övriga
"""
ENGLISH = """
    municipality municipal county council city town region regional department unit office group
    foundation association company care school social services public private development
"""

COMMON_WORDS = frozenset((SWEDISH + ENGLISH).split())
