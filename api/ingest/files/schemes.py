"""The schemes of the codes of registers: which a store holds for each table, and which a person names for one that
comes.
"""

import json
from collections.abc import Mapping
from dataclasses import replace

from api.ingest.files.recognise import Seen
from graph.messages.message import message
from graph.model import node_types, relationship_types
from graph.stores import ddl
from graph.stores.protocol import Store
from loaders.registers.table import under


def held_schemes(store: Store) -> dict[str, str]:
    """By the hash of each table of a register that a store holds: the scheme of its codes, where it has any. Raises
    StoreError.
    """
    has, passage = relationship_types()["HAS"], node_types()["Passage"]
    rows = store.read(ddl.read_ends(has, "File", passage, "kind"), {"value": "register"})
    schemes = ((str(row["start_id"]), str(json.loads(str(row["says"]))["scheme"])) for row in rows)
    return {sha256: scheme for sha256, scheme in schemes if scheme}


def under_scheme(seen: Seen, scheme: str, held: Mapping[str, str]) -> Seen:
    """What was seen of a file, with its codes under a scheme; refused where the store holds it under another."""
    if scheme and held.get(seen.sha256, scheme) != scheme:
        return replace(seen, document=None, refusal=message("file.register_schemes", scheme=held[seen.sha256]))
    return replace(seen, document=under(seen.document, scheme)) if seen.document else seen
