from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

import dragoman
from dragoman.analysis import PackageMissing, open_store
from dragoman.analysis.plots import actor_network, dyad_history, partners
from dragoman.marking import marked
from dragoman.store import StoreNotFound
from dragoman.store.filters import FilterError
from tests.panels.world import stored, told

REPORTS = [
    told("1", "2020-01-05", "USA", "RUS", "ACCUSE"),
    told("2", "2020-02-05", "USA RUS", "", "CONSULT"),
    told("3", "2021-03-05", "USA", "FRA", "AGREE"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored(tmp_path_factory.mktemp("analysis") / "events.duckdb", REPORTS)


def test_a_table_is_the_same_everywhere(store: Path) -> None:
    with dragoman.open(store) as opened:
        for name in ("mentions", "events", "documents", "statements", "agreements", "relations"):
            table = getattr(opened, name)
            arrow = table.arrow()
            assert (
                arrow.column_names == table.columns == list(table.pandas().columns) == table.polars().columns
            )
            assert len(table) == arrow.num_rows == table.polars().height == len(table.pandas())
        kept = opened.mentions.where("event_type = 'CONSULT'").select("mention_id, date_start")
        assert kept.arrow().to_pylist() == [{"mention_id": "m2", "date_start": dt.date(2020, 2, 5)}]
        assert sorted(kept.polars()["mention_id"]) == ["m2"]
        assert opened.mentions.duckdb().aggregate("count(*)").fetchall() == [(3,)]


def test_filters_are_those_of_query(store: Path) -> None:
    with dragoman.open(store) as opened:
        assert len(opened.find(party=["USA", "RUS"])) == 2
        assert len(opened.find(party=["USA", "RUS"], type="ACCUSE", events=False)) == 1
        with pytest.raises(TypeError, match="weather"):
            opened.find(weather="fine")
        with pytest.raises(FilterError, match="DANCE"):
            opened.find(type="DANCE")


def test_a_panel_in_python(store: Path) -> None:
    with dragoman.open(store) as opened:
        panel = opened.panel(by="year").arrow().to_pylist()
    assert {(r["iso3"], r["year"]): r["n"] for r in panel if r["n"]} == {
        ("USA", 2020): 2, ("RUS", 2020): 2, ("USA", 2021): 1, ("FRA", 2021): 1,
    }  # fmt: skip


def test_what_is_missing_is_said(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StoreNotFound):
        open_store(tmp_path / "none.duckdb")
    monkeypatch.setitem(sys.modules, "polars", None)
    monkeypatch.setitem(sys.modules, "pandas", None)
    with dragoman.open(store) as opened:
        with pytest.raises(PackageMissing, match=r"pip install 'dragoman\[analysis\]'"):
            opened.mentions.polars()
        with pytest.raises(PackageMissing, match="pandas"):
            opened.mentions.pandas()
        assert opened.mentions.arrow().num_rows == 3


def test_the_figures_show_the_counts(store: Path, tmp_path: Path) -> None:
    with dragoman.open(store) as opened:
        figure = dyad_history(opened, "USA", "RUS")
        heights = sorted(bar.get_height() for bar in figure.axes[0].patches if bar.get_height())
        assert heights == [-1, 1]
        assert [(who, n) for who, n, _ in partners(opened, "USA", 9)] == [("RUS", 2), ("FRA", 1)]
        network = actor_network(opened, "USA")
        assert {"RUS (2)", "FRA (1)", "USA"} == {text.get_text() for text in network.axes[0].texts}
        none = dyad_history(opened, "USA", "KEN")
        assert [t.get_text() for t in none.axes[0].texts] == ["no events"]
        for name, made in (("a.pdf", figure), ("b.svg", network)):
            made.savefig(tmp_path / name)
            assert (tmp_path / name).stat().st_size > 1000


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words: list[str] = []
        self.marks: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "mark":
            self.marks.append(dict(attrs))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_text_is_marked_and_escaped() -> None:
    record = told("1", "2020-01-05", "USA", "RUS", "ACCUSE")
    hostile = '<script>alert("x")</script><img src=x onerror=alert(1)> & "quotes"'
    document = replace(record.document, text=record.document.text + hostile, title=hostile, outlet=hostile)
    (mention,) = record.event_mentions
    actor = replace(mention.actors[0], name=hostile, span=(7, 12))
    record = replace(record, document=document, event_mentions=(replace(mention, actors=(actor,)),))
    html = dragoman.display(record)._repr_html_()
    assert html == record._repr_html_()
    reader = _Reader()
    reader.feed(html)
    assert not reader.tags & {"script", "img"}
    assert document.text in "".join(reader.words)
    assert {m["title"] for m in reader.marks} == {"ACCUSE (asserted)", f"actor: {hostile} USA"}


def test_marks_may_lie_over_each_other_or_outside() -> None:
    html = marked("abcdef", [(0, 4, "event", "E"), (2, 6, "actor", "A"), (5, 99, "place", "P")])
    reader = _Reader()
    reader.feed(html)
    assert "".join(reader.words) == "abcdef"
    assert [m["title"] for m in reader.marks] == ["E", "E; A", "A"]


def test_the_component_codes_in_a_pipeline() -> None:
    import spacy

    from dragoman.integrations import spacy_component  # noqa: F401  (an installed package needs no import)

    nlp = spacy.blank("en")
    nlp.add_pipe("dragoman", config={"published": "2021-05-03"})
    doc = nlp("Kenya's president met Uganda's president in Kampala on Sunday.")
    (mention,) = doc._.dragoman.event_mentions
    assert mention.event_type == "CONSULT"
    assert mention.date.start == dt.date(2021, 5, 2)
    start, end = mention.evidence.trigger
    assert doc.char_span(start, end).text == "met"
