import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.platforms.terminal import saving


def test_a_file_is_saved_where_only_its_owner_can_read_it(tmp_path: Path) -> None:
    path = saving.save(tmp_path / "new" / "files", "a.png", b"png")
    assert path.read_bytes() == b"png"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    names = [saving.save(tmp_path, "a.png", b"%d" % number).name for number in range(3)]
    assert names == ["a.png", "a-2.png", "a-3.png"]
    assert (tmp_path / "a.png").read_bytes() == b"0"


@settings(deadline=None)  # it writes files
@given(name=st.text(max_size=40) | st.sampled_from(["../../etc/passwd", "/etc/passwd", "..", ".bashrc", "a\0b"]))
def test_a_name_never_leads_out_of_the_folder(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp() / "names"
    path = saving.save(folder, name, b"")
    assert path.parent == folder
    assert not path.name.startswith(".")
    path.unlink()


def test_what_was_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a.txt").write_bytes(b"a")
    assert saving.read("~/a.txt") == b"a"


def test_what_is_no_file_is_not_found_and_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "missing", Path("/dev/zero"), Path("~nobody-here/a")):
        with pytest.raises(FileNotFoundError):
            saving.read(str(path))


def test_a_file_that_is_too_large_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "FILE_BYTES", 3)
    (tmp_path / "a").write_bytes(b"abcd")
    with pytest.raises(saving.FileTooLargeError):
        saving.read(str(tmp_path / "a"))
