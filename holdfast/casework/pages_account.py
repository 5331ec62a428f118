"""The account of the database that the pages use: what it may do, and what it is given (PostgreSQL alone)."""

from holdfast.store.grants import CannotGrant, account, give, missing, rights, too_much

__all__ = ["CannotGrant", "account", "give", "missing", "rights", "too_much"]
