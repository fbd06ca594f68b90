"""The log of the service: one JSON object a line on stderr, of our own events and of the server's."""

import json
import logging
import sys

import structlog

from api.http.around.repeated import OnceAMinute
from api.visible import escaped


def to_stderr(least: int = logging.INFO) -> None:
    """Write all log lines of this process that weigh so much as JSON to stderr."""
    common: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            *common,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(_line),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=common,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(_line),
            ],
        )
    )
    handler.addFilter(OnceAMinute())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(least)


def _line(event: object, **options: object) -> str:
    """A line of the log, which no terminal takes for more than words."""
    return escaped(json.dumps(event, ensure_ascii=False, default=options.get("default")))  # type: ignore[arg-type]  # structlog passes its fallback
