"""Which passages are parts of one quote."""

from reader.annotate.quoting.passages import Reading
from reader.annotate.quoting.story import Story

_SPLIT_WORDS = 14
"""Most words of an attribution that may stand between two parts of one quote."""


def group_readings(story: Story, readings: list[Reading]) -> list[list[Reading]]:
    """Put the parts of one quote together: over paragraphs, and around an attribution."""
    groups: list[list[Reading]] = []
    last: list[Reading] | None = None
    for reading in readings:
        if reading.quoted.passage.depth or not reading.is_speech:
            groups.append([reading])
            continue
        if last is not None and _continues(story, last[-1], reading):
            last.append(reading)
        else:
            last = [reading]
            groups.append(last)
    return groups


def _continues(story: Story, before: Reading, reading: Reading) -> bool:
    site = reading.site
    labelled = site is not None and reading.quoted.start <= site.cue < reading.quoted.end
    if reading.quoted.passage.resumes:
        return not before.quoted.passage.closer and not labelled
    site = before.site
    if site is None or reading.quoted.paragraph != before.quoted.paragraph:
        return False
    between = range(before.quoted.end, reading.quoted.start)
    if site.cue not in between or site.head not in between:
        return False
    words = sum(story.words.text[i][:1].isalnum() for i in between)
    same = bool(reading.ranked) and reading.ranked[0][0].head == before.ranked[0][0].head
    return same and words <= _SPLIT_WORDS and not _two_statements(story, between)


def _two_statements(story: Story, between: range) -> bool:
    """Whether words other than the attribution stand between: "he said. He called her “…”"."""
    stops = [i for i in between if story.words.text[i] in (".", "?", "!")]
    return bool(stops) and stops[0] < between.stop - 1
