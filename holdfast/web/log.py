"""The log says which page it was, and never of whom: an address may hold a child's number, or a name that was typed."""

import logging

NOWHERE = "an address that leads nowhere"


class WithoutAddresses(logging.Filter):
    """Puts the page's pattern, such as ``/child/<str:child>``, in the place of the address that was asked for."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass; none keeps an address."""
        request = getattr(record, "request", None)
        address = getattr(request, "path", None)
        if request is not None and address and isinstance(record.args, tuple):
            match = request.resolver_match
            page = f"/{match.route}" if match else NOWHERE
            record.args = tuple(page if one == address else one for one in record.args)
        return True
