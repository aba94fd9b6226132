"""One screen a job, beside its style sheet. Screens compute no advice and touch no SQL."""
