"""What commands say on a terminal: overviews, problems and runs."""
