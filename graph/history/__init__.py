"""Who changed what in a store, and when: a log to which every change adds, in the transaction of the change itself."""
