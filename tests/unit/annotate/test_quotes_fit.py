"""Fitting and applying the models: weights and trees over named circumstances."""

import gzip
import json
from pathlib import Path

import pytest

from reader.annotate.quoting.trees import Forest, Tree, load_forest
from reader.annotate.ranker import Linear, load_linear, logistic
from reader.annotate.training.boost import fit_forest
from reader.annotate.training.fit import Case, Choice, fit_cases, fit_choices, fit_slope
from reader.annotate.training.quotes import main


def test_choices_are_learned() -> None:
    choices = [Choice([["near", "x"], ["far", "x"]], [True, False])] * 20
    weights = fit_choices(choices, penalty=0.1)
    assert weights["near"] > 0 > weights["far"]


def test_choices_without_a_right_rival_teach_nothing() -> None:
    good = Choice([["near"], ["far"]], [True, False])
    bad = Choice([["far"], ["odd"]], [False, False])
    assert fit_choices([good] * 5 + [bad] * 50, 0.1).keys() == {"near", "far"}


def test_cases_are_learned() -> None:
    cases = [Case(["quote"], 1.0), Case(["title"], 0.0)] * 20
    weights, bias = fit_cases(cases, penalty=0.1)
    model = Linear(weights, bias, 1.0)
    assert model.probability(["quote"]) > 0.8
    assert model.probability(["title"]) < 0.2


def test_slope_is_low_where_scores_are_too_sure() -> None:
    scores = [[4.0, 0.0]] * 10
    honest = fit_slope(scores, [[True, False]] * 6 + [[False, True]] * 4)
    sure = fit_slope(scores, [[True, False]] * 10)
    assert honest < sure


def test_shares_sum_to_one_and_keep_the_order() -> None:
    shares = Linear({}, 0.0, 2.0).shares([1.0, 3.0, 2.0])
    assert sum(shares) == pytest.approx(1.0)
    assert shares[1] > shares[2] > shares[0]
    assert Linear({}, 0.0, 1.0).shares([]) == []


@pytest.mark.parametrize("score", [-1e6, -5.0, 0.0, 5.0, 1e6])
def test_logistic_stays_in_bounds(score: float) -> None:
    assert 0.0 <= logistic(score) <= 1.0


def _either_but_not_both(rounds: int) -> list[Case]:
    """Return cases that no sum of weights tells apart."""
    pairs = [(["a"], 1.0), (["b"], 1.0), (["a", "b"], 0.0), (["c"], 0.0)]
    return [Case(names, truth) for names, truth in pairs] * rounds


def test_trees_learn_what_circumstances_mean_together() -> None:
    forest = fit_forest(_either_but_not_both(40))
    assert min(forest.probability(["a"]), forest.probability(["b"])) > 0.7
    assert max(forest.probability(["a", "b"]), forest.probability(["c"])) < 0.3


def test_the_same_cases_give_the_same_trees() -> None:
    assert fit_forest(_either_but_not_both(10)) == fit_forest(_either_but_not_both(10))


def test_a_tree_leads_to_the_leaf_of_what_is_given() -> None:
    tree = Tree(("a", "b", "c"), (1.0, 2.0, 3.0, 4.0))
    given: list[set[str]] = [set(), {"b"}, {"a", "other"}, {"a", "c"}]
    assert [Forest((tree,), 0.0).score(names) for names in given] == [1.0, 2.0, 3.0, 4.0]
    assert Forest((tree, tree), 0.5).score({"b"}) == 4.5
    assert Forest((), 0.5).score({"b"}) == 0.5


def test_trees_hold_structure_only() -> None:
    names = {name for tree in load_forest("passage_weights").trees for name in tree.asks}
    assert len(names) > 10
    assert not [name for name in names if " " in name or len(name) > 60]


@pytest.mark.parametrize("name", ["speaker", "extent", "clause"])
def test_weights_hold_structure_only(name: str) -> None:
    """A feature is a name of circumstances: no run of words from an article."""
    model = load_linear(f"{name}_weights")
    assert model.weights
    assert not [feature for feature in model.weights if " " in feature or len(feature) > 60]


def _article(number: int, first: str, last: str) -> dict[str, object]:
    """Return a small article with its attributions, two quotes and a title in marks."""
    text = (
        f"“We have to rebuild the wall,” {first} {last} said on Monday. The film “The Wall” is"
        f" shown tonight.\n\n“There is no money left,” the mayor said. Officials said that the"
        f" work would begin in {number + 2} months."
    )

    def at(words: str) -> list[int]:
        return [text.index(words), text.index(words) + len(words)]

    says = [
        (f"{first} {last}", f"{last} said", "“We have to rebuild the wall,”"),
        ("the mayor", "mayor said", "“There is no money left,”"),
        ("Officials", "Officials said", f"that the work would begin in {number + 2} months"),
    ]
    attributions = [
        {
            "source": [at(who)],
            "cue": [[at(cue)[1] - len("said"), at(cue)[1]]],
            "content": [at(content)],
        }
        for who, cue, content in says
    ]
    return {"id": f"a{number}", "text": text, "attributions": attributions}


NAMES = ["Maria Chen", "Tom Reyes", "Ada Okoye", "Bill Lund"]


def test_the_recipe_learns_structure_and_keeps_no_word_of_the_text(tmp_path: Path) -> None:
    articles = [_article(number, *name.split()) for number, name in enumerate(NAMES * 4)]
    corpus = tmp_path / "quotes" / "train.jsonl.gz"
    corpus.parent.mkdir()
    corpus.write_bytes(gzip.compress("\n".join(map(json.dumps, articles)).encode()))
    main(["--corpora", str(tmp_path), "--out", str(tmp_path), "--cache", str(tmp_path / "parsed")])
    written = {path.stem: path.read_text("utf-8") for path in tmp_path.glob("*_weights.json")}
    speaker = json.loads(written["speaker_weights"])["weights"]
    assert speaker["at=R000|own"] > 0 > speaker["at=L11|own"]  # beside, not across a passage
    assert "case=title|2" in json.loads(written["passage_weights"])["names"]
    clause = json.loads(written["clause_weights"])["weights"]
    assert clause["bare=clause|say"] > 0 > clause["bare=name|say"]
    words = {word for name in NAMES for word in name.split()} | {"mayor", "Officials", "wall"}
    assert not [word for word in words for text in written.values() if word in text]
