"""The stages of slutrapport, and the words passed between them.

    files -> sheets -> responses -> dataset -> indicators -> report -> HTML -> PDF

Each arrow is one folder's work and a pure function from one frozen value to the next:

    programme/   the words themselves; reads and writes the programme workbook
    ingest/      Path -> Source -> Sheet -> Export, which holds Responses
    validate/    Export -> Dataset, with every Problem found on the way
    aggregate/   Dataset -> Indicator, past the disclosure gate
    render/      Indicator -> Report -> HTML -> PDF
    submit/      the run folder, the gate and the frozen submission
    chain/       all of it, one stage after another: findings, runs, previews, nights
    terminal/    what the commands say of it

Imports run one way, in that order. A file directly in this folder may use Prefect;
a folder in it is plain Python and never does.
"""
