"""Old workbooks (.xls, .et): xlrd reads them in a process of its own; what it finds becomes sheets as any other."""
