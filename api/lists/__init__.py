"""Lists of tasks: what is chosen of them, said in a sentence, counted beside other choices, and taken along."""
