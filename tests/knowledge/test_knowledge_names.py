from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.knowledge import names

WORD = st.text(st.characters(categories=["L"], max_codepoint=0x24F), min_size=1, max_size=12)
NAME = st.lists(WORD, min_size=1, max_size=4).map(" ".join)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("U.S.", "us"),
        ("al-Assad's", "al assad"),
        ("Côte d’Ivoire", "cote divoire"),
        ("St. Petersburg", "st petersburg"),
        ("Saint Petersburg", "st petersburg"),
        ("the Netherlands", "netherlands"),
        ("Erdoğan", "erdogan"),
        ("Trinidad & Tobago", "trinidad and tobago"),
        ("Łódź", "lodz"),
        ("The", "the"),
        ("", ""),
    ],
)
def test_key(name: str, key: str) -> None:
    assert names.key(name) == key


@pytest.mark.parametrize(
    "spellings",
    [
        "Zelensky Zelenskyy Zelenskiy Zelenskyj",
        "Hezbollah Hizbullah Hizbollah",
        "Rouhani Ruhani Rohani",
        "Yanukovych Yanukovich Yanukovitch",
        "Lukashenko Lukashenka",
        "Gorbachev Gorbachov Gorbatchev",
        "Medvedev Medvedyev Medwedew Medvedeff",
        "Shoigu Shoygu",
        "Tymoshenko Timoshenko Tymoschenko",
        "Haniyeh Haniya Haniyah Haniye",
        "Hussein Hussain Husayn Hossein",
        "Mohammed Muhammad Mohamed Mohammad",
    ],
)
def test_one_skeleton_for_all_spellings(spellings: str) -> None:
    assert len({names.skeleton(names.key(s)) for s in spellings.split()}) == 1


def test_skeletons_keep_different_leaders_apart() -> None:
    leaders = [
        "Khamenei",
        "Khomeini",
        "Putin",
        "Rutte",
        "Kim",
        "Xi",
        "Assad",
        "Sisi",
        "Modi",
        "Maduro",
        "Mugabe",
        "Morsi",
        "Mursi",
        "Merkel",
        "Macron",
    ]
    assert len({names.skeleton(names.key(s)) for s in leaders}) == len(leaders) - 1  # Morsi is Mursi


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Bashar al-Assad", "SYR", ["al assad", "assad"]),
        ("Charles de Gaulle", "FRA", ["de gaulle", "gaulle"]),
        ("Xi Jinping", "CHN", ["xi"]),
        ("Kim Jong Un", "PRK", ["kim"]),
        ("Abiy Ahmed", "ETH", ["ahmed", "abiy"]),
        ("George W. Bush", "USA", ["bush"]),
        ("Andrés Manuel López Obrador", "MEX", ["obrador", "lopez obrador"]),
        ("Suharto", "IDN", []),
    ],
)
def test_surnames(name: str, country: str, expected: list[str]) -> None:
    assert names.surnames(name, country) == expected


def test_short_forms_drop_middle_names() -> None:
    assert "mohammad zarif" in names.short_forms("Mohammad Javad Zarif", "IRN")
    assert "john kennedy" in names.short_forms("John F. Kennedy", "USA")
    assert names.short_forms("Xi Jinping", "CHN") == []


@pytest.mark.parametrize(
    ("plural", "singular"),
    [("policemen", "policeman"), ("women", "woman"), ("militias", "militia"), ("countries", "country"),
     ("churches", "church"), ("forces", "force"), ("police", "police"), ("Defense Ministries", "defence ministry")],
)  # fmt: skip
def test_phrase_key_is_singular(plural: str, singular: str) -> None:
    assert names.phrase_key(plural) == singular


@given(NAME)
def test_key_is_stable(name: str) -> None:
    once = names.key(name)
    if not once.startswith("the "):
        assert names.key(once) == once


@given(NAME)
def test_key_ignores_hyphens_and_case_of_ascii(name: str) -> None:
    ascii_name = "".join(c for c in unicodedata.normalize("NFKD", name) if c.isascii())
    assert names.key(ascii_name.upper()) == names.key(ascii_name)
    assert names.key(ascii_name.replace(" ", "-")).removeprefix("the ") == names.key(ascii_name)


@given(NAME)
def test_key_ignores_a_possessive(name: str) -> None:
    assert names.key(name + "'s") == names.key(name)
    assert names.key(name + "’s") == names.key(name)


@given(NAME)
@example("the the a")
def test_skeleton_depends_on_the_key_alone(name: str) -> None:
    told, joined = (names.key(x).removeprefix("the ") for x in (name, name.replace(" ", "-")))
    assert names.skeleton(told) == names.skeleton(joined)


@given(NAME, st.sampled_from(["", "SYR", "CHN", "MEX", "ETH"]))
def test_shorter_forms_are_made_of_the_name(name: str, country: str) -> None:
    pieces = set(names.key(name).split())
    for form in names.surnames(name, country) + names.short_forms(name, country):
        assert set(form.split()) <= pieces
