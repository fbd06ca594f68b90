"""Commands by which a person decides on names, kept beside the store, and the graph is built again."""

from typing import Annotated, Literal

import typer

from api.ask.deciding import decided, undone
from api.ask.proposing import with_all_likely
from api.ask.resolve import ids
from api.cli.answer import give
from api.cli.options import InOption, JsonOption, StoreOption
from api.cli.session import session
from graph.decisions.decisions import Decisions, Verdict, read_decisions, write_decisions
from graph.errors import UsageError
from graph.stores.protocol import Store
from queries.header import Ids

commands = typer.Typer()
VERDICTS: dict[str, Verdict] = {"same": "same", "different": "different", "同一": "same", "不同": "different"}


@commands.command()
def decide(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="The verdict (same or different) and two names.")
    ] = None,
    likely: Annotated[bool, typer.Option("--likely", help="Accept all likely proposals.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was decided on two names.")] = False,
    place_in: InOption = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Decide that two names are the same or different; without names, list what is decided."""
    from api.ingest.up_to_date import build_again

    run = session(context)
    path = run.decisions_path(store)
    if words or likely or undo:
        with run.writing(store) as (graph, before):
            within = ids(graph, "places", place_in)
            after = _after(graph, before, words or [], within, "likely" if likely else "undo" if undo else "")
            if after != before:
                build_again(graph, after)
                write_decisions(path, after)
        run.tell(
            "decision.counted", more=len(set(after.all) - set(before.all)), fewer=len(set(before.all) - set(after.all))
        )
        return
    rows = [
        {"verdict": one.verdict, "kind": one.kind, "place": one.place, "name": one.names[0], "other": one.names[1]}
        for one in read_decisions(path).all
    ]
    give(run, "decisions", rows, as_json=as_json)


def _after(
    graph: Store, before: Decisions, words: list[str], within: Ids, way: Literal["likely", "undo", ""]
) -> Decisions:
    """The decisions that will be in force. Raises UsageError for words that are no decision."""
    match way, words:
        case "likely", []:
            return with_all_likely(graph, before, within)
        case "undo", [one, other]:
            return undone(before, (one, other))
        case "", [verdict, one, other] if verdict in VERDICTS:
            return decided(graph, before, VERDICTS[verdict], (one, other), within)
    raise UsageError("decision.words")


@commands.command()
def rebuild(context: typer.Context, store: StoreOption = "") -> None:
    """Build the graph again, by the decisions and rules in force, from what was read; no file is read again."""
    from api.ingest.up_to_date import build_again

    run = session(context)
    with run.writing(store, as_it_is=True) as (graph, decisions):
        build_again(graph, decisions)
    run.tell("rebuilt.again")
