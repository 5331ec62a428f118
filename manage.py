#!/usr/bin/env python
"""Serve, migrate, import, verify: the commands that need the database."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.web.settings")
    execute_from_command_line(sys.argv)
