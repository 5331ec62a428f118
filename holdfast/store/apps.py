"""The store as Django knows it."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The tables of the record; their label in migrations is ``store``."""

    name = "holdfast.store"
    label = "store"
    verbose_name = "The record"
    default_auto_field = "django.db.models.BigAutoField"
