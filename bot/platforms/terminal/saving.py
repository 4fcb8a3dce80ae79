"""Files in and out: what a person sends is read, what the assistant sends is saved for their eyes only."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

FILE_BYTES = 20_000_000
"""The largest file that is taken in: what a Telegram bot may download."""


class FileTooLargeError(Exception):
    """The file is over `FILE_BYTES`."""


def read(path: str) -> bytes:
    """The bytes of a file ("~" is the home folder).

    Raises OSError when there is no regular file to read there (a pipe or a device would never end), and
    `FileTooLargeError`.
    """
    found = _expanded(path)
    if not found.is_file():
        raise FileNotFoundError(path)
    with found.open("rb") as file:
        data = file.read(FILE_BYTES + 1)
    if len(data) > FILE_BYTES:
        raise FileTooLargeError(path)
    return data


def _expanded(path: str) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError as no_home:  # "~nobody"
        raise FileNotFoundError(path) from no_home


def save(folder: Path, name: str, data: bytes) -> Path:
    """The path of a new file with these bytes. The folder is made on first use; a name that is taken gets a
    number ("name-2.png"), because nothing is overwritten. Raises OSError.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    safe = Path(re.sub(r"[^\w.() -]", "_", name).lstrip(".") or "file")
    numbers = count(2)
    path = folder / safe
    while not _created(path):
        path = folder / f"{safe.stem}-{next(numbers)}{safe.suffix}"
    path.write_bytes(data)
    return path


def _created(path: Path) -> bool:
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        return False
    return True
