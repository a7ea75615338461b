"""Holding names together before frames are tried.

The parser cuts "the Qatar Fund for Development", "Doctors Without Borders" or "Trinidad and
Tobago" at their small words, takes the verbs in them for verbs, and hangs "Sylvain Itte" in
"the ambassador to Niger, Sylvain Itte" under Niger.  Names that the knowledge base found in the
report, and names of bodies that can be told from their shape, become one noun each, whose
tokens trigger no event.  Sentences are changed in place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from dragoman.coding.people import PERSON_NOUNS
from dragoman.coding.slots import CALENDAR
from dragoman.coding.trees import FINITE, attach, rehang
from dragoman.language import Sentence
from dragoman.records import Span

_BODIES = (
    "Fund|Ministry|Department|Committee|Council|Organi[sz]ation|Front|Movement|Party|Union|Association|Federation|"
    "Confederation|Agency|Authority|Commission|Office|Court|Prosecution|Directorate|Administration|Service|Institute|"
    "Cent(?:re|er)|Board|Bank|League|Alliance|Coalition|Congress|Assembly|Brigades?|Army|Forces?|Force|Group|Network|"
    "Foundation|Society|Academy|Secretariat|Tribunal|Chamber|Bureau|Initiative|Platform|Forum|Mission|Corps|Guards?|"
    "Company|Corporation|University|School|Church|Conference|Observatory|Syndicate|Collective|Command|Battalion|"
    "Division|Unit|Militia|Doctors|Reporters|Lawyers|Physicians|Mothers|Citizens|Campaign|Partnership|Register"
)
_BODY = re.compile(rf"\b(?:[A-Z][\w'’.-]* )*?(?:{_BODIES})(?= (?:of|for|on|against|without)\b)")
_LINK = re.compile(
    r" (?P<link>of|for|on|against|without)(?: the| all)? (?P<what>[A-Z][\w’'-]*(?: [A-Z][\w’'-]+)*)"
)
"""What a body is of or for: "Committee | for the Defence | of Rights and Freedoms"."""
_MORE = re.compile(r"(?:, [A-Z][\w’'-]+)*,? (?:and|&) (?P<last>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
_PLAIN = re.compile(rf"\b(?:[A-Z][\w’'-]+ ){{2,6}}(?:{_BODIES})\b(?! [A-Z])")
"""A body without small words in its name: "Supreme State Security Prosecution"."""
_QUOTED = re.compile(
    r"[\"“‘'](?P<name>[A-Z][^\"“”'’,]{2,40})[\"”’'] (?P<kind>militia|group|brigade|movement|party|battalion|"
    r"network|gang|newspaper|unit|faction|cell|campaign|coalition|alliance|organi[sz]ation|front|bloc|cartel)\b"
)
_ARGUMENTS = frozenset("nsubj nsubjpass dobj pobj attr dative appos conj poss agent oprd".split())
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_LINK_DEPS = frozenset("prep pobj conj cc acl relcl appos punct dep".split())

Known = Callable[[str], bool]
"""Tells whether a text is the name of a country, place, body or person."""


def settle(s: Sentence, bodies: Iterable[Span], persons: Iterable[Span], known: Known) -> None:
    """Hold together the names of one sentence.

    Args:
        s: the sentence, changed in place.
        bodies: character spans of bodies and states that the knowledge base found in this field.
        persons: the same for persons.
        known: asked of what follows an "and", which may be another name.
    """
    _hyphenated(s)
    _two_portfolios(s)
    people = [t for t in (_tokens(s, span) for span in persons) if t]
    for first, last in people:
        if last > first:
            s.named.update(range(first, last + 1))
    spans = [t for t in (_tokens(s, span) for span in bodies) if t and t[1] > t[0] and not _shared(s, *t)]
    spans += [t for t in (_tokens(s, span) for span in _shaped(s, known)) if t and t[1] > t[0]]
    for first, last in _longest(spans):
        if not any(first <= b and a <= last for a, b in people):
            _fuse(s, first, last)
    _behind_his_post(s, known)
    for first, last in [*people, *_behind_a_portfolio(s)]:
        _behind_its_title(s, first, last)
    _behind_a_body(s)
    _apposition_of_title(s)
    _title_and_name(s)
    _two_titles(s)
    _head_of_a_desk(s)
    _whose_campaign_against(s)


def _whose_campaign_against(s: Sentence) -> None:
    """ "Kenya's anti-Rwanda campaign": the campaign is Kenya's, which owns no Rwanda."""
    for i in range(1, len(s) - 3):
        if s.words[i].lower() not in ("anti", "pro") or s.words[i + 1] != "-":
            continue
        against = i + 2
        noun = s.heads[against]
        if noun > against and s.pos[noun] in ("NOUN", "PROPN") and s.pos[against] in ("PROPN", "ADJ", "NOUN"):
            rehang(s, [c for c in s.kids(against, "poss") if c < i], noun)


