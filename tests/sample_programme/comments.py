"""What the participants wrote in their own words, each remark used once. All invented."""

MOST_VALUABLE = {
    1: (
        "Att politikerna satt med vid samma bord. Det har jag väntat på i tio år.",
        "Exemplen från andra kommuner. Det går tydligen att börja smått.",
        "Att få höra att andra kämpar med samma saker som vi.",
        "Skillnaden mellan att förbättra och att förnya blev äntligen tydlig.",
    ),
    2: (
        "Tjänsteresan! Jag trodde att jag kunde vår process, men det kunde jag inte.",
        "Att skugga en kollega en halv förmiddag gav mer än tre möten.",
        "Intervjuguiden. Den använde jag redan på torsdagen.",
        "Övningen där vi bara fick ställa frågor och inte föreslå något.",
    ),
    3: (
        "Att vi tvingades formulera om frågan fem gånger. Den femte var en helt annan.",
        "Samtalet om vems problem det egentligen är vi löser.",
        "Att få tid att tänka. Det är ovanligt i min vardag.",
    ),
    4: (
        "Brainwriting. De tysta i gruppen hade de bästa idéerna.",
        "Att själv få leda en övning och få återkoppling direkt.",
        "Energin i rummet. Jag gick hem med en hel hög lappar.",
        "Att lära sig hålla isär när man öppnar och när man stänger en process.",
    ),
    5: (
        "Kartong, tejp och tjugo minuter. Mer behövs inte för att komma i gång.",
        "Att visa något halvfärdigt utan att skämmas.",
        "Prototypen blev ett språk som både chefen och brukaren förstod.",
        "Att tjänstedesignern kom på plats och arbetade med våra egna fall.",
    ),
    6: (
        "Att ni löste dagen trots att föreläsaren blev sjuk.",
        "Checklistan för ett litet test var bra och går att använda direkt.",
        "Att få prata om vad vi gör om testet misslyckas.",
    ),
    7: (
        "Mötet med användarpanelen. Jag kommer aldrig mer att gissa.",
        "Att forskaren var ärlig med vad man inte vet.",
        "Delaktighetstrappan. Vi står lägre på den än jag trodde.",
        "Att en brukare sa att hon aldrig hade blivit frågad förut.",
    ),
    8: (
        "Att cheferna och innovationsledarna fick varsin stund och sedan möttes.",
        "Övningen om vad vi säger nej till. Den tar jag med till ledningsgruppen.",
        "Berättelsen om projektet som lades ned och vad de lärde sig av det.",
    ),
    9: (
        "Att införande är ett eget arbete och inte något som händer av sig självt.",
        "Kollegahandledningen i par. Min plan blev dubbelt så bra.",
        "Att rita vem som måste göra vad på måndag morgon.",
    ),
    10: (
        "Att få visa vårt projekt för politikerna och märka att de förstod.",
        "Att se alla nitton projekt på en vägg. Tillsammans är det mycket.",
        "Nätverket. Nu vet jag vem jag ska ringa.",
        "Att vi bestämde nästa steg och datum innan vi gick hem.",
    ),
}
COULD_BE_BETTER = {
    1: (
        "Lite väl många bilder före lunch.",
        "Skicka gärna ut materialet några dagar i förväg.",
        "Tydligare vad som förväntas av oss chefer.",
    ),
    2: (
        "Mer tid till övningarna, mindre till presentationen i början.",
        "Lokalen var för trång för arton lappar och trettio personer.",
    ),
    3: (
        "Eftermiddagen blev lång. En paus till hade hjälpt.",
        "Det var svårt att hänga med när begreppen bytte namn.",
        "Fler exempel från landstinget, det mesta handlade om kommuner.",
    ),
    4: ("Inget. Fortsätt så här!", "Gärna en mall att ta med hem för varje metod."),
    5: (
        "Jag hade velat ha en heldag till om prototyper.",
        "Mer om digitala prototyper, inte bara papper.",
    ),
    6: (
        "Det märktes att dagen fick ställas om. Vi hade behövt mer stöd i grupparbetet.",
        "För mycket teori och för lite prova själv.",
        "Tiden räckte inte till alla gruppernas redovisningar.",
        "Börja med ett konkret exempel, jag förstod först på slutet.",
    ),
    7: (
        "Användarpanelen kunde gärna ha fått hela förmiddagen.",
        "Ordna hörslinga, det var svårt att höra längst bak.",
    ),
    8: (
        "Min chef var inte med. Då är det svårt att prata om ledarskap.",
        "Lite mindre prat om kultur och lite mer om hur man gör.",
    ),
    9: (
        "Datumet krockade med budgeten, flera chefer saknades.",
        "Mer om hur man mäter effekt med små medel.",
    ),
    10: (
        "Tråkigt att det är slut. Ordna en återträff om ett halvår!",
        "Politikerna borde ha varit med fler gånger än två.",
    ),
}

