"""The sample's own words in both languages: what the register and the exports call things."""

from flows.programme.languages import Bilingual
from tests.sample_programme import change_projects, economy, people, project, questions

WORDS = (
    Bilingual(people.LEADER, "innovation leader"),
    Bilingual(people.MANAGER, "manager"),
    Bilingual(project.POLITICIANS, "politicians"),
    Bilingual("kommun", "municipality"),
    Bilingual("landsting", "county council"),
    Bilingual(economy.PERSONNEL, "Personnel costs"),
    Bilingual(economy.EQUIPMENT, "Equipment, land and buildings"),
    Bilingual(economy.CONSULTANTS, "Consultants, licences etc."),
    Bilingual(economy.OTHER, "Other direct costs"),
    Bilingual(economy.INDIRECT, "Indirect costs"),
    Bilingual(change_projects.IDEA, "Idea"),
    Bilingual(change_projects.PROTOTYPE, "Prototype"),
    Bilingual(change_projects.TEST, "Test"),
    Bilingual(change_projects.IN_USE, "In use"),
    Bilingual(questions.LEADERSHIP, "capacity for innovation"),
)
