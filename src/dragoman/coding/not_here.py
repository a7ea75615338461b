"""Places that a sentence names beside an event and that are no place of it.

"Paris condemned a raid in Mali" was said elsewhere, "talks on the war in Yemen" are held elsewhere, girls of
Chibok are freed elsewhere, and an offer to Seoul is made elsewhere.
"""

from __future__ import annotations

from dragoman.coding.drafts import Draft
from dragoman.coding.people import PEOPLE, PERSON_NOUNS
from dragoman.language import Sentence

_WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
"""Types that are words, said at the place told with their own verb."""
_PRAISING = frozenset("welcome praise hail applaud congratulate endorse defend back support".split())
_SUING = frozenset(
    "charge indict try sue prosecute investigate probe trial question protest demonstrate summon".split()
)
"""Verbs of courts, police and marchers: done where those are whom they deal with."""
_MATTER = frozenset("dobj dative ccomp xcomp attr oprd".split())
_LEADING_MATTER = frozenset(
    "for over of about on to against with as regarding concerning towards toward".split()
)
_AUDIENCE = frozenset(
    "reporter journalist crowd rally supporter audience parliament lawmaker conference briefing meeting "
    "summit station newspaper legislature senate congress chamber delegate congregation worshipper student "
    "assembly forum gathering interview "
    "broadcast speech address council viewer mourner marcher protester demonstrator sideline margin asylum "
    "refuge shelter".split()
)
"""Those to whom words are spoken, and where they are."""
_TOPIC = frozenset({"on", "about", "over", "regarding", "concerning"})
_NO_TOPIC = frozenset(
    "day week leg stop sideline margin fringe visit trip tour eve island board arrival occasion border "
    "ship phone boat carrier peninsula bank campus lawn step steps ground yacht train plane".split()
)
"""What "on" leads that tells where or when, and not of what is talked."""
_IN_RETURN = frozenset(
    "retaliation revenge response reprisal reaction vengeance answer reply uproar outrage".split()
)
_ASIDE = frozenset({"amid", "amidst", "despite", "like", "unlike"})
_OFFERING = frozenset("AGREE CONCEDE".split())
_JOURNEYS = frozenset("visit trip arrive travel fly go come send return head move journey tour".split())
_ORIGINS = frozenset({"RETREAT", "CONSULT", "AID", "AGREE", "CONCEDE"})
_PUPILS = frozenset("girl boy schoolgirl schoolboy hostage captive prisoner detainee refugee".split())


def is_not_here(s: Sentence, token: int, draft: Draft, led_by: str) -> bool:
    """True for a place of what is spoken of, answered or offered to, and not of the event itself."""
    chain = [token, *s.ancestors(token)]
    below = chain[: chain.index(draft.trigger)] if draft.trigger in chain else chain[: _verb_above(s, chain)]
    return (
        _is_the_matter(s, draft, below)
        or _is_a_topic(s, draft, below)
        or _is_answered(s, draft.trigger, below)
        or (draft.event_type in _OFFERING and _is_offered(s, token, draft, led_by))
        or (draft.event_type in _ORIGINS and _is_an_origin(s, token))
    )


def _verb_above(s: Sentence, chain: list[int]) -> int:
    return next((n for n, a in enumerate(chain) if n and s.pos[a] in ("VERB", "AUX")), len(chain))


def _is_the_matter(s: Sentence, draft: Draft, below: list[int]) -> bool:
    """ "Condemned a raid in Mali", "called for talks in Geneva": what is said of them is said elsewhere."""
    spoken = draft.event_type in _WORDS or (
        draft.event_type == "SUPPORT" and s.lemmas[draft.trigger] in _PRAISING
    )
    if not spoken or not below or s.lemmas[draft.trigger] in _SUING or draft.mode == "investigate":
        return False
    if any(s.lemmas[t] in _AUDIENCE for t in below):
        return False
    link = below[-1]
    own = s.heads[link] == draft.trigger
    led = own and s.deps[link] == "prep" and s.lemmas[link] in _LEADING_MATTER
    return len(below) > 1 and (led or s.deps[link] in _MATTER)


def _is_a_topic(s: Sentence, draft: Draft, below: list[int]) -> bool:
    """ "Held talks on the war in Yemen", "rebuffed Washington over Taiwan"."""
    if draft.event_type != "CONSULT" and draft.event_type not in _WORDS:
        return False
    links = [n for n, t in enumerate(below) if n and s.deps[t] == "prep" and s.lemmas[t] in _TOPIC]
    links = [
        n for n in links if s.lemmas[s.heads[below[n]]] != "be"
    ]  # "is on the last leg of a visit to Rome"
    return any(s.lemmas[below[n]] != "on" or _talked_of(s, below[:n]) for n in links)


def _talked_of(s: Sentence, led: list[int]) -> bool:
    """ "On the war in Yemen", and not "on the sidelines of a summit", "on Tahrir Square" or "on Mindanao"."""
    noun = led[-1]
    return len(led) > 1 and s.pos[noun] != "PROPN" and s.lemmas[noun] not in _NO_TOPIC


def _is_answered(s: Sentence, trigger: int, below: list[int]) -> bool:
    """ "Bombed the ridge in retaliation for a raid in Kunduz", "was held amid an uproar in Israel"."""
    above = below[1:]
    if any(s.lemmas[t] in _IN_RETURN or (s.deps[t] == "prep" and s.lemmas[t] in _ASIDE) for t in above):
        return True
    return bool(below) and answers_before(s, trigger, below[0])


def answers_before(s: Sentence, trigger: int, i: int) -> bool:
    """ "In retaliation for a raid last week in Kidal": what follows the raid tells of the raid."""
    for k in range(i - 1, trigger, -1):
        if s.words[k] in (",", ";") or s.pos[k] in ("VERB", "AUX"):
            return False
        if s.lemmas[k] in _IN_RETURN:
            return s.words[k - 1] == "in" and s.words[k + 1] in ("for", "to")
    return False


def _is_offered(s: Sentence, token: int, draft: Draft, led_by: str) -> bool:
    """ "Made an overture to Seoul": whom it is made to, and no place."""
    verb = s.heads[s.heads[token]]
    going = s.lemmas[verb] in _JOURNEYS or s.lemmas[draft.trigger] in _JOURNEYS
    return led_by == "to" and token in draft.recipients and not going


def _is_an_origin(s: Sentence, token: int) -> bool:
    """ "Freed 21 Bama girls": where they are at home or were taken."""
    people = s.lemmas[token] in PERSON_NOUNS | _PUPILS or PEOPLE.search(s.words[token].lower())
    return s.pos[token] == "NOUN" and bool(people) and bool(s.kids(token, "compound", "nmod"))
