"""The terminal app. With its widgets the only room that imports Textual."""