PORTFOLIOS = frozenset(
    "Labour Labor Employment Environment Forest Forests Forestry Justice Interior Trade Industry "
    "Finance Defence Defense Health Education Agriculture Energy Transport Communications Information "
    "Culture Sport Sports Youth Tourism Mines Mining Water Housing Planning Economy Law Science "
    "Technology Women Family Welfare Irrigation Commerce Railways Power Fisheries Lands Immigration "
    "Security Works Infrastructure Development Climate".split()
)
"""What ministers are ministers of, two at a time."""
_OFFICES = frozenset({"Minister", "Secretary", "Commissioner"})


def _two_portfolios(s: Sentence) -> None:
    """ "Water and Energy Minister Abel Okoro": one minister, and no two doers."""
    for m in range(3, len(s)) if "and" in s.words else ():
        first = m - 3
        both = {s.words[first], s.words[m - 1]} <= PORTFOLIOS
        if s.words[m] not in _OFFICES or s.words[m - 2] != "and" or not both:
            continue
        top = m
        while s.deps[top] in _MODIFIERS and s.heads[top] > top:
            top = s.heads[top]
        if top == m or s.heads[first] in (top, m):
            continue
        if first <= s.heads[top] < m and s.heads[first] != first:
            attach(s, top, s.heads[first], s.deps[first])
        for i in (first, m - 2, m - 1):
            attach(s, i, m, "compound")


def _shared(s: Sentence, first: int, last: int) -> bool:
    """ "Malian troops" in "French and Malian troops": one noun, two adjectives."""
    return first > 1 and s.words[last].islower() and s.lemmas[first - 1] in ("and", "or")


def _tokens(s: Sentence, span: Span) -> tuple[int, int] | None:
    """First and last token that a span of characters covers."""
    if span[0] < s.start or span[1] > s.end:
        return None
    inside = [i for i in range(len(s)) if s.starts[i] >= span[0] and s.ends[i] <= span[1]]
    return (inside[0], inside[-1]) if inside else None


