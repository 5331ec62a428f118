"""The web as Django knows it."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, templates, commands."""

    name = "holdfast.web"
    label = "web"
    verbose_name = "Holdfast's pages"
