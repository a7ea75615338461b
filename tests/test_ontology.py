from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from dragoman import ontology


def test_there_are_sixteen_types_with_their_quad_classes() -> None:
    assert len(ontology.types()) == 16
    by_quad: dict[int, list[str]] = {}
    for kind in ontology.types().values():
        by_quad.setdefault(kind.quad_code, []).append(kind.name)
    assert by_quad == {
        1: ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"],
        2: ["COOPERATE", "AID", "RETREAT"],
        3: ["REQUEST", "ACCUSE", "REJECT", "THREATEN"],
        4: ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
    }


def test_every_type_and_every_mode_has_a_score() -> None:
    for name in ontology.types():
        assert -10 <= ontology.plover_score(name) <= 10
    for name, mode in ontology.modes():
        assert -10 <= ontology.plover_score(name, mode) <= 10


def test_modes_are_on_their_types_side_of_zero() -> None:
    for (name, mode), score in ontology.modes().items():
        if ontology.types()[name].quad_code == 4:
            assert score < 0, (name, mode)
        if ontology.types()[name].quad_code == 2:
            assert score > 0, (name, mode)


def test_what_was_decided_on_the_manuals_contradictions() -> None:
    assert ontology.plover_score("ACCUSE") == -3
    assert ontology.plover_score("PROTEST", "vandalize") == -5
    crossing = ontology.crosswalk()
    assert (crossing["057"].event_type, crossing["057"].mode) == ("SUPPORT", None)
    assert crossing["035"].event_type == "AGREE"
    assert crossing["087"].event_type == "RETREAT"
    assert crossing["080"].event_type == "CONCEDE"
    assert crossing["163"].event_type == "SANCTION"


def test_there_are_312_cameo_codes_as_strings() -> None:
    codes = ontology.cameo()
    assert len(codes) == 312
    assert codes["01"].name == "MAKE PUBLIC STATEMENT"
    assert all(code.isdigit() and 2 <= len(code) <= 4 for code in codes)
    assert {c.quad_code for c in codes.values()} == {1, 2, 3, 4}


def test_every_goldstein_score_equals_the_reference(shared: Path) -> None:
    with (shared / "reference" / "cameo-codes.csv").open(encoding="latin-1", newline="") as stream:
        reference = {row["code"]: row for row in csv.DictReader(stream)}
    assert set(reference) == set(ontology.cameo())
    for code, row in reference.items():
        assert ontology.goldstein(code) == float(row["goldstein"]), code
        assert ontology.cameo()[code].name == row["name"].strip(), code


def test_the_goldstein_scores_have_not_changed() -> None:
    lines = [f"{code}={ontology.goldstein(code):g}" for code in sorted(ontology.cameo())]
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
    assert digest == "5b1553091be9e694"


def test_the_crosswalk_covers_every_code_but_statements_and_names_only_known_terms() -> None:
    crossing = ontology.crosswalk()
    left_out = {code for code in ontology.cameo() if code not in crossing}
    assert {code[:2] for code in left_out} <= {"01", "02"}
    for c in crossing.values():
        assert c.event_type in ontology.types(), c
        assert c.mode is None or (c.event_type, c.mode) in ontology.modes(), c
        assert set(c.contexts) <= set(ontology.contexts()), c


def test_every_type_has_a_broad_cameo_code() -> None:
    for name in ontology.types():
        assert ontology.default_cameo(name) in ontology.cameo()


def test_contexts_sectors_statuses_and_codes_without_a_state() -> None:
    assert len(ontology.contexts()) == 37
    assert {"GOV", "MIL", "REB", "CVL", "JRN", "MED", "HLH"} <= set(ontology.sectors())
    assert list(ontology.statuses()) == [
        "asserted", "denied", "future", "hypothetical", "historical", "negated",
    ]  # fmt: skip
    assert {"IGO", "NGO", "IMG", "MNC"} <= set(ontology.nonstate())


@pytest.mark.parametrize("call", [lambda: ontology.plover_score("FIGHT"), lambda: ontology.goldstein("999")])
def test_an_unknown_term_is_an_error(call: object) -> None:
    with pytest.raises(ontology.UnknownTerm, match=r"FIGHT|999"):
        call()  # type: ignore[operator]


def test_an_unknown_mode_names_the_known_ones() -> None:
    with pytest.raises(ontology.UnknownTerm, match="phone"):
        ontology.plover_score("CONSULT", "telepathy")


def test_every_table_names_its_source() -> None:
    for path in (Path(ontology.__file__).parent / "data").glob("*.tsv"):
        assert path.read_text(encoding="utf-8").startswith("# source: "), path.name
