"""Whether any reader's time grows faster than its text: thousands of texts that repeat a fragment, at rising lengths.

Time is that of the processor. A text whose time at 12,000 bytes is more than twice and a half that at 6,000 is grown
on, up to 100,000 bytes, at which nothing may take more than 2 seconds. What a file was read into is measured too: the
characters of its quotes, against those of the text. First come the texts that were slow once.

usage: python -m benchmarks.fragments [COUNT [SEED]]   (4,000 texts of seed 0 take some five minutes)
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.fragment_texts import SLOW_ONCE, FragmentText, texts, words
from graph.errors import FileRefusedError
from graph.papers.passages import statements_of
from loaders.extract import read_document
from loaders.read import read_bytes

SIZES = (3_000, 6_000, 12_000)
"""Bytes of the texts that every fragment is tried at."""
GROWN = (25_000, 50_000, 100_000)
"""Bytes at which one that looks suspicious is tried on."""
BOUND = 2.0
"""Seconds of the processor that 100,000 bytes of anything may take."""
_SUSPICIOUS = 2.5  # times the processor's time for twice the text
_NOISE = 0.03  # seconds below which the time of 12,000 bytes tells nothing: 100,000 take less than 2 even if quadratic
_QUADRATIC = 2.9  # times the processor's time for twice the text, at the longest two lengths


@dataclass(frozen=True, slots=True)
class Measured:
    """What one text took: seconds by bytes, how many times its own characters it is quoted, whether it was refused."""

    text: FragmentText
    seconds: dict[int, float]
    quoted: float
    refused: str = ""

    @property
    def growth(self) -> float:
        """The times by which twice the text took longer, at the longest two lengths."""
        *_, half, whole = self.seconds.values()
        return whole / max(half, 1e-6)

    @property
    def slow(self) -> bool:
        """Whether 100,000 bytes take too long, or a quadratic growth would make them."""
        size, seconds = max(self.seconds.items())
        return seconds * 100_000 / size > BOUND or (size == max(GROWN) and self.growth > _QUADRATIC and seconds > 1 / 2)


def measure(text: FragmentText) -> Measured:
    """The text at rising lengths; further ones only where its time grows faster than it or is long."""
    seconds: dict[int, float] = {}
    quoted, refused = 0.0, ""
    for size in SIZES:
        seconds[size], quoted, refused = _read(text, size)
    if seconds[12_000] > _NOISE and seconds[12_000] > _SUSPICIOUS * seconds[6_000]:
        seconds[12_000] = min(seconds[12_000], _read(text, 12_000)[0])
    if seconds[12_000] > _NOISE and (seconds[12_000] > _SUSPICIOUS * seconds[6_000] or seconds[12_000] > BOUND / 10):
        for size in GROWN:
            seconds[size], quoted, refused = _read(text, size)
            if seconds[size] > 2 * BOUND:
                break
    return Measured(text, seconds, quoted, refused)


def _read(text: FragmentText, size: int) -> tuple[float, float, str]:
    """Seconds of the processor, quoted characters for each of the text, and why it was refused."""
    whole = text.of(size)
    data = whole.encode()[:size]
    data = data.decode(errors="ignore").encode()
    start = time.process_time()
    try:
        document = read_document(read_bytes(data, f"fragment{text.suffix}"))
    except FileRefusedError as error:
        return time.process_time() - start, 0.0, error.reason.key
    taken = time.process_time() - start
    quotes = sum(len(statement.source.quote) for statement in statements_of(document))
    return taken, quotes / max(len(data.decode()), 1), ""


def main(arguments: list[str]) -> None:
    """Print what is slow, what grows, what is refused, and the longest quotes."""
    count = int(arguments[0]) if arguments else 4_000
    seed = int(arguments[1]) if len(arguments) > 1 else 0
    start = time.process_time()
    _read(FragmentText("numbered and owned", "修渠"), SIZES[0])
    measured: list[Measured] = []
    for one in _measured(count, seed):
        measured.append(one)
        if one.slow:
            print(f"slow  {_figures(one)}", flush=True)
    slow = [one for one in measured if one.slow]
    print(f"\n{len(measured)} texts of {len(words())} words and signs, {time.process_time() - start:.0f} s")
    print(
        f"slow: {len(slow)}; grown to {max(GROWN):,} bytes: {sum(max(one.seconds) == max(GROWN) for one in measured)}"
    )
    print("refused:", dict(Counter(one.refused for one in measured if one.refused)))
    print("\nlongest for each byte")
    for one in sorted(measured, key=lambda one: -max(s / n for n, s in one.seconds.items()))[:12]:
        print(f"      {_figures(one)}")
    print("\nquoted most")
    for one in sorted(measured, key=lambda one: -one.quoted)[:12]:
        print(f"      {one.quoted:6.1f} times: {one.text.name}")


def _measured(count: int, seed: int) -> Iterator[Measured]:
    for name, text in SLOW_ONCE.items():
        taken = {size: _read(text, size)[0] for size in GROWN}
        one = Measured(text, taken, *_read(text, GROWN[0])[1:])
        print(f"once  {_figures(one)}   {name}", flush=True)
        yield one
    for text in texts(count, seed):
        yield measure(text)


def _figures(one: Measured) -> str:
    times = ", ".join(f"{size // 1000} kB {seconds:.2f} s" for size, seconds in one.seconds.items())
    return f"{times}   {one.text.name}"


if __name__ == "__main__":
    main(sys.argv[1:])
