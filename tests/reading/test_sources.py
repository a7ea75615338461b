"""Folders, archives and compressed files, and how a long run goes on where it stopped."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import pickle
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest
import zstandard

from dragoman.reading import (
    Draft,
    ReadOptions,
    ReadProblem,
    Source,
    drafts,
    files_of,
    iter_sources,
    read,
    read_bytes,
    read_source,
)
from dragoman.reading.inputs import LARGEST
from dragoman.records import Document
from tests.reading.pages import paragraphs

P = paragraphs()
LINES = b"".join(
    json.dumps({"id": str(n), "text": f"Report number {n}. {P['a']}"}).encode() + b"\n" for n in range(20)
)
PACKERS = {"gz": gzip.compress, "zst": zstandard.compress, "bz2": bz2.compress, "xz": lzma.compress}


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def found_in(data: bytes, name: str = "x", **options: object) -> list[Document | ReadProblem]:
    return list(read_bytes(data, name, options=ReadOptions(**options)))  # type: ignore[arg-type]


def documents(data: bytes, name: str = "x") -> list[Document]:
    found = found_in(data, name)
    assert [str(f) for f in found if isinstance(f, ReadProblem)] == []
    return [f for f in found if isinstance(f, Document)]


# --- what reports are packed in ----------------------------------------------------------------

MEMBERS = {
    "reports/a.txt": f"Border talks end\n\n3 May 2021\n\n{P['a']}".encode(),
    "reports/lines.jsonl": LINES,
    "reports/lines.jsonl.gz": gzip.compress(LINES),
    "reports/picture.png": b"\x89PNG",
    "__MACOSX/reports/._a.txt": b"junk",
}


@pytest.mark.parametrize("kind", PACKERS)
def test_compressed_files(kind: str) -> None:
    for name in (f"lines.jsonl.{kind}", "standard input"):
        found = documents(PACKERS[kind](LINES), name)
        assert [d.source_id for d in found] == [str(n) for n in range(20)]
        assert [d.source_offset for d in found] == list(range(1, 21))
    two = PACKERS[kind](LINES[: len(LINES) // 2]) + PACKERS[kind](LINES[len(LINES) // 2 :])
    assert len(documents(two, f"lines.jsonl.{kind}")) == 20, "parts that follow one another belong together"


@pytest.mark.parametrize("kind", PACKERS)
def test_a_compressed_file_that_is_cut_off(kind: str) -> None:
    data = PACKERS[kind](os.urandom(200_000).hex().encode().join([LINES, b"\n" + LINES]))
    *_, last = found_in(data[: len(data) * 2 // 3], f"lines.jsonl.{kind}")
    assert isinstance(last, ReadProblem)
    assert "damaged or cut off" in last.reason


@pytest.mark.parametrize("mode", ["zip", "w", "w:gz", "w:bz2", "w:xz", "zst"])
def test_archives(mode: str) -> None:
    if mode == "zip":
        data = zipped(MEMBERS)
    elif mode == "zst":
        data = zstandard.compress(tarred(MEMBERS))
    else:
        data = tarred(MEMBERS, mode)
    found = documents(data, "corpus")
    assert [d.source_file for d in found] == [
        "corpus::reports/a.txt",
        *["corpus::reports/lines.jsonl"] * 20,
        *["corpus::reports/lines.jsonl.gz"] * 20,
    ]
    assert found[0].title == "Border talks end"
    assert found[1].id == found[21].id, "where a report lies does not change what it is"


@pytest.mark.parametrize("outer", ["zip", "tar"])
@pytest.mark.parametrize("inner", ["zip", "tar.gz"])
def test_archives_in_archives(outer: str, inner: str) -> None:
    within = zipped(MEMBERS) if inner == "zip" else tarred(MEMBERS, "w:gz")
    data = (zipped if outer == "zip" else tarred)({f"a/inner.{inner}": within, "b.txt": P["b"].encode()})
    found = documents(data, "corpus")
    assert len(found) == 42
    assert found[0].source_file == f"corpus::a/inner.{inner}::reports/a.txt"
    assert found[-1].source_file == "corpus::b.txt"


def test_archives_in_archives_in_archives_end_somewhere() -> None:
    data = P["a"].encode()
    for _ in range(6):
        data = zipped({"inner": data})
    (problem,) = found_in(data, "corpus.zip")
    assert isinstance(problem, ReadProblem)
    assert "packed too deep" in problem.reason


@pytest.mark.parametrize(
    "name", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "C:\\evil.txt", "..\\evil.txt"]
)
def test_names_that_lead_out_of_an_archive(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for data in (
        zipped({name: b"evil", "b.txt": P["b"].encode()}),
        tarred({name: b"evil", "b.txt": P["b"].encode()}),
    ):
        problem, report = found_in(data, "corpus")
        assert isinstance(problem, ReadProblem)
        assert "leads out of the archive" in problem.reason
        assert isinstance(report, Document)
    assert list(tmp_path.iterdir()) == []


def test_links_devices_and_secrets_in_archives() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            entry = tarfile.TarInfo("link.txt")
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
    found = found_in(out.getvalue())
    assert ["link or a device" in str(f) for f in found] == [True] * 4
    data = bytearray(zipped({"a.txt": P["a"].encode()}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (problem,) = found_in(bytes(data))
    assert "encrypted" in str(problem)


def test_names_in_archives_cannot_write_to_a_terminal() -> None:
    (d,) = documents(zipped({"a\x1b[2Jb.txt": P["a"].encode()}), "corpus")
    assert d.source_file == "corpus::a\ufffd[2Jb.txt"


def test_a_damaged_member_does_not_stop_an_archive() -> None:
    data = bytearray(zipped({"a.txt": P["a"].encode() * 3, "b.txt": P["b"].encode()}))
    data[45] ^= 0xFF
    problem, report = found_in(bytes(data))
    assert "damaged" in str(problem)
    assert isinstance(report, Document)


@pytest.mark.parametrize("cut", [300, 900, 1600, 2500])
def test_a_tar_archive_that_is_cut_off(cut: int) -> None:
    data = tarred({"a.txt": P["a"].encode(), "b.txt": P["b"].encode(), "c.txt": P["c"].encode()})
    found = found_in(data[:cut], "corpus.tar")
    assert "cut off" in str(found[-1]), found
    assert all(isinstance(f, Document) for f in found[: cut // 1100])


def test_bombs() -> None:
    zeros = bytes(10_000_000)
    packer = zstandard.ZstdCompressor().compressobj()
    bomb = b"".join([*(packer.compress(zeros) for _ in range(100)), packer.flush()])
    assert len(bomb) < 200_000
    bombs = {
        "a.jsonl.zst": bomb,
        "a.txt.gz": gzip.compress(bytes(70_000_000)),
        "a.html.gz": gzip.compress(b"<html>" + bytes(70_000_000)),
        "a.zip": zipped({f"{n}.txt": zeros for n in range(8)}),
        "b.zip": zipped({"a.zip": zipped({"b.jsonl": bytes(70_000_000)})}),
        "a.csv.bz2": bz2.compress(bytes(70_000_000)),
    }
    tracemalloc.start()
    found = [found_in(data, name)[-1] for name, data in bombs.items()]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert all(isinstance(f, ReadProblem) for f in found), found
    assert all("as bombs do" in str(f) or "larger than" in str(f) or "binary" in str(f) for f in found), found
    assert peak < 6 * LARGEST


def test_what_shrinks_well_is_no_bomb() -> None:
    assert len(documents(gzip.compress(LINES * 500), "a.jsonl.gz")) == 10_000


# --- folders -----------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in {
        "b/lines.jsonl": LINES,
        "a.txt": P["a"].encode(),
        "c.zip": zipped(MEMBERS),
        "d.bin": b"\x00\x01",
        "page.html": f"<html><body><p>{P['a']}</p></body></html>".encode(),
        "page_files/frame.html": b"<html><body>Advertisement</body></html>",
        "picture.png": b"\x89PNG",
        ".hidden.txt": b"hidden",
        ".git/config.txt": b"hidden",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "loop").symlink_to(tmp_path)
    return tmp_path


def test_a_folder_gives_its_files_in_the_order_of_their_names(folder: Path) -> None:
    names = ["a.txt", "b/lines.jsonl", "c.zip", "d.bin", "page.html"]
    assert [str(p.relative_to(folder)) for p in files_of(folder)] == names
    found = list(read(folder))
    assert len([f for f in found if isinstance(f, Document)]) == 1 + 20 + 41 + 1
    (problem,) = (f for f in found if isinstance(f, ReadProblem))
    assert problem.file == str(folder / "d.bin")


def test_sources_have_an_identity(folder: Path) -> None:
    path = folder / "a.txt"
    (first,) = iter_sources([path])
    assert isinstance(first, Source)
    (again,) = iter_sources([str(path)])
    assert again == first
    path.write_text("Another report of the day.")
    os.utime(path, ns=(1, 1))
    (changed,) = iter_sources([path])
    assert isinstance(changed, Source)
    assert changed.key != first.key
    assert len({s.key for s in iter_sources([folder]) if isinstance(s, Source)}) == 5


def test_what_is_not_there_is_a_problem_in_its_place(folder: Path) -> None:
    found = list(iter_sources([folder / "a.txt", folder / "nowhere", folder / "page.html"]))
    assert [type(f) for f in found] == [Source, ReadProblem, Source]


def test_a_file_that_goes_away_is_a_problem(folder: Path) -> None:
    (source,) = iter_sources([folder / "a.txt"])
    assert isinstance(source, Source)
    (folder / "a.txt").unlink()
    (problem,) = read_source(source)
    assert "cannot be opened" in str(problem)


# --- going on where a run stopped --------------------------------------------------------------


def test_reading_goes_on_from_any_item(folder: Path) -> None:
    for source in iter_sources([folder]):
        assert isinstance(source, Source)
        whole = list(read_source(source))
        for skip in range(len(whole) + 2):
            assert list(read_source(source, skip=skip)) == whole[skip:]


def test_drafts_can_be_made_elsewhere(folder: Path) -> None:
    for source in iter_sources([folder]):
        assert isinstance(source, Source)
        sent = [pickle.loads(pickle.dumps(draft)) for draft in drafts(pickle.loads(pickle.dumps(source)))]
        assert [draft.make() for draft in sent] == list(read_source(source))


def test_a_draft_never_raises() -> None:
    found = Draft("x.txt", int, ("no number",), row=7).make()  # type: ignore[arg-type]
    assert isinstance(found, ReadProblem)
    assert str(found).startswith("x.txt:7: the reader failed (ValueError: invalid literal")


def test_memory_stays_flat(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=1) as stream:
        for n in range(4_000):
            row = {"id": str(n), "text": f"{n} " + P["a"] + os.urandom(300).hex()}
            stream.write(json.dumps(row).encode() + b"\n")
    (source,) = iter_sources([path])
    assert isinstance(source, Source)
    tracemalloc.start()
    count = sum(1 for _ in drafts(source))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 4_000
    assert peak < 3_000_000
