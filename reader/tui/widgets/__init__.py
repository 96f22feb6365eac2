"""Pieces of a screen, one a file."""
