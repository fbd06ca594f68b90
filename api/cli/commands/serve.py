"""The commands that run the service, for an office and on one's own desk."""

from collections.abc import Mapping
from contextlib import closing
from logging import WARNING
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import StoreOption
from api.cli.session import session
from graph.errors import UsageError, reason_of

if TYPE_CHECKING:
    from api.serving import ServiceSettings

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

    from api.app import create_app
    from api.arenas import share_arenas
    from api.http.around import logs
    from api.server import server_options
    from api.serving import open_library

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
    settings = _settings(typed)
    share_arenas()
    shown: list[int] = []

    def tell_examples(files: int) -> None:
        shown.append(files)
        run.tell("serve.examples", files=files)

    with open_library(settings, tell_examples, run.tell_upkeep) as library:
        run.tell("serve.address", address=f"http://{settings.host}:{settings.port}/")
        if not settings.takes_changes:
            run.tell("serve.read_only")
        logs.to_stderr()
        app = create_app(settings, library, examples=bool(shown))
        uvicorn.run(app, host=settings.host, port=settings.port, **server_options(settings))


@commands.command(name="open")
def open_desk(
    context: typer.Context,
    port: Annotated[int, typer.Option(metavar="PORT", min=0, max=65535, help="A port; else any that is free.")] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only say the address.")] = False,
    store: StoreOption = "",
) -> None:
    """Open the pages in the browser, with uploads, on this machine alone, until the window is closed."""
    from pydantic import SecretStr

    from api import desk
    from api.app import create_app
    from api.arenas import share_arenas
    from api.http.around import logs
    from api.serving import open_library

    run = session(context)
    try:
        held = desk.free_port(port)
    except OSError as error:
        raise UsageError("serve.port_taken", port=port, reason=reason_of(error)) from error
    share_arenas()
    logs.to_stderr(WARNING)
    with closing(held):
        number = held.getsockname()[1]
        settings = _settings({"store": store, "host": desk.HOST, "port": number})
        if not settings.secret:
            settings = settings.model_copy(update={"token": SecretStr(desk.new_secret())})
        key = desk.new_secret()
        entrance = f"http://{desk.HOST}:{number}/enter?key={key}"

        def ready() -> None:
            run.tell("serve.opened", address=entrance)
            if not no_browser:
                desk.open_browser(entrance)

        with open_library(settings, lambda _files: None, run.tell_upkeep) as library:
            desk.run(create_app(settings, library, desk_key=key), settings, held, ready)


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


def _settings(typed: Mapping[str, object]) -> "ServiceSettings":
    """The settings of the environment with those typed, of which "" and None count as not typed. Raises UsageError."""
    from pydantic import ValidationError

    from api.serving import ServiceSettings
    from api.words.inputs import reason_of_input

    try:
        return ServiceSettings(**{name: value for name, value in typed.items() if value not in {None, ""}})  # type: ignore[arg-type]
    except ValidationError as error:
        fault = error.errors()[0]
        raise UsageError("serve.setting", name=str(fault["loc"][0]).upper(), reason=reason_of_input(fault)) from error