def _longest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that stand in no longer one."""
    return sorted({x for x in spans if not any(y != x and y[0] <= x[0] and x[1] <= y[1] for y in spans)})


_ONE_FOR_ALL = re.compile(
    r"\b(?:Middle East and North Africa|"
    r"(?:West|East|Central|Southern|Eastern) and (?:West|Central|Southern) Africa|"
    r"Latin America and (?:the )?Caribbean|Europe and Central Asia|Asia and the Pacific)\b"
)
"""Parts of the world that have one desk: "Middle East and North Africa director"."""


def _head_of_a_desk(s: Sentence) -> None:
    """ "said Ada Nkosi, Middle East and North Africa director at Amnesty": she is the director."""
    for m in _ONE_FOR_ALL.finditer(s.text) if "and" in s.words else ():
        last = next((i for i in range(len(s)) if s.ends[i] == s.start + m.end()), None)
        first = next((i for i in range(len(s)) if s.starts[i] == s.start + m.start()), 0)
        if last is None or first < 2 or s.words[first - 1] != "," or s.pos[first - 2] != "PROPN":
            continue
        near = range(last + 1, min(last + 4, len(s)))
        title = next((i for i in near if s.lemmas[i].lower() in _TITLE - {"deputy"}), None)
        if title is not None:
            attach(s, title, first - 2, "appos")
            s.pos[title], s.tags[title] = "NOUN", "NN"
            for i in range(first, title):
                attach(s, i, title, "compound")


def _shaped(s: Sentence, known: Known) -> Iterator[Span]:
    """Names of bodies that can be told from their shape, and of the desks of some."""
    for m in _ONE_FOR_ALL.finditer(s.text) if "and" in s.words else ():
        yield s.start + m.start(), s.start + m.end()
    for m in _BODY.finditer(s.text):
        end = m.end()
        while link := _LINK.match(s.text, end):
            what = link["what"]
            if what.split()[0].lower() in CALENDAR or (link["link"] != "of" and _another(what, known)):
                break
            end = link.end()
            more = _MORE.match(s.text, end)
            if more and not _another(more["last"], known) and not s.text[more.end() :].lstrip()[:1].isupper():
                end = more.end()
        if end > m.end():
            yield s.start + m.start(), s.start + end
    for m in _PLAIN.finditer(s.text):
        start = m.start() + (4 if m[0].startswith("The ") else 0)
        if s.field == "text":
            yield s.start + start, s.start + m.end()
    for m in _QUOTED.finditer(s.text):
        yield s.start + m.start(), s.start + m.end()


def _another(words: str, known: Known) -> bool:
    """True where words begin a name of their own: "the Ministry of Health and Unicef"."""
    return known(words) or known(words.split()[0])


def _fuse(s: Sentence, first: int, last: int) -> None:
    """Make one noun of the tokens from ``first`` to ``last``."""
    inside = range(first, last + 1)
    s.named.update(inside)
    tops = [i for i in inside if not first <= s.heads[i] <= last or s.heads[i] == i]
    cut = len(tops) > 1 or any(
        s.pos[i] == "VERB" or (s.deps[i] in _LINK_DEPS and i != tops[0]) for i in inside
    )
    if not cut or not tops:
        return
    if all(s.deps[i] in _MODIFIERS for i in tops):
        return  # "Bosnian Serb soldiers"
    head = _head(s, tops, last)
    verb = s.heads[head]
    if s.deps[head] in ("csubj", "advcl", "ccomp") and verb > last and not s.kids(verb, "nsubj"):
        s.deps[head] = "nsubj"  # "Save the Children said …"
    elif s.pos[head] in ("VERB", "AUX") and s.deps[head] not in _ARGUMENTS and not _hand_on(s, head, last):
        return
    above = next((a for a in s.ancestors(head) if first <= a <= last and a in tops), None)
    if above is not None:
        attach(s, head, s.heads[above] if s.heads[above] != above else head, s.deps[above])
    if any(first <= a <= last for a in s.ancestors(head)):
        return
    for i in inside:
        if i != head:
            attach(s, i, head, "punct" if s.pos[i] == "PUNCT" else "compound")
        if s.pos[i] != "PUNCT":
            s.pos[i] = "PROPN"
            s.tags[i] = "NNP"
    for i in inside:
        for c in [c for c in s.children[i] if not first <= c <= last]:
            if i != head and c != head:
                attach(s, c, head, s.deps[c])
    _named_after(s, head, first, last)


def _named_after(s: Sentence, head: int, first: int, last: int) -> None:
    """ "Army of God fighters": fighters of that name, and no army of fighters."""
    if last + 1 < len(s) and s.tags[last + 1] == "POS":
        _owned_by_it(s, head, last + 1)
        return
    noun = last + 1
    if noun not in s.kids(head, "pobj") or s.pos[noun] != "NOUN" or s.heads[head] == head:
        return
    attach(s, noun, s.heads[head], s.deps[head])
    rehang(s, [c for c in s.children[head] if c < first], noun)
    attach(s, head, noun, "compound")


def _owned_by_it(s: Sentence, head: int, mark: int) -> None:
    """ "The Democratic Republic of Congo's rebel movement said": the movement did, and the name owns it."""
    noun = next((n for n in s.kids(head, "pobj") if n > mark and s.pos[n] == "NOUN"), None)
    if noun is None or s.heads[head] == head:
        return
    attach(s, noun, s.heads[head], s.deps[head])
    attach(s, head, noun, "poss")


def _head(s: Sentence, tops: list[int], last: int) -> int:
    """Which of the tokens that hang outside stands for the name."""
    if s.words[last].islower() and s.words[last - 1] in ('"', "'"):
        return last  # "the "Sons of the Cedar" militia"
    nominal = [i for i in tops if s.pos[i] in _NOMINAL]
    arguments = [i for i in nominal if s.deps[i] in _ARGUMENTS or s.heads[i] == i]
    return (arguments or nominal or tops)[0]


def _hand_on(s: Sentence, head: int, last: int) -> bool:
    """ "Save the Children accused …": the verb behind the name takes the place of the one in it."""
    verb = next((c for c in s.children[head] if c > last and s.tags[c] in FINITE), None)
    if verb is None or verb - last > 3:
        return False
    above, dep = (verb, "ROOT") if s.heads[head] == head else (s.heads[head], s.deps[head])
    attach(s, verb, above, dep)
    attach(s, head, verb, "nsubj")
    rehang(s, [c for c in s.children[head] if c > verb], verb)
    return True


_TITLE = frozenset(
    "minister secretary general commissioner director chief head envoy representative coordinator adviser "
    "advisor president chairman chairwoman chair ambassador prosecutor spokesman spokeswoman spokesperson "
    "chairperson governor mayor leader commander deputy speaker negotiator rapporteur bishop archbishop "
    "editor judge officer premier king sultan emir chancellor founder lawyer widow captain manager "
    "secretary-general principal dean rector imam cleric member lawmaker senator congressman aide "
    "official economist analyst".split()
)


def _behind_its_title(s: Sentence, first: int, last: int) -> None:
    """ "Minister for Foreign Affairs Ali Bako": the person is the head, the title stands before."""
    top = next((i for i in range(first, last + 1) if not first <= s.heads[i] <= last), None)
    if top is None or s.deps[top] != "pobj":
        return
    prep = s.heads[top]
    title = s.heads[prep]
    before = [c for c in s.children[top] if c < first and s.deps[c] in ("compound", "nmod", "amod")]
    if (
        not before
        or prep < title
        or s.lemmas[title] not in _TITLE
        or s.words[prep].lower() not in ("for", "of")
    ):
        return
    if any(s.words[k] == "," for k in range(title, first)):
        return
    above, dep = s.heads[title], s.deps[title]
    attach(s, top, above if above != title else top, dep)
    attach(s, title, top, "compound")
    attach(s, before[-1], prep, "pobj")
    rehang(s, before[:-1], before[-1])
    rehang(s, [c for c in s.children[title] if c > top or s.deps[c] in ("det",)], top)


_POSTED = frozenset({"ambassador", "envoy", "consul", "commissioner", "representative", "attache"})


def _behind_his_post(s: Sentence, known: Known) -> None:
    """ "its ambassador to Chad Ali Reza Paz": sent to Chad, and called Ali Reza Paz."""
    for name in s.labelled("pobj", 2) if not s.bag.isdisjoint(_POSTED) else ():
        prep = s.heads[name]
        title = s.heads[prep]
        words = [c for c in s.kids(name, "compound", "nmod") if prep < c < name]
        if s.lemmas[prep] not in ("to", "in") or s.lemmas[title].lower() not in _POSTED or len(words) < 2:
            continue
        lasts = [k for k in words[:-1] if known(s.slice(words[0], k)) and name - k < _LONG_NAME]
        named = known(s.slice(words[0], name))  # "to the African Development Bank"
        if named or not lasts or any(not s.words[i][:1].isupper() for i in range(words[0], name + 1)):
            continue
        attach(s, lasts[-1], prep, "pobj")
        rehang(s, [c for c in words if c < lasts[-1]], lasts[-1])
        attach(s, name, title, "appos")


_LONG_NAME = 5
"""Words that hardly any person's name has."""


