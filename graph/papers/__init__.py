"""Papers: passages of files, copies of one paper, its plans and tasks, and where they contradict."""
