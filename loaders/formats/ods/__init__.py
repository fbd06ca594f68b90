"""OpenDocument sheets (.ods): the package, its styles, and the walk over sheets, rows and cells."""
