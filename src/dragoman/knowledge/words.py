"""The function words and word classes by which names and phrases are read. Actors are in ``data/``."""

from __future__ import annotations

import re


def _set(text: str) -> frozenset[str]:
    """A set from space-separated words."""
    return frozenset(text.split())


def _list(text: str) -> tuple[str, ...]:
    """The same in their order."""
    return tuple(text.split())


def _pairs(text: str) -> dict[str, str]:
    """A mapping from lines "to: from from ..."."""
    lines = (line.partition(":") for line in text.strip().splitlines())
    return {word: to.strip() for to, _, words in lines for word in words.split()}


def plural(word: str) -> bool:
    """Whether a word for people stands in the plural ("Iranians", "Frenchmen")."""
    return word.endswith(("s", "men"))


PARTICLES = _set(
    """al el ul ud ed ad as ash ar an at az bin ben ibn bint abu de da di do dos das del della la le van von
    der den ter ten du ould st of y e"""
)
"""Words that belong to the surname after them ("al-Assad", "de Gaulle", "bin Salman")."""
LOWER_STARTS = _set("al el ul ad as ash ar an at az bin ben ibn abu de da di van von der ould")
"""Words that, in small letters, may begin a name ("al-Qaeda", "de Gaulle")."""
ENGLISH = _set("USA GBR CAN AUS NZL IRL")
"""Countries whose people need no introduction in English news, so that their surnames are not rare."""
FIRM_PARTICLES = _set("de da do dos das di van von der den du della ter ten")
"""Those without which nobody is called: "dos Santos" is no Santos; "al-Assad" is Assad, too."""
FAMILY_FIRST = _set("CHN TWN HKG MAC KOR PRK SGP")
FAMILY_NAMES = _set(
    "Chen Wang Zhang Liu Yang Zhao Huang Zhou Wu Xu Hu Zhu Gao Lin Guo Luo Liang Zheng Xie Tang Feng "
    "Yu Dong Xiao Cheng Cao Yuan Deng Shen Zeng Peng Jiang Cai Jia Ding Xue Ye Yan Pan Kim Park Choi "
    "Jung Kang Cho Yoon Jang Lim Shin Kwon Hwang Ahn Bae Baek Nguyen Tran Pham Hoang Phan Dang Bui "
    "Ngo Duong"
)
"""Surnames that stand before the given name, where the country of their bearer is not known."""
"""Countries in whose names the family name comes first."""
GIVEN_USED = _set("THA ETH ERI MMR MYS VNM IDN KHM LAO ISL SOM DJI BTN MNG LKA")
"""Countries whose people are also called by their first or last name alone."""
TWO_SURNAMES = _set(
    """ESP MEX GTM HND SLV NIC CRI PAN CUB DOM PRI COL VEN ECU PER BOL PRY URY ARG CHL GNQ PHL BRA PRT AGO
    MOZ"""
)
"""Countries where a second surname may follow the one that a person goes by."""
RENOWN = _list(
    """USA GBR RUS CHN DEU FRA ISR IRN IND JPN UKR SYR IRQ PAK TUR SAU EGY PRK KOR ZAF BRA SUN ITA ESP
    POL AUS CAN MEX"""
)
"""States whose leaders and bodies need no introduction in English news, the most written of first."""
RULERS = _set("head-of-state head-of-government")
"""Offices whose titles are names as well: "Amir", "Sultan"."""
RENOWNED_BODIES = _set(
    """org:united-nations org:nato org:european-union org:european-commission org:european-council
    org:arab-league org:african-union org:international-monetary-fund"""
)
"""Organisations whose heads need none either."""
GIVEN_NAMES = _pairs(
    """
    muhammad: mohammed mohamed mohammad mohamad muhammed mohamud mahomed muhamed mohammadi mohd muhamad mehmed
    ahmad: ahmed achmed akhmed
    mahmud: mahmoud mahmood mehmood
    yusuf: yousef yousuf youssef yusef yousif youssouf yussuf yussef
    abdal: abdul abdel abdol abdoul
    husain: hussein hussain husayn hossein hosein husein hussien hoessein
    hasan: hassan hasson
    aleksandr: alexander aleksander alexandr oleksandr aliaksandr alyaksandr aleksandar alexandre
    sergei: sergey sergej serhiy serhii siarhei siarhiej
    nikolai: nikolay nicolai mykola nikolaj
    vladimir: volodymyr uladzimir wladimir
    dmitri: dmitry dmitriy dmytro dmitrij
    viktor: victor
    yuri: yury yuriy yurii jurij juri iurii
    andrei: andrey andrej andriy andrii
    aleksei: alexei alexey aleksey oleksiy oleksii
    evgeni: yevgeny evgeny yevgeni yevgeniy evgenij
    mikhail: mikhael mykhailo mykhaylo
    ibrahim: ebrahim ibraheem
    ismail: ismael esmail ismaeel
    khalid: khaled khaleed
    said: saeed saied sayeed
    rashid: rasheed rachid
    karim: kareem
    salih: saleh
    usman: osman othman uthman ousmane
    umar: omar
    sulaiman: suleiman sulayman soleiman suleyman solaiman
    mustafa: mostafa moustafa moustapha
    abdallah: abdullah abdulla abdellah abdoulaye
    """
)
"""One spelling for each given name that newspapers transliterate in many ways."""
IRREGULAR_PLURALS = _pairs(
    """
    man: men
    woman: women
    person: people
    child: children
    fm: fms
    pm: pms
    cm: cms
    wife: wives
    thief: thieves
    militiaman: militiamen
    adviser: advisor advisors
    protester: protestor protestors
    guerrilla: guerillas guerilla guerrillas
    organisation: organization organizations
    defence: defense
    labour: labor
    centre: center centers
    emergency: emergencies
    affairs: affairs
    politics: politics
    news: news
    series: series
    gas: gas
    mp: mps
    corps: corps
    los: los
    """
)
"""Plurals that no rule gives, American spellings, and words that only look plural."""
NUMBERS = _set(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
    dozen dozens hundreds thousands scores half and"""
)
DETERMINERS = _set(
    """the a an this that these those some several many few any all both each every other another more most
    much such no about around nearly almost over approximately least than up to at tens his her its their our
    my your same first second third latest newly"""
)
"""Words that may stand before a noun phrase without changing who it names."""
INDEFINITE = _set("a an one two three several some")
IGNORED = _set(
    """acting interim caretaker outgoing incoming then current new newly senior top veteran elect mr mrs
    ms dr sir honourable honorable embattled exiled jailed detained datuk datin seri shri"""
)
"""Words that say something about a holder but not who it is."""
HONORIFICS = _set(
    "mr mrs ms miss dr sir dame lord lady madame sheikh sayyid haji hajji ayatollah datuk datin seri shri"
)
FORMER = _set("former ex onetime erstwhile deposed ousted late toppled")
PREPOSITIONS = _set("of in from for to at on by with inside across near against outside")
PLACING_PREPOSITIONS = _set("of in from at inside across near outside")
"""Prepositions whose noun says whose the thing before them is."""
SPEAKING_FOR = _set(
    "spokesman spokeswoman spokesperson spokespeople spokesmen negotiator campaigner lawyer attorney"
)
"""Roles whose *for* says whose they are."""
LOCATING = _set("in at near outside inside around across")
"""Prepositions after which a name is a place rather than a person."""
CUT = _set(
    """who which that whose whom where when while after before during following amid because including
    said says was were is are has have had will would could as accused suspected loyal backed led
    believed killed wounded"""
)
"""Words at which a noun phrase that runs on too long is cut."""
CONTAINERS = _set(
    """group member crowd number majority team delegation handful pair part section unit column convoy
    wave band supporter contingent faction rest hundred thousand dozen score"""
)
"""Roles that stand for what follows "of": "members of Hamas"."""
MEMBERS = _set(
    """official member spokesperson spokesman spokeswoman employee representative delegation team envoy
    source leader head chief staff leadership delegate negotiator side authority supporter cadre
    operative fighter militant gunman insurgent rebel militiaman militia terrorist commander force
    troop guerrilla faction cell group movement organisation party network man activist jihadist
    extremist branch wing"""
)
"""Roles that, behind an organisation's name, add nothing to what the organisation is."""
GENERIC = _set(
    """group leader official member boss chief head figure man woman person people source spokesman
    spokeswoman spokesperson team delegation delegate panel committee commission unit crew representative
    envoy negotiator adviser aide staff staffer personnel convoy vehicle faction network ring syndicate
    outfit cell organisation association body federation confederation coalition alliance front movement wing
    squad squadron insider employee executive kingpin lord baron operative community family supporter
    council forum league bloc section agent commander contingent fleet crowd mob operation board chairman
    chairwoman chair director deputy president manager coordinator founder circle camp leadership society
    sniper marksman gunner institution branch gathering lobby collective enterprise charity club
    vessel boat ship aircraft truck compound building post office headquarters""",
)
"""Nouns that take their sector from the word before them ("congressional panel") or after "of"."""
STATE = _set("government regime authority state administration country nation republic kingdom leadership")
"""Roles that are the state itself."""
HEADS = _set("leader chief head boss")
"""Titles that fit the leader of any organisation."""
SUBORDINATE = _set(
    "deputy vice under assistant spokesman spokeswoman spokesperson former member commander adviser"
)
"""Words in a printed title that make it a lesser one."""
INTERNATIONAL = _set("UNO EUR IGO NGO IMG MNC ISM")
"""PLOVER's country codes of actors that belong to no state."""
PARLIAMENTARY = _set(
    """GBR CAN AUS NZL IND PAK BGD JPN ISR DEU ITA ESP NLD BEL SWE NOR DNK FIN GRC IRQ LBN THA MYS SGP
    KHM NPL HUN POL CZE SVK SVN HRV BGR ALB MKD MNE EST LVA IRL ISL AUT LUX PNG FJI SLB VUT TTO JAM
    BRB ETH LSO ARM GEO XKX MLT MUS PRT WSM TON"""
)
"""States whose "leader", in the news, is the head of government."""
ORGANISATION_OFFICES = _list(
    """secretary-general group-leader party-leader separatist-leader head-of-state religious-leader
    commissioner igo-official ngo-leader union-leader business-leader state-company-head"""
)
"""The offices that lead organisations, in the order in which they are tried."""
SERVICE_OFFICES = _list(
    """intelligence-chief police-chief army-chief air-force-chief navy-chief chief-of-staff
    military-commander border-guard-chief central-bank-governor agency-head election-chief"""
)
"""The offices that lead bodies of a state; as bodies share them, the printed title must name the body."""
LOCAL_OFFICES = _set("governor mayor regional-minister territory-head legislative-leader police-chief judge")
"""Offices whose titles may name a place that tells the country ("Governor of Borno State")."""
OFFICIAL = _set("GOV LEG JUD MIL SPY COP")
"""Sectors that a person has by office only."""
PRIVATE = (("EDU",), ("BUS",), ("LAB",), ("MED",), ("JRN",), ("AGR",), ("SOC",), ("CRM",), ("REB",), ("UAF",))
"""First sectors of bodies whose heads hold no office of the state: "chancellor of a Spanish university"."""
NO_STATE = _set("PSE")
"""Countries whose parts have no government but theirs: "the Gaza leadership"."""
PEOPLES = (("REL",), ("CVL",), ("REF",))
"""The first sectors of peoples and faiths."""
NATIONAL_OFFICES = _set(
    "head-of-state head-of-government speaker-of-parliament foreign-minister defence-minister"
)
"""Offices whose titles may name a body that is no owner ("President of the National Assembly")."""

AGENTIVE = re.compile(r"(?:m[ae]n|wom[ae]n|ers?|ors?|ists?|ians?|ees?|eers?|folk)\Z")
"""How nouns for people end ("riflemen", "deminers", "loyalists")."""
MADE_OF = re.compile(
    r"(?P<who>.+)-(?P<how>backed|led|based|linked|affiliated|born|aligned|inspired|allied|speaking|made|supported"
    r"|funded|trained|armed|owned|run|held|controlled|ruled|occupied|administered|dominated|sponsored|style"
    r"|majority|registered|flagged|bound)\Z",
    re.IGNORECASE,
)
"""A compound such as "Iran-backed" or "Gaza-based"."""
TWO_NATIONS = re.compile(r"(?P<first>[A-Z][a-z]+)[-–](?P<second>[A-Z][a-z]+)")
"""Two adjectives of nations before a name: "Iranian-British"."""
HALVES = {
    "Franco": "French", "Anglo": "British", "Sino": "Chinese", "Russo": "Russian", "Italo": "Italian",
    "Afro": "African", "Greco": "Greek", "Polono": "Polish", "Hispano": "Spanish", "Luso": "Portuguese",
    "Germano": "German", "Austro": "Austrian", "Indo": "Indian", "Turko": "Turkish", "Japano": "Japanese",
}  # fmt: skip
"""First halves of such words that are no adjectives of their own."""
PLACING = _set("based run led ruled held controlled administered occupied owned registered flagged")
"""The second halves of such compounds that say whose the thing is."""
