"""A slow and lossy way to a server on this machine: what passes is delayed, and now and then the link is cut.

Each direction carries so many bits a second, which all links share, and everything arrives half the round trip later.
Of the packets (1,460 bytes) one in twenty is lost. What a lost packet does to whoever reads a stream is done, without
packets: it is sent again a second later, takes its place on the line again, and whatever follows waits behind it. A
link that is opened costs one round trip more. A cut is asked for: the link breaks before the request has arrived whole,
or once the server has it and before any word of the answer is back.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from random import Random
from threading import Event, Thread

PACKET = 1460
AGAIN = 1.0
"""So many seconds later a lost packet is sent again."""

BREAKS_AFTER = 2
"""So many packets of a request arrive, and no more, where its link breaks on the way there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Bits a second each way, seconds there and back, and the share of packets that is lost."""

    bits: int = 50_000
    round_trip: float = 0.8
    loss: float = 0.05


@dataclass(slots=True)
class Way:
    """One direction: when the line is free again, and how many bytes came through."""

    network: Network
    chance: Random
    free: float = 0.0
    carried: int = 0

    def arrives(self, now: float, size: int) -> float:
        """When a packet that is sent now arrives."""
        self.carried += size
        takes = size * 8 / self.network.bits
        self.free = max(now, self.free) + takes
        at = self.free + self.network.round_trip / 2
        while self.chance.random() < self.network.loss:
            self.free += takes
            at += AGAIN + takes
        return at


@dataclass(slots=True)
class Lossy:
    """The way to a server. ``cut`` breaks the next link: "there" or "back" as the words of the module say."""

    to: int
    up: Way
    down: Way
    port: int = 0
    cut: str = ""
    tasks: set["asyncio.Task[None]"] = field(default_factory=set)

    async def link(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one link until either side ends it."""
        task = asyncio.current_task()
        assert task is not None
        self.tasks.add(task)
        cut, self.cut = self.cut, ""
        await asyncio.sleep(self.up.network.round_trip)
        there_reader, there = await asyncio.open_connection("127.0.0.1", self.to)
        try:
            await asyncio.gather(
                _carry(reader, there, self.up, breaks=BREAKS_AFTER if cut == "there" else None),
                _carry(there_reader, writer, self.down, breaks=0 if cut == "back" else None),
            )
        except (OSError, EOFError):
            pass
        finally:
            for one in (writer, there):
                one.transport.abort()
            self.tasks.discard(task)


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: Way, *, breaks: int | None) -> None:
    """One direction of one link; EOFError where it breaks, after so many packets."""
    waiting: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
    await asyncio.gather(_sent(reader, waiting, way), _arrived(waiting, writer, breaks))


async def _sent(reader: asyncio.StreamReader, waiting: "asyncio.Queue[tuple[float, bytes]]", way: Way) -> None:
    last, loop = 0.0, asyncio.get_running_loop()
    while some := await reader.read(PACKET):
        last = max(last, way.arrives(loop.time(), len(some)))
        await waiting.put((last, some))
    await waiting.put((last, b""))


async def _arrived(
    waiting: "asyncio.Queue[tuple[float, bytes]]", writer: asyncio.StreamWriter, breaks: int | None
) -> None:
    number, loop = 0, asyncio.get_running_loop()
    while True:
        at, some = await waiting.get()
        await asyncio.sleep(max(0.0, at - loop.time()))
        if some and number == breaks:
            raise EOFError
        if not some:
            with suppress(OSError):
                writer.write_eof()
            return
        writer.write(some)
        await writer.drain()
        number += 1


@contextmanager
def lossy(to: int, seed: int, network: Network | None = None) -> Iterator[Lossy]:
    """A slow and lossy way to the server on this port."""
    told = network or Network()
    way = Lossy(to, Way(told, Random(f"up {seed}")), Way(told, Random(f"down {seed}")))
    ready, loop = Event(), asyncio.new_event_loop()
    ended = asyncio.Event()

    async def serve() -> None:
        server = await asyncio.start_server(way.link, "127.0.0.1", 0)
        way.port = server.sockets[0].getsockname()[1]
        ready.set()
        await ended.wait()
        server.close()
        for task in list(way.tasks):
            task.cancel()
        await asyncio.gather(*way.tasks, return_exceptions=True)

    thread = Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    ready.wait()
    try:
        yield way
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join()
        loop.close()
