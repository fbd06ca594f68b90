"""Prose: the outline of a plan, the marks that give owners and deadlines, the tasks that they close."""
