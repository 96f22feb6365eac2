"""What speaks for and against each choice of a pronoun, as named features of a linear ranker.

Distance, syntax and agreement in the manner of Durrett and Klein (2013), "Easy victories and
uphill battles in coreference resolution", and who speaks and who is spoken of in quotes.
"""

from reader.annotate.coref.antecedents import Choice
from reader.annotate.coref.binding import commands, is_possessive, is_reflexive
from reader.annotate.coref.candidates import Candidate, is_joined
from reader.annotate.coref.discourse import Discourse
from reader.annotate.words import Words
from reader.word_lists import listed

_SAY = listed(
    "say says said saying tell tells told add adds added ask asks asked explain explained "
    "claim claims claimed write wrote state stated note noted insist insisted argue argued "
    "reply replied announce announced warn warned admit admitted continue continued conclude "
    "concluded recall recalled suggest suggested think believe believes believed respond "
    "responded"
)
_WEATHER = listed(
    "seem seems seemed appear appears appeared turn turns turned rain rains take takes took "
    "matter matters mean means happen happens"
)
_BE = frozenset(("is", "was", "'s", "’s", "be", "been", "were", "being"))
GROUPS = {"he": "he", "she": "he", "it": "it", "they": "they"}


def _near(number: int, most: int) -> str:
    return str(number) if number < most else f"{most}+"


def choice_features(pronoun: int, choice: Choice, discourse: Discourse) -> list[str]:
    """Return the names of the features that hold for one choice."""
    evidence = discourse.evidence
    words, candidates = evidence.words, evidence.candidates
    one, other = candidates[pronoun], candidates[choice.mention]
    group = GROUPS[one.word]
    home = evidence.clusters.find(choice.mention)
    far = words.sentence[one.head] - words.sentence[other.head]
    distance = "ahead" if choice.mention > pronoun else _near(far, 4)
    role = words.role[other.head]
    short = distance if far < 2 else "2+"
    what: str = "joined" if is_joined(other) else other.form
    if what == "name":
        what = f"name {other.kind}"
    size = discourse.size.get(home, 0)
    found = [
        f"{group} distance {distance}",
        f"{group} rank {_near(choice.rank, 5)}",
        f"{group} role {short} {role}",
        f"{group} what {what} {'' if other.form != 'nominal' else other.kind}",
        f"{group} what {short} {what}",
        f"{group} size {_near(size, 3) if size < 6 else '6+'}",
        f"{group} paragraphs {_near(words.paragraph[one.head] - words.paragraph[other.head], 2)}",
        f"{group} quote {_quote_relation(one, other)}",
        f"{group} overtaken {choice.overtaken} {other.form}",
        f"{group} rank {_near(choice.rank, 3)} {what}",
    ]
    if other.form == "nominal":
        found.append(f"{group} definite {other.definite}")
    if group == "he":
        found.append(f"{group} gender {discourse.gender.get(home, '?') != '?'}")
        found.append(f"{group} leads {discourse.leads(home, one.gender)} {short}")
    else:
        found.append(f"{group} plural {other.plural} {other.kind}")
        found.append(f"{group} does {_does(one, discourse)} {other.kind}")
    found.extend(_course(one, other, home, discourse))
    found.extend(_syntax(one, other, far, group, words))
    found.extend(_speech(one, home, group, discourse))
    return found


def _does(one: Candidate, discourse: Discourse) -> str:
    """Return what tells bodies from things: whether a pronoun says something, or owns people."""
    evidence = discourse.evidence
    words = evidence.words
    low = words.lower[words.head[one.head]]
    if is_possessive(one, words):
        return "people" if evidence.lexicon.person_gender(low) else "owns"
    if words.role[one.head] == "subj":
        return "says" if low in _SAY else "acts"
    return "other"


def _course(one: Candidate, other: Candidate, home: int, discourse: Discourse) -> list[str]:
    """Return what the text so far says of the cluster behind a choice."""
    group = GROUPS[one.word]
    words = discourse.evidence.words
    sentence = words.sentence[one.head]
    told = discourse.told.get(home)
    since = "never" if told is None else _near(sentence - words.sentence[told], 5)
    acted = discourse.subjects.get(home)
    acts = "never" if acted is None else _near(sentence - acted, 3)
    opens = words.paragraph[one.head] != words.paragraph[other.head]
    fresh = told is not None and words.paragraph[told] == words.paragraph[one.head]
    return [
        f"{group} told {since}",
        f"{group} told {since} {other.form}",
        f"{group} acted {acts} {words.role[one.head] == 'subj'}",
        f"{group} told here {fresh} {opens}",
    ]


def _quote_relation(one: Candidate, other: Candidate) -> str:
    if one.quote == other.quote:
        return "neither" if one.quote < 0 else "same"
    if one.quote < 0:
        return "leaves"
    return "enters" if other.quote < 0 else "another"


def _syntax(one: Candidate, other: Candidate, far: int, group: str, words: Words) -> list[str]:
    role, own = words.role[other.head], words.role[one.head]
    found = []
    if role == own:
        found.append(f"{group} parallel {own if own in ('subj', 'obj') else 'other'} {min(far, 2)}")
    possessive = is_possessive(one, words)
    if far == 0:
        if other.last + 2 == one.head and words.text[one.head - 1] == ",":
            found.append(f"{group} taken up {own}")  # "the mayor, *she* said"
        if commands(other.head, one.head, words):
            found.append(f"{group} commands {'owner' if possessive else own}")
        if is_reflexive(one, words) and words.governor(other.head) == words.governor(one.head):
            found.append(f"{group} reflexive {role}")
        if possessive and words.head[words.head[one.head]] == words.head[other.head]:
            found.append(f"{group} owner in the clause of {role}")
    elif far == 1 and role == "subj":
        main = words.head[words.head[other.head]] == words.head[other.head]
        found.append(f"{group} {'main' if main else 'lower'} subject before, {own}")
    if possessive:
        found.append(f"{group} owner {role} {min(far, 2)}")
        owned = words.head[one.head]
        if words.role[owned] == "conj" and words.head[owned] == other.head:
            found.append(f"{group} owner beside")  # "the club and *its* chair"
    return found


def _speech(one: Candidate, home: int, group: str, discourse: Discourse) -> list[str]:
    """Return whether a choice is who spoke last, of a pronoun outside of quotes."""
    if one.quote >= 0 or discourse.speaker is None:
        return []
    words, clusters = discourse.evidence.words, discourse.evidence.clusters
    says = words.lower[words.head[one.head]] in _SAY
    return [f"{group} spoke last {clusters.find(discourse.speaker) == home} {says}"]


def nobody_features(pronoun: int, discourse: Discourse) -> list[str]:
    """Return the features that speak for a pronoun's standing for nothing that is named here."""
    evidence = discourse.evidence
    words, one = evidence.words, evidence.candidates[pronoun]
    group = GROUPS[one.word]
    role = words.role[one.head]
    found = [f"{group} nobody", f"{group} nobody {role}", f"{group} nobody quote {one.quote >= 0}"]
    if group == "it":
        head = words.head[one.head]
        after = words.lower[one.head + 1] if one.head + 1 < len(words) else ""
        if after in _BE:
            found.append(f"it nobody be {words.pos[head]}")
            below = {words.role[child] for child in words.children[head]}
            if below & {"csubj", "ccomp", "xcomp", "advcl", "acl"}:
                found.append("it nobody be clause")
        if words.lower[head] in _WEATHER:
            found.append("it nobody seems")
    return found
