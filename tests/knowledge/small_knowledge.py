"""A handful of rows in every table, for tests that must not depend on what ships."""

from __future__ import annotations

from pathlib import Path

from dragoman.knowledge import Knowledge, build
from dragoman.knowledge.store import Store

TABLES = {
    "states.tsv": """
id	name	variants	demonyms	adjectives	capital	metonyms	iso2	iso3	gw	cow	fips	kind	start	end	parent	source
country:FRA	France	French Republic	Frenchman|Frenchmen	French	Paris	Elysee	FR	FRA	220	220	FR	state				own
country:JOR	Jordan		Jordanian|Jordanians	Jordanian	Amman		JO	JOR	663	663	JO	state	1946			own
country:SUN	Soviet Union	USSR|U.S.S.R.	Soviet|Soviets	Soviet	Moscow		SU	SUN	365	365		historical	1922	1991	country:RUS	own
country:RUS	Russia	Russian Federation	Russian|Russians	Russian	Moscow	Kremlin	RU	RUS	365	365	RS	state				own
country:USA	United States	US|U.S.|America	American|Americans	American	Washington	White House	US	USA	2	2	US	state				own
""",
    "offices.tsv": """
key	title	variants	sectors	rank	source
head-of-state	President	president|king	GOV	1	own
foreign-minister	Foreign Minister	minister of foreign affairs|USA:secretary of state	GOV	2	own
defence-minister	Minister of Defence	defence minister	GOV|MIL	2	own
spokesperson	Spokesperson	spokesman	GOV	3	own
group-leader	Leader	leader	REB	1	own
""",
    "terms/europe.tsv": """
person_id	person	variants	country	office	title	start	end	sectors	org	source
person:anna-petrova	Anna Petrova	Anna Petrowa	RUS	head-of-state	President	2000-05-07	2008-05-07			own
person:boris-zelenski	Boris Zelenski		RUS	head-of-state	President	2008-05-07	2012			own
person:jean-le-grand	Jean-Luc Le Grand		FRA	defence-minister	Minister of Defence	2005-01-01	?			own
person:marie-dubois	Marie Dubois		FRA	defence-minister	Minister of Defence	2007-06-01				own
person:omar-al-masri	Omar al-Masri	Abu Faris		group-leader	Leader of the Red Hand	2001		REB	org:red-hand	own
""",
    "organisations/groups.tsv": """
id	name	variants	kind	country	sectors	parent	backers	start	end	source
org:red-hand	Red Hand	Red Hand Brigades|RHB	armed-group	JOR	REB			2000		own
org:french-army	French Army	Armée de terre	service	FRA	MIL					own
""",
    "outlets.tsv": """
id	name	variants	country	kind	state_run	domain	source
outlet:the-nation	The Nation		USA	newspaper	0		own
outlet:tass	TASS	Itar-Tass	RUS	agency	1		own
""",
    "roles.tsv": """
phrase	sectors	kind	source
police	COP	institution	own
riot police officer	COP	person	own
army|land force	MIL	institution	own
protester	CVL	person	own
government	GOV	institution	own
militant	UAF	person	own
""",
    "modifiers.tsv": """
word	sectors	source
parliamentary|congressional	LEG	own
smuggling	CRM	own
""",
    "places/cities.tsv": """
id	name	variants	country	admin1	latitude	longitude	population	kind	source
1	Lyon	Lyons	FRA	Rhone	45.7	4.8	520000	city	own
2	Police		FRA	Nowhere	45.0	4.0	20000	city	own
""",
    "common.tsv": """
word	kind
police	word
may	month
jordan	first-name
michael	first-name
""",
}


def write_tables(folder: Path, tables: dict[str, str] = TABLES) -> Path:
    for name, text in tables.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")
    return folder


def compiled(data: Path) -> Knowledge:
    """The knowledge base of the tables under ``data``."""
    return Knowledge(Store(build.compile_in_memory(data)))
