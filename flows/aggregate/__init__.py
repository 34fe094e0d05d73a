"""From the dataset to indicators, past one disclosure gate."""
