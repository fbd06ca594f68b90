"""The command that runs the service."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import StoreOption
from api.cli.session import session
from graph.errors import UsageError

commands = typer.Typer()


@commands.command()
def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen at.")] = "",
    port: Annotated[int | None, typer.Option(min=0, max=65535, metavar="PORT", help="The port to listen at.")] = None,
    token_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file whose first line is the token of those who may upload.")
    ] = None,
    tokens: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A file of tokens with roles (TOML), read again when it changes."),
    ] = None,
    allow_host: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A further name under which the service is asked.")
    ] = None,
    examples: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Serve the documents of this folder; nothing is kept.")
    ] = None,
    store: StoreOption = "",
) -> None:
    """Answer over HTTP, with pages for people, until it is stopped."""
    import uvicorn
    from pydantic import ValidationError

    from api.app import create_app
    from api.arenas import share_arenas
    from api.http.around import logs
    from api.server import server_options
    from api.serving import ServiceSettings, open_library
    from api.words.inputs import reason_of_input

    run = session(context)
    typed = {
        "store": store,
        "examples": examples,
        "host": host,
        "port": port,
        "token_file": token_file,
        "tokens_file": tokens,
        "allowed_hosts": ",".join(allow_host or ()),
    }
    try:
        settings = ServiceSettings(**{name: value for name, value in typed.items() if value not in {None, ""}})  # type: ignore[arg-type]
    except ValidationError as error:
        fault = error.errors()[0]
        raise UsageError("serve.setting", name=str(fault["loc"][0]).upper(), reason=reason_of_input(fault)) from error
    share_arenas()
    with open_library(settings, lambda files: run.tell("serve.examples", files=files), run.tell_upkeep) as library:
        run.tell("serve.address", address=f"http://{settings.host}:{settings.port}/")
        if not settings.takes_changes:
            run.tell("serve.read_only")
        logs.to_stderr()
        app = create_app(settings, library)
        uvicorn.run(app, host=settings.host, port=settings.port, **server_options(settings))


@commands.command()
def mcp(context: typer.Context, store: StoreOption = "") -> None:
    """Answer programs with a language model over stdin and stdout (MCP); nothing can be changed."""
    try:
        from api.mcp.server import server
    except ModuleNotFoundError as error:
        if error.name != "mcp":
            raise
        raise UsageError("mcp.not_installed") from error
    run = session(context)
    with run.reading(store):
        pass  # a store that is not there is told at the start
    server(lambda: run.reading(store), run.lang).run("stdio")
