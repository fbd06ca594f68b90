"""From files that come and go to facts that change."""