def _apposition_of_title(s: Sentence) -> None:
    """ "the ambassador to Niger, Sylvain Itte": the name is the ambassador's, not Niger's."""
    for a in s.labelled("appos", 1):
        if s.pos[a] != "PROPN":
            continue
        inner = s.heads[a]
        prep = s.heads[inner]
        title = s.heads[prep]
        if s.deps[inner] != "pobj" or s.deps[prep] != "prep" or s.lemmas[title] not in _TITLE:
            continue
        if s.pos[title] not in ("NOUN", "PROPN", "ADJ") or s.lemmas[inner] in _TITLE or title > a:
            continue
        if s.words[min(s.subtree(a)) - 1] == "," and _personal(s, a):
            attach(s, a, title, "appos")


def _hyphenated(s: Sentence) -> None:
    """ "vice-president" is one subject, not three."""
    for i in range(len(s) - 2):
        if s.words[i + 1] != "-" or s.ends[i] != s.starts[i + 1] or s.ends[i + 1] != s.starts[i + 2]:
            continue
        last = i + 2
        if s.words[last] == "in" and _given_name(s, i) and not s.kids(last, "pobj"):
            _name_to_its_end(s, i)
            continue
        if s.heads[i] == s.heads[last] != last and s.deps[i] == s.deps[last] and s.pos[last] in _NOMINAL:
            attach(s, i, last, "compound")
            attach(s, i + 1, last, "punct")
            rehang(s, [c for c in s.children[i] if c < i], last)


