"""The pages: what a person sees in a browser. Each asks casework and renders; none opens the store."""
