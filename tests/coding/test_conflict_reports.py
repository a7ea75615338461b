"""Reports of attacks, captures, truces and releases: whose hand it was, and whom it struck."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dragoman.records import Document, EventMention

if TYPE_CHECKING:
    from dragoman.coding import Coder


def coded(coder: Coder, text: str, title: str | None = None) -> tuple[EventMention, ...]:
    return coder.code(Document("t", text, title=title, published=dt.date(2019, 6, 12))).event_mentions


def shown(m: EventMention) -> str:
    """One line for a mention: type, countries of the actors, countries of the recipients."""
    sides = ("+".join(sorted({e.country or "?" for e in side})) or "-" for side in (m.actors, m.recipients))
    return " ".join((m.event_type, *sides))


CLAUSES = [
    ("The gunmen held dozens of villagers hostage in a school in Mopti.", "ASSAULT MLI MLI"),
    ("Kenyan soldiers let the women go and shot two Somali traders near Garissa.", "ASSAULT KEN SOM"),
    ("Syria set free 40 Turkish pilgrims and drivers on Monday.", "RETREAT SYR TUR"),
    ("Sudanese soldiers killed 30 villagers in Darfur, a UN inquiry found in May.", "ASSAULT SDN SDN"),
    ("Chad, six of whose soldiers were arrested in Niamey last week, recalled its envoy.", "COERCE NER TCD"),
    ("Iran freed the crew after Oman's ruler, Sultan Qaboos, telephoned them.", "CONSULT OMN IRN"),
]


@pytest.mark.parametrize(("text", "row"), CLAUSES)
def test_clauses_hang_where_they_belong(coder: Coder, text: str, row: str) -> None:
    assert row in [shown(m) for m in coded(coder, text)]


def test_what_somebody_calls_a_deed_is_no_complaint(coder: Coder) -> None:
    mentions = coded(coder, "Turkey launched what it called a security operation in northern Syria.")
    assert "ACCUSE" not in {m.event_type for m in mentions}


def test_what_is_told_to_the_press_is_no_demand(coder: Coder) -> None:
    mentions = coded(
        coder, "A suspect was arrested on Monday, the Kenyan interior minister told a news conference."
    )
    assert [m.event_type for m in mentions] == ["COERCE"]


def test_a_pronoun_means_the_subject_of_the_clause_above_it(coder: Coder) -> None:
    text = "Senators criticised the bill, and Thai students marched on the palace, where police beat them."
    beaten = [m for m in coded(coder, text) if m.event_type == "ASSAULT"]
    assert [r.name for m in beaten for r in m.recipients] == ["Thai students"]


def test_the_two_are_the_people_told_of_before(coder: Coder) -> None:
    text = "Mali freed two Danish reporters on Friday. The two had been kidnapped near Gao."
    kidnapped = [m for m in coded(coder, text) if m.event_mode == "abduct"]
    assert [shown(m).split()[2] for m in kidnapped] == ["DNK"]


HANDS = [
    (
        "Boko Haram fighters raided a school in Chibok on Monday. The attackers killed two guards.",
        "killed",
        "NGA",
    ),
    (
        "Syrian soldiers opened fire on a crowd in Hama on Friday. “They shot my brother,” a shopkeeper said.",
        "shot",
        "SYR",
    ),
    (
        "ELN rebels freed three Spanish engineers on Sunday. The three engineers had been kidnapped in May.",
        "kidnapped",
        "COL",
    ),
    (
        "Al-Shabaab fighters stormed a hotel in Mogadishu and killed ten guests. The men held a family hostage.",
        "held",
        "SOM",
    ),
]


@pytest.mark.parametrize(("text", "word", "country"), HANDS)
def test_deeds_have_the_hands_that_were_told_before(coder: Coder, text: str, word: str, country: str) -> None:
    deeds = [m for m in coded(coder, text) if text[slice(*m.evidence.trigger)] == word]
    assert [{a.country for a in m.actors} for m in deeds] == [{country}]


def test_what_is_condemned_is_not_the_killing_of_the_gunmen(coder: Coder) -> None:
    text = (
        "Al-Shabaab gunmen killed 20 students in Garissa on Thursday. Kenyan police killed two of the gunmen. "
        "Uganda condemned the killings."
    )
    blamed = [m for m in coded(coder, text) if m.event_type == "ACCUSE"]
    assert [r.name for m in blamed for r in m.recipients] == ["Al-Shabaab"]


def test_demonstrators_are_of_the_country_of_their_protest(coder: Coder) -> None:
    text = (
        "Azerbaijan shelled the enclave on Tuesday, and Azerbaijan said Azerbaijan had won. Thousands of Armenians "
        "rallied in Yerevan against the truce. Demonstrators scuffled with police."
    )
    scuffle = coded(coder, text)[-1]
    assert {e.country for e in (*scuffle.actors, *scuffle.recipients)} == {"ARM"}


SENSES = [
    ("Venezuela gave the Peruvian diplomats 48 hours to leave the country.", "SANCTION VEN PER"),
    ("RSF fighters claimed control of the airport in Khartoum.", "COERCE SDN -"),
    ("A platoon of Pakistani soldiers pitched tents on the ridge.", "MOBILIZE PAK -"),
    ("Hamas handed the two Thai captives to the Red Cross.", "RETREAT PSE THA"),
    ("Kenya's president invited Uganda's leader to a summit.", "REQUEST KEN UGA"),
    ("Israel vowed to press on and to destroy Hamas.", "THREATEN ISR PSE"),
    ("Somali gunmen burst into a Kenyan college.", "ASSAULT SOM KEN"),
    ("The minister of Togo warned that Togo would respond to any raid by Ghana.", "THREATEN TGO -"),
]


@pytest.mark.parametrize(("text", "row"), SENSES)
def test_senses_of_captures_and_threats(coder: Coder, text: str, row: str) -> None:
    found = [shown(m) for m in coded(coder, text)]
    assert any(x.startswith(row.removesuffix(" -")) for x in found), found


NO_EVENT = [
    ("Britain and Australia warned their citizens against travel to Garissa.", "THREATEN"),
    ("Envoys of Chad warned that the departure of the force could doom the truce.", "THREATEN"),
    ("The rebels accused the army of Chad of endangering villagers by surrounding the valley.", "COERCE"),
    ("Denmark told the council that the rebels were using children as shields.", "REQUEST"),
]


@pytest.mark.parametrize(("text", "kind"), NO_EVENT)
def test_words_that_tell_no_such_event(coder: Coder, text: str, kind: str) -> None:
    assert kind not in {m.event_type for m in coded(coder, text)}


def test_the_place_of_talks_is_nobodys_home(coder: Coder) -> None:
    text = (
        "In Colombia rebels laid down their arms. The government opened negotiations with the ELN in Quito."
    )
    assert shown(coded(coder, text)[-1]) == "CONSULT COL -"


def test_those_who_surrender_are_disarmed_by_others(coder: Coder) -> None:
    rows = [shown(m) for m in coded(coder, "Forty Congolese soldiers surrendered and were disarmed.")]
    assert rows == ["RETREAT COD -", "RETREAT - COD"]


ONE_ATTACK = [
    (
        "The ELN claimed responsibility for a blast near a stadium that killed four officers.",
        ["ASSAULT COL COL"],
    ),
    ("Israeli soldiers shot at Lebanese farmers, killing two and injuring five.", ["ASSAULT ISR LBN"]),
    ("Kenyan jets bombed posts held by al-Shabaab in Somalia.", ["ASSAULT KEN SOM"]),
    (
        "Libyan soldiers recaptured a bridge in Sirte, a month after fighters loyal to the Islamic State overran Derna.",
        ["ASSAULT LBY LBY", "ASSAULT IMG LBY"],
    ),
]


@pytest.mark.parametrize(("text", "rows"), ONE_ATTACK)
def test_one_attack_is_one_row_with_its_victims(coder: Coder, text: str, rows: list[str]) -> None:
    assert [shown(m) for m in coded(coder, text)] == rows


def test_a_byline_and_a_dateline_are_no_part_of_the_first_sentence(coder: Coder) -> None:
    text = "By a staff reporter\n\nILIGAN CITY — Soldiers shot four men on Monday."
    assert [m.actors[0].name for m in coded(coder, text, "Four die in the Philippines")] == ["Soldiers"]


def test_congress_is_that_of_the_country_which_the_report_is_about(coder: Coder) -> None:
    text = (
        "Philippine soldiers entered Marawi on Monday. The Philippines and President Duterte thanked Washington. "
        "On Friday President Duterte asked Congress to prolong martial law in the Philippines."
    )
    asked = [m for m in coded(coder, text) if m.event_type == "REQUEST"]
    assert [r.country for m in asked for r in m.recipients] == ["PHL"]


HEADLINES = [
    ("Houthis fire missile at Greek tanker", "ASSAULT YEM GRC"),
    ("North Korea fires missile over Japan", "MOBILIZE PRK JPN"),
    ("India test-fires missile", "MOBILIZE IND -"),
    ("Soldiers fire on Guinea rally", "ASSAULT GIN GIN"),
    ("Burkina Faso junta expels French ambassador", "SANCTION BFA FRA"),
    ("Wagner fighters leave Bakhmut", "RETREAT RUS UKR"),
    ("Basque group ETA hands over weapons", "RETREAT ESP -"),
    ("Philippine army, Moro rebels trade blame over clash", "ACCUSE PHL -"),
    ("Hezbollah leader orders militia to stop fighting", "REQUEST LBN LBN"),
    ("Yemen's warring sides agree prisoner swap", "AGREE YEM -"),
    ("Maoists call off truce with Nepal government", "SANCTION ? NPL"),
]


@pytest.mark.parametrize(("title", "row"), HEADLINES)
def test_headlines_of_attacks(coder: Coder, title: str, row: str) -> None:
    found = [shown(m) for m in coded(coder, "No details were given.", title)]
    assert any(
        x.endswith(row.split(" ", 1)[1].removeprefix("? ")) and x.startswith(row.split()[0]) for x in found
    ), found


def test_whoever_is_to_act_is_asked(coder: Coder) -> None:
    rows = [shown(m) for m in coded(coder, "Mali's rulers demanded that Senegal withdraw its soldiers.")]
    assert rows == ["REQUEST MLI SEN"]


UNREAL = [
    ("A rights group urged Kenya to investigate reports that soldiers had beaten detained men.", "ASSAULT"),
    ("Kenyan officials offered a bounty for information leading to the arrest of Ahmed Godane.", "COERCE"),
]


@pytest.mark.parametrize(("text", "kind"), UNREAL)
def test_what_is_only_reported_or_sought_did_not_happen_yet(coder: Coder, text: str, kind: str) -> None:
    assert {m.status for m in coded(coder, text) if m.event_type == kind} <= {"hypothetical"}


def test_a_town_before_a_headlines_colon_says_nothing(coder: Coder) -> None:
    title = coded(coder, "No details were given.", "Marawi: Philippine troops retake bridge")
    assert [m.attribution for m in title] == [()]


BESIDE_THE_SAYING = [
    (
        "Russia fired 40 missiles at Kharkiv, the Ukrainian army said, killing two people.",
        ["ASSAULT RUS UKR"],
    ),
    ("In Odesa, a missile that hit a school killed two Ukrainian teachers.", ["ASSAULT - UKR"]),
    ("The government of Chad and the rebels of the M23 signed a truce.", ["SUPPORT COD+TCD -"]),
    (
        "Gunmen on motorcycles who stormed a Nigerian school shot two guards.",
        ["ASSAULT NGA NGA", "ASSAULT NGA NGA"],
    ),
    ("Belarus accused Ukraine of preparing an attack on Minsk.", ["ACCUSE BLR UKR"]),
    ("Ukraine asked for an urgent meeting of the Group of Seven.", ["REQUEST UKR IGO"]),
    ("Peru's foreign minister said he had agreed with Chile to reopen the border.", ["AGREE PER CHL"]),
    ("Colombian rebels seized four Canadian miners.", ["ASSAULT COL CAN"]),
]


@pytest.mark.parametrize(("text", "rows"), BESIDE_THE_SAYING)
def test_who_did_it_where_others_stand_nearer(coder: Coder, text: str, rows: list[str]) -> None:
    assert [shown(m) for m in coded(coder, text)] == rows


def test_a_part_of_the_name_and_its_spokesman_mean_the_group(coder: Coder) -> None:
    text = (
        "Sri Lankan jets bombed the Liberation Tigers of Tamil Eelam on Monday. The Tigers killed two sailors. "
        "Their spokesman, Rasiah Ilan, accused the air force of a massacre."
    )
    mentions = coded(coder, text)
    assert mentions[1].actors[0].name == "Liberation Tigers of Tamil Eelam"
    accused = mentions[-1]
    assert [(e.sectors[0]) for e in (*accused.actors, *accused.recipients)] == ["REB", "MIL"]


def test_a_pronoun_goes_on_meaning_whom_it_meant(coder: Coder) -> None:
    text = (
        "Japan's envoy, Yasushi Akashi, condemned the bombing. He met President Mahinda Rajapaksa and is due in "
        "Kilinochchi, where he will hold talks with rebels."
    )
    last = coded(coder, text)[-1]
    assert last.actors[0].country == "JPN"


def test_what_was_condemned_may_be_a_trait_of_the_deed(coder: Coder) -> None:
    text = "Russian jets bombed Kharkiv on Monday. France condemned the brutality of the strikes."
    assert shown(coded(coder, text)[-1]) == "ACCUSE FRA RUS"


def test_both_parties_are_those_of_the_truce(coder: Coder) -> None:
    text = "The government of El Salvador and the rebels of the FMLN signed a truce. Cuba congratulated both parties."
    praised = coded(coder, text)[-1]
    assert {r.sectors[0] for r in praised.recipients} == {"GOV", "REB"}


def test_what_was_waited_for_did_not_happen(coder: Coder) -> None:
    text = "Britain refused to talk to the rebels until the IRA handed in its weapons."
    assert {m.status for m in coded(coder, text) if m.event_type == "RETREAT"} <= {"hypothetical"}


GOING_ON = [
    ("Gallant told soldiers that the offensive would go on for months.", "THREATEN ? -"),
    ("Boko Haram threatened in a video to sell 200 Chadian girls.", "THREATEN NGA TCD"),
    ("Britain threatened to review its aid to Kigali.", "THREATEN GBR RWA"),
    ("Missiles hit the Mykolaiv region at dawn.", "ASSAULT - UKR"),
    ("Nearly 900 Ghanaian soldiers began to deploy along the line.", "MOBILIZE GHA -"),
    ("Iran's president is expected to resign.", "RETREAT IRN -"),
    ("The generals kidnapped 9,000 Argentines, relatives and lawyers say.", "ASSAULT ? ARG"),
    ("Colombia and the ELN have signed a truce, Norwegian envoys announced.", "SUPPORT COL -"),
    (
        "A former Indian general told the paper that Delhi should have reinforced the sector.",
        "ACCUSE IND IND",
    ),
]


@pytest.mark.parametrize(("text", "row"), GOING_ON)
def test_threats_missiles_and_moves(coder: Coder, text: str, row: str) -> None:
    found = [shown(m) for m in coded(coder, text)]
    kind, actors, recipients = row.split()
    assert any(
        x.startswith(kind) and (actors == "?" or x.split()[1] == actors) and x.split()[2] == recipients
        for x in found
    ), found


NOT_CONCEDED = [
    ("Russia's interior ministry admitted that a thousand of its computers had been hit.", "CONCEDE"),
    ("Rebels left Goma two days before the deadline set by the United Nations.", "THREATEN"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_CONCEDED)
def test_harm_suffered_and_dates_set_are_no_deeds(coder: Coder, text: str, kind: str) -> None:
    assert kind not in {m.event_type for m in coded(coder, text)}


def test_a_single_victim_counts(coder: Coder) -> None:
    mentions = coded(coder, "Sri Lankan commandos shot dead Velupillai Prabhakaran on Monday.")
    assert [m.magnitude.killed for m in mentions] == [1]


MORE_DEEDS = [
    ("China and India fought a brief war over the frontier in 1962.", "ASSAULT CHN+IND -"),
    ("The army removed Guinea's President Alpha Conde in September.", "COERCE ? GIN"),
    (
        "The elections had been called after the Serbian mayors, along with some judges, resigned last month.",
        "RETREAT SRB -",
    ),
    ("The lawyer was taken from his flat in Minsk and held incommunicado.", "COERCE BLR BLR"),
    ("Kenyan youths regrouped and stoned a police lorry.", "PROTEST KEN KEN"),
    ("Indian border police set up a camp on the ridge.", "MOBILIZE IND -"),
]


@pytest.mark.parametrize(("text", "row"), MORE_DEEDS)
def test_wars_coups_and_camps(coder: Coder, text: str, row: str) -> None:
    kind, actors, recipients = row.split()
    found = [shown(m).split() for m in coded(coder, text)]
    assert any(x[0] == kind and actors in (x[1], "?") and x[2] == recipients for x in found), found


def test_fire_returned_is_another_attack(coder: Coder) -> None:
    text = "Shots were fired at police patrols in Kosovo, and officers returned fire."
    assert [m.event_type for m in coded(coder, text)] == ["ASSAULT", "ASSAULT"]


def test_what_is_exchanged_under_a_deal_lies_ahead(coder: Coder) -> None:
    text = (
        "The deal includes the release of 50 women in exchange for the release of 150 Palestinian prisoners."
    )
    assert {(m.event_type, m.status) for m in coded(coder, text)} == {("CONCEDE", "future")}


AFTER_ALL = [
    ("Islamic State claimed the attack on a Kabul school.", "ASSAULT IMG AFG"),
    ("Two Peruvian boys died when police used live ammunition in Juliaca.", "ASSAULT PER PER"),
    ("Germany suspended deportations of Afghan asylum seekers.", "CONCEDE DEU AFG"),
    (
        "Eritrean soldiers shelled the Ethiopian town of Mekelle before Ethiopian forces captured it.",
        "ASSAULT ETH ETH",
    ),
    (
        "Kenya's former president, one of the mediators, called on Sudan not to let talks fail.",
        "REQUEST KEN SDN",
    ),
    (
        "Early on Monday, an American drone fired missiles at a camp in Somalia, killing five men.",
        "ASSAULT USA SOM",
    ),
    ("Ethiopia's premier sent in the air force and jailed journalists.", "COERCE ETH ETH"),
    ("Mr Trump accused Pakistan of deceit and threatened to cut aid.", "THREATEN USA PAK"),
]


@pytest.mark.parametrize(("text", "row"), AFTER_ALL)
def test_claims_captures_and_shared_targets(coder: Coder, text: str, row: str) -> None:
    assert row in [shown(m) for m in coded(coder, text)]


NEITHER = [
    ("Soldiers left their posts and villagers fled south of Kunduz.", "RETREAT/resign"),
    ("The insurgents took the Afghan side of the frontier town of Spin Boldak.", "SUPPORT/"),
    ("Mr Trump called the rescue a positive moment for relations with Pakistan.", "REQUEST/assist"),
    (
        "The Peruvian railway suspended its train service after protesters blocked the track.",
        "PROTEST/strike",
    ),
]


@pytest.mark.parametrize(("text", "kind"), NEITHER)
def test_senses_that_do_not_fit(coder: Coder, text: str, kind: str) -> None:
    assert kind not in {f"{m.event_type}/{m.event_mode or ''}" for m in coded(coder, text)}


def test_what_jets_hit_is_of_the_side_that_they_fight(coder: Coder) -> None:
    text = (
        "Peruvian soldiers attacked Ecuadorean soldiers in the Condor mountains. Peruvian jets bombed two pontoon "
        "bridges on Friday."
    )
    assert [shown(m) for m in coded(coder, text)] == ["ASSAULT PER ECU", "ASSAULT PER ECU"]


def test_a_deed_told_again_has_the_same_parties(coder: Coder) -> None:
    mentions = coded(
        coder, "ECOWAS lifted the sanctions on Sunday in Accra.", "ECOWAS lifts sanctions on Mali"
    )
    assert [shown(m) for m in mentions] == ["RETREAT IGO MLI", "RETREAT IGO MLI"]


def test_the_state_whose_prison_it_is_holds_them(coder: Coder) -> None:
    text = "Relatives of Palestinian women detained in Israeli prisons marched in Ramallah."
    assert "COERCE ISR PSE" in [shown(m) for m in coded(coder, text)]


def test_the_police_of_the_sentence_made_the_arrests(coder: Coder) -> None:
    text = "Riot police beat marchers in Minsk, and some 700 people were arrested."
    assert [shown(m) for m in coded(coder, text)] == ["ASSAULT BLR BLR", "COERCE BLR BLR"]


LATER_FINDS = [
    ("North Korean artillery bombarded a South Korean base.", "ASSAULT PRK KOR"),
    ("Men in uniform fired on Kenyan students in Garissa.", "ASSAULT KEN KEN"),
    ("Indian police arrested members of the ELN, and the ministry banned it.", "COERCE IND COL"),
    ("Some 9,000 Kenyans have been driven from their homes.", "SANCTION - KEN"),
    ("Seoul suspended shipments of aid that it had promised after floods in the North, called off Red Cross talks "
     "due to be held tomorrow and barred its citizens from travelling.", "REJECT KOR NGO"),
    ("South Korea's defence minister, Kim Tae-young, offered to resign.", "AGREE KOR -"),
    ("North Korea warned that it would strike if its waters were violated.", "THREATEN PRK -"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "row"), LATER_FINDS)
def test_shelling_bans_and_offers(coder: Coder, text: str, row: str) -> None:
    assert row in [shown(m) for m in coded(coder, text)]


NOT_EVENTS = [
    ("The US embassy urged American citizens to leave Haiti.", "REQUEST"),
    ("Russia warned against escalation on the Korean peninsula.", "THREATEN"),
    ("The bodies of a dozen prisoners lay outside the Haitian prison.", "PROTEST"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_EVENTS)
def test_advice_and_sights_are_no_events(coder: Coder, text: str, kind: str) -> None:
    assert kind not in {m.event_type for m in coded(coder, text)}


def test_any_attack_is_none_in_particular(coder: Coder) -> None:
    mentions = coded(coder, "Any attack on civilians in Malakal may be a war crime, the UN chief said.")
    assert "asserted" not in {m.status for m in mentions if m.event_type == "ASSAULT"}


NO_DEED = [
    ("Hemedti called Burhan a fanatic who is bombing Sudanese civilians.", "ASSAULT"),
    ("A government that locks up lawyers tells the world what it is, the Kenyan bishop said.", "COERCE"),
    ("A Chinese rescue team searched the collapsed headquarters of the UN mission in Haiti.", "COERCE"),
]


@pytest.mark.parametrize(("text", "kind"), NO_DEED)
def test_insults_remarks_and_rescues_tell_no_deed(coder: Coder, text: str, kind: str) -> None:
    assert kind not in {m.event_type for m in coded(coder, text)}


def test_others_join_in_the_praise(coder: Coder) -> None:
    text = (
        "Nepal's government and the Communist Party of Nepal (Maoist) signed an accord. India hailed the accord and "
        "promised Nepal aid. The United States welcomed it."
    )
    assert shown(coded(coder, text)[-1]) == "SUPPORT USA NPL"


def test_maoists_are_those_of_the_country(coder: Coder) -> None:
    text = (
        "Nepal's Maoists signed a truce in Kathmandu. The Communist Party of Nepal (Maoist) kept its arms. "
        "Maoist rebels killed nine soldiers in western Nepal, and India condemned the attack."
    )
    killed = [m for m in coded(coder, text) if m.event_type == "ASSAULT"]
    assert [a.country for m in killed for a in m.actors] == ["NPL"]


def test_a_charge_is_answered_to_whoever_made_it(coder: Coder) -> None:
    text = (
        "Members of parliament criticised the summit. Boris Yeltsin accused Turkey of sheltering rebels; Ankara "
        "rejected the accusation."
    )
    assert shown(coded(coder, text)[-1]) == "REJECT TUR RUS"


STREETS = [
    ("The mayor of Moscow put soldiers on the streets.", "MOBILIZE RUS -"),
    ("The United States offered to send investigators to Ecuador.", "AGREE USA ECU"),
    ("Chechen rebels seized a hospital in Budyonnovsk.", "COERCE RUS RUS"),
]


@pytest.mark.parametrize(("text", "row"), STREETS)
def test_streets_offers_and_hospitals(coder: Coder, text: str, row: str) -> None:
    assert row in [shown(m) for m in coded(coder, text)]


ESCAPES = [
    ("A gang leader escaped from a jail in Riobamba in Ecuador.", "SANCTION"),
    ("The rebel leader of Nepal said his fighters would lock up their guns.", "COERCE"),
]


@pytest.mark.parametrize(("text", "kind"), ESCAPES)
def test_escapes_and_locked_guns_are_neither(coder: Coder, text: str, kind: str) -> None:
    assert kind not in {m.event_type for m in coded(coder, text)}


def test_telling_reporters_during_a_visit_asks_for_nothing(coder: Coder) -> None:
    text = "French President Emmanuel Macron told reporters during a visit to Berlin that Russian forces attacked Kyiv."
    assert "REQUEST" not in {m.event_type for m in coded(coder, text)}


FRONTS = [
    ("Chad's government blamed Monday's ambush on Sudanese rebels.", "ACCUSE TCD SDN"),
    ("The Israeli army killed on Friday two Palestinian gunmen in Gaza.", "ASSAULT ISR PSE"),
    ("Talks are under way in Cairo between Israel and Egypt.", "CONSULT EGY+ISR -"),
    ("Israeli troops killed four guerrillas in south Lebanon on Sunday.", "ASSAULT ISR LBN"),
    (
        "Kenyan troops killed two militants who officials said were hiding in southern Somalia.",
        "ASSAULT KEN SOM",
    ),
    ("A Hezbollah attack prompted Israeli shelling of Lebanese villages.", "ASSAULT ISR LBN"),
    ("Rebels attacked Goma in Congo, forcing thousands of residents to flee.", "SANCTION COD COD"),
    ("Soldiers captured the president of Guinea at his palace.", "COERCE GIN GIN"),
    ("Iran unleashed a salvo of missiles on Israel.", "ASSAULT IRN ISR"),
    ("The junta in Mali vowed to respect the accord with the Tuareg rebels.", "AGREE MLI MLI"),
]


@pytest.mark.parametrize(("text", "row"), FRONTS)
def test_reports_from_the_front(coder: Coder, text: str, row: str) -> None:
    assert row in [shown(m) for m in coded(coder, text)]


def test_blame_for_an_attack_is_no_attack_on_those_blamed(coder: Coder) -> None:
    rows = [shown(m) for m in coded(coder, "Chad's government blamed Monday's ambush on Sudanese rebels.")]
    assert rows == ["ACCUSE TCD SDN"]


def test_deaths_when_somebody_attacked_are_told_once(coder: Coder) -> None:
    text = "A dozen Afghan police were killed when a suicide attacker blew himself up in Kandahar."
    (row,) = coded(coder, text)
    assert (row.event_mode, [r.sectors for r in row.recipients]) == ("suicide-attack", [("COP",)])


def test_a_town_is_nobody_who_bears_its_name(coder: Coder) -> None:
    rows = coded(coder, "Rebels captured the police headquarters in Bria.")
    assert not any("Gbezera" in r.name for m in rows for r in m.recipients)


def test_refugees_are_not_of_the_country_that_they_flee_to(coder: Coder) -> None:
    text = "Sudan signed a truce with rebels from Darfur. Some 110,000 refugees have fled into neighbouring Chad."
    assert "SANCTION - SDN" in [shown(m) for m in coded(coder, text)]


def test_an_interview_is_no_meeting(coder: Coder) -> None:
    text = (
        "Speaking to AFP in Cairo by phone, the Sudanese rebel leader said his men had killed six soldiers."
    )
    assert not [m for m in coded(coder, text) if m.event_type == "CONSULT"]


def test_an_acronym_is_that_of_a_body_which_the_report_spells_out(coder: Coder) -> None:
    text = "The ADF attacked a village in Congo. The Allied Democratic Forces have killed dozens this month."
    assert {a.country for m in coded(coder, text) for a in m.actors} == {"UGA"}


SIDES = [
    ("US-led coalition airstrikes destroyed a depot near Mosul.", "ASSAULT IMG IRQ"),
    ("Saudi-led coalition warplanes bombed Sanaa.", "ASSAULT SAU YEM"),
    ("Ethnic Hutu rebels killed 27 cadets near Bujumbura in Burundi.", "ASSAULT BDI BDI"),
    ("Hutu extremists killed ten Tutsis in Rwanda.", "ASSAULT RWA RWA"),
    ("The UN evacuated its staff from Huambo in Angola after it was shelled by rebels.", "ASSAULT AGO AGO"),
    (
        "A UN convoy was ambushed by gunmen in Angola. Indian soldiers escorting the convoy returned fire.",
        "ASSAULT IND AGO",
    ),
    ("Chechen rebels claimed responsibility for the downing of a Russian helicopter.", "ASSAULT RUS RUS"),
    ("The head of the UN-recognized government of Libya summoned the French envoy.", "ACCUSE LBY FRA"),
    ("Rebels captured a doctor in Mali.", "ASSAULT MLI MLI"),
]


@pytest.mark.parametrize(("text", "row"), SIDES)
def test_whose_armies_they_are(coder: Coder, text: str, row: str) -> None:
    assert row in [shown(m) for m in coded(coder, text)]


def test_an_order_to_hold_on_refuses_nothing(coder: Coder) -> None:
    text = "The Libyan general defied a truce call by the UN, ordering his militia not to relent."
    assert {"REJECT LBY LBY", "REQUEST LBY LBY"}.isdisjoint(shown(m) for m in coded(coder, text))


def test_a_base_that_is_captured_is_not_abducted(coder: Coder) -> None:
    (row,) = coded(coder, "Rebels captured a Sudanese army base.")
    assert row.event_mode is None


HIT = [
    ("A blast left ten Kenyan soldiers wounded.", "ASSAULT - KEN"),
    ("An incident in Tessalit left three Chadian peacekeepers injured.", "ASSAULT - TCD"),
    ("Al-Shabaab ambushed a convoy of Ugandan troops in Somalia and killed 24 soldiers.", "ASSAULT SOM UGA"),
    (
        "A Nigerian peacekeeper was killed in Timbuktu. Peacekeepers were deployed to Mali after militants seized "
        "the north of the country in 2012.",
        "COERCE MLI MLI",
    ),
]


@pytest.mark.parametrize(("text", "row"), HIT)
def test_whom_it_struck(coder: Coder, text: str, row: str) -> None:
    assert row in [shown(m) for m in coded(coder, text)]


SHELTERED = [
    "Militants fired rockets into Israel, forcing residents to seek shelter.",
    "Many displaced families sought shelter in El Fasher.",
]


@pytest.mark.parametrize("text", SHELTERED)
def test_people_who_take_cover_ask_nobody(coder: Coder, text: str) -> None:
    assert not [m for m in coded(coder, text) if m.event_type in ("REQUEST", "COERCE")]


def test_what_an_army_is_charged_with_is_no_deed(coder: Coder) -> None:
    text = "The rebel spokesman charged the Chadian army with indiscriminate shelling of villages."
    assert [m.event_type for m in coded(coder, text)] == ["ACCUSE"]


def test_a_tribunal_that_looks_into_a_war_is_only_described(coder: Coder) -> None:
    text = (
        "The Liberian president was indicted by the tribunal investigating the crimes of Sierra Leone's war."
    )
    assert not [m for m in coded(coder, text) if m.event_mode == "investigate"]
