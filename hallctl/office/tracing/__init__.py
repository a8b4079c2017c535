"""The facts behind a figure: which count above the line, which below, and which are left out."""
