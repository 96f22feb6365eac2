"""Coreference: the steps that join what an article says of one person or thing.

``reader.annotate.mentions`` takes them in this order; all work on one ``evidence.Evidence``:

- ``candidates`` finds whatever may be a mention: names (``trimming`` and ``naming`` say where they
  begin and end, ``settle`` gives each wording one type, ``spread`` finds missed ones,
  ``datelines`` leaves some out), nouns (``phrases``) and pronouns;
- ``names`` (with ``person_name``), ``things`` and ``aliases`` join names with names;
- ``known`` reads what the text says of people (``roles``); ``nominals``, ``bodies``, ``nationals``
  and ``leads`` join descriptions with names by it;
- ``pronouns`` ranks what he, she, it and they may mean: the ``antecedents`` that the
  ``discourse`` so far and syntax (``binding``) allow, by their ``features``;
- ``becoming`` joins offices with whoever takes them;
- ``speech`` joins I, we and you with who speaks: ``turns``, ``calls`` and ``voices`` tell who does
  where nothing is in marks;
- ``owned`` and ``kin`` join "his mother" with her other mentions;
- ``extent`` says what a mention shows.

``clusters`` holds the result; ``lexicon`` and ``refs`` hold the word lists and places.
"""
