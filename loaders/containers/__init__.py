"""Files that hold other files: archives and mails, opened in memory, each file in them read as one of its own."""