def _given_name(s: Sentence, i: int) -> bool:
    """The "Jae" of "Moon Jae-in": a name with another before it."""
    return s.pos[i] == "PROPN" and any(c == i - 1 and s.pos[c] == "PROPN" for c in s.kids(i, "compound"))


def _name_to_its_end(s: Sentence, i: int) -> None:
    """ "Moon Jae-in": the last syllable is the head of the name, no preposition."""
    last = i + 2
    above, dep = s.heads[i], s.deps[i]
    if above == last:
        above = s.heads[last]
        dep = {"ADP": "pobj", "PROPN": "conj", "NOUN": "conj"}.get(s.pos[above], "nsubj")
    if above in (i, last) and s.root not in (i, last):
        above, dep = s.root, "nsubj"
    attach(s, last, last if above in (i, last) else above, dep)
    rehang(s, [c for c in s.children[i] if c != last], last)
    attach(s, i, last, "compound")
    s.pos[last], s.tags[last] = "PROPN", "NNP"


def _behind_a_portfolio(s: Sentence) -> list[tuple[int, int]]:
    """The name in "Minister of Culture Ali Bako", which the parser takes to begin with the portfolio."""
    out = []
    for p in s.labelled("pobj", 3):
        prep = s.heads[p]
        if s.lemmas[s.heads[prep]] not in _TITLE or s.words[prep].lower() not in ("of", "for"):
            continue
        words = [c for c in s.kids(p, "compound", "nmod", "amod") if c > prep] + [p]
        own = [c for c in words if s.words[c] not in PORTFOLIOS | _STATE]
        behind = len(own) < len(words) and own == words[-len(own) :]
        if 2 <= len(own) <= 4 and behind and all(s.words[c].istitle() for c in own):
            out.append((own[0], p))
    return out


_BODY_WORD = re.compile(_BODIES)
_WITHIN = frozenset("of the for and & 's ’s al el bin ibn ben de da van von -".split())
"""Small words within the names of bodies and of persons."""
_LONGEST_NAME = 7
"""Tokens of a person's name, hyphens and ranks among them."""


def _behind_a_body(s: Sentence) -> None:
    """ "the head of the Badr Organization Hadi al-Amiri": his name stands beside his office."""
    for title in range(len(s) - 4):
        if s.lemmas[title].lower() not in _TITLE or s.words[title + 1] not in ("of", "for"):
            continue
        stop, body = title + 2, None
        while stop < len(s) and (s.words[stop][:1].isupper() or s.words[stop] in _WITHIN):
            body = stop if _BODY_WORD.fullmatch(s.words[stop]) else body
            stop += 1
        if body is None:
            continue
        first = body + 1
        while first < stop and s.words[first] in ("of", "for"):  # "the Patriotic Union of Kurdistan"
            first += 3 if s.words[first + 1 : first + 2] == ["the"] else 2
        words = [w for w in s.words[first:stop] if w not in _WITHIN]
        named = len(words) >= 2 and stop - first <= _LONGEST_NAME and all(w.istitle() for w in words)
        if named and s.words[first].istitle() and s.lemmas[stop - 1] not in _TITLE:
            _beside_its_office(s, title, body, first, stop - 1)


