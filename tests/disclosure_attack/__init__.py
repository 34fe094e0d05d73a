"""An adversary who has read everything published, and a solver, against the disclosure gate."""
