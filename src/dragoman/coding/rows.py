"""Draft → event mention: who did it, to whom, where and when, from its words and what was told before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from dragoman import ontology
from dragoman.coding import (
    authors,
    counterparts,
    foes,
    hands,
    implied,
    kinds,
    laws,
    magnitudes,
    mere_places,
    modes,
    noun_frames,
    parties,
    place_names,
    places,
    prefixes,
    scenes,
    terms,
)
from dragoman.coding import contexts as ctx
from dragoman.coding.actors import Cast
from dragoman.coding.aims import aimed, announced, blow, diplomatic, is_of_side, ordered_from_outside
from dragoman.coding.antecedents import Antecedents, accord_meant, are_those_taken
from dragoman.coding.casualties import hurt_as_well
from dragoman.coding.drafts import DEALINGS, MATERIAL_CONFLICT, ON_THE_SPOT, VERBAL_CONFLICT, Draft
from dragoman.coding.falls import who_fell
from dragoman.coding.focus import SEATS
from dragoman.coding.mentions import at_sea
from dragoman.coding.nationality import (
    at_home,
    is_guess,
    is_ruler,
    moved,
    of_nobodys_land,
    of_the_actors_country,
    one_of_them,
    served_there,
)
from dragoman.coding.sharing import same
from dragoman.coding.statements import Attributor
from dragoman.coding.timeline import Timeline, status_then, uttered
from dragoman.language import (
    Sentence,
)
from dragoman.records import (
    Document,
    Entity,
    EventMention,
    EventPlace,
    Evidence,
    stable_id,
)

_Parties = tuple[Entity, ...]
_Sides = tuple[_Parties, _Parties]
"""Who did something, and to whom."""


class RowMaker:
    """Makes one row after another of the drafts of a document, each with those before it in view.

    Args:
        document: what is coded.
        cast: who is who in it.
        timeline: gives the days that it speaks of; asked for only where there is an event.
    """

    def __init__(self, document: Document, cast: Cast, timeline: Callable[[], Timeline]) -> None:
        self.document = document
        self.cast = cast
        self.timeline = timeline
        self.earlier = Antecedents()
        self.dateline: EventPlace | None = None
        self.deeds: frozenset[int] = frozenset()
        """Triggers of the events of the sentence that is being coded."""
        self.homes: dict[str, str] = {}

    @cached_property
    def about(self) -> dict[str, int]:
        """What the report speaks of, as PLOVER's contexts."""
        return ctx.found_in(f"{self.document.title or ''}\n{self.document.text}")

    def of_sentence(self, s: Sentence, kept: list[Draft], attributor: Attributor) -> list[EventMention]:
        """The mentions of a sentence in its order, each with those before it in view."""
        self.earlier.here = []
        self.deeds = frozenset(
            d.trigger for d in kept if d.frame.sense.pattern not in authors.BARE_DEATHS or len(kept) == 1
        )
        for d in kept:
            speaker = attributor.speaker(s, d.trigger)
            announced(s, self.cast, d, speaker)
            blow(s, self.cast, d)
            diplomatic(s, self.cast, d)
            ordered_from_outside(s, self.cast, d)
            told = who_fell(self.cast, self.mention(s, d, attributor), self._words_of(s))
            self.earlier.here.append(aimed(s, self.cast, d, told, speaker, self.earlier))
        made, self.earlier.here = self.earlier.here, []
        return made

    def by_whose_hand(self, s: Sentence, d: Draft, m: EventMention) -> EventMention:
        """A deed with the parties that earlier sentences, or other words of its own, tell."""
        m = hands.not_the_victims(
            kinds.by_their_kind(hands.no_lands(hands.punished(m, self.earlier))), self.earlier
        )
        m = hands.with_the_crowd(hands.captors(d, m, self.earlier), self.earlier, self.state_there(m.place))
        m = hands.by_investigators(hands.denied_as_told(m, self.earlier), self.earlier)
        m = hands.jailers(s, d, hands.taken_place(s, d, m, self.cast), self.cast)
        m = hands.by_the_hosts(s, d, m, self.cast)
        m = hands.by_his_office(s, d, hands.launched_by(s, d, m, self.cast), self.cast)
        m = hands.by_whose_missile(s, d, hands.shot_as_he_attacked(m, self.earlier), self.cast)
        home = self.state_there(m.place) or self.cast.focus(s)
        m = hands.implied(d, hands.vowed(s, d, m, self.cast), home, self.earlier.told)
        m = foes.not_of_its_own(hands.by_the_teller(m), self.earlier)
        m = foes.victims_of_two_states(foes.victims_beyond(m, self.cast.countries))
        m = foes.victims_of_the_teller(m, self.earlier)
        m = foes.foe(hands.told_again(foes.threatened_by_another(m), self.earlier), self.earlier)
        m = foes.by_the_foe(hands.sent_elsewhere(s, d, m, self.cast), self.earlier)
        m = foes.by_the_army_that_tells(m)
        m = implied.of_this_country(s, self.cast, m)
        m = hands.by_their_captors(s, d, kinds.by_their_kind(m), self.cast, self.earlier)
        m = kinds.officers_of_the_army(m)
        m = hands.not_their_captors(hands.by_the_announcer(implied.settle(s, self.cast, d, m)))
        m = implied.who_is_dismissed(s, self.cast, d, implied.who_eases(s, self.cast, d, m))
        m = implied.fled_from_elsewhere(
            s, self.cast, d, hands.who_drove_them(s, d, m, self.cast, self.earlier)
        )
        m = implied.called_home(s, self.cast, d, implied.imposed_by(s, self.cast, d, m))
        return implied.who_voted(s, self.cast, d, implied.by_the_army(s, d, m))

    def answering(self, s: Sentence, kept: list[Draft], m: EventMention) -> EventMention:
        """Recipients that the same sentence tells later: "hailed the verdict after a court convicted him"."""
        trigger = m.evidence.trigger[0]
        d = next((d for d in kept if s.starts[d.trigger] == trigger and d.event_type == m.event_type), None)
        charged = bool(m.recipients) and all(
            (r.resolved_by or "").endswith(_OF_A_CHARGE) for r in m.recipients
        )
        if d is None or d.two_sided or (m.recipients and not charged):
            return m  # "accused Turkey; Ankara rejected the accusation": by whom the sentence itself tells
        return replace(m, recipients=self.told_before(s, d, m.actors) or m.recipients)

    def _words_of(self, s: Sentence) -> str:
        """The field that a sentence is from."""
        return (self.document.title or "") if s.field == "title" else self.document.text

    def _doers(self, s: Sentence, d: Draft, attributor: Attributor) -> tuple[Entity, ...]:
        """Who does it: the speaker of what is said, who fills the place, or whom a fixed noun names."""
        speaker = attributor.speaker(s, d.trigger) if d.spoken else None
        if speaker is not None:
            return (replace(speaker, kind=None),)
        doers = [t for t in d.actors if not self._is_left(s, d, t)]
        found = self._entities(s, doers, d) or tuple(
            parties.lent_agents(self.cast, s, d.lent, d.owned if d.event_type == "MOBILIZE" else [])
        )
        if not found and d.frame.passive and d.cameo == _GIVEN_UP:
            return self._strikers(s, d)
        told = d.frame.passive and bool(s.kids(d.trigger, "auxpass", "aux"))  # not "when warned, they …"
        if not found and d.event_type in ("AGREE", "THREATEN") and told:
            speaker = attributor.speaker(s, d.trigger)  # "the ministry said ties would be expanded"
            if speaker is not None and _OFFICIAL & set(speaker.sectors):
                return (replace(speaker, kind=None),)
        return found

    def _strikers(self, s: Sentence, d: Draft) -> tuple[Entity, ...]:
        """ "The strike by teachers was called off", "the strike was suspended": by those who struck."""
        things = sorted(d.frame.literal_objects)
        own = [
            o for t in things for o in (*noun_frames.done_by_others(s, t, [d.trigger]), *s.kids(t, "poss"))
        ]
        found = self._entities(s, own, d)
        if found:
            d.owned = d.recipients = []
        here = self.cast.focus(s)
        return found or self.earlier.strikers({here} if here else set())

    def _fights_abroad(self, e: Entity) -> bool:
        """ "The military bombed camps in Iraq", where Turkish soldiers were told to fight before."""
        kind = e.sectors[:1]
        if e.country is None or kind not in (("MIL",), ("REB",)) or not is_guess(e):
            return False
        sides = (
            x for m in self.earlier.told for x in (*m.actors, *m.recipients) if m.event_type == "ASSAULT"
        )
        return any(x.country == e.country and kind[0] in x.sectors and not is_guess(x) for x in sides)

    def _is_left(self, s: Sentence, d: Draft, t: int) -> bool:
        """ "Armenians flee Karabakh": the land that people leave is not what drives them out."""
        return s.lemmas[d.trigger] == "flee" and self.cast.filler(s, t).kind in ("country", "place")

    def _done_to(self, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """To whom it is done, as far as the places of the frame tell."""
        hit = [*self._not_complained_to(s, d), *hurt_as_well(s, d, self.deeds)]
        recipients = _without_things(self._entities(s, hit, d, recipient=True), d)
        recipients = tuple(one_of_them(s, d, r) for r in recipients)
        recipients = mere_places.only_places(s, d, recipients, actors)
        if d.event_type == "PROTEST" or d.mode == "arrest":  # "a rally at Mtwapa"
            recipients = tuple(r for r in recipients if r.sectors or r.resolved_by != "place")
        if d.event_type not in counterparts.ANSWERS or not _means_a_deed(s, d):
            return recipients
        offered = self.earlier.offered(actors) if d.event_type == "REJECT" else ()
        return offered or self.earlier.deed(actors) or recipients

    def _by_a_state(self, s: Sentence, t: int) -> bool:
        """ "Israel's occupation", and not "her husband's arrest"."""
        return any(self.cast.filler(s, c).kind in ("country", "org") for c in s.kids(t, "poss"))

    def _concerned(self, s: Sentence, d: Draft, recipients: tuple[Entity, ...]) -> list[Entity]:
        """Who stands behind the things that it is about: "the arrests by the police drew protests"."""
        about = d.owned
        if d.event_type in counterparts.ANSWERS and not recipients:
            things = [t for t in d.recipients if not self.cast.filler(s, t).acts]
            about = about or d.frame.slots.get("X", []) or things
        if d.event_type == "PROTEST":  # "protested the arrest of the editor": not at him
            about = [t for t in about if s.lemmas[t] not in parties.DONE_TO or self._by_a_state(s, t)]
        if d.event_type == "ACCUSE":  # "expressed Turkey's concerns": Turkey's own, and not about Turkey
            about = [t for t in about if s.lemmas[t] not in _FEELINGS]
        if d.event_type == "PROTEST" and s.lemmas[d.trigger] == "lead":
            return []  # "led 2,000 demonstrators through Moscow": not against them
        harmed = d.event_type in MATERIAL_CONFLICT or d.cameo == _APOLOGY
        if d.mode == "arrest":  # "captured gang leader Wilson Pierre": him, and not whose leader he is
            heads = {s.heads[t] if s.deps[t] == "compound" else t for t in d.frame.literal_objects}
            caught = [self.cast.filler(s, t) for t in sorted(heads)]
            caught = [f for f in caught if f.acts and f.kind in ("person", "office", "role")]
            if caught and not d.recipients:
                return [f.entity for f in caught]
        found = [e for t in about for e in parties.owners(self.cast, s, t, harmed=harmed)]
        if not found and d.event_type == "ACCUSE":
            blamed = (x for t in about for x in parties.told_of(s, t))
            found = [e for x in blamed for e in self.cast.parties(s, x, recipient=True)]
        return [e for e in found if e.name != "justice"]  # "a miscarriage of justice"

    def _taken_by(self, s: Sentence, d: Draft, recipients: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Who arrested or tried somebody where nobody is named: as told before ("the arrest of Bazoum")."""
        if d.mode in _BY_POLICE and d.frame.passive:
            tried = s.lemmas[d.trigger] in _BY_COURTS
            countries = {r.country for r in recipients}
            captors = () if tried else self.earlier.captors(recipients)
            return captors or (self.earlier.court if tried else self.earlier.police)(countries)
        noun = d.event_type == "COERCE" and d.mode == "arrest" and s.pos[d.trigger] == "NOUN"
        return self.earlier.captors(recipients) if noun else ()

    def mention(self, s: Sentence, d: Draft, attributor: Attributor) -> EventMention:
        """The row that one draft makes."""
        actors, recipients = self._named(s, d, attributor)
        place = self._place(s, d, actors, recipients)
        actors, recipients = self._of_the_place(s, d, place, actors, recipients)
        actors, recipients = self._left_unsaid(s, d, place, actors, recipients)
        actors, recipients = self._between_whom(s, d, place, actors, recipients)
        sources = attributor.sources(s, d.trigger)
        if d.denier:
            deniers = self._entities(s, d.denier, d)
            sources = (
                *(replace(e, kind="speaker") for e in deniers),
                *(x for x in sources if not any(same(x, e) for e in deniers)),
            )
        if _denies_his_own(s, d, actors, sources):
            d.status = "denied"  # "The army insisted that it had not fired"
        self._as_cyber(d, actors)
        self._as_words(s, d)
        self._as_arrest(s, d, actors, recipients)
        d.mode = None if modes.is_unsaid(s, d) else modes.told_otherwise(s, d, self.earlier.here) or d.mode
        return self._row(s, d, actors, recipients, place or self._of_the_headline(s, d), sources)

    def _named(self, s: Sentence, d: Draft, attributor: Attributor) -> _Sides:
        """Who did it and to whom, as the words of the frame and what they point back to tell."""
        actors = self._doers(s, d, attributor)
        recipients = self._done_to(s, d, actors)
        actors = actors or hands.not_outlaws(
            d, self.earlier.parties(s, [*d.actors, *d.lent, *_occasions(s, d)])
        )
        actors = actors or laws.of_the_resolution(s, self.cast, d)
        truce = d.mode == "ceasefire" and not recipients
        if not actors and (truce or d.frame.sense.where == terms.WHERE):
            actors = self.earlier.sides(())
        if not any(a.country for a in actors):  # "the accord provides for the opening of consulates"
            actors = self.earlier.parties(s, _accords(s, d)) or actors
        owners = self._concerned(s, d, recipients)
        recipients = (*owners, *(r for r in recipients if not any(same(r, e) for e in owners)))
        recipients = _without_own_forces(d, actors, recipients)
        actors = counterparts.not_itself(self.cast, s, d, actors, recipients)
        recipients = counterparts.urged_it(self.cast, s, d, actors, recipients)
        actors, recipients = counterparts.who_told_them_to_leave(self.cast, s, d, actors, recipients)
        recipients = tuple(
            r for r in recipients if not any(same(r, a) or _of_one_union(r, a) for a in actors)
        )
        unrest = d.event_type == "ASSAULT" and any(s.lemmas[t] in _UNREST for t in d.actors)
        if unrest and len({a.country for a in actors}) == 1:
            actors = tuple(a for a in actors if not (a.actor_id or "").startswith("country:"))
        actors = tuple(self.earlier.at_home(self._at_their_ruler(a, recipients, d)) for a in actors)
        if d.two_sided:  # "the ministers of Chile and Peru" met, and not Peru as well
            actors = tuple(a for a in actors if not any(o.name.endswith(f" of {a.name}") for o in actors))
        return tuple(a for n, a in enumerate(actors) if not any(same(a, o) for o in actors[:n])), recipients

    def _place(self, s: Sentence, d: Draft, actors: _Parties, recipients: _Parties) -> EventPlace | None:
        """Where it happened, by the sentence, the verb above, the dateline, or a seat of power."""
        home = next((e.country for e in (*recipients, *actors) if e.country), None)
        scene = places.Scene(
            home, places.land_of(d, actors, recipients), self.earlier.last_place(), self.dateline
        )
        place = self._with_the_verb_above(s, d, places.event_place(s, d, self.cast, scene))
        place = self._in_the_dateline(s, d, scenes.titled(s, d, place, self.earlier.told), actors, recipients)
        place = place or places.seat_of_power(s, d, scene.land, self.cast)
        return place or scenes.told_again(s, d, self.earlier.told, self.earlier.here)

    def _land(self, place: EventPlace | None) -> str | None:
        """The state whose ground it was."""
        return None if place is None or at_sea(place.name) else self.state_there(place)

    def _of_the_place(
        self, s: Sentence, d: Draft, place: EventPlace | None, actors: _Parties, recipients: _Parties
    ) -> _Sides:
        """Both sides, people without a country made those of the place; whom one visits; who protests."""
        land = self._land(place)
        dealing = d.event_type in DEALINGS  # the place of talks is nobody's home
        words = d.event_type in VERBAL_CONFLICT  # nor need a speaker be from where he speaks
        if (
            place is not None
            and land
            and (place_names.city(place).lower() not in SEATS or d.event_type in ON_THE_SPOT)
            and not dealing
        ):
            actors, recipients = (
                tuple(
                    e if (e.country and words) or self._fights_abroad(e) else at_home(e, land) for e in side
                )
                for side in (actors, recipients)
            )
        guest = d.mode == "visit" or (d.mode == "multilateral" and s.lemmas[d.trigger] == "attend")
        guest = guest or (d.event_type == "AGREE" and d.frame.sense.mode == "visit")  # one that is to come
        host = land if guest and not recipients else None
        if place is not None and host and host not in {a.country for a in actors}:
            recipients = (self.cast.country_entity(host, place.span),)
        if d.event_type == "PROTEST" and actors and all(_on_duty(a) for a in actors):
            actors = self.earlier.faced_by(actors)
        if d.event_type == "PROTEST" and not actors and place is not None:
            actors = (Entity("protesters", None, land, ("CVL",), resolved_by="implied by the event"),)
        return actors, recipients

    def _left_unsaid(
        self, s: Sentence, d: Draft, place: EventPlace | None, actors: _Parties, recipients: _Parties
    ) -> _Sides:
        """Both sides, the one that the clause itself leaves out found in the sentence and before it."""
        if not recipients and actors and terms.binds(s, d):
            recipients = terms.other_side(actors, self.earlier.sides(()))
        if not recipients:
            recipients = counterparts.brought_together(self.cast, s, d, actors) or self.told_before(
                s, d, actors
            )
        actors = actors or self._taken_by(s, d, recipients)
        actors = actors or self._let_go_by(d, recipients)
        if recipients or counterparts.aims_at_nobody(s, d):
            return actors, recipients
        return actors, (
            prefixes.against(self.cast, s, d, actors)
            or self._of_the_same_things(s, d, actors)
            or self._where_done(s, d, actors, place)
            or counterparts.addressee(self.cast, s, d, actors)
            or counterparts.answered(s, d, actors, self.earlier)
            or counterparts.under_fire(self.cast, s, d, actors, self.earlier)
            or counterparts.adversary(s, d, actors, self.earlier)
            or counterparts.behind_the_plot(self.cast, s, d, actors)
            or counterparts.at_the_embassy(self.cast, s, d)
            or counterparts.across_the_table(d, actors, self.earlier)
            or counterparts.at_war_at_home(self.cast, s, d, actors)
            or counterparts.plotters(self.cast, s, d, actors)
            or counterparts.offerers(self.cast, s, d, actors)
            or counterparts.in_need(self.cast, s, d, actors)
            or counterparts.helped_before(d, actors, self.earlier)
            or counterparts.followed_suit(s, d, actors, self.earlier)
            or counterparts.who_called_it(s, d, actors, self.earlier)
            or counterparts.own_government(self.cast, s, d, actors)
            or counterparts.silenced(self.cast, s, d)
            or counterparts.whose_fall(self.cast, s, d)
            or counterparts.boycotted(self.cast, s, d, actors)
        )

    def _between_whom(
        self, s: Sentence, d: Draft, place: EventPlace | None, actors: _Parties, recipients: _Parties
    ) -> _Sides:
        """Both sides, once all are found: of which country each can be, and who is none of them."""
        land = self._land(place)
        recipients = counterparts.of_the_same_state(s, d, actors, recipients, self.earlier)
        recipients = of_nobodys_land(d, place, actors, recipients)
        if d.event_type == "ASSAULT" and land:
            recipients = tuple(
                r if self._fights_abroad(r) else at_home(r, land, things=True) for r in recipients
            )
        recipients = counterparts.beside_the_foreign(d, actors, recipients)
        recipients = tuple(of_the_actors_country(r, actors, d.event_type, place, d.mode) for r in recipients)
        actors, recipients = self._across(s, d, actors, recipients)
        recipients = _each_once(
            counterparts.host(
                self.cast, s, d, counterparts.abroad(self.cast, s, actors, recipients), actors, place
            )
        )
        actors += counterparts.at_the_table(self.cast, s, d, actors, recipients, self.earlier.told)
        recipients = counterparts.not_among_themselves(d, actors, recipients)
        recipients = tuple(served_there(r, d, place) for r in recipients)
        return counterparts.as_governments(s, d, actors), recipients

    def _row(
        self,
        s: Sentence,
        d: Draft,
        actors: _Parties,
        recipients: _Parties,
        place: EventPlace | None,
        sources: _Parties,
    ) -> EventMention:
        kind = ontology.types()[d.event_type]
        cameo = d.cameo if d.cameo in ontology.cameo() else ontology.default_cameo(d.event_type)
        date = self.timeline().date(s, d)
        return EventMention(
            id=stable_id(self.document.id, s.field, s.start, d.trigger, d.event_type, d.mode),
            event_type=d.event_type,
            event_mode=d.mode,
            contexts=ctx.contexts_of(d.contexts, s.text, self.about),
            cameo=cameo,
            quad_code=kind.quad_code,
            quad=kind.quad,
            plover_score=ontology.plover_score(d.event_type, d.mode),
            goldstein=ontology.goldstein(cameo),
            actors=actors,
            recipients=recipients,
            status=status_then(s, uttered(s, d), d.status, date, self.document.published),
            attribution=sources,
            date=date,
            place=place,
            magnitude=magnitudes.magnitude(s, d, persons=self._single_persons(s, d), deeds=self.deeds),
            evidence=Evidence(s.field, s.text, s.start, s.end, (s.starts[d.trigger], s.ends[d.trigger])),
            confidence=round(d.confidence, 3),
            rule=d.frame.sense.where,
        )

    def _not_complained_to(self, s: Sentence, d: Draft) -> list[int]:
        """Whom a complaint is about: not the court or world body that it is made to."""
        if d.event_type != "ACCUSE":
            return d.recipients
        heard = [t for t in d.recipients if s.deps[t] == "pobj" and s.lemmas[t] in _HEARING]
        if heard:  # "in a statement to the press"
            return [t for t in d.recipients if t not in heard]
        to = [t for t in d.recipients if s.deps[t] == "pobj" and s.lemmas[s.heads[t]] in _MADE_TO]
        bodies = [t for t in to if self._judges(s, t)]
        if not bodies:
            return d.recipients
        leads = [p for p in s.subtree(d.trigger) if s.lemmas[p] in ("against", "about")]
        about = [o for p in leads for o in s.kids(p, "pobj")]
        return [t for t in d.recipients if t not in bodies] or [o for o in about if o not in bodies]

    def _judges(self, s: Sentence, t: int) -> bool:
        """True for a body that hears complaints of states: a court or an international organisation."""
        e = self.cast.filler(s, t).entity
        return e.country in ("UNO", "IGO") or "JUD" in e.sectors

    def _as_cyber(self, d: Draft, actors: tuple[Entity, ...]) -> None:
        """What hackers attack is hit by no weapon: COERCE cyber."""
        if d.event_type == "ASSAULT" and actors and all(self._hackers(a) for a in actors):
            d.event_type, d.mode, d.cameo = "COERCE", "cyber", "175"
        by_law = bool(actors) and all(a.sectors[:1] in (("JUD",), ("COP",)) for a in actors)
        if d.frame.sense.pattern.startswith("A raid") and d.event_type == "ASSAULT" and by_law:
            d.event_type, d.mode, d.cameo = "COERCE", "seize", "171"  # prosecutors raid offices

    def _as_arrest(self, s: Sentence, d: Draft, actors: _Parties, recipients: _Parties) -> None:
        """ "Peru captures rebels": of its own outlaws a state arrests whom it captures."""
        if d.mode != "abduct" or s.lemmas[d.trigger] != "capture" or not actors or not recipients:
            return
        home = {e.country for e in (*actors, *recipients)}
        state = all(a.sectors[:1] in (("GOV",), ("COP",)) for a in actors)
        if state and len(home) == 1 and all({"REB", "CRM", "UAF"} & set(r.sectors) for r in recipients):
            d.event_type, d.mode, d.cameo = "COERCE", "arrest", "173"

    def _as_words(self, s: Sentence, d: Draft) -> None:
        """ "Lula attacked the judge who had convicted him": politicians attack people and papers in words."""
        if (
            d.mode == "seize"
            and s.lemmas[d.trigger] == "remove"
            and not d.actors
            and s.bag.isdisjoint(_COUPS)
        ):
            d.event_type, d.mode, d.cameo = "SANCTION", "expel", "166"  # "was removed from office"
        halted = [*d.recipients, *d.owned, *s.kids(d.trigger, "nsubjpass", "dobj")]
        if (
            d.cameo == "166"
            and s.lemmas[d.trigger] == "suspend"
            and any(s.lemmas[t] in _TALKS for t in halted)
        ):
            d.mode, d.cameo = "discontinue", "164"  # "peace talks have been suspended": from no office
        if d.event_type != "ASSAULT" or d.mode or s.lemmas[d.trigger] not in _ATTACKS or not d.recipients:
            return
        attackers = [self.cast.filler(s, t) for t in d.actors]
        attacked = [self.cast.filler(s, t) for t in d.recipients]
        politicians = bool(attackers) and all(
            f.kind == "person" and set(f.entity.sectors) <= _TALKERS for f in attackers
        )
        talked_of = all(f.kind in ("person", "outlet") or _TALKERS & set(f.entity.sectors) for f in attacked)
        bodies = any(f.kind == "country" for f in attacked)
        if politicians and talked_of and not bodies and s.bag.isdisjoint(_BLOODY):
            d.event_type, d.mode, d.cameo = "ACCUSE", "disapprove", "111"

    def _hackers(self, e: Entity) -> bool:
        """Who attacks computers, not people: hackers, and gangs in a report on cyber attacks."""
        named = _HACKING.search(e.name) is not None
        return named or ("cyber" in self.about and set(e.sectors) == {"CRM"})

    def _single_persons(self, s: Sentence, d: Draft) -> frozenset[int]:
        """Those recipients of an assault that are a single person each."""
        if d.event_type != "ASSAULT":
            return frozenset()
        joined = len(d.recipients) > 1
        return frozenset(t for t in d.recipients if self._is_one_person(s, t, joined=joined))

    def _is_one_person(self, s: Sentence, t: int, *, joined: bool) -> bool:
        """True for "the governor" and "Omar Khan", and for each of "the governor and his driver"."""
        if s.tags[t] in ("NNS", "NNPS"):
            return False
        f = self.cast.filler(s, t)
        single = joined or not f.plural
        role = (
            f.kind == "role"
            and s.tags[f.head] in ("NN", "NNP")
            and single
            and s.lemmas[f.head] not in _SEVERAL
        )
        office = f.kind == "office" and s.tags[f.head] == "NN" and single
        return f.acts and (f.kind == "person" or role or office)

    def _with_the_verb_above(self, s: Sentence, d: Draft, own: EventPlace | None) -> EventPlace | None:
        """ "Attacked the town, beheading residents and burning shops": where the attack was."""
        if own is not None and own.precision not in ("region", "country"):
            return own
        above = places.verbs_above(s, d)
        there = {m.evidence.trigger[0]: m.place for m in self.earlier.here if m.place is not None}
        told = next((there[v] for v in above if v in there), None)
        if own is None or told is None:
            return own or told
        return (
            told if told.country == own.country and place_names.grain(told) < place_names.grain(own) else own
        )

    def _of_the_headline(self, s: Sentence, d: Draft) -> EventPlace | None:
        """ "Troops seize Kabul, ruler killed": two deeds of a headline happened in one place."""
        if s.field != "title" or d.event_type not in ON_THE_SPOT:
            return None
        told = (m.place for m in self.earlier.here if m.place is not None)
        return next((p for p in told if p.precision != "country"), None)

    def state_there(self, place: EventPlace | None) -> str | None:
        """The state that a place lay in when the report was written: Belgrade in 2000 in Yugoslavia."""
        if place is None or not place.country:
            return None
        return self.cast.as_called(place.country)

    def _in_the_dateline(
        self,
        s: Sentence,
        d: Draft,
        place: EventPlace | None,
        actors: tuple[Entity, ...],
        recipients: tuple[Entity, ...],
    ) -> EventPlace | None:
        """What a report tells first happened where it was written, unless it was done abroad."""
        if self.dateline is None or s.index or s.field != "text" or d.status != "asserted":
            return place
        if not _is_main(s, d.trigger) or (place is not None and place.precision != "country"):
            return place
        seat = place is None and place_names.is_capital(self.dateline, self.cast.knowledge)
        if d.event_type not in (_AT_THE_SEAT if seat else _ON_THE_SCENE):
            return place
        here = self.dateline.country
        if place is not None:
            fought = d.event_type == "ASSAULT" and _STANDING_IN_CAPITALS.isdisjoint(s.bag)
            part = place_names.is_capital(self.dateline, self.cast.knowledge) and (
                fought or place_names.in_a_part(s, place)
            )
            return self.dateline if place.country == here and not part else place
        sides = recipients if d.event_type in _DONE_ABROAD and recipients else (*actors, *recipients)
        countries = {e.country for e in sides if e.country} or {e.country for e in actors if e.country}
        done = d.event_type in _DONE_ABROAD and (
            recipients or place_names.is_capital(self.dateline, self.cast.knowledge)
        )
        there = countries == {here} if done else here in countries
        if d.event_type in DEALINGS and len(countries) > 1:  # "GENEVA: Iran and the U.S. signed …"
            there = there or self.dateline.name.lower() in SEATS
        return self.dateline if there else place

    def _asked_of(self, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Of whom something is demanded: who took those that are to be freed, who does what is to end."""
        ended = _to_be_ended(s, d)
        found = counterparts.addressed(self.cast, s, d)
        found = found or tuple(e for t in ended for e in parties.owners(self.cast, s, t, harmed=False))
        found = found or self.earlier.parties(s, ended, actors)
        freed = None if found or ended else _to_be_freed(s, d)
        if freed is not None:
            held = tuple(self.cast.parties(s, t)[0] for t in freed if self.cast.parties(s, t))
            found = self.earlier.holders(held, actors) or self.earlier.takers(actors)
        imposed = any(s.lemmas[t] in _IMPOSED for t in ended)
        owed = any(s.lemmas[t] in _OWED and not s.kids(t, "poss") for t in counterparts.objects(s, d))
        if not found and (owed or imposed) and len(actors) == 1:
            found = self.earlier.opponent(actors[0])
            found = found or (counterparts.other_state(self.cast, s, actors) if imposed else ())
        return found

    def told_before(self, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Recipients that only an earlier event names: who did what is condemned, whose envoy is summoned."""
        blamed = d.frame.slots.get("R", []) if d.mode == "allege" else []
        about = blamed or counterparts.objects(
            s, d
        )  # "blamed outsiders for the decision": not those who took it
        if d.event_type == "PROTEST":  # "the protests were organised by a banned party": by it, at nobody
            about = [t for t in about if s.lemmas[t] not in _CROWDED]
        found: tuple[Entity, ...] = ()
        if d.event_type in counterparts.ANSWERS:
            found = (
                counterparts.claimant(self.cast, s, about, actors)
                or self.earlier.parties(s, about, actors, d.event_type)
                or (self.earlier.accuser(s, about, actors) if d.mode != "investigate" else ())
                or self.earlier.charger(s, d.trigger, about, actors)
                or self.earlier.just_told(s, d.trigger, actors)
            )
            if not found and d.event_type == "REJECT" and not about and s.lemmas[d.trigger] in _REFUSING:
                found = self.earlier.asker(actors)
        elif d.event_type == "REQUEST":
            found = self._asked_of(s, d, actors)
        elif d.mode == "crowd-control":
            found = self.earlier.crowd(actors)
        elif d.event_type == "COERCE" and actors:
            found = implied.crowd_of(s, d, actors, self.earlier)
        elif d.event_type == "CONSULT" and d.mode == "third-party" and s.lemmas[d.trigger] != "chair":
            found = self.earlier.sides(actors)
        elif d.event_type == "CONSULT" and s.lemmas[d.trigger] == "join" and len(actors) == 1:
            found = self.earlier.sides(actors)  # "Kikwete joined the talks" between the two
            d.mode = "third-party" if found else d.mode
        if found or not any(counterparts.is_envoy(s, t) for t in about):
            return found
        return tuple(
            replace(self.cast.country_entity(country, None), resolved_by="who acted against them before")
            for country in self.earlier.aggressors({a.country for a in actors})
        )

    def _not_of_the_other_side(self, s: Sentence, a: Entity, recipients: tuple[Entity, ...]) -> Entity:
        """ "The minister demanded that Peru stop" is no minister of Peru: a state is not asked by itself."""
        if not is_guess(a) or not _STATES_OWN & set(a.sectors):
            return a
        theirs: frozenset[str] = frozenset(
            r.country for r in recipients if r.country and r.sectors[:1] == ("GOV",)
        )
        envoys = any(set(f"{r.office or ''} {r.name}".lower().split()) & _SENT for r in recipients)
        unknown = not a.country and "several" not in (a.resolved_by or "")
        if len(theirs) == 1 and (unknown or (envoys and a.country in theirs)):
            # "the foreign secretary called in the Indian envoy"
            other = self.cast.focus(s, theirs)
            return (
                replace(a, country=other, resolved_by=f"{a.resolved_by}, not of the other side")
                if other
                else a
            )
        if not a.country or not any(r.actor_id == f"country:{a.country}" for r in recipients):
            return a
        other = self.cast.focus(s, frozenset({a.country}))
        return replace(a, country=other, resolved_by=(a.resolved_by or "") + ", not of the other side")

    def _across(
        self, s: Sentence, d: Draft, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
    ) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
        """Both sides of what is said or done between states, where they can hardly be of one state."""
        if d.event_type == "ACCUSE":  # now that it is known whom it is aimed at
            actors = counterparts.not_itself(self.cast, s, d, actors, recipients)
        if d.event_type in _ADDRESSED and s.lemmas[d.trigger] not in _WITHIN_A_STATE:
            actors = tuple(self._not_of_the_other_side(s, a, recipients) for a in actors)
        if d.event_type == "CONSULT" and len(actors) > 1 and d.two_sided:
            actors = self._of_two_countries(s, actors)
        if d.event_type == "SANCTION":
            recipients = counterparts.barred(self.cast, s, d, actors, recipients)
        recipients = counterparts.refused_abroad(d, actors, recipients)
        return actors, recipients

    def _is_envoy(self, a: Entity) -> bool:
        """True for an ambassador, also one who is called so elsewhere in the report only."""
        if set(f"{a.office or ''} {a.name}".lower().split()) & counterparts.ENVOYS:
            return True
        surname = re.escape(a.name.split()[-1])
        return bool(re.search(rf"\b[Aa]mbassador (?:[A-Z][\w'’.-]+ ){{0,2}}{surname}\b", self.cast.text))

    def _of_two_countries(self, s: Sentence, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """ "Beijing's ambassador met the defence chief": an ambassador meets those of another country."""
        envoys = [a for a in actors if self._is_envoy(a)]
        if len(envoys) != 1 or not envoys[0].country:
            return actors
        home = envoys[0].country
        other = self.cast.focus(s, frozenset({home}))
        return tuple(
            replace(a, country=other, resolved_by=(a.resolved_by or "") + ", not of the envoy's country")
            if a is not envoys[0] and a.country == home and is_guess(a)
            else a
            for a in actors
        )

    def _at_their_ruler(self, a: Entity, recipients: tuple[Entity, ...], d: Draft) -> Entity:
        """ "The generals who overthrew President Bazoum" are of his country, here and later on."""
        # "They closed the border": those generals
        pointed = not a.actor_id and (a.resolved_by or "").startswith("coreference")
        if not (is_guess(a) or pointed) or not a.sectors:
            return a
        rulers = {r.country for r in recipients if r.actor_id and r.country and is_ruler(r.office or "")}
        if d.event_type in _AGAINST_RULERS and len(rulers) == 1:
            self.homes.setdefault(a.name.lower(), next(iter(rulers)))
        country = self.homes.get(a.name.lower())
        if country is None or country == a.country:
            return a
        return moved(a, country, "country of the ruler they are set against")

    def _let_go_by(self, d: Draft, recipients: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """ "forty of those arrested are free again": by those who took them."""
        if d.mode != "release" or not recipients:
            return ()
        if are_those_taken(recipients):
            return self.earlier.captors(recipients)
        if not d.frame.passive:
            return ()
        lands = {r.country for r in recipients}  # "Police held an editor. She was released on Monday"
        return self.earlier.captors(recipients) or (self.earlier.police(lands) if None not in lands else ())

    def _of_the_same_things(self, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """ "will resume deliveries to Kiev, which it halted in June": to whom the same things go."""
        if s.deps[d.trigger] != "relcl" or d.event_type != "SANCTION":
            return ()
        verb = s.heads[s.heads[d.trigger]]
        own = {a.country for a in actors}
        there = [m for m in self.earlier.here if m.evidence.trigger[0] == s.starts[verb]]
        return tuple(r for m in there for r in m.recipients if r.country and r.country not in own)

    def _where_done(
        self, s: Sentence, d: Draft, actors: tuple[Entity, ...], place: EventPlace | None
    ) -> tuple[Entity, ...]:
        """ "Israel strengthened its forces in Lebanon": done to the country of the place alone."""
        own = {a.country for a in actors}
        pledged = d.event_type == "AGREE" and d.cameo == _PLEDGE  # "Israel said it would evacuate Gaza"
        travels = d.event_type == "CONSULT" and _talks_abroad(actors, place)
        if place is None or not place.country or not (pledged or travels or d.event_type in _DONE_ABROAD):
            return ()
        if travels and place.country not in own:
            return (
                replace(
                    self.cast.country_entity(place.country, place.span), resolved_by="place of the event"
                ),
            )
        if s.lemmas[d.trigger] == "scramble" or scenes.moves_in(s, d):
            return ()  # "scrambled jets as missiles hit Lviv": to meet whoever comes
        if at_sea(place.name):  # "sent a carrier to the Yellow Sea": nobody's
            return ()
        if d.event_type == "RETREAT" and d.mode != "withdraw":
            return ()
        if not own - {None} or {place.country, self.state_there(place)} & own or d.two_sided or len(own) > 1:
            return ()  # "in Seoul, where two other states agreed to ease curbs": to each other
        entity = self.cast.country_entity(place.country, place.span)
        if d.event_type == "ASSAULT":  # a state that is only where it happened does not act there
            entity = replace(entity, sectors=())
        return (replace(entity, resolved_by="place of the event"),)

    def _entities(
        self, s: Sentence, tokens: list[int], d: Draft, *, recipient: bool = False
    ) -> tuple[Entity, ...]:
        out: list[Entity] = []
        violent = d.event_type in ("ASSAULT", "COERCE")
        for token in tokens:
            sides = hands.both_sides(s, token, self.earlier)
            if d.event_type in hands.DEALS:
                sides = hands.as_those_who_deal(self.cast, sides)
            for entity in sides or self.cast.parties(s, token, recipient=recipient, violent=violent):
                if not any(ch.isalnum() for ch in entity.name):
                    continue
                known = hands.assailants(s, token, entity, self.earlier)
                entity = known[0] if len(known) == 1 else entity
                bare = not (entity.actor_id or entity.country or entity.sectors)
                if not any(same(entity, e) or (bare and entity.name == e.name) for e in out):
                    out.append(entity)
        return tuple(out)


_SEVERAL = frozenset("family crowd group unit patrol couple army force crew team clan tribe gang mob".split())
"""Nouns in the singular that mean several people."""
_OF_A_CHARGE = ("accusation told of before", "allegation told of before", "charge told of before")
_HEARING = frozenset({"press", "reporter", "journalist", "media", "newspaper"})
_MADE_TO = frozenset({"to", "with", "at", "before"})
_REFUSING = frozenset({"refuse", "decline"})
_OF_DEEDS = frozenset(
    "welcome hail condemn denounce deplore criticise criticize applaud praise defend call describe term "
    "brand label reject dismiss oppose turn decline refuse spurn".split()
)


def _means_a_deed(s: Sentence, d: Draft) -> bool:
    """ "condemned it": what was done, seldom a party."""
    about = [*d.recipients, *d.frame.slots.get("X", [])]
    about += sorted(d.frame.literal_objects)
    it = [t for t in about if s.words[t].lower() in ("it", "this", "that") and s.tags[t] not in ("WDT", "WP")]
    return bool(it) and s.lemmas[d.trigger] in _OF_DEEDS


def _accords(s: Sentence, d: Draft) -> list[int]:
    """The accord that is spoken of where nobody is: "the treaty was signed", "the pact provides for"."""
    return accord_meant(s, d) if not d.recipients else []


def _occasions(s: Sentence, d: Draft) -> list[int]:
    """The event in which something was done: "seven were killed in the raid"."""
    if d.event_type not in ("ASSAULT", "COERCE"):
        return []
    times = [o for p in s.kids(d.trigger, "prep") if s.lemmas[p] in _DURING for o in s.kids(p, "pobj")]
    return [o for o in times if s.lemmas[o] not in _CROWDED]


def _on_duty(a: Entity) -> bool:
    """Police or soldiers whom only a pronoun makes the actors."""
    return (a.resolved_by or "").startswith("coreference") and bool({"COP", "MIL"} & set(a.sectors))


_DURING = frozenset({"in", "during", "by"})
_CROWDED = frozenset("protest demonstration rally march procession vigil sit-in".split())
"""What people are arrested or killed at, seldom by those who hold it."""
_UNREST = frozenset("protest riot unrest demonstration rally violence clash election poll".split())
"""What leaves people dead in a country, and is no deed of its state: "Bolivia protests leave five dead"."""
_TALKS = frozenset("talk negotiation dialogue discussion consultation".split())
_ATTACKS = frozenset({"attack", "assail", "savage"})
_FEELINGS = frozenset(
    "concern unease displeasure discontent dismay anger worry disquiet alarm outrage misgiving reservation "
    "disappointment discomfort indignation frustration annoyance irritation".split()
)
"""What one conveys of oneself."""
_TALKERS = frozenset({"GOV", "ELI", "PTY", "OPP", "LEG", "JUD", "REL", "JRN", "MED", "CVL", "SOC", "EDU"})
_BLOODY = frozenset(
    "knife gun bomb stone kill wound injure troop soldier fire rocket missile drone weapon blood hospital "
    "rebel army force civilian dead shoot beat stab".split()
)
"""Words that tell an attack with more than words."""
_COUPS = frozenset(
    "army coup soldier junta troop military general mutineer rebel colonel putsch officer force".split()
)
"""Words that tell a fall by arms."""
_HACKING = re.compile(r"\b(?:hack\w*|ransomware|cyber\w*)\b", re.IGNORECASE)


def _of_one_union(a: Entity, b: Entity) -> bool:
    """The European Union's Commission does not threaten the Union."""
    return a.country == b.country == "EUR"


def _without_own_forces(
    d: Draft, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """ "India sent extra troops to the valley": not to its troops."""
    if d.event_type != "MOBILIZE":
        return recipients
    own = {a.country for a in actors}

    def sent(r: Entity) -> bool:
        itself = len(own) == 1 and r.actor_id == f"country:{next(iter(own))}"
        return itself or (
            bool({"MIL", "SPY"} & set(r.sectors))
            and (r.country in own or (r.resolved_by or "").startswith("role"))
        )

    return tuple(r for r in recipients if not sent(r))


_DENIABLE = MATERIAL_CONFLICT | {"AID", "SUPPORT"}


def _denies_his_own(s: Sentence, d: Draft, actors: tuple[Entity, ...], sources: tuple[Entity, ...]) -> bool:
    """True where those of whom a deed is told say themselves that they did not do it."""
    speakers = [e for e in sources if e.kind == "speaker"]
    if d.status != "negated" or d.event_type not in _DENIABLE or not actors or not speakers:
        return False
    done = {s.words[a].lower() for a in s.kids(d.trigger, "aux")} & {"did", "had", "has", "have"}
    return bool(done) and all(any(is_of_side(a, x) for x in speakers) for a in actors)


def _each_once(parties_: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Parties without those that two words of the sentence name alike ("the group ETA")."""
    out: list[Entity] = []
    for e in parties_:
        if not any(same(e, x) and e.sectors == x.sectors for x in out):
            out.append(e)
    return tuple(out)


def _without_things(found: tuple[Entity, ...], d: Draft) -> tuple[Entity, ...]:
    """Parties only, where some of what an act is done to are parties and some are things.

    A square that a crowd fills and a road that it blocks are no party at all.
    """
    acting = tuple(e for e in found if e.actor_id or e.sectors or e.country)
    if d.cameo == "170" and not acting:
        return ()  # "seized power in a coup": of whom is not told
    return acting if acting or d.event_type == "PROTEST" else found


_BY_POLICE = frozenset({"arrest", "crowd-control"})
_BY_COURTS = frozenset({"sentence", "jail", "imprison", "condemn", "convict", "remand"})
"""Verbs of what a court does, and no policeman."""
_SENT = frozenset({"ambassador", "envoy", "commissioner", "consul", "diplomat", "chargé"})


def _to_be_ended(s: Sentence, d: Draft) -> list[int]:
    """What a demand wants stopped: "called for an end to the attacks"."""
    asked = d.frame.complement
    told = counterparts.objects(s, d)
    told += [asked] if asked is not None and asked not in told and s.pos[asked] == "NOUN" else []
    ends = [t for t in told if s.lemmas[t] in ("end", "halt", "stop")]
    ended = [o for t in ends for p in s.kids(t, "prep") if s.lemmas[p] == "to" for o in s.kids(p, "pobj")]
    return [o for o in ended if s.lemmas[o] not in _OF_BOTH_SIDES or s.kids(o, "poss") or o in d.recipients]


_OF_BOTH_SIDES = frozenset(
    "war conflict crisis violence fighting bloodshed suffering feud dispute hostility strife turmoil "
    "unrest".split()
)
"""What is where a state is, and no doing of its own: "an end to the Chadian war"."""
_OWED = frozenset("apology explanation compensation redress answer reparation".split())
"""What is asked of the adversary."""
_IMPOSED = frozenset("embargo blockade occupation boycott aggression siege invasion bombardment".split())
"""What is ended by the adversary."""
_FREEDOM = frozenset({"release", "freedom", "freeing", "liberation", "return", "handover"})


def _to_be_freed(s: Sentence, d: Draft) -> list[int] | None:
    """Whom a demand wants freed ("demanded his release", "that the two be freed"); None where nobody."""
    for i in s.subtree(d.trigger):
        if s.lemmas[i] in _FREEDOM and s.pos[i] == "NOUN":
            of = [o for p in s.kids(i, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
            return [*s.kids(i, "poss"), *of]
        let_go = s.lemmas[i] in ("free", "release") and s.tags[i] in ("VBN", "VB")
        let_go = let_go or (s.lemmas[i] == "set" and any(s.lemmas[c] == "free" for c in s.children[i]))
        if let_go and i != d.trigger:
            return [*s.kids(i, "nsubjpass", "dobj")]
    return None


def _is_main(s: Sentence, trigger: int) -> bool:
    """True for the main verb of a sentence and for verbs and nouns that it is joined with or governs."""
    i = trigger
    while s.deps[i] in ("conj", "dobj", "xcomp", "ccomp") and s.heads[i] != i:
        i = s.heads[i]
    return s.heads[i] == i or s.deps[i] == "ROOT"


def _talks_abroad(actors: _Parties, place: EventPlace | None) -> bool:
    """ "Lavrov holds talks in Turkey": with the Turks; in Geneva or Doha one may meet anybody."""
    if place is None or place.precision != "country" or place.name.lower() in _HOSTS_OF_OTHERS:
        return False
    return (
        len(actors) == 1
        and "GOV" in actors[0].sectors[:1]
        and (actors[0].actor_id or "").startswith("person:")
    )


_HOSTS_OF_OTHERS = frozenset({"qatar", "switzerland", "oman", "norway", "austria", "belgium"})
"""Where others' talks are held."""
_DONE_ABROAD = frozenset({"MOBILIZE", "ASSAULT", "AID", "RETREAT", "CONCEDE", "COERCE"})
"""Types whose recipient, where none is named, is the country that they are done in."""
_AGAINST_RULERS = frozenset({"COERCE", "ASSAULT", "PROTEST"})
_STANDING_IN_CAPITALS = frozenset(
    "embassy embassies parliament palace ministry ministries presidential president minister capital".split()
)
"""Words of what is hit in a capital: of raids in "Kenya" it is only told there."""


_AT_THE_SEAT = frozenset({"CONSULT", "SUPPORT", "COERCE", "MOBILIZE"})
"""Types that mostly happen where a report from a capital is written; of battles it is only told there."""
_ON_THE_SCENE = _AT_THE_SEAT | {"ASSAULT", "PROTEST", "RETREAT", "AID"}
"""The same of a report from another town."""
_ADDRESSED = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "CONSULT", "SANCTION"})
_WITHIN_A_STATE = frozenset("desert ditch oust sack dismiss fire impeach topple depose overthrow".split())
"""What is done to one's own leaders: "deserted by the allies who had kept him in power"."""
_STATES_OWN = frozenset({"GOV", "MIL", "SPY"})
_GIVEN_UP = "082"
"""CAMEO's code for protests that those who held them give up."""
_APOLOGY = "055"
_PLEDGE = "035"
"""CAMEO code of a promise to give in: to free, to lift, to withdraw."""
_OFFICIAL = frozenset({"GOV", "MIL", "REB", "PRM"})
"""Who promises or threatens by saying what will be done."""
