"""The same questions for programs with a language model: a server of the Model Context Protocol, which only reads."""
