"""The demonstration: the example documents loaded into a fresh store, and the four questions answered."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli import output
from api.cli.session import Session, session
from api.words import words
from graph.errors import FileRefusedError
from graph.messages.sentences import say
from graph.stores.open import open_store

if TYPE_CHECKING:
    from graph.stores.protocol import Store

commands = typer.Typer()


@commands.command()
def demo(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of example documents.")] = Path(
        "examples"
    ),
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the store, RDF and pictures go.")] = Path("out"),
    leader: Annotated[str, typer.Option(metavar="NAME", help="Whose tasks are listed.")] = "冉泰休",
    place: Annotated[str, typer.Option(metavar="NAME", help="Whose lineage is told.")] = "福荣村",
) -> None:
    """Load the example documents and answer the four questions."""
    from api.ask.drawing import drawn
    from api.ask.questions import Asker
    from api.cli import files
    from api.cli.commands.out import exported
    from loaders.formats.readers import ENDINGS
    from queries.ask import ask_any
    from viz.draw import write

    run = session(context)
    documents = sorted(folder.glob("*.txt"))
    documents += sorted(path for path in folder.glob("office/*") if path.suffix in ENDINGS)
    if not documents:
        raise FileRefusedError("demo.no_examples", folder=folder)
    graph = _loaded(documents, out / "demo.lbug")
    try:
        counts = {name: len(ask_any(graph, f"{name}/list", {})) for name in ("documents", "plans", "tasks")}
        _say(run, "demo.loaded", folder=folder, **counts)
        _answer(run, graph, leader, place)
        _say(run, "demo.files")
        asker = Asker(graph, "", run.lang)
        for path, content in (
            (out / "plangraph.ttl", exported(graph, "rdf").encode()),
            (out / "workload.html", write(drawn(asker, "workload").picture, "html")),
            (out / "lineage.html", write(drawn(asker, "lineage").picture, "html")),
        ):
            files.write(path, content, graph.where)
            output.emit(f"   {path}\n")
    finally:
        graph.close()


def _loaded(documents: list[Path], path: Path) -> "Store":
    """A fresh store at `path` that holds these documents."""
    from api.ingest.loading.load import load

    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    graph = open_store(str(path))
    load(graph, documents)
    return graph


def _answer(run: Session, graph: "Store", leader: str, place: str) -> None:
    """The first three questions, each with its answer."""
    from api.ask.questions import OVERLOADED, Asker
    from api.cli import footnotes, tables
    from queries.ask import ask
    from queries.lineage import lineage
    from queries.reasons import sentence
    from queries.workload import workload

    asker = Asker(graph, "", run.lang)
    _say(run, "demo.tasks", name=leader)
    rows = ask(graph, "tasks/list", leader=asker.ids("leaders", leader))
    tables.show(run.lang, footnotes.tasks(graph, run.lang, rows, full=False)[0], tables.LAYOUT["tasks"])
    _say(run, "demo.lineage", name=place)
    reached = lineage(graph, asker.ids("places", place))
    tables.show(run.lang, footnotes.lineage(graph, run.lang, reached), tables.LAYOUT["lineage"])
    _say(run, "demo.workload")
    for by in ("unit", "leader"):
        for row in workload(graph, by=by):
            if row["verdict"] in OVERLOADED:
                verdict = words.value(run.lang, "verdict", row["verdict"])
                output.emit(f"   {row['name']} · {verdict}\n   {sentence(run.lang, row)}\n")


def _say(run: Session, key: str, **values: object) -> None:
    output.emit("\n" + say(run.lang, key, **values) + "\n")
