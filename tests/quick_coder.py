"""A coder for tests of everything but coding: no parser, a mention for each report, made at once.

``python -m tests.quick_coder ARGUMENTS`` is ``dragoman ARGUMENTS`` with it.
"""

from __future__ import annotations

import os
import time

from dragoman.records import (
    CoderVersion,
    Document,
    Entity,
    EventDate,
    EventMention,
    Evidence,
    Magnitude,
    Record,
    stable_id,
)

NAME = "tests.quick_coder:QuickCoder"


class QuickCoder:
    """Takes the first line of a report for a meeting of Kenya with Uganda.

    A report with "CRASH" in it kills the process, one with "FAIL" raises, one with "SLOW" takes
    a while, one with "HANG" a minute; with ``DRAGOMAN_TEST_SLOW`` set every report takes that many seconds.
    """

    def __init__(self) -> None:
        self.version = CoderVersion("0.1.0", "none", "plover", os.environ.get("DRAGOMAN_TEST_CODER", "quick"))
        self.pause = float(os.environ.get("DRAGOMAN_TEST_SLOW", "0"))

    def code(self, document: Document) -> Record:
        if "CRASH" in document.text:
            os._exit(13)
        if "FAIL" in document.text:
            raise ZeroDivisionError("this report cannot be coded")
        if "HANG" in document.text:
            time.sleep(60)
        time.sleep(self.pause + 0.3 * ("SLOW" in document.text))
        line = document.text.split("\n", 1)[0][:200]
        kenya = Entity("Kenya", "country:KEN", "KEN", ("GOV",))
        uganda = Entity("Uganda", "country:UGA", "UGA", ("GOV",))
        date = EventDate(document.published, document.published, None, "published")
        mention = EventMention(
            stable_id(document.id, 0), "CONSULT", None, (), "040", 1, "verbal cooperation", 1.0, 1.0,
            (kenya,), (uganda,), "asserted", (), date, None, Magnitude(),
            Evidence("text", line, 0, len(line), (0, 1)), 0.9,
        )  # fmt: skip
        return Record(document, (mention,), coder=self.version)


def main() -> None:
    from dragoman.cli import main as dragoman
    from dragoman.store import workers

    workers.CODER = NAME
    dragoman()


if __name__ == "__main__":
    main()
