"""Options that several commands share, so that each is spelt and explained once."""

from typing import Annotated

import typer

StoreOption = Annotated[
    str, typer.Option("--store", metavar="STORE", help="A path, :memory: or neo4j://user@host:7687.")
]
InOption = Annotated[str, typer.Option("--in", metavar="PLACE", help="Only what belongs to this place.")]
ForceOption = Annotated[
    bool, typer.Option("--force", help="Replace a file of another kind too; never a store's, nor one that was loaded.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print an array with one object a row.")]
