//! What official papers say, from projections: papers as structures, printed as text, Markdown, HTML.