BEGUN_TO_DO = (
    "Jag frågar användarna innan vi skriver en plan, inte efter.",
    "Jag börjar möten med en fråga i stället för en dagordning.",
    "Vi provar på en avdelning i två veckor i stället för att utreda i ett halvår.",
    "Jag har slutat att ha svaret med mig in i rummet.",
    "Jag låter medarbetarna leda övningar. De gör det bättre än jag.",
    "Vi har en vägg i personalrummet där alla idéer får sitta, även de dåliga.",
    "Jag har skuggat receptionen två gånger. Nu vet jag varför telefonen ringer.",
    "Ärligt talat inte så mycket ännu. Vardagen tar över.",
    "Jag ritar mer. Det går fortare att bli överens om en bild.",
    "Jag säger oftare: vi vet inte, vi provar.",
    "Jag har bokat två timmar i veckan för förändringsprojektet, och jag håller dem.",
    "Vi har bjudit in anhöriga till planeringsdagen för första gången.",
    "Som chef frågar jag vad vi lärde oss i stället för om det gick bra.",
    "Jag använder tjänsteresan när nya medarbetare börjar.",
    "Vi har börjat räkna hur många gånger samma person måste ringa oss.",
    "Jag delar det som är halvfärdigt tidigare än förut.",
)
NEED_TO_MOVE_ON = (
    "Tid. Inte mycket, men den måste stå i schemat.",
    "Att min chef frågar efter projektet minst en gång i månaden.",
    "En liten pott pengar till material och fika för användarna.",
    "Någon att ringa när det kör fast.",
    "Hjälp med hur man får med dem som inte vill.",
    "Ett mandat på papper, så att jag slipper fråga varje gång.",
    "Fler kollegor som har gått samma utbildning.",
    "Tillgång till användare utan att det tar sex veckor att ordna.",
    "Att IT-avdelningen är med från början.",
    "Bättre sätt att visa effekt för nämnden.",
    "Att ledningen tål att något misslyckas.",
    "En plats att arbeta på som inte är mitt vanliga skrivbord.",
    "Att vi får fortsätta att träffas över kommungränserna.",
    "Mer övning i att leda grupper som är större än tio.",
)

APPROVED_QUOTES = (
    "Att politikerna satt med vid samma bord. Det har jag väntat på i tio år.",
    "Tjänsteresan! Jag trodde att jag kunde vår process, men det kunde jag inte.",
    "Brainwriting. De tysta i gruppen hade de bästa idéerna.",
    "Kartong, tejp och tjugo minuter. Mer behövs inte för att komma i gång.",
    "Det märktes att dagen fick ställas om. Vi hade behövt mer stöd i grupparbetet.",
    "Mötet med användarpanelen. Jag kommer aldrig mer att gissa.",
    "Politikerna borde ha varit med fler gånger än två.",
    "Jag frågar användarna innan vi skriver en plan, inte efter.",
    "Ärligt talat inte så mycket ännu. Vardagen tar över.",
    "Tid. Inte mycket, men den måste stå i schemat.",
)
"""Approved word by word: what pleased, what did not, and no one who can be recognised."""
