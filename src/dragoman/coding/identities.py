"""Whose a person is whom the report names without a word of it: what another sentence tells of him.

"The court indicted a Palestinian girl. … It indicted Ada Nkosi on two counts": the girl.  "Omar Haddad is a
senior member of the Popular Front": of its country.  Read before the names are looked up, for those whom the
knowledge base lacks; without it they would be taken for people of the country that the report is about.
"""

from __future__ import annotations

from dragoman.coding import grammar as g
from dragoman.coding.actors import Cast
from dragoman.coding.people import looks_personal
from dragoman.language import Sentence

_TELLING = frozenset({"be", "become", "remain"})
_DONE_TO_ONE = {
    **dict.fromkeys("arrest detain jail hold imprison remand".split(), "arrest"),
    **dict.fromkeys("indict charge".split(), "charge"),
    **dict.fromkeys("kill shoot assassinate murder".split(), "kill"),
    **dict.fromkeys("sentence convict".split(), "sentence"),
    **dict.fromkeys("release free".split(), "release"),
    **dict.fromkeys("sack dismiss".split(), "sack"),
    **{verb: verb for verb in "acquit expel deport summon try extradite question".split()},
}
"""What is told of somebody first by what he is and then by his name; words of one deed are one."""
_NEAR = 8
"""Sentences between the two."""


def learn(cast: Cast, sentences: list[Sentence]) -> None:
    """Note of each person named what the sentences tell of where he belongs."""
    described: list[tuple[int, str, str, tuple[str, ...]]] = []
    for number, s in enumerate(sentences):
        for v in range(len(s)):
            if s.pos[v] not in ("VERB", "AUX"):
                continue
            if s.lemmas[v] in _TELLING:
                _by_what_he_is(cast, s, v)
            elif s.lemmas[v] in _DONE_TO_ONE:
                _by_what_befell_him(cast, s, v, number, described)


def _by_what_he_is(cast: Cast, s: Sentence, v: int) -> None:
    """ "Nkosi is a founder of the Front for Change"."""
    for who in s.kids(v, "nsubj"):
        name = s.slice(*g.phrase(s, who))
        if not _is_name(s, who) or not _is_unknown(cast, name):
            continue
        for what in s.kids(v, "attr"):
            one = s.tags[what] == "NN" and any(
                s.lemmas[d] in ("a", "an", "the", "one") for d in s.kids(what, "det")
            )
            if one:
                _note(cast, name, *_told_of(cast, s, what))


def _by_what_befell_him(
    cast: Cast, s: Sentence, v: int, number: int, described: list[tuple[int, str, str, tuple[str, ...]]]
) -> None:
    for hit in g.objects(s, v):
        if _is_name(s, hit):
            name = s.slice(*g.phrase(s, hit))
            before = [d for d in described if d[1] == _DONE_TO_ONE[s.lemmas[v]] and number - d[0] <= _NEAR]
            if len(before) == 1 and _is_unknown(cast, name):
                _note(cast, name, *before[0][2:])
        elif s.tags[hit] == "NN" and any(s.lemmas[d] in ("a", "an") for d in s.kids(hit, "det")):
            country, sectors = _told_of(cast, s, hit)
            if country:
                described.append((number, _DONE_TO_ONE[s.lemmas[v]], country, sectors))


def _is_name(s: Sentence, t: int) -> bool:
    return s.pos[t] in ("PROPN", "NOUN") and s.words[t][:1].isupper() and not s.kids(t, "det", "poss")


def _told_of(cast: Cast, s: Sentence, noun: int) -> tuple[str | None, tuple[str, ...]]:
    """Country and sectors by a description's own words."""
    f = cast.filler(s, noun)
    e = f.entity
    own = bool(e.country) and not (e.resolved_by or "").endswith(("from the report", "from its place"))
    return (
        (e.country, e.sectors)
        if own and f.acts and f.kind in ("role", "person", "office", "org")
        else (None, ())
    )


def _is_unknown(cast: Cast, name: str) -> bool:
    """True for a name, full or short, of somebody whom the knowledge base does not know."""
    last = name.split()[-1]
    if not last[:1].isupper():
        return False
    known = cast.by_name.get(last.lower())
    if known is not None and (known[0].actor_id or known[0].country):
        return False
    return " " not in name or (looks_personal(None, 0, name) and not cast.knowledge.resolve(name, cast.date))


def _note(cast: Cast, name: str, country: str | None, sectors: tuple[str, ...]) -> None:
    if country:
        cast.identities.setdefault(name.split()[-1], (country, sectors))