def _beside_its_office(s: Sentence, title: int, body: int, first: int, last: int) -> None:
    """Make the title the head, with the body behind its "of" and the person in apposition."""
    span = range(title, last + 1)
    top = next((i for i in span if s.heads[i] not in span and s.deps[i] in _ARGUMENTS), None)
    if top is None or s.pos[top] in ("VERB", "AUX"):
        return
    outside = [c for i in span for c in s.children[i] if c not in span]
    attach(s, title, s.heads[top], s.deps[top])
    attach(s, title + 1, title, "prep")
    within = range(title + 2, first)
    if not any(body in s.subtree(c) for c in s.kids(title + 1, "pobj") if c in within):
        attach(s, body, title + 1, "pobj")
    attach(s, last, title, "appos")
    for i in range(title + 2, last):
        if i not in within or (i != body and s.heads[i] not in range(title + 1, first)):
            attach(s, i, body if i in within else last, "compound")
    rehang(s, [c for c in outside if s.heads[c] != title], title)


_STATE = frozenset({"State", "Affairs", "Foreign", "Home", "parliament", "Parliament", "Congress"})
_LOOSE = frozenset("nsubj nsubjpass npadvmod dobj dep oprd".split())
"""What the parser takes a name behind its title for."""


def _title_and_name(s: Sentence) -> None:
    """ "Deputy head of mission Ada Nkosi was expelled", "held lawyer Ali Bako last week": one person each."""
    for y in range(2, len(s)):
        if s.deps[y] not in _LOOSE or s.pos[y] != "PROPN" or not _personal(s, y):
            continue
        x = _title_before(s, min(s.subtree(y)))
        if x is None or y in s.ancestors(x) or not _beside(s, x, y):
            continue
        if s.pos[x] == "NOUN" or s.heads[x] != s.heads[y]:
            attach(s, y, x, "appos")
        else:
            attach(s, x, y, "compound")


def _title_before(s: Sentence, start: int) -> int | None:
    """The word for a person whose phrase ends right before a token: "minister of information | Tom Oba"."""
    x = start - 1
    while x > 0 and s.lemmas[x] not in _TITLE and s.lemmas[x] not in PERSON_NOUNS and s.heads[x] < x:
        x = s.heads[x]
    if s.lemmas[x] not in _TITLE and s.lemmas[x] not in PERSON_NOUNS:
        return None
    bare = s.tags[x] in ("NN", "NNP") and max(s.subtree(x)) == start - 1
    return x if bare and not any(s.words[k] == "," for k in range(x, start)) else None


def _beside(s: Sentence, x: int, y: int) -> bool:
    """True where a title and a name fill one place of a verb: its subject, or an object with a loose noun."""
    verb = s.heads[y]
    if s.deps[y] in ("nsubj", "nsubjpass"):
        return any(x in s.subtree(z) for z in s.kids(verb, s.deps[y]) if z < y)
    return s.deps[x] in ("dobj", "pobj", "conj") and verb in s.ancestors(x)


def _two_titles(s: Sentence) -> None:
    """ "the Deputy Premier and Justice Minister, Ada Nkosi": one person with two offices."""
    for second in s.labelled("conj", 2):
        first = s.heads[second]
        if s.lemmas[first] not in _TITLE or s.lemmas[second] not in _TITLE:
            continue
        if s.kids(second, "det") or s.tags[first] not in ("NN", "NNP") or s.tags[second] not in ("NN", "NNP"):
            continue
        named = [a for t in (first, second) for a in s.kids(t, "appos") if s.pos[a] == "PROPN" and a > second]
        if len(named) == 1 and _personal(s, named[0]) and not s.kids(named[0], "conj"):
            attach(s, named[0], first, "appos")
            attach(s, second, first, "nmod")


def _personal(s: Sentence, a: int) -> bool:
    """Two to five capitalised words, none of them in capitals throughout."""
    part = [i for i in s.subtree(a) if i == a or (i < a and s.deps[i] in ("compound", "nmod"))]
    words = [s.words[i] for i in part if s.pos[i] != "PUNCT" and s.words[i] != "-"]
    if not 2 <= len(words) <= 6 or any(w.isupper() and len(w) > 2 for w in words):
        return False
    return all(w[:1].isupper() or w.lower() in _PARTICLES for w in words)


_PARTICLES = frozenset("al el bin ibn abu de da di dos la le van von der den ter ould du".split())
