"""`comptoir` as a process: what it prints, where, and its exit status."""

from __future__ import annotations

import json
import sqlite3
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.process.conftest import Comptoir

SETTLED = ("--person", "Camille", "--lang", "fr", "--zone", "Europe/Paris", "--now", "2026-11-24T09:00")


def test_a_transcript_on_standard_input_is_played_and_printed(comptoir: Comptoir) -> None:
    done = comptoir("chat", *SETTLED, said="/fini\n")
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.startswith(
        "── 2026-11-24 ──\n09:00  Camille   /fini\n09:00  Comptoir  Aucun but n'est en cours.\n"
    )


def test_without_a_command_and_without_a_token_it_is_the_terminal(comptoir: Comptoir) -> None:
    done = comptoir(said="/aide\n")
    assert done.returncode == 0
    assert "/objectif" in done.stdout


def test_json_is_one_object_a_message(comptoir: Comptoir) -> None:
    done = comptoir("chat", *SETTLED, "--json", said="/fini\n")
    (message,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert message == {
        "at": "2026-11-24T09:00:00+01:00",
        "to": "Camille",
        "kind": "buttons",
        "text": "Aucun but n'est en cours.",
        "choices": ["Fixer un but"],
        "file": None,
    }


def test_what_was_said_is_remembered_by_the_next_process(comptoir: Comptoir) -> None:
    comptoir("chat", *SETTLED, said="/objectif ma veille sur LinkedIn 20 min\n")
    done = comptoir("chat", *SETTLED, said="/objectif\n")
    assert "Vous êtes sur LinkedIn" in done.stdout


def test_on_postgresql_too_what_was_said_is_remembered_by_the_next_process(
    comptoir: Comptoir, new_database: str
) -> None:
    comptoir("chat", *SETTLED, said="/objectif ma veille sur LinkedIn 20 min\n", COMPTOIR_DATABASE=new_database)
    done = comptoir("chat", *SETTLED, "--database", new_database, said="/objectif\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Vous êtes sur LinkedIn" in done.stdout


def test_postgresql_without_its_extra_is_one_line_that_says_what_to_install(comptoir: Comptoir, tmp_path: Path) -> None:
    (tmp_path / "psycopg.py").write_text("raise ModuleNotFoundError(name='psycopg')")
    done = comptoir("chat", COMPTOIR_DATABASE="postgresql://127.0.0.1:1/db", PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr == (
        "comptoir: PostgreSQL needs the extra `postgres` (psycopg is missing): pip install 'comptoir[postgres]'\n"
    )


def test_the_default_database_is_made_in_the_users_data_folder(comptoir: Comptoir, tmp_path: Path) -> None:
    done = comptoir("chat", *SETTLED, said="/aide\n", COMPTOIR_DATABASE="")
    assert done.returncode == 0
    assert (tmp_path / "data" / "comptoir" / "comptoir.db").is_file()


def corrupt(path: Path) -> None:
    path.write_bytes(b"this is not a database, it is a letter to a client" * 100)


def too_new(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("INSERT INTO _sqlite_migrations VALUES (99, 'comptoir', '9999_future', '2030-01-01')")
    database.close()


@pytest.mark.parametrize(("spoil", "reason"), [(corrupt, "database"), (too_new, "newer version")])
def test_a_database_that_cant_be_used_is_one_line_and_loses_nothing(
    comptoir: Comptoir, tmp_path: Path, spoil: object, reason: str
) -> None:
    path = tmp_path / "c.db"
    assert comptoir("chat", *SETTLED, said="/fini\n").returncode == 0
    assert callable(spoil)
    spoil(path)
    before = path.read_bytes()
    done = comptoir("chat", *SETTLED, said="/fini\n")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("comptoir: ")
    assert done.stderr.count("\n") == 1
    assert reason in done.stderr
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "settings", "named"),
    [
        ((), {"COMPTOIR_DATABASE": "nowhere/c.db"}, "nowhere"),
        ((), {"COMPTOIR_DATABASE": "mysql://somewhere/db"}, "COMPTOIR_DATABASE"),
        ((), {"COMPTOIR_DATABASE": "postgresql://me:secret@127.0.0.1:1/db"}, "postgresql://127.0.0.1:1/db"),
        (("--database", "postgresql://me:sec@ret@host/db"), {}, "--database"),
        ((), {"COMPTOIR_ZONE": "Paris"}, "COMPTOIR_ZONE"),
        ((), {"COMPTOIR_LANGUAGE": "de", "COMPTOIR_COUNTRY": "france"}, "COMPTOIR_COUNTRY"),
        (("--zone", "Paris"), {}, "--zone"),
        (("--now", "tomorrow"), {}, "--now"),
        (("--database", "."), {}, "folder"),
    ],
)
def test_a_bad_setting_is_one_line_and_exit_status_1(
    comptoir: Comptoir, arguments: tuple[str, ...], settings: dict[str, str], named: str
) -> None:
    done = comptoir("chat", *arguments, said="/aide\n", **settings)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert named in done.stderr
    assert "secret" not in done.stderr


@pytest.mark.parametrize("arguments", [("run",), ()])
def test_a_platform_that_is_not_served_yet_is_said_plainly(comptoir: Comptoir, arguments: tuple[str, ...]) -> None:
    done = comptoir(*arguments, COMPTOIR_TELEGRAM_TOKEN="123:abc")
    assert done.returncode == 1
    assert "telegram" in done.stderr
    assert "123:abc" not in done.stderr


def test_run_without_a_token_says_what_to_set(comptoir: Comptoir) -> None:
    done = comptoir("run")
    assert done.returncode == 1
    assert "COMPTOIR_TELEGRAM_TOKEN" in done.stderr


def test_the_version_is_that_of_the_package(comptoir: Comptoir) -> None:
    assert comptoir("--version").stdout == f"comptoir {version('comptoir')}\n"


def test_a_closed_pipe_ends_quietly(comptoir: Comptoir) -> None:
    done = comptoir("chat", *SETTLED, said=b"/aide\n\xff\xfe bytes that are no text\n/aide")
    assert done.returncode == 0
    assert done.stdout.count("/objectif") >= 2


@pytest.mark.parametrize(
    ("phrase", "language", "told"),
    [
        ("demain 9h", "fr", "mercredi 25 novembre à 9 h"),
        ("tomorrow at 9", "en", "Wednesday, November 25 at 9 am"),
        ("tous les lundis et jeudis à 7h45", "fr", "tous les lundis et jeudis à 7 h 45"),
    ],
)
def test_when_tells_how_a_time_is_understood(comptoir: Comptoir, phrase: str, language: str, told: str) -> None:
    said = ("--lang", language, "--zone", "Europe/Paris", "--now", "2026-11-24T09:00")
    assert comptoir("when", phrase, *said).stdout.replace("\u00a0", " ") == f"{told}\n"


def test_when_reads_cases_one_a_line(comptoir: Comptoir) -> None:
    case = {"id": "a", "phrase": "in half an hour", "ref": "2026-11-24T09:00:00", "lang": "en"}
    nothing = {"id": "b", "phrase": "bananas", "ref": "2026-11-24T09:00:00", "lang": "en"}
    done = comptoir("when", "--jsonl", said=f"{json.dumps(case)}\n{json.dumps(nothing)}\n")
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"id": "a", "pred": {"kind": "instant", "value": "2026-11-24T09:30:00"}},
        {"id": "b", "pred": None},
    ]


