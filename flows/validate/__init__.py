"""From exports to one dataset, with every problem collected on the way."""
