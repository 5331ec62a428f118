"""Who runs the machine: nobody signs in at its own command line, so the account stands for the person."""

from getpass import getuser


def account() -> str:
    """The machine's account that runs this."""
    try:
        return getuser()
    except (OSError, KeyError):
        # A number without a name, as in many containers: Python says it in one way before 3.13, and in another since.
        return "an account without a name"
