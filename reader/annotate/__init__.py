"""From article to layer. With ``reader.pipeline`` the only room that imports spaCy."""
