"""Quotes and their speakers: what is said in a text, by which words it is introduced, by whom.

In the order of the data:

- ``marks`` pairs quotation marks by what their shapes let them do (``mark_shapes``;
  ``apostrophes`` tells single ones from apostrophes);
- ``sites`` finds cues with the words for who speaks: verbs and nouns of ``cues`` by the parse
  (``syntax``) and by word order (``noun_groups``), names before a colon or behind a dash
  (``labels``);
- ``story`` holds both by token number, with paragraphs, sentences and running counts (``ruler``);
- ``passages`` judges each passage in marks: who may have said it (``speaker_candidates``), what
  speaks for each (``speaker_features``, with ``places`` and ``hanging``), whether it is speech at
  all (``passage_features``, by the ``trees``);
- ``indirect`` finds speech without marks: the ``clauses`` of a cue and what speaks for them
  (``clause_features``);
- ``grouping`` puts the passages of one quote together;
- ``sources`` is what ``reader.annotate.quotes`` hands to ``reader.annotate.speakers``.
"""
