"""Paragraphs of the back pages: everyday crime, sport, films, obituaries; and whole reports on sport.

Local papers and long pages put them beside the news.  ``page_words.tsv`` holds the words that tell
them.  A burglar who is jailed and a coach who is sacked are no events between political actors; what
an obituary tells is long past.  In a report on sport, where "England beat France" and cups are "held",
only what officials, police, courts or armed people do counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from dragoman import tsv
from dragoman.language import paragraph_spans
from dragoman.records import Entity, EventMention, Span

_ENOUGH = {"crime": 1, "sport": 3}
"""Different words of a kind that make a paragraph one of it."""
_LOCAL = 4
"""Different words of knives, quarrels and magistrates from which a whole report is of everyday crime."""
_POLITY = re.compile(
    r"\b(?:terror\w*|extremis\w*|militan\w*|islamis\w*|jihad\w*|rebels?|insurgen\w*|guerrilla\w*|protest\w*|"
    r"demonstrat\w*|rioters?|rioting|riots|politic\w*|president\w*|ministers?|ministry|lawmakers?|senators?|mps?|"
    r"congress\w*|parliament\w*|election\w*|government\w*|opposition|"
    r"army|soldiers?|troops?|military|gunmen|militia\w*|paramilitar\w*|activis\w*|journalis\w*|reporters?|"
    r"dissiden\w*|embass\w*|diplomat\w*|ambassadors?|cartels?|hate crimes?|racis\w*|antisemiti\w*|"
    r"immigra\w*|migrants?|refugees?|asylum|corruption|mayor|governor|union|ethnic|sectarian|mosque|synagogue)\b"
)
"""Words of public life; with one of them a report on a crime may be news of politics after all."""
_REVIEW = 6
"""Different words of films from which a whole page reviews them, plots told in the present tense."""
_MATCH = 5
"""Different words of sport, those of ``game`` among them, from which a whole page may report on it …"""
_WORDS_A_PIECE = 100
"""… if it has one of them in so many words at least: a long page on politics has some as well."""
_OF_STATES = re.compile(
    r"\b(?:presidents|prime minister|foreign minister|ministry|parliament|government|ambassador|treaty|border"
    r"|opposition|diplomat\w*|foreign policy|rebels?|army|troops|sanctions|embassy|head of state|genocide"
    r"|massacres?|wars?|elections?|regime|frontier|republics?|protesters|militants?|ceasefire|boycotts?)\b"
)
_STATECRAFT = 4
"""Different words of politics from which a page with words of sport is on politics all the same."""
_PRIVATE = frozenset({"CVL", "UNK", "CRM", "BUS", "ELI", "MED"})
_OFFICERS = frozenset({"COP", "JUD"})
_BEARERS = _OFFICERS | {"MIL", "LEG", "SPY", "REB", "UAF", "PRM"}
_IN_OFFICE = frozenset({"GOV", "ELI"})
_CRIME_TYPES = frozenset({"COERCE", "SANCTION", "ACCUSE", "RETREAT", "THREATEN"})
_LIFE = re.compile(
    r"\b(?:has|have) died,? (?:at the age of|aged)|\bwho (?:has )?died\b.{0,40}\baged \d|\bis survived by\b"
)
_OF_THE_GAME = re.compile(r"\b(?:captain|coach|manager|skipper|player|team|club)\b", re.IGNORECASE)


@cache
def _words() -> dict[str, re.Pattern[str]]:
    """The words of each kind, for a text in lower case: to look past case takes seven times as long."""
    rows = tsv.rows(Path(__file__).parent / "page_words.tsv")
    kinds = dict.fromkeys(r["kind"] for r in rows)
    return {
        kind: re.compile(
            r"\b(?:" + "|".join(re.escape(r["word"].lower()) for r in rows if r["kind"] == kind) + r")\b"
        )
        for kind in kinds
    }


@dataclass(slots=True)
class BackPages:
    """Which paragraphs of a text are of the back pages, and of what kind."""

    kinds: list[tuple[Span, str]] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> BackPages:
        """Read a text's paragraphs."""
        found: list[tuple[Span, str]] = []
        for start, end in paragraph_spans(text):
            paragraph = text[start:end]
            lower = paragraph.lower()
            for kind, words in _words().items():
                if kind in _ENOUGH and len(set(words.findall(lower))) >= _ENOUGH[kind]:
                    found.append(((start, end), kind))
            if _LIFE.search(paragraph):
                found.append(((start, end), "obituary"))
        lower = text.lower()
        if len(set(_words()["film"].findall(lower))) >= _REVIEW:
            found.append(((0, len(text)), "film"))
        if len(set(_words()["local"].findall(lower))) >= _LOCAL and not _POLITY.search(lower):
            found.append(((0, len(text)), "local"))
        if _on_sport(lower):
            found.append(((0, len(text)), "game"))
        return cls(found)

    def at(self, position: int) -> set[str]:
        """The kinds of the paragraph around a character."""
        return {kind for (start, end), kind in self.kinds if start <= position < end}

    def judge(self, m: EventMention, *, present: bool = False) -> EventMention | None:
        """None for what only the back pages tell; an obituary's deeds become historical.

        ``present`` says that the event's verb stands in the present tense, as plots do.
        """
        kinds = self.at(m.evidence.start if m.evidence.field == "text" else 0)
        parties = (*m.actors, *m.recipients)
        if "local" in kinds and all(_in_a_crime(e) or "COP" in e.sectors for e in parties):
            return None
        if "game" in kinds and not any(_in_public_life(e) for e in parties):
            return None
        if m.evidence.field != "text":
            return m
        if "crime" in kinds and m.event_type in _CRIME_TYPES and all(_in_a_crime(e) for e in parties):
            return None
        if "sport" in kinds and all(_in_a_game(e) for e in parties):
            return None
        if "film" in kinds and present:
            return None
        if "obituary" in kinds and m.status == "asserted" and m.date.basis != "text":
            return replace(m, status="historical")
        return m


def _on_sport(lower: str) -> bool:
    """Whether a whole text, in lower case, reports on sport."""
    found = {w for kind in ("sport", "game") for w in _words()[kind].findall(lower)}
    if len(found) < max(_MATCH, len(lower.split()) / _WORDS_A_PIECE):
        return False
    return len(set(_OF_STATES.findall(lower))) < _STATECRAFT  # two presidents at a match, and why


def _in_public_life(e: Entity) -> bool:
    """Who is no team and no player, and of whom the text itself speaks: a minister, police, gunmen."""
    sectors = set(e.sectors)
    return e.span is not None and bool(sectors & _BEARERS or (e.office and sectors & _IN_OFFICE))


def _in_a_crime(e: Entity) -> bool:
    return not e.actor_id and set(e.sectors) <= _PRIVATE | _OFFICERS


def _in_a_game(e: Entity) -> bool:
    captain = _OF_THE_GAME.search(f"{e.office or ''} {e.name}") is not None
    return captain or set(e.sectors) <= _PRIVATE
