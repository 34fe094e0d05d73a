"""From files to sheets to exports full of responses, each value with its cell."""
