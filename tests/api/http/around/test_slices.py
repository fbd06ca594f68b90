"""A long body goes out in slices, each when the client has taken the one before."""

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from api.http.around.slices import LENGTH, Slices
from tests.own_loop import in_thread


@pytest.mark.parametrize("length", [0, 1, LENGTH, LENGTH + 1, 3 * LENGTH, 3 * LENGTH + 5])
@pytest.mark.parametrize("more", [False, True])
def test_the_slices_are_the_body(length: int, *, more: bool) -> None:
    body = bytes(number % 251 for number in range(length))
    sent: list[Message] = []

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": body, "more_body": more})

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    in_thread(lambda: asyncio.run(Slices(app)({"type": "http"}, receive, send)))
    slices = sent[1:]
    assert b"".join(one["body"] for one in slices) == body
    assert max(len(one["body"]) for one in slices) <= LENGTH
    assert [one["more_body"] for one in slices] == [True] * (len(slices) - 1) + [more]
