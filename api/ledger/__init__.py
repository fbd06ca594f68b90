"""The ledger of reports (台账): tasks with what was reported of them, sheets that go out and come back."""
