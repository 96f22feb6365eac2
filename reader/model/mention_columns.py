"""A layer's mentions in columns."""

from array import array
from collections.abc import Container, Sequence
from typing import get_args

from reader.model.columns import Columns, append, fields, numbered
from reader.model.layer import Form, Mention
from reader.model.strings import Numbers

_FORMS: tuple[Form, ...] = get_args(Form)


class MentionColumns(Columns[Mention]):
    """Mentions, sorted by start, of those the longer first."""

    def __init__(self, entities: Numbers) -> None:
        super().__init__(entities)
        self.starts, self.ends = array("i"), array("i")
        self._form = array("b")

    def extend(self, mentions: Sequence[Mention]) -> None:
        """Append mentions, which stand behind those that are there.

        Raises:
            MisplacedError: The words of one are not those of the text.
        """
        if not mentions:
            return
        ids, starts, ends, words, forms, whose, sure, rules = fields(mentions)
        self._check(starts, ends, words)
        numbers = numbered(_FORMS)
        append(self.starts, starts)
        append(self.ends, ends)
        append(self.whose, map(self.entities.__getitem__, whose))
        append(self.confidence, sure)
        append(self._form, map(numbers.__getitem__, forms))
        append(self._rule, map(self._rules.__getitem__, rules))
        self._ids.extend(ids)

    def forms(self) -> set[tuple[str, Form]]:
        """Return the ids of all entities, each with every form in which it is mentioned."""
        names = self.entities.strings
        return {
            (names[who], _FORMS[form])
            for who, form in set(zip(self.whose, self._form, strict=True))
        }

    def only(self, entities: Container[str]) -> "MentionColumns":
        """Return the mentions of `entities`, numbered anew; itself where that is all of them."""
        names = self.entities.strings
        wanted = {who for who in set(self.whose) if names[who] in entities}
        numbers = [number for number, who in enumerate(self.whose) if who in wanted]
        if len(numbers) == len(self):
            return self
        kept = MentionColumns(self.entities)
        kept.text, kept._rules, kept._ids = self.text, self._rules, self._ids.only(numbers)
        kept.starts, kept.ends, kept.whose, kept._rule = (
            array("i", [column[number] for number in numbers])
            for column in (self.starts, self.ends, self.whose, self._rule)
        )
        kept.confidence = array("d", [self.confidence[number] for number in numbers])
        kept._form = array("b", [self._form[number] for number in numbers])
        return kept

    def entity(self, number: int) -> str:
        """Return the id of a mention's entity."""
        return self.entities.strings[self.whose[number]]

    def form(self, number: int) -> Form:
        """Return a mention's form."""
        return _FORMS[self._form[number]]

    def _make(self, number: int) -> Mention:
        start, end = self.starts[number], self.ends[number]
        return Mention(
            id=self._ids[number], start=start, end=end, text=self._words(start, end),
            form=self.form(number), entity=self.entity(number),
            confidence=self.confidence[number], rule=self._rule_of(number),
        )  # fmt: skip
