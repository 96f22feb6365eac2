"""The recipe that makes the pipeline: from a folder of corpora to a directory for spaCy."""
