"""What people report of tasks: kept beside the facts and never one of them, as no paper says it."""
