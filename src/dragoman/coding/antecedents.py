"""Events that a report points back to: "condemned the raid", "seven were killed in the attack".

The noun names no party, but the report has told before who did it.  ``event_nouns.tsv`` says
which types an event has that a noun can mean; the nearest such mention before it is taken,
one with the same stem ("raided … the raid") before others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from dragoman import tsv
from dragoman.coding.drafts import MATERIAL_CONFLICT, VERBAL_CONFLICT, Draft
from dragoman.coding.mentions import THOSE_TAKEN
from dragoman.coding.people import OF_THE_STATE, OUTLAWS, POWER
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Entity, EventMention, EventPlace

_POINTING = frozenset({"the", "this", "that", "these", "those", "such", "both"})
_CHARGES = frozenset(
    {"accusation", "allegation", "charge", "claim", "complaint", "report", "suggestion", "account", "version"}
)
_RECENT = 4
"""Mentions back to which "it" can point."""
_TALKED_OF = 8
"""Mentions back among which two sides are that somebody mediates between."""
_NEAR = 4
"""Events back in which "the town" may have been named."""
_LATELY = 3
"""Mentions back among which praise is that others join in."""
_SEALED = "057"
"""CAMEO code of an agreement that was signed or reached."""
_OF_HACKERS = frozenset("attack hack breach leak campaign operation intrusion crime theft".split())
"""Nouns that can mean a cyber attack; a decree or a decision cannot."""
_OF_COURTS = frozenset("verdict ruling sentence conviction judgment judgement acquittal".split())
_RESOLVED = frozenset({"decision", "move", "step", "veto"})
"""What is done rather than only said."""
_COUPS = frozenset("coup putsch mutiny".split())
_DEADLY = frozenset({"killing", "massacre", "slaying", "murder", "death"})
_LETHAL = frozenset({"kill", "murd", "mass", "slau", "exec", "behe", "slai", "assa"})
"""First letters of words that tell that somebody was killed."""
_BLOODSHED = frozenset({"attack", "assault", "bombing", "massacre", "killing", "atrocity"})
_OF_RIOT_POLICE = frozenset(
    "crackdown violence repression firing action response force operation move step use".split()
)
"""What tear gas can be called; nobody calls it an attack or a bombing."""
_STEM = 4
"""Letters that a noun and a verb of one stem share."""


_POLITE = frozenset({"ask ", "aske", "asks", "appe", "invi", "plea"})
"""First letters of words by which friends are asked."""
_LYING_THERE = frozenset({"stat", "base", "garr"})
"""First letters of what troops are rather than do: "stationed", "based"."""
_FUSS = 14
"""Mentions back in which the world may have turned against a state."""
_DEEDS_OF_STATES = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_SAID_TO_STATES = frozenset({"ACCUSE", "SANCTION", "THREATEN"})
_STATES = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
NO_STATES = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG", "MNC"})


@cache
def event_nouns() -> dict[str, tuple[frozenset[str], bool]]:
    """``event_nouns.tsv``: lemma → types, and whether it stands for all its parties."""
    rows = tsv.rows(Path(__file__).parent / "event_nouns.tsv")
    return {r["noun"]: (frozenset(r["types"].split(";")), r["parties"] == "all") for r in rows}


@dataclass(slots=True)
class Antecedents:
    """The mentions of one document that have been coded so far, in the order of reading."""

    told: list[EventMention] = field(default_factory=list)
    here: list[EventMention] = field(default_factory=list)
    """Those of the sentence that is being coded, as far as it has been read."""

    def last_place(self) -> EventPlace | None:
        """Where the event told last happened, of the few before it."""
        near = [*self.told[-_NEAR:], *self.here]
        return next((m.place for m in reversed(near) if m.place is not None), None)

    def parties(
        self, s: Sentence, tokens: Iterable[int], but: tuple[Entity, ...] = (), kind: str | None = None
    ) -> tuple[Entity, ...]:
        """Who stands behind the first of ``tokens`` that points back to an event told before.

        ``but`` are parties that are not meant ("Japan applauded the deal": not Japan); ``kind`` is the
        type of what is done with it ("applauded the decision": SUPPORT).
        """
        for t in tokens:
            earlier = self._meant(s, t, but, kind)
            if earlier is None:
                continue
            _, everybody = event_nouns()[s.lemmas[t]]
            sides = (*earlier.actors, *earlier.recipients) if everybody else earlier.actors
            sides = tuple(e for e in sides if e.country or e.actor_id or e.sectors)  # not an unknown "he"
            if everybody:  # nor those who were killed in a fight
                fought = len(earlier.actors) > 1
                sides = tuple(e for e in sides if (e.country and not fought) or e.sectors != ("CVL",))
            countries = {e.country for e in but if e.country and not _AT_ODDS & set(e.sectors)}
            found = [e for e in sides if not _among(e, but)]
            if kind == "ACCUSE":  # "the rebels' spokesman condemned the attack": not their own
                found = [e for e in found if not any(_outlaws_of_one_land(e, b) for b in but)]
            if everybody:
                found = [e for e in found if e.country not in countries]
            found = [e for e in found if e.resolved_by != "place"] or found
            if found:
                how = f"coreference: {s.words[t].lower()} told of before"
                return tuple(replace(e, span=(s.starts[t], s.ends[t]), resolved_by=how) for e in found)
        return ()

    def at_home(self, e: Entity) -> Entity:
        """Somebody nobody knows, with the country that an event told before gave him."""
        if e.country or e.actor_id or " " not in e.name or not e.name[:1].isupper():
            return e
        sides = (x for m in reversed(self.told) for x in (*m.recipients, *m.actors))
        known = next((x for x in sides if x.country and x.name == e.name), None)
        if known is None:
            return e
        sectors = e.sectors or known.sectors
        how = f"{e.resolved_by or 'name'}; country told of before"
        return replace(e, country=known.country, sectors=sectors, resolved_by=how)

    def repeats(self, s: Sentence, m: EventMention) -> bool:
        """True for a noun that only names again what was told: "his conviction", "the attack on the camp"."""
        t = s.at(m.evidence.trigger[0])
        if t is None or s.pos[t] != "NOUN" or m.date.basis == "text" or s.field == "title":
            return False
        pointing = any(s.lemmas[c] in _POINTING for c in s.kids(t, "det")) or s.kids(t, "poss")
        if _names_its_parties(s, t) or not s.bag.isdisjoint(_CLAIMING):
            return False
        named = [e.country or e.name for e in (*m.actors, *m.recipients)]
        for o in self.told if pointing else ():
            before = {e.country or e.name for e in (*o.actors, *o.recipients)}
            same = o.evidence.start != m.evidence.start and o.event_type == m.event_type
            if same and named and set(named) <= before and o.status == m.status:
                return True
        return False

    def asker(self, refusing: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Whom a bare "Dakar refused" refuses: who asked them for something last."""
        own = {e.country or e.name for e in refusing}
        asked = [m for m in [*self.told, *self.here][-_RECENT:] if m.event_type == "REQUEST" and m.actors]
        asked = [m for m in asked if not own & {a.country or a.name for a in m.actors}]
        theirs = [m for m in asked if own & {r.country or r.name for r in m.recipients}]
        for m in (theirs or asked)[-1:]:
            return tuple(replace(e, span=None, resolved_by="coreference: who asked") for e in m.actors)
        return ()

    def deed(self, but: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Who did what "it" means in "Kerry welcomed it": the last deed, words about deeds left out."""
        praised = [m for m in self.told[-_LATELY:] if m.event_type == "SUPPORT"]
        for m in praised[::-1]:  # "India hailed the accord. The US welcomed it": what was hailed
            found = [e for e in m.recipients if not _among(e, but)]
            if m.cameo != _SEALED and found:
                return tuple(replace(e, span=None, resolved_by="coreference: what was hailed") for e in found)
        for m in reversed(self.told[-_RECENT:]):
            if m.event_type in VERBAL_CONFLICT or (m.event_type == "SUPPORT" and m.cameo != _SEALED):
                continue
            sides = (*m.actors, *m.recipients) if m.cameo == _SEALED else m.actors
            found = [e for e in sides if not _among(e, but)]
            return tuple(replace(e, span=None, resolved_by="coreference: what was done") for e in found)
        return ()

    def opponent(self, speaker: Entity, *, hit_us: bool = False) -> tuple[Entity, ...]:
        """Whom words are aimed at that name nobody: the adversary of his side in what was told last.

        With ``hit_us`` only those who did something to the speaker's side, not those to whom it did.
        """
        quarrels = [m for m in [*self.told, *self.here][-_FEUD:] if _is_a_quarrel(m)]
        asked = [m for m in quarrels if m.event_type == "REQUEST" and not _within_one_state(m)]
        others = [m for m in quarrels if m not in asked]  # whom one urges, only for want of an adversary
        for m in (*reversed(others), *reversed(asked)):
            pairs = ((m.recipients, m.actors), (m.actors, m.recipients))
            for side, other in pairs[:1] if hit_us and m.event_type in MATERIAL_CONFLICT else pairs:
                at_home = m.event_type in VERBAL_CONFLICT and all(_NO_RULERS & set(e.sectors) for e in side)
                ours = any(_sides_with(e, speaker) for e in side)
                ours = ours or (not at_home and _abroad(side, other, speaker))
                found = [e for e in other if (e.country or e.actor_id) and not _sides_with(e, speaker)]
                found = [e for e in found if not {"JRN", "MED", "BUS"} & set(e.sectors)]
                found = [e for e in found if e.actor_id or e.sectors != ("CVL",)]  # not the man in the street
                found = [e for e in found if not _is_guessed_abroad(e, speaker)]
                if ours and found:
                    how = "coreference: the other side of what was told before"
                    return tuple(replace(e, span=None, resolved_by=how) for e in found)
        return ()

    def crowd(self, but: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Whom the police act on where nobody is named: those of the last protest told before."""
        for m in reversed(self.told):
            if m.event_type == "PROTEST" and m.actors:
                found = [a for a in m.actors if not _among(a, but)]
                return tuple(replace(e, span=None, resolved_by="the protest told of before") for e in found)
        return ()

    def strikers(self, countries: set[str | None]) -> tuple[Entity, ...]:
        """Whose strike "the strike was suspended" means: those who struck before, or threatened to."""
        for m in reversed(self.told):
            own = not countries or bool(countries & {a.country for a in m.actors})
            if m.event_type == "PROTEST" and m.event_mode == "strike" and m.actors and own:
                return tuple(a for a in m.actors if a.resolved_by != "implied by the event")
        return ()

    def faced_by(self, police: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Who protests where a pronoun seems to say that the police do: those they acted on before."""
        for m in reversed(self.told):
            if any(_among(a, police) for a in m.actors) and m.recipients:
                return tuple(
                    replace(e, span=None, resolved_by="coreference: not the police") for e in m.recipients
                )
        return ()

    def captors(self, held: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Who holds somebody where nobody is named: those who were told to have taken him."""
        pointed = are_those_taken(held)
        for m in reversed(self.told):
            taken = any(_among(r, held) for r in m.recipients) or (pointed and m.event_mode == "arrest")
            judged = [a.sectors[:1] for a in m.actors[:1]] == [("JUD",)]  # a court arrests nobody
            judged = judged or (m.event_mode == "seize" and m.cameo == "170")  # nor is he who falls yet held
            if (m.event_type == "COERCE" or m.event_mode == "abduct") and m.actors and taken and not judged:
                return tuple(
                    replace(e, span=None, resolved_by="who took them, told of before") for e in m.actors
                )
        return ()

    def holders(self, held: tuple[Entity, ...], asking: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Of whom somebody's release is asked: those who were told to have taken him, or one's own people."""
        own = {a.country for a in asking if a.country}
        taken = [m for m in self.told if m.actors and m.recipients and _taken(m)]
        taken = [m for m in taken if not any(_among(a, asking) for a in m.actors)]
        named = [m for m in taken if any(_among(r, held) or _called_alike(r, held) for r in m.recipients)]
        ours = [m for m in taken[-_RECENT:] if any(r.country in own for r in m.recipients)]
        anybody = taken[-1:] if own & INTERNATIONAL else []  # "the UN called for the release of all detained"
        for m in reversed(named or ours or anybody):
            found = [a for a in m.actors if a.country or a.actor_id]
            return tuple(replace(e, span=None, resolved_by="coreference: who took them") for e in found)
        return ()

    def takers(self, but: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Of whom a release is demanded where nobody is named: those who took or arrested people last."""
        for m in reversed([*self.told, *self.here]):
            taken = m.event_mode in ("abduct", "arrest") and m.event_type in ("ASSAULT", "COERCE")
            if taken and m.actors and not any(_among(a, but) for a in m.actors):
                return tuple(
                    replace(e, span=None, resolved_by="coreference: who holds them") for e in m.actors
                )
        return ()

    def police(self, countries: set[str | None]) -> tuple[Entity, ...]:
        """Who arrests where nobody is named: the police that the report told of last, of the same country.

        After a coup it is the soldiers who took power.
        """
        for m in reversed(self.told):
            seized = (m.event_type, m.event_mode) == ("COERCE", "seize")
            arms = {"COP", "MIL"} if seized else {"COP"}
            found = [
                a for a in m.actors if arms & set(a.sectors) and a.country and countries <= {a.country, None}
            ]
            if found and m.event_type in ("COERCE", "ASSAULT"):
                by = (
                    "who took power, told of before"
                    if "MIL" in found[0].sectors
                    else "the police told of before"
                )
                return tuple(replace(e, span=None, resolved_by=by) for e in found)
        return ()

    def court(self, countries: set[str | None]) -> tuple[Entity, ...]:
        """Who sentences where nobody is named: the court told of last, of the same country."""
        for m in reversed(self.told):
            found = [
                a for a in m.actors if "JUD" in a.sectors and a.country and countries <= {a.country, None}
            ]
            if found and m.event_type in ("COERCE", "SANCTION", "REJECT"):
                return tuple(replace(e, span=None, resolved_by="the court told of before") for e in found)
        return ()

    def aggressors(self, own: set[str | None]) -> list[str]:
        """Whose ambassador is summoned where none is named: the state that acted last against these."""
        for m in reversed(self.told):
            hit = {e.country for e in m.recipients} | ({m.place.country} if m.place else set())
            found = {a.country for a in m.actors if a.country and len(a.country) == 3} - own
            if found and own & hit - {None} and m.event_type in MATERIAL_CONFLICT | VERBAL_CONFLICT:
                return sorted(found)
        return []

    def under_fire(self, own: set[str | None], *, at_home: bool = False) -> str | None:
        """The state on which most of what was told lately falls back: who did it, and whom others answer.

        With ``at_home`` what a state did to its own people counts as well, where nothing else does.
        """
        return self._most_answered(own) or (self._most_answered(own, at_home=True) if at_home else None)

    def _most_answered(self, own: set[str | None], *, at_home: bool = False) -> str | None:
        """The same by deeds across borders only, or by what states do to their own people as well."""
        told: dict[str, int] = {}
        every = [*self.told, *self.here]
        attacks = [m for m in every[:-_FUSS] if m.event_type == "ASSAULT"]
        ours = [m for m in attacks if own & {r.country for r in m.recipients}]
        lately = [*ours, *every[-_FUSS:]]  # an attack on oneself is not forgotten
        if at_home and any(OUTLAWS & set(e.sectors) for m in lately for e in (*m.actors, *m.recipients)):
            return None  # in a civil war the state is one of two
        for m in lately:
            if m.status != "asserted" or (m.event_type == "MOBILIZE" and stem_of(m) in _LYING_THERE):
                continue
            did = m.event_type in _DEEDS_OF_STATES or m.event_mode == "expel"
            if did and not at_home and not _across_borders(m):
                continue
            meant = m.actors if did else m.recipients if m.event_type in _SAID_TO_STATES else ()
            weight = 3 if did and own & {r.country for r in m.recipients} else 1
            for country in {e.country for e in meant if e.country and _STATES & set(e.sectors)}:
                told[country] = told.get(country, 0) + weight
        told = {c: n for c, n in told.items() if c not in own and c not in NO_STATES}
        first = sorted(told, key=lambda c: (-told[c], c))[:2]
        if not first or (len(first) > 1 and told[first[0]] <= told[first[1]]):
            return None
        return first[0]

    def accuser(self, s: Sentence, tokens: Iterable[int], deniers: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Whose charge is denied: the speaker of what was told of the deniers ("…, a rights group said")."""
        if not any(s.lemmas[t] in _CHARGES and _points(s, t) for t in tokens):
            return ()
        own = {e.country for e in deniers if e.country}
        for m in reversed(self.told):
            if own & {a.country for a in m.actors}:
                said = [e for e in m.attribution if e.kind == "speaker" and not _among(e, deniers)]
                said = [e for e in said if e.actor_id or e.country]  # a bystander brings no charge
                return tuple(
                    replace(e, span=None, kind=None, resolved_by="coreference: who said so") for e in said[:1]
                )
        return ()

    def offered(self, but: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Who made what "it" means in "Madrid turned it down": the last offer or demand."""
        for m in reversed([*self.told[-_RECENT:], *self.here]):
            found = [e for e in m.actors if not _among(e, but)]
            charged = m.event_type == "ACCUSE" and _blames(m, but)  # "Sudan's ambassador rejected that"
            if found and (charged or (m.event_type in ("AGREE", "REQUEST") and not m.attribution)):
                return tuple(replace(e, span=None, resolved_by="coreference: who offered") for e in found)
        return ()

    def sides(self, mediators: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Between whom somebody mediates where it is not told: those who met, agreed or fought last."""
        for m in reversed([*self.told[-_TALKED_OF:], *self.here]):
            both = [e for e in m.actors if not _among(e, mediators) and "JRN" not in e.sectors]
            dealt = not m.recipients and m.event_type in ("CONSULT", "AGREE", "SUPPORT", "RETREAT", "ASSAULT")
            if dealt and len({e.actor_id or e.name for e in both}) > 1 and m.event_mode != "multilateral":
                how = "coreference: who deal with each other"
                return tuple(replace(e, span=None, resolved_by=how) for e in both)
        return ()

    def just_told(self, s: Sentence, trigger: int, but: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Who did what the clause before tells: "flew joint patrols, a move that Caracas condemned"."""
        noun = s.heads[trigger]
        if s.deps[trigger] not in ("relcl", "acl") or s.lemmas[noun] not in _RESOLVED:
            return ()
        if not any(s.lemmas[c] in ("a", "an") for c in s.kids(noun, "det")):
            return ()
        for m in self.here[::-1][:1]:
            found = [e for e in m.actors if not _among(e, but)]
            return tuple(replace(e, span=None, resolved_by="coreference: told just before") for e in found)
        return ()

    def charger(
        self, s: Sentence, trigger: int, tokens: Iterable[int], deniers: tuple[Entity, ...]
    ) -> tuple[Entity, ...]:
        """Who brought "a charge that Moscow rejects": whoever accused last, in the sentence or before."""
        if not any(s.lemmas[t] in _CHARGES and trigger in s.kids(t, "relcl", "acl") for t in tokens):
            return ()
        for m in reversed([*self.told[-_RECENT:], *self.here]):
            if m.event_type == "ACCUSE" and m.actors and not any(_among(a, deniers) for a in m.actors):
                return tuple(replace(e, span=None, resolved_by="coreference: who accused") for e in m.actors)
        return ()

    def _meant(
        self, s: Sentence, t: int, but: tuple[Entity, ...], kind: str | None = None
    ) -> EventMention | None:
        """The mention that a noun points back to, or None where it points to none."""
        lemma = s.lemmas[t]
        if s.pos[t] != "NOUN" or lemma not in event_nouns() or not _points(s, t):
            return None
        ahead = lemma in ("plan", "proposal") and any(s.lemmas[p] == "for" for p in s.kids(t, "prep"))
        if ahead:  # "denounced the plans for the event": these plans, and nothing told before
            return None
        if lemma == "use" and not _USED & {s.lemmas[o] for o in s.subtree(t)}:
            return None
        types, everybody = event_nouns()[lemma]
        told = [*self.told, *self.here]
        hit = _what_was_hit(s, t)
        if hit and "ASSAULT" in types:  # "the attack on the embassy", which a crowd stormed
            same = [m for m in told if m.event_type in ("ASSAULT", "PROTEST") and _precedes(m, s, t)]
            same = [m for m in same if m.actors and hit & set(_WORD.findall(told_from(m)))]
            if same:
                return same[-1]
        before = [m for m in told if m.event_type in types and _precedes(m, s, t)]
        before = [m for m in before if _can_be_called(m, lemma)]
        if lemma in _BLOODSHED:  # stones that youths throw are no attack, where there was one
            before = [m for m in before if m.event_type == "ASSAULT"] or before
        before = _outrages(before) if lemma in _OUTRAGES else before
        if lemma in _DEADLY:
            before = [m for m in before if m.magnitude.killed or stem_of(m) in _LETHAL] or before
        countries = {e.country for e in but if e.country}
        if types <= _ADDRESSED:  # "Seoul ignored the request": the one that it was asked
            before = [m for m in before if countries & {r.country for r in m.recipients}] or before
        if lemma in _RESOLVED:
            before = [m for m in before if not m.attribution] or before
        if lemma in _GATHERINGS:
            before = [m for m in before if not m.recipients]
        if everybody:
            before = [m for m in before if _accord(m) and len(m.actors) + len(m.recipients) > 1]
        elif lemma in _CHARGES and (charged := [m for m in before if _blames(m, but)]):
            before = charged
        else:  # a government does not condemn its own decision
            own = {f"country:{e.country}" for e in but if "GOV" in e.sectors}
            before = [m for m in before if not any(a.actor_id in own for a in m.actors)]
            home = {e.country for e in but if "GOV" in e.sectors and e.country}
            if types <= _ADDRESSED:  # no government rejects its own claim
                before = [
                    m
                    for m in before
                    if not m.actors
                    or any(a.country not in home or _AT_ODDS & set(a.sectors) for a in m.actors)
                ]
            before = _of_these_days(before)
            before = _such_as(before, lemma, kind)
        modes = MODES_OF_NOUNS.get(lemma, frozenset())
        same_stem = [m for m in before if stem_of(m) == lemma[:_STEM] or m.event_mode in modes]
        sealed = [m for m in before if everybody and m.cameo == _SEALED]
        return next(reversed(same_stem or sealed or before), None)


_USED = frozenset(
    "force violence gas cannon ammunition bullet round fire pellet baton firearm weapon gun".split()
)
"""Of what the use is a deed of force: "criticised the use of tear gas"."""
_CLAIMING = frozenset({"behind", "responsibility", "admit"})
"""Words of sentences that say whose the deed was that was told before."""


def _such_as(before: list[EventMention], noun: str, kind: str | None) -> list[EventMention]:
    """ "applauded the decision": a friendly one rather than a refusal; "deplored the move": a hostile one."""
    if noun not in _RESOLVED or kind not in ("SUPPORT", "ACCUSE"):
        return before
    hostile = MATERIAL_CONFLICT | VERBAL_CONFLICT
    return [m for m in before if (m.event_type in hostile) == (kind == "ACCUSE")] or before


_FEUD = 8
"""Mentions back in which the other side of a quarrel is looked for."""


def _is_a_quarrel(m: EventMention) -> bool:
    """What puts two sides at odds; not an appeal to both sides, nor a plea for help."""
    if m.event_type == "REQUEST":
        return len({r.country for r in m.recipients}) <= 1 and stem_of(m) not in _POLITE
    return m.event_type in MATERIAL_CONFLICT | VERBAL_CONFLICT


def _within_one_state(m: EventMention) -> bool:
    """ "The opposition demanded that the president resign": at odds with him, whom it asks."""
    return {a.country for a in m.actors} == {r.country for r in m.recipients}


_NO_RULERS = OUTLAWS | {"OPP", "PTY", "PRM"}
"""Whom a state may scold without any quarrel with their government."""


def _is_guessed_abroad(e: Entity, speaker: Entity) -> bool:
    """ "the troops" of whom only the report's country is known: perhaps the speaker's own."""
    guessed = not e.actor_id and (e.resolved_by or "").endswith("country from the report")
    return guessed and e.country != speaker.country and bool({"MIL", "GOV"} & set(e.sectors))


def _abroad(side: tuple[Entity, ...], other: tuple[Entity, ...], speaker: Entity) -> bool:
    """True where those of the speaker's country, whoever they are, have to do with another country."""
    if not POWER & set(speaker.sectors):
        return False  # what a party threatens is not aimed at those who dealt with its government
    ours = any(e.country and e.country == speaker.country for e in side)
    return ours and bool(other) and all(e.country and e.country != speaker.country for e in other)


def _sides_with(e: Entity, speaker: Entity) -> bool:
    """True for the speaker himself and for those of his country who stand on the same side of power."""
    if e.actor_id and e.actor_id == speaker.actor_id:
        return True
    if e.name == speaker.name or not e.country or e.country != speaker.country:
        return e.name == speaker.name
    return bool(POWER & set(e.sectors)) == bool(POWER & set(speaker.sectors))


def _names_its_parties(s: Sentence, t: int) -> bool:
    """ "the arrest of General Pinochet", "the raid by Ethiopian troops": told again, with those concerned."""
    if any(s.pos[c] == "PROPN" for c in s.kids(t, "poss")):
        return True
    leads = [p for p in s.kids(t, "prep") if s.lemmas[p] in ("of", "by", "between")]
    return any(
        s.pos[o] in ("NOUN", "PROPN") and not s.kids(o, "poss") and s.tags[o] != "PRP"
        for p in leads
        for o in s.kids(p, "pobj")
    )


def are_those_taken(held: tuple[Entity, ...]) -> bool:
    """True for "those detained": people who are told by nothing but what was done to them."""
    return any((h.resolved_by or "").startswith(THOSE_TAKEN) for h in held)


def _called_alike(taken: Entity, held: tuple[Entity, ...]) -> bool:
    """ "the soldiers' release", of "two Israeli soldiers" who were seized."""
    word = taken.name.lower().split()[-1:]
    return any(not h.actor_id and h.name.islower() and h.name.split()[-1:] == word for h in held)


def _taken(m: EventMention) -> bool:
    """True where people were seized, held or carried off."""
    if m.event_type == "COERCE":
        return m.event_mode == "arrest" or (m.event_mode == "seize" and stem_of(m) in _TAKING)
    return m.event_type == "ASSAULT" and (m.event_mode == "abduct" or stem_of(m) == "capt")


_TAKING = frozenset({"capt", "held", "seiz", "hold", "take", "took", "dive"})
"""First letters of words by which people or ships are taken."""
_GATHERINGS = frozenset({"meeting", "summit", "talks"})
"""What several hold together; a visit is none."""
_AT_ODDS = frozenset({"OPP", "LEG", "ELI"})
"""Those who speak of what their own government does."""
_ADDRESSED = frozenset({"REQUEST", "AGREE", "ACCUSE", "THREATEN"})
"""Types of words that are said to somebody."""


def _of_these_days(before: list[EventMention]) -> list[EventMention]:
    """The deeds of the news, not those of years before; of one perpetrator those that name him."""
    before = [m for m in before if m.status != "historical"] or before
    before = [
        m for m in before if not _upon_outlaws(m)
    ] or before  # "outraged by the killings": not of gunmen
    by_whom = {tuple(a.actor_id or a.name for a in m.actors) for m in before if m.actors}
    return [m for m in before if m.actors] if len(by_whom) == 1 else before


def _across_borders(m: EventMention) -> bool:
    """True for what a state did to others, or to the world: a weapons test, the expulsion of envoys."""
    own = {a.country for a in m.actors}
    hit = {r.country for r in m.recipients} or ({m.place.country} if m.place else set())
    return not own & hit and (bool(hit - {None}) or m.event_mode == "weapons")


def _blames(m: EventMention, who: tuple[Entity, ...]) -> bool:
    return bool({r.country for r in m.recipients} & {e.country for e in who if e.country})


def _upon_outlaws(m: EventMention) -> bool:
    """True where nobody but rebels or gunmen was hit, and not by their like."""
    hit = bool(m.recipients) and all(OUTLAWS & set(r.sectors) for r in m.recipients)
    return m.event_type == "ASSAULT" and hit and not any(OUTLAWS & set(a.sectors) for a in m.actors)


MODES_OF_NOUNS = {
    "kidnapping": frozenset({"abduct"}),
    "abduction": frozenset({"abduct"}),
    "hostage-taking": frozenset({"abduct"}),
    "bombing": frozenset({"explosives", "suicide-attack", "aerial"}),
    "blast": frozenset({"explosives", "suicide-attack"}),
    "explosion": frozenset({"explosives", "suicide-attack"}),
    "shooting": frozenset({"firearms"}),
    "shelling": frozenset({"heavy-weapons"}),
    "airstrike": frozenset({"aerial", "drone"}),
}
"""Modes of the events that a noun can mean, beside those of its own stem."""


def _points(s: Sentence, t: int) -> bool:
    """A definite noun that says nothing of whose it is."""
    if _sums_up(s, t):
        return True
    if s.kids(t, "poss") or any(s.words[min(s.subtree(c)) - 1] != "," for c in s.kids(t, "relcl")):
        return False  # "the move that …", but "hailed the decision, which …"
    if any(s.kids(c, "agent") for c in s.kids(t, "acl")):  # "the steps taken by Oman"
        return False
    if any(s.tags[c] in ("VBD", "VBZ", "VBP") for c in s.kids(t, "acl", "ccomp")):
        return False  # "the idea that cars were a threat": told here
    return any(s.lemmas[c] in _POINTING for c in s.kids(t, "det", "predet"))


_WORD = re.compile(r"[a-z]+")


def _what_was_hit(s: Sentence, t: int) -> set[str]:
    """The nouns of "the attack on the embassy", as the report may have told it before."""
    leads = [p for p in s.kids(t, "prep") if s.lemmas[p] in ("on", "against")]
    return {s.words[o].lower() for p in leads for o in s.kids(p, "pobj") if s.pos[o] == "NOUN"}


def _sums_up(s: Sentence, t: int) -> bool:
    """ "accuses Sudan of arming rebels, a claim denied by Khartoum", "…, a step that drew protests"."""
    if s.deps[t] not in ("appos", "parataxis") or not any(
        s.words[c].lower() in ("a", "an") for c in s.kids(t, "det")
    ):
        return False
    return bool(s.kids(t, "relcl")) or any(s.lemmas[c] in _ANSWERED for c in s.kids(t, "acl"))


_ANSWERED = frozenset(
    "deny reject dismiss refute condemn denounce welcome hail oppose criticise criticize praise "
    "applaud".split()
)
"""What is done with what was just told: "a claim denied by Khartoum"."""


def _can_be_called(m: EventMention, noun: str) -> bool:
    """False where a noun cannot mean an event: an arrest by the police is no verdict and no coup."""
    doers = {x for a in m.actors for x in a.sectors}
    if m.event_mode == "cyber" and noun not in _OF_HACKERS:
        return False
    if m.event_type == "MOBILIZE" and noun in ("blast", "explosion"):
        return m.event_mode == "weapons"  # a nuclear test
    if noun in _OF_COURTS:
        return "JUD" in doers or m.event_mode == "convict" or not m.actors
    if m.event_mode == "crowd-control" and noun not in _OF_RIOT_POLICE:
        return False
    if noun == "operation" and m.actors:  # of soldiers or police, not a bomber's
        return bool(OF_THE_STATE & doers)
    if noun in _BLOODSHED and stem_of(m) == "retu":  # "officers returned fire"
        return False
    if noun in ("invasion", "intervention", "incursion"):
        return _across_borders(m)
    if noun == "takeover":
        return m.event_mode in (None, "seize", "martial-law")
    if noun in _COUPS:
        return bool({"MIL", "REB", "PRM", "UAF"} & doers) or "coup" in m.evidence.text
    return True


def _precedes(m: EventMention, s: Sentence, t: int) -> bool:
    """Told before, or in the sentence itself ("hailed the verdict after a court convicted him")."""
    if m.evidence.field == s.field and m.evidence.start == s.start:
        return True
    return m.evidence.field != s.field or m.evidence.trigger[0] < s.starts[t]


def _accord(m: EventMention) -> bool:
    """True for an agreement itself; praise of one is SUPPORT too, but no agreement."""
    return m.event_type != "SUPPORT" or m.cameo == _SEALED


def told_from(m: EventMention) -> str:
    """The sentence of a mention from its trigger on, in small letters."""
    return m.evidence.text[m.evidence.trigger[0] - m.evidence.start :].lower()


_OUTRAGES = frozenset("attack killing bombing massacre shooting outrage atrocity assault murder".split())


def _outrages(before: list[EventMention]) -> list[EventMention]:
    """Attacks, without what the police did to those who attacked."""
    return [m for m in before if not of_an_attacker(m, before)] or before


def of_an_attacker(o: EventMention, told: Iterable[EventMention]) -> bool:
    """ "The driver fired into the crowd. Police shot the driver": the outrage is not what the police did."""
    hit = {r.name.lower().split()[-1] for r in o.recipients if r.name}
    did = {a.name.lower().split()[-1] for m in told if m is not o for a in m.actors if a.name}
    return bool(hit) and hit <= did


def stem_of(m: EventMention) -> str:
    """The first letters of the word that reports a mention."""
    return told_from(m)[:_STEM]


def _outlaws_of_one_land(a: Entity, b: Entity) -> bool:
    """ "rebels" and "the rebels' spokesman" of one country: two who may be one side."""
    return a.country == b.country and bool(OUTLAWS & set(a.sectors)) and bool(OUTLAWS & set(b.sectors))


def _among(e: Entity, others: tuple[Entity, ...]) -> bool:
    return any((e.actor_id or e.name) == (o.actor_id or o.name) for o in others)


def accord_meant(s: Sentence, d: Draft) -> list[int]:
    """ "the treaty was signed", "the pact provides for": the accord, whose parties the report has told."""
    if d.event_type not in ("AGREE", "SUPPORT") or s.pos[d.trigger] != "VERB" or d.recipients:
        return []
    return [
        t
        for t in sorted(d.frame.literals)
        if s.lemmas[t] in event_nouns()
        and event_nouns()[s.lemmas[t]][1]
        and s.heads[t] == d.trigger
        and any(s.lemmas[c] in ("the", "this") for c in s.kids(t, "det"))
    ]
