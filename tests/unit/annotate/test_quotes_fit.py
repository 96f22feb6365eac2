"""Fitting and applying the models: weights and trees over named circumstances."""

import pytest

from reader.annotate.ranker import Linear, load_linear, logistic
from reader.annotate.training.boost import fit_forest
from reader.annotate.training.fit import Case, Choice, fit_cases, fit_choices, fit_slope
from reader.annotate.trees import Forest, Tree, load_forest


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
