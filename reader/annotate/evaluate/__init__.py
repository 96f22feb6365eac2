"""Measuring annotations against gold standards."""
