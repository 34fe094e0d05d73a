"""The stages one after another: findings, runs, drafts and nights, without Prefect."""
