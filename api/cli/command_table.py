"""The commands by name, in the order of the help: the module of `api.cli.commands` that holds each, and the line that
says what it is for, the first of its docstring. So the help is told without loading what the commands work with.
"""

from collections.abc import Mapping

COMMANDS: Mapping[str, tuple[str, str]] = {
    "extract": (
        "files",
        "Read files and print what they say as JSON, without a store; folders and archives stand for their files.",
    ),
    "unread": (
        "files",
        "Tell what was not read of files, by heading and reason; folders and archives stand for their files.",
    ),
    "load": (
        "files",
        "Read files, folders and patterns into the store; or one file of RDF that was exported, into a new store.",
    ),
    "unload": ("files", "Take a document out of the store; its files stay, and what was uploaded goes to the trash."),
    "verify": ("files", "Open every source file again and check that the quoted words still stand there."),
    "documents": ("lists", "List documents with their issuers and dates."),
    "plans": ("lists", "List plans with their documents."),
    "tasks": ("lists", "List tasks with their owners, deadlines and sources."),
    "leaders": ("lists", "List leaders with the number of their tasks."),
    "units": ("lists", "List units with the number of their tasks in each role."),
    "places": (
        "lists",
        "List places with the time in which each existed, those of a day, or what became of them between two days.",
    ),
    "changes": ("lists", "List changes of places: what went in and what came out."),
    "conflicts": ("lists", "List what two passages say differently about one task."),
    "diff": (
        "versions",
        "Tell what changed from one version of a paper to another: tasks, owners, leaders, deadlines.",
    ),
    "workload": ("answers", "Show who carries how much, who is overloaded, and why."),
    "compare": (
        "answers",
        "Lay places side by side: papers, tasks, what falls due, who is overloaded, what lacks a lead unit, villages.",
    ),
    "lineage": ("answers", "Show where a place comes from and what became of it, change by change."),
    "audit": (
        "answers",
        "List what is wrong in the plans: contradictions, deadlines already passed, rows without a leader, and more.",
    ),
    "ask": (
        "answers",
        "Answer a question in Chinese by a grammar, and say how it was read; what is not understood is refused.",
    ),
    "query": ("answers", "Ask a query of the catalogue."),
    "cypher": ("answers", "Ask in Cypher; the store is opened so that nothing can be written."),
    "convert": (
        "convert",
        "Convert a table of places from one day to another: each row with what its place is on the other day.",
    ),
    "gazetteer": (
        "gazetteer",
        "Keep lists of places by code and name, of one day each, beside the store; check papers against them.",
    ),
    "sparql": ("linked", "Ask the graph as RDF in SPARQL; --json gives the JSON form of SPARQL results."),
    "validate": (
        "linked",
        "Check the graph as RDF, or a file of RDF, against our SHACL shapes; exit code 1 where something is wrong.",
    ),
    "decide": (
        "decide",
        "Decide on two names, on the edition of a paper that stands, on a paper that replaces another; else list that.",
    ),
    "rebuild": (
        "decide",
        (
            "Build the graph again from what was read, by the rules in force; "
            "files that other readers read are read again."
        ),
    ),
    "correct": (
        "correct",
        "Correct what was read: title, deadline, lead, responsible, supporting, leaders or lead-leaders TASK WORDS;",
    ),
    "corrections": ("correct", "List what people corrected, or exchange it as a file: export FILE, import FILE."),
    "export": ("out", "Export the graph for other programs, or tasks for a spreadsheet and a calendar."),
    "draw": ("out", "Draw a picture: one HTML file that opens offline, or an image."),
    "publish": (
        "publish",
        "Write the graph as a site of plain files: a page a thing, its data, a search, dumps; works offline too.",
    ),
    "copy": (
        "copy",
        "Copy everything from one store to another, such as from a file to a Neo4j server; uploads go along.",
    ),
    "check": (
        "keep",
        (
            "Compare the store with what follows from its passages and decisions, "
            "with the originals and with the register."
        ),
    ),
    "backup": (
        "keep",
        "Back the store up to one file: passages, decisions, originals and where they lie; also while it is served.",
    ),
    "restore": ("keep", "Make a new store of a backup, on either engine."),
    "history": ("history", "List who loaded, removed or decided what, and when, the latest first."),
    "demo": ("demo", "Load the example documents and answer the four questions."),
    "serve": ("serve", "Answer over HTTP, with pages for people, until it is stopped."),
    "open": (
        "serve",
        "Open the pages in the browser, with uploads, on this machine alone, until the window is closed.",
    ),
    "mcp": ("serve", "Answer programs with a language model over stdin and stdout (MCP); nothing can be changed."),
    "trash": (
        "trash",
        "List the uploaded files that were replaced or removed; bring one back, or delete the old ones.",
    ),
    "ledger": (
        "ledger",
        "List what was reported of tasks and how they stand; take sheets in, show a week, remind, report.",
    ),
}