@pytest.mark.parametrize(
    ("arguments", "said", "named"), [(("bananas",), "", "bananas"), (("--jsonl",), "{}\n", "line 1"), ((), "", "''")]
)
def test_when_says_in_one_line_what_it_cant_read(
    comptoir: Comptoir, arguments: tuple[str, ...], said: str, named: str
) -> None:
    done = comptoir("when", *arguments, said=said)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert named in done.stderr


LINE = {"target": "owners", "feel": "trust", "messages": "clear quotes", "expertise": "roofing and zinc work"}


def test_review_reads_a_file_or_standard_input(comptoir: Comptoir, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("A roof is not a detail. #a #b #c #d", encoding="utf-8")
    from_file = comptoir("review", "draft.txt", "--lang", "en", "--network", "x")
    piped = comptoir("review", "--lang", "en", "--network", "x", said="A roof is not a detail. #a #b #c #d")
    assert from_file.returncode == 0
    assert "4 hashtags" in from_file.stdout
    assert piped.stdout == from_file.stdout


def test_review_reads_cases_one_a_line(comptoir: Comptoir) -> None:
    lined = {"id": "a", "line": LINE, "lang": "en", "network": "linkedin", "text": "We relaid a slate roof today."}
    bare = {"id": "b", "line": None, "lang": "fr", "network": "x", "text": "é" * 300}
    done = comptoir("review", "--jsonl", said=f"{json.dumps(lined)}\n{json.dumps(bare)}\n")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert [first["id"], second["id"]] == ["a", "b"]
    assert first["scope"] is None or first["scope"]["verdict"] in ("inside", "edge", "outside")
    assert second["scope"] is None
    assert "280" in second["form"][0]
    assert set(first) == set(second) == {"id", "scope", "tone", "form", "advice"}
    assert 0 <= first["tone"]["meter"] <= 10


@pytest.mark.parametrize(
    ("arguments", "said"), [(("nowhere.txt",), ""), (("--jsonl",), "{}\n"), (("--jsonl",), "[]\n")]
)
def test_review_says_in_one_line_what_it_cant_read(comptoir: Comptoir, arguments: tuple[str, ...], said: str) -> None:
    done = comptoir("review", *arguments, said=said)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
