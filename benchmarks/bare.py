"""The least that FastAPI does: one route that answers with rows of JSON, to be measured beside the service.

usage: python -m benchmarks.bare --port PORT --length BYTES

It asks no store, knows no templates and has nothing around it; its server has the settings of `plangraph serve`.
"""

from argparse import ArgumentParser

import uvicorn
from fastapi import FastAPI
from starlette.responses import JSONResponse

ROW = {"task_id": "0" * 20, "title": "开展农村集体资产清产核资", "lead_units": ["农业服务中心"], "due": "2021-12-31"}


def bare(length: int) -> FastAPI:
    """The app, whose answer is about so many bytes long."""
    app = FastAPI()
    rows = [ROW] * max(1, length // len(JSONResponse(ROW).body))

    @app.get("/")
    async def answer() -> JSONResponse:
        return JSONResponse({"items": rows, "next": None, "total": len(rows)})

    return app


def main() -> None:
    """Serve at the port of the command line until the process is ended."""
    asked = ArgumentParser(description="Serve one bare endpoint.")
    asked.add_argument("--port", type=int, required=True)
    asked.add_argument("--length", type=int, default=10_000, help="about so many bytes are answered")
    given = asked.parse_args()
    uvicorn.run(bare(given.length), host="127.0.0.1", port=given.port, log_config=None, access_log=False)


if __name__ == "__main__":
    main()
