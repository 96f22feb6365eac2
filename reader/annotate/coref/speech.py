"""I, we and you: who speaks.

"I" and "we" in a quote are its speaker. Outside of quotes "I" is the narrator, one for the whole
article unless it is a conversation.
"""

from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.names import text_of

_SURE = {"i": 0.95, "we": 0.6}


def link_speech(evidence: Evidence) -> None:
    """Join first person pronouns with speakers and with each other."""
    last: dict[tuple[str, int], int] = {}
    for i, one in enumerate(evidence.candidates):
        if one.form != "pronoun" or one.word not in _SURE:
            continue
        speaker = evidence.speakers[one.quote] if one.quote >= 0 else None
        if speaker is not None and speaker != i:
            said = text_of(speaker, evidence.candidates, evidence.words)
            link = Link(
                f"{one.word} in a quote of {said}".replace("i in", "I in", 1), _SURE[one.word]
            )
            evidence.clusters.join(i, speaker, link)
            continue
        key = (one.word, one.quote)
        if key in last:
            evidence.clusters.join(i, last[key], Link("who tells this", 0.6))
        last[key] = i
