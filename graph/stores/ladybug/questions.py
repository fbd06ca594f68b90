"""What may be asked of the embedded engine, whose reading transactions keep it from writing the graph but from no more.

As tried with Ladybug 0.22: LOAD reads every file of the machine, in the midst of a question too; CALL changes settings,
and some of its functions read files or crash the engine. COPY, EXPORT, INSTALL, ATTACH and others that reach beyond the
graph are statements of their own, and so no beginning of a question.
"""

import re

from graph.stores.questions import begins_as_question, code_of, no_question

_LOAD = re.compile(r"(?<![A-Z_])LOAD\W+(FROM|WITH\W+HEADERS)", re.IGNORECASE)
"""A number may stand right before it (1LOAD FROM), and the engine knows more blanks than Python does."""
_CALL = re.compile(r"(?<![A-Z_])CALL(?![A-Z_0-9])", re.IGNORECASE)
_LOOKING = re.compile(
    r"CALL\s+(SHOW_(TABLES|INDEXES|CONNECTION|FUNCTIONS|MACROS|SEQUENCES|WARNINGS)|TABLE_INFO|CURRENT_SETTING"
    r"|(DB|STORAGE|CATALOG)_VERSION)\s*\(",
    re.IGNORECASE,
)
"""Functions that only look: each was tried with no argument and with arguments of the wrong kind."""
_MORE = re.compile(r";\s*\S")


def check_question(text: str) -> None:
    """Raise UsageError where a text does more than look at the graph."""
    code = code_of(text)
    calls = (found.start() for found in _CALL.finditer(code))
    if not begins_as_question(code) or _LOAD.search(code) or _MORE.search(code):
        raise no_question()
    if not all(_LOOKING.match(code, start) for start in calls):
        raise no_question()
