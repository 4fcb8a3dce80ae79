"""A book of many clients."""

from __future__ import annotations

import csv
import io

from bot.messages import File, Table
from storage import ClientCard, Store
from tests.handlers.conftest import Sam


async def test_a_long_list_shows_its_beginning_and_gives_all_as_a_file(sam: Sam, store: Store) -> None:
    person = await sam.person()
    for number in range(30):
        card = ClientCard(f"Client {number:02}", "Acme; Sons", "+442079460018", note='says "hello"')
        await store.add_client(person.id, card, key=str(number), now=sam.clock.now())
    table, file = await sam.says("/client list")
    assert isinstance(table, Table)
    assert len(table.rows) == 20
    assert isinstance(file, File)
    rows = list(csv.reader(io.StringIO(file.data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 31
    assert rows[1] == ["Client 00", "Acme; Sons", "020 7946 0018", "", 'says "hello"']
