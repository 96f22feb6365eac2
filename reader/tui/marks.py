"""The names of the styles that article and panels draw annotations with."""

HUES = 8
"""How many speakers are told apart by hue before hues repeat."""
HUE_STYLES = tuple(f"speaker-{number}" for number in range(1, HUES + 1))
