"""Charts: from figures to marks on paper, and from marks to SVG."""
