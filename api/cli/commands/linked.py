"""Commands on the graph as RDF: questions in SPARQL, and what is wrong with it by our shapes."""

import json
from pathlib import Path
from typing import Annotated

import typer

from api.ask import free_question
from api.cli import files, output
from api.cli.answer import give
from api.cli.options import JsonOption, MegabytesOption, SecondsOption, StoreOption
from api.cli.session import session
from graph.stores.read_back import read_all

commands = typer.Typer()


@commands.command()
def sparql(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="QUERY", help="A question in SPARQL, or a file that holds one.")],
    seconds: SecondsOption = free_question.SECONDS,
    megabytes: MegabytesOption = free_question.MEGABYTES,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Ask the graph as RDF in SPARQL; --json gives the JSON form of SPARQL results."""
    from graph.exports.rdf.sparql import rows_of

    run = session(context)
    question = files.words_or_file(text)
    found = free_question.answer_sparql(
        run.where(store), question, run.lang, base=run.base_iri, seconds=seconds, megabytes=megabytes
    )
    if as_json:
        output.emit(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    else:
        give(run, "sparql", list(rows_of(found)), as_json=False)


@commands.command()
def validate(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="A file of RDF (.ttl .trig .nq .nt .jsonld .rdf); without one, the store."),
    ] = None,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Check the graph as RDF, or a file of RDF, against our SHACL shapes; exit code 1 where something is wrong."""
    from graph.exports.rdf import to_text
    from graph.exports.rdf.people import records_of
    from graph.exports.rdf.validation import is_ours, read_rdf, violations

    run = session(context)
    if file is None:
        with run.reading(store) as graph:
            triples = to_text(read_all(graph), "nt", run.base_iri, records_of(graph)).encode()
    else:
        triples = read_rdf(file)
    found = violations(triples)
    told = [{"thing": one.thing, "path": one.path, "value": one.value, "zh": one.zh, "en": one.en} for one in found]
    shown = [{"problem": getattr(one, run.lang), "thing": one.thing, "value": one.value} for one in found]
    give(run, "validate", told if as_json else shown, as_json=as_json)
    if not triples.strip():
        run.tell("rdf.empty")
    foreign = file is not None and not is_ours(triples)
    if foreign and triples.strip():
        run.tell("rdf.foreign", path=file)
    if found or foreign:
        raise typer.Exit(1)
