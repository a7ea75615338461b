"""Who goes on speaking: of "Blair said Bush had agreed. He accused Iraq" it is Blair who accuses.

Words go on in papers and sources as well: "The ministry issued a statement. The statement urged …".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding.mentions import Filler, Mention
from dragoman.language import Sentence
from dragoman.records import Entity, Span

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_TELLING = frozenset(
    "say tell add announce claim state note stress insist warn declare argue explain believe maintain "
    "reiterate emphasise emphasize underline underscore repeat allege charge predict suggest affirm assert "
    "acknowledge".split()
)
_SPEAKING = _TELLING | frozenset(
    "urge call accuse condemn demand criticise criticize praise express voice deny reject ask appeal point "
    "refer describe blame denounce vow pledge promise threaten hail welcome thank propose request recall "
    "dismiss slam mention remind invite hope go continue lash deplore lament caution brand label".split()
)
"""What somebody does who goes on speaking."""
_CONFERRING = _TELLING | frozenset(
    "urge call ask express voice appeal demand meet visit talk speak discuss write brief address "
    "receive".split()
)
"""What he of whom a spokesman tells may have done to speak himself."""
_PAPERS = frozenset("statement communique communiqué declaration letter message petition".split())
_ISSUING = frozenset("issue release publish send make read post distribute circulate circulated".split())


def note(cast: Cast, s: Sentence) -> None:
    """Mark those of a sentence who tell what others do, and whose paper it speaks of."""
    for x in s.labelled("nsubj"):
        v = s.heads[x]
        if s.lemmas[v] not in _TELLING:
            continue
        for e in of_the_paper(cast, s, x):  # "the statement said": "it" next
            cast.mentions.append(Mention(s.starts[x], s.ends[x], s.field, e, "org", False, True, teller=True))
        told = s.kids(v, "ccomp")
        if not told or s.deps[v] not in ("ROOT", "conj"):
            continue
        bare = [c for c in told if s.tags[c] == "VB" and not s.kids(c, "aux")]  # "insisted that he resign"
        if bare or any(s.lemmas[c] in _CONFERRING for c in told):
            continue  # "The spokesman said the minister had urged …. He also warned": the minister
        for m in cast.mentions:
            if m.field == s.field and m.start <= s.starts[x] < m.end:
                m.teller = True
    if s.field == "text" and not s.bag.isdisjoint(_PAPERS):
        for i in range(len(s)):
            author = _author(cast, s, i) if s.lemmas[i] in _PAPERS and s.pos[i] == "NOUN" else None
            if author is not None:
                cast.papers.append((s.start, author))


def _author(cast: Cast, s: Sentence, paper: int) -> Entity | None:
    """Whose a paper is: "issued a statement", "said in a statement", "a statement by the ministry"."""
    above = s.heads[paper]
    who = [o for name, p, o in g.prepositional(s, paper) if name in ("by", "from") and s.heads[p] == paper]
    who += [o for v in s.kids(paper, "acl") if s.lemmas[v] in _ISSUING for o in g.agents(s, v)]
    who = who or [o for o in s.kids(paper, "poss") if s.tags[o] != "PRP$"]
    if not who and s.deps[paper] == "dobj" and s.lemmas[above] in _ISSUING:
        who = g.surface_subjects(s, above)
    verb = s.heads[above]
    if not who and s.deps[paper] == "pobj" and s.lemmas[above] == "in" and s.lemmas[verb] in _SPEAKING:
        who = g.surface_subjects(s, verb)
    found = [cast.filler(s, o) for o in who if s.lemmas[o] not in _PAPERS]
    return next((f.entity for f in found if f.acts and f.kind not in ("pronoun", "pair")), None)


def of_the_paper(cast: Cast, s: Sentence, token: int) -> list[Entity]:
    """ "The statement also urged Oman …": whose statement the report told of last."""
    pointing = any(s.lemmas[c] in ("the", "this") for c in s.kids(token, "det"))
    if s.lemmas[token] not in _PAPERS or not pointing or s.deps[token] not in ("nsubj", "nsubjpass"):
        return []
    before = [e for start, e in cast.papers if start < s.start]
    span = (s.starts[token], s.ends[token])
    return [replace(e, span=span, resolved_by="description: whose paper it is") for e in before[-1:]]


def same_source(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "An official source at the ministry said …. The source added": the same one."""
    if s.tags[h] != "NN" or len([c for c in s.children[h] if c < h]) > 1:
        return None
    for m in cast.before(s, span[0]):
        if m.entity.name.lower().endswith("source") and m.entity.country:
            entity = replace(m.entity, span=span, resolved_by="description: the source")
            return Filler(entity, "actor", m.kind, h)
    return None


def who_goes_on(s: Sentence, h: int, lately: list[Mention], quoted: Entity | None) -> Mention | None:
    """The teller of the last sentence, where a pronoun out of quotes is the subject of a verb of speaking."""
    v = s.heads[h]
    if (
        quoted is not None
        or s.deps[h] != "nsubj"
        or s.lemmas[v] not in _SPEAKING
        or s.deps[v] not in ("ROOT", "conj", "advcl")
    ):
        return None
    if any(s.words[a].lower() in ("had", "would", "'d") for a in s.kids(v, "aux")):
        return None
    return next((m for m in lately if m.teller), None)
