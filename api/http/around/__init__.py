"""What every request passes: hosts, sizes, rates, headers, errors, the log."""
