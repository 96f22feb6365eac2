"""Articles, layers and the index over both. Imports neither Textual nor spaCy."""
