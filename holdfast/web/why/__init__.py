"""Why a date, or a question about drift, is what it is."""
