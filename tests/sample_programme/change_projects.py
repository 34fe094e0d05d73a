"""The nineteen change projects, one for each innovation leader, as they described them."""

from dataclasses import dataclass

IN_USE = "Införande"
TEST = "Test"
PROTOTYPE = "Prototyp"
IDEA = "Idé"


@dataclass(frozen=True, slots=True)
class HomeProject:
    """One change project; `owner_key` is the participant's key in the register."""

    owner_key: str
    title: str
    stage: str
    methods: tuple[str, ...]
    has_users: bool
    description: str


HOME_PROJECTS = (
    HomeProject(
        "D01",
        "Färre ansikten i hemtjänsten",
        IN_USE,
        ("Tjänsteresa", "Skuggning", "Test i liten skala"),
        True,
        "Fem kunder och deras anhöriga ritade sin vecka tillsammans med oss. En grupp provade "
        "fasta par i sex veckor. Arbetssättet har nu införts i två av fyra områden.",
    ),
    HomeProject(
        "D02",
        "Biblioteket efter stängning",
        TEST,
        ("Behovsintervju", "Prototyp", "Test i liten skala"),
        True,
        "Ungdomar fick utforma meröppna kvällar. Vi provade tre torsdagar med en ungdomsvärd.",
    ),
    HomeProject(
        "D03",
        "Första mötet på biståndsenheten",
        IN_USE,
        ("Tjänsteresa", "Behovsintervju", "Prototyp"),
        True,
        "Biståndshandläggarna skuggade varandra och intervjuade sökande. Ett nytt brev och en "
        "enklare första blankett används sedan november.",
    ),
    HomeProject(
        "D04",
        "Skolvägen som eleverna ser den",
        TEST,
        ("Skuggning", "Brainwriting", "Test i liten skala"),
        True,
        "Elever i årskurs 5 fotograferade sin skolväg. Tekniska kontoret provade ändrad "
        "skyltning och en hämta-lämna-zon i fyra veckor.",
    ),
    HomeProject(
        "D05",
        "Bygglov utan omvägar",
        PROTOTYPE,
        ("Tjänsteresa", "Prototyp"),
        True,
        "Åtta sökande gick igenom sitt ärende med oss. En pappersprototyp av en ny e-tjänst "
        "har provats vid två öppna hus.",
    ),
    HomeProject(
        "D06",
        "Måltiden på äldreboendet",
        IN_USE,
        ("Skuggning", "Brainwriting", "Test i liten skala"),
        True,
        "Boende, kökspersonal och omsorgspersonal provade olika måltidsmiljöer. Dukning i "
        "mindre sällskap är nu vardag på tre avdelningar.",
    ),
    HomeProject(
        "D07",
        "Ett kontaktcenter som ringer upp",
        TEST,
        ("Behovsintervju", "Prototyp", "Test i liten skala"),
        True,
        "Personer som ringt flera gånger intervjuades. Återuppringning provas på ett ärendeslag.",
    ),
    HomeProject(
        "D08",
        "Snöröjning i dialog",
        IDEA,
        ("Brainwriting",),
        False,
        "Driftpersonalen tog fram trettio idéer. Vi hann inte möta de boende före vintern.",
    ),
    HomeProject(
        "D09",
        "Ny i Sverige, ny i kommunen",
        TEST,
        ("Tjänsteresa", "Behovsintervju", "Test i liten skala"),
        True,
        "Nyanlända familjer ritade sin väg genom kommunens mottagande. En gemensam "
        "välkomstträff provades två gånger med tolk.",
    ),
    HomeProject(
        "D10",
        "Fritidsgården som unga väljer",
        PROTOTYPE,
        ("Brainwriting", "Prototyp"),
        True,
        "Tolv ungdomar byggde modeller av lokalen i kartong. Två modeller går vidare.",
    ),
    HomeProject(
        "D11",
        "Trygg hemgång",
        TEST,
        ("Tjänsteresa", "Skuggning", "Test i liten skala"),
        True,
        "Patienter som nyss kommit hem berättade om de första tre dygnen. En checklista för "
        "hemgång provas med vårdcentralen.",
    ),
    HomeProject(
        "D12",
        "Förskolans lämning och hämtning",
        IN_USE,
        ("Skuggning", "Prototyp", "Test i liten skala"),
        True,
        "Föräldrar och pedagoger provade tre sätt att lämna över. Det enklaste vann och "
        "används på alla avdelningar.",
    ),
    HomeProject(
        "D13",
        "Digital felanmälan",
        PROTOTYPE,
        ("Prototyp",),
        False,
        "En klickbar prototyp har visats internt. Invånarna har ännu inte fått prova den.",
    ),
    HomeProject(
        "D14",
        "Sommarjobb på riktigt",
        IN_USE,
        ("Behovsintervju", "Brainwriting", "Test i liten skala"),
        True,
        "Tidigare sommarjobbare skrev om introduktionen från grunden. Den användes sommaren "
        "2016 och finns kvar.",
    ),
    HomeProject(
        "D15",
        "Färdtjänst som kommer i tid",
        TEST,
        ("Tjänsteresa", "Behovsintervju"),
        True,
        "Resenärer förde dagbok i två veckor. Ett sms när bilen är på väg provas i ett område.",
    ),
    HomeProject(
        "D16",
        "Väntrummet",
        IN_USE,
        ("Skuggning", "Prototyp", "Test i liten skala"),
        True,
        "Patienter möblerade om väntrummet i skala 1:10. Ny skyltning och en tyst del finns nu "
        "på mottagningen.",
    ),
    HomeProject(
        "D17",
        "Kallelsen man förstår",
        TEST,
        ("Behovsintervju", "Prototyp", "Test i liten skala"),
        True,
        "Tjugo patienter läste kallelser högt för oss. En ny kallelse provas på två mottagningar.",
    ),
    HomeProject(
        "D18",
        "Egenvård vid kronisk sjukdom",
        PROTOTYPE,
        ("Tjänsteresa", "Brainwriting", "Prototyp"),
        True,
        "Patienter och sjuksköterskor gjorde en gemensam tjänsteresa. En egenvårdsplan på en "
        "sida är nästa steg.",
    ),
    HomeProject(
        "D19",
        "Kortare väg till hjälpmedel",
        IDEA,
        ("Tjänsteresa",),
        False,
        "Flödet är kartlagt med förskrivarna. Användarna kommer in först våren 2017.",
    ),
)
