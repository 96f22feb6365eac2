"""Files beside the article: layers, and what the reader remembers."""
