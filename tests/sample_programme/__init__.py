"""The sample programme: a whole year of a training programme, invented, with its faults.

    python -m tests.sample_programme

remakes inputs/innovationsledning-sormland/. The title, the registration number, the
coordinator, the grant, the period and the numbers of people and sessions are Vinnova's
public facts about the project; every person, answer, comment, cost and change project is
invented. The same bytes come out every time.

    project, people, questions, goals, economy  what stands in the programme workbook
    attendance, evaluations, self_assessments   what people did and answered
    comments, change_projects                   what they wrote
    layouts/    the forms those things take when a tool or a person writes them down
    exports     which file holds what
    faults      what went wrong on the way, and which problem must tell of it
    decisions, coding   what the coordinator decided, and what the comments were found to be about
    prose/      what the coordinator wrote for the report
"""

import os

os.environ.setdefault("OPENPYXL_LXML", "False")  # lxml, where it is installed, writes other bytes
