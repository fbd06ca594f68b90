"""The service does what its description says: generated requests meet no fault and no status that is not described."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from pydantic import SecretStr
from schemathesis import GenerationMode
from schemathesis.checks import positive_data_acceptance
from schemathesis.core.result import Ok

from api.app import create_app
from api.http.library.library import Library
from api.ingest.loading.load import load
from api.lists.taking import XLSX
from api.serving import ServiceSettings
from graph.stores.open import open_store
from tests.api.http.conftest import BEARER, TOKEN
from tests.api.papers import NOTICE, write
from tests.effort import examples

pytestmark = pytest.mark.slow

schemathesis.serializer.alias(XLSX, "application/octet-stream")

EXAMPLES = examples(12)
"""Requests generated for an operation."""


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[schemathesis.BaseSchema]:
    """The description of a service that may be written, over one paper."""
    folder = tmp_path_factory.mktemp("described")
    store = open_store(str(folder / "s.lbug"))
    load(store, [write(folder, "通知.txt", NOTICE)])
    chosen = ServiceSettings(store=store.where, token=SecretStr(TOKEN), allowed_hosts="testserver", rate_limit="")
    with closing(Library(store)) as library:
        yield schemathesis.openapi.from_asgi("/api/openapi.json", create_app(chosen, library))


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_generated_request_gets_a_described_answer(
    described: schemathesis.BaseSchema, mode: GenerationMode
) -> None:
    asked = 0
    for found in described.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        if mode == GenerationMode.NEGATIVE and not (operation.query or operation.path_parameters or operation.body):
            continue

        @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy(generation_mode=mode))
        def holds(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate(headers=BEARER, excluded_checks=[positive_data_acceptance])

        holds()
        asked += 1
    assert asked > 15
