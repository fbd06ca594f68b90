"""Commands by which a person decides on names; decisions stand in the store, and the graph is built again by them."""

import os
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import ForceOption, InOption, JsonOption, StoreOption
from api.cli.session import Session, author, session
from graph.errors import FileRefusedError, StoreInUseError, UsageError
from graph.messages.message import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.decisions.decisions import Decision, Decisions, Verdict
    from graph.history.entries import Act
    from graph.stores.protocol import Store
    from queries.header import Ids

commands = typer.Typer()
VERDICTS: "dict[str, Verdict]" = {"same": "same", "different": "different", "同一": "same", "不同": "different"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants of the decisions: one more on two names, all likely ones, one undone, those of a file."""

    words: tuple[str, ...] = ()
    likely: bool = False
    undo: bool = False
    taken_from: Path | None = None


@commands.command()
def decide(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS",
            help="same or different and two names; edition and the file that stands; replaces or apart and two papers.",
        ),
    ] = None,
    likely: Annotated[bool, typer.Option("--likely", help="Accept all likely proposals.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was decided on two names.")] = False,
    who: Annotated[
        str,
        typer.Option(
            metavar="NAME", envvar="PLANGRAPH_USER", show_envvar=False, help="Who decides; else the name of the login."
        ),
    ] = "",
    why: Annotated[str, typer.Option(metavar="TEXT", help="Why it is decided so.")] = "",
    export_to: Annotated[
        Path | None, typer.Option("--export", metavar="FILE", help="Write what is decided to this file.")
    ] = None,
    import_from: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Take in the decisions of such a file.")
    ] = None,
    force: ForceOption = False,
    place_in: InOption = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Decide on two names, on the edition of a paper that stands, on a paper that replaces another; else list that."""
    from api.ask.deciding import signed_by
    from api.ask.editions.deciding_versions import shown_names
    from api.ask.resolve import ids
    from api.cli import files
    from api.cli.answer import give
    from api.ingest.files.own_files import decisions_path
    from graph.decisions.exchange import exported
    from graph.stores.decisions import stored_decisions

    run = session(context)
    wish = Wish(tuple(words or ()), likely, undo, import_from)
    if wish != Wish():
        if export_to:
            raise UsageError("decision.words")
        from graph.refresh.refresh import rebuild

        signed = who or author(os.environ)
        with _opened(run, store, "undo" if undo else "decide", signed) as graph:
            before = stored_decisions(graph)
            after = signed_by(_after(graph, before, wish, ids(graph, "places", place_in)), before, signed, why)
            if after != before:
                rebuild(graph, after)
        run.tell(
            "decision.counted", more=len(set(after.all) - set(before.all)), fewer=len(set(before.all) - set(after.all))
        )
        return
    with run.reading(store) as graph:
        stored = stored_decisions(graph)
        shown = shown_names(graph)
    if export_to:
        where = run.where(store)
        files.write(export_to, exported(stored), where, force=force, besides=decisions_path(where))
        run.tell("written.file", path=export_to)
        return
    give(run, "decisions", [_row(one, one.names if as_json else shown(one)) for one in stored.all], as_json=as_json)


@contextmanager
def _opened(run: Session, store: str, act: "Act", who: str) -> "Iterator[Store]":
    """The store to change. Raises StoreInUseError that says where one decides while the service has it."""
    with ExitStack() as stack:
        try:
            graph = stack.enter_context(run.writing(store, act, who=who))
        except StoreInUseError as error:
            raise StoreInUseError("decision.served", store=run.where(store)) from error
        yield graph


def _row(one: "Decision", names: tuple[str, str]) -> dict[str, object]:
    """The row of a decision; for people a file is named by its path."""
    named = {"verdict": one.verdict, "kind": one.kind, "place": one.place, "name": names[0], "other": names[1]}
    return {**named, "who": one.who, "decided_on": one.decided_on, "why": one.why}


def _after(graph: "Store", before: "Decisions", wish: Wish, within: "Ids") -> "Decisions":
    """The decisions that will be in force. Raises UsageError for what is no decision."""
    from api.ask.deciding import decided, undone
    from api.ask.editions.deciding_versions import replaces, stands
    from api.ask.proposing import with_all_likely

    match wish:
        case Wish((), True, False, None):
            return with_all_likely(graph, before, within)
        case Wish((one, other), False, True, None):
            return undone(graph, before, (one, other), within)
        case Wish((("edition" | "版本"), file), False, False, None):
            return stands(graph, before, file)
        case Wish((("replaces" | "代替" | "apart") as verdict, one, other), False, False, None):
            return replaces(graph, before, one, other, apart=verdict == "apart")
        case Wish((verdict, one, other), False, False, None) if verdict in VERDICTS:
            return decided(graph, before, VERDICTS[verdict], (one, other), within)
        case Wish((), False, False, Path() as path):
            return _with_those_of(path, before)
    raise UsageError("decision.words")


def _with_those_of(path: Path, before: "Decisions") -> "Decisions":
    """The decisions with those of a file, which go before older ones on the same names."""
    from graph.decisions.decisions import checked
    from graph.decisions.exchange import read_decisions

    if not path.exists():
        raise FileRefusedError.at(path, message("file.missing"))
    return checked((*before.all, *(one for one in read_decisions(path).all if one not in before.all)))


@commands.command()
def rebuild(context: typer.Context, store: StoreOption = "") -> None:
    """Build the graph again from what was read, by the rules in force; files that other readers read are read again."""
    from api.ingest.upkeep.up_to_date import keep_up
    from graph.refresh.refresh import rebuild as rebuild_all
    from graph.stores.decisions import stored_decisions

    run = session(context)
    with run.writing(store, as_it_is=True, again=True) as graph:
        done = keep_up(graph)
        if not done.rebuilt:
            rebuild_all(graph, stored_decisions(graph))
    run.tell_upkeep(replace(done, rebuilt=False))
    run.tell("rebuilt.again")
