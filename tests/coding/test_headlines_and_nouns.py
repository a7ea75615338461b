"""Headlines of every style, and events that only a noun tells: who did it to whom."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.language import Name, headline_spans, in_small_letters
from dragoman.records import Document, Entity, EventMention

REPORTED = dt.date(2015, 5, 5)


def _coded(coder: Coder, text: str, title: str | None = None) -> tuple[EventMention, ...]:
    return coder.code(Document("d", text, title=title, published=REPORTED)).event_mentions


def _row(m: EventMention) -> str:
    return f"{m.event_type} {_side(m.actors)} > {_side(m.recipients)}"


def _side(entities: tuple[Entity, ...]) -> str:
    return " ".join(dict.fromkeys(e.country or "?" for e in entities)) or "-"


HEADLINES = [
    # capitals
    ("Iraq Invades Kuwait", ["ASSAULT IRQ > KWT"]),
    ("RUSSIA INVADES UKRAINE", ["ASSAULT RUS > UKR"]),
    ("Protesters Storm Armenian Parliament", ["PROTEST ARM > ARM"]),
    ("U.S. Marines Land in Somalia", ["MOBILIZE USA > SOM"]),
    # passives without "was"
    ("Czech ambassador shot dead in Tripoli", ["ASSAULT - > CZE"]),
    ("Colombian senator assassinated", ["ASSAULT - > COL"]),
    ("US consul shot in Karachi", ["ASSAULT - > USA"]),
    ("Afghan outpost overrun by Taliban", ["ASSAULT AFG > AFG"]),
    ("Myanmar accused of ethnic cleansing", ["ACCUSE - > MMR"]),
    ("Twitter blocked in Turkey", ["COERCE TUR > -"]),
    # commas, semicolons, "as"
    ("US missiles hit Sudan, Afghanistan", ["ASSAULT USA > SDN AFG"]),
    ("Belarus forces down Irish jet, arrests blogger", ["COERCE BLR > BLR"]),
    ("Heavy fighting erupts between Armenia, Azerbaijan", ["ASSAULT ARM AZE > -"]),
    ("Iran fires drones, missiles at Israel", ["ASSAULT IRN > ISR"]),
    ("Sudan, South Sudan sign oil deal", ["SUPPORT SDN SSD > -"]),
    ("Kim tests missile, threatens Seoul", ["MOBILIZE PRK > -", "THREATEN PRK > KOR"]),
    ("US pauses military aid to Ukraine", ["SANCTION USA > UKR"]),
    # who speaks, who is told
    ("Seoul to Tokyo: Free fishermen", ["REQUEST KOR > JPN"]),
    ("Accra tells Lome: Return soldiers", ["REQUEST GHA > TGO"]),
    ("Eritrea must free priests – Vatican", ["REQUEST VAT > ERI"]),
    ("Rebels shell Taiz airport – ministry", ["ASSAULT YEM > YEM"]),
    ("Togo will not extradite general: minister", ["REJECT TGO > -"]),
    # ministers of several states
    ("Omani, Azeri FMs meet in Muscat", ["CONSULT OMN AZE > -"]),
    ("FMs of Chad, Niger meet in Zinder", ["CONSULT TCD NER > -"]),
    ("Egyptian FM, Libyan envoy discuss border", ["CONSULT EGY LBY > -"]),
    ("Mali, Niger FMs to meet in Algiers", ["AGREE MLI NER > -"]),
    # what stands behind "over", "in", and participles before an object
    ("Oman summons Iraqi envoy over airspace breach", ["ACCUSE OMN > IRQ"]),
    ("Ghana recalls ambassador from Paris over visa remarks", ["SANCTION GHA > FRA"]),
    ("Soldiers kill nine rebels in Darfur raid", ["ASSAULT SDN > SDN"]),
    ("Jordan raps reported Israeli raid", ["ACCUSE JOR > ISR"]),
    ("Zambia police fire tear gas at striking nurses", ["ASSAULT ZMB > ZMB"]),
    ("Rebels Briefly Seize Town In Chad", ["COERCE TCD > -"]),
    # what goes on meanwhile, and what drives people out
    ("Families flee Aden as army, rebels clash", ["SANCTION YEM > YEM", "ASSAULT YEM > -"]),
    ("Thousands of Karen villagers flee as army burns homes", ["SANCTION MMR > MMR", "ASSAULT MMR > -"]),
    ("Hundreds flee following Ethiopian air strikes", ["SANCTION ETH > ETH", "ASSAULT ETH > -"]),
    ("Russian troops enter Crimea as Kyiv protests", ["MOBILIZE RUS > UKR", "ACCUSE UKR > RUS"]),
    # where it was
    ("Uganda: police fire tear gas at students", ["ASSAULT UGA > UGA"]),
    ("Iran protests spread to Isfahan", ["PROTEST IRN > -"]),
    ("Nigeria attack kills 20 soldiers", ["ASSAULT - > NGA"]),
    ("Israel strike kills 10 in Gaza", ["ASSAULT ISR > PSE"]),
    ("US kills Iranian general in Baghdad airport strike", ["ASSAULT USA > IRN"]),
]
TEXTS = [
    ("Farmers fled their homes in Kachin after shelling by the army.",
     ["SANCTION MMR > MMR", "ASSAULT MMR > -"]),
    ("Rebels staged an attack that killed nine people in Ituri.", ["ASSAULT COD > COD"]),
    ("Rebels launched a string of attacks in Chad that killed at least nine people.",
     ["ASSAULT TCD > TCD"]),
    ("Cuba denounced the Chilean drills, calling them a provocation.", ["ACCUSE CUB > CHL"]),
    ("Gunmen fired at a patrol in Quetta, as a result of which one soldier was killed.",
     ["ASSAULT PAK > PAK"]),
    ("The release of 50 Palestinian women by Israel was completed on Friday.", ["RETREAT ISR > PSE"]),
    ("The detention of dozens of activists by Ugandan police drew condemnation from the European Union.",
     ["COERCE UGA > UGA", "ACCUSE EUR > UGA"]),
    ("The announcement drew an angry response from Chinese officials.", ["ACCUSE CHN > -"]),
    ("The destruction of a bridge by retreating Russian troops cut the road.", ["ASSAULT RUS > ?"]),
    ("The Russian shelling of Nikopol killed a bus driver.", ["ASSAULT RUS > UKR"]),
    ("The arrest of three Polish journalists in Minsk was reported at noon.", ["COERCE BLR > POL"]),
    ("In Baidoa, the removal of the governor by a vote of Somali lawmakers was reported at noon.",
     ["SANCTION SOM > SOM"]),
    ("Riots in Sukhumi went on through the night.", ["PROTEST GEO > -"]),
    ("Turkey's incursion into northern Iraq went on amid mounting criticism by French officials and a sharp protest "
     "from Baghdad.", ["ASSAULT TUR > IRQ", "ACCUSE FRA > TUR", "ACCUSE IRQ > TUR"]),
    ("Chad accuses Sudan of arming rebels, a claim denied by Khartoum.", ["ACCUSE TCD > SDN", "REJECT SDN > TCD"]),
    ("The order came after months of pressure on Caracas by the US and Canada.", ["REQUEST USA CAN > VEN"]),
    ("Clashes between Indian and Chinese soldiers in Ladakh left twenty dead.", ["ASSAULT IND CHN > ?"]),
    ("At the request of Germany and Britain, the Security Council put off its vote.", ["REQUEST DEU GBR > UNO"]),
    ("Britain's summoning of the Sudanese ambassador followed a sharp statement.", ["ACCUSE GBR > SDN"]),
    ("President Bush's announcement of sanctions on Burmese generals came on Friday.",
     ["SANCTION USA > MMR"]),
    ("The capture of Ghazni by the Taliban opened the road to Kabul.", ["ASSAULT AFG > AFG"]),
    ("The blockade of Qatar by the Saudi government began in June.", ["COERCE SAU > QAT"]),
    ("Raids by Janjaweed militia on villages in Chad went on.", ["ASSAULT SDN > TCD"]),
    ("In Macedonia the army shelled ethnic Albanian rebels.", ["ASSAULT MKD > MKD"]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "rows"), HEADLINES)
def test_headline_of_any_style(coder: Coder, title: str, rows: list[str]) -> None:
    assert [_row(m) for m in _coded(coder, "", title)] == rows


@pytest.mark.parametrize(("text", "rows"), TEXTS)
def test_event_told_by_a_noun(coder: Coder, text: str, rows: list[str]) -> None:
    assert [_row(m) for m in _coded(coder, text)] == rows


def test_a_nuclear_site_is_no_web_site(coder: Coder) -> None:
    assert [_row(m) for m in _coded(coder, "", "Israel strikes Iran's nuclear sites")] == [
        "ASSAULT ISR > IRN"
    ]


def test_tanks_that_surround_a_place_are_not_its_authorities(coder: Coder) -> None:
    found = _coded(coder, "Tanks surrounded the barracks in Lisbon.")
    assert not [
        m for m in found if any(a.resolved_by == "implied by the place of the event" for a in m.actors)
    ]


def test_capitals_of_running_text_are_left_alone() -> None:
    names = [Name(0, 4, "country"), Name(13, 19, "country")]
    common = {"invades", "storm", "says"}.__contains__
    assert in_small_letters("Iraq Invades Kuwait", 0, names, common) == "Iraq invades Kuwait"
    assert in_small_letters("IRAQ INVADES KUWAIT", 0, names, common) == "IRAQ invades Kuwait"
    assert in_small_letters("Iraq invades Kuwait at Dawn", 0, names, common) == "Iraq invades Kuwait at Dawn"


def test_a_headline_is_cut_at_its_semicolons() -> None:
    title = "Tanks shell parliament; rebels surrender; oil up"
    assert [title[a:b] for a, b in headline_spans(title)] == [
        "Tanks shell parliament",
        "rebels surrender",
        "oil up",
    ]
