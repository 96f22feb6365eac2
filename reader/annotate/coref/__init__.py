"""Coreference: the steps that join what an article says of one person or thing."""
