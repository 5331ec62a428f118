"""Every page test looks at Wexmouth with 600 children, which is made once; what a test writes is taken back."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from holdfast.casework.the_council import the_council
from tests.runners import only_here
from tests.web.born import database, held_as_before
from tests.web.pages import Ask, Page, ask, crawl

CHILDREN = 600


@pytest.fixture(scope="package")
def wexmouth(django_db_blocker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The database of Wexmouth stands behind the connection while this folder's tests run."""
    only_here(tmp_path_factory, "Wexmouth with 600 children")
    with django_db_blocker.unblock(), database(CHILDREN):
        yield


@pytest.fixture(autouse=True)
def _looking_at_wexmouth(request, wexmouth, django_db_blocker) -> Iterator[None]:
    """Nothing that a test writes outlives it; what was worked out of the record before it does."""
    with django_db_blocker.unblock():
        the_council()
        with held_as_before(), transaction.atomic():
            yield
            transaction.set_rollback(True)


@pytest.fixture
def page() -> Ask:
    """Ask for a page: ``page(path, seat=None, post=None)``."""
    return ask


@pytest.fixture(scope="package")
def every_page(wexmouth, django_db_blocker) -> list[Page]:
    """Pages of every route, as links lead to them for somebody who looks round."""
    with django_db_blocker.unblock():
        return crawl(most=4)


@pytest.fixture(scope="package")
def without_names(wexmouth, django_db_blocker) -> list[Page]:
    """Every page that links lead to for the portfolio holder, who sees no child's name."""
    with django_db_blocker.unblock():
        return crawl("portfolio-holder", most=30)


@pytest.fixture
def nothing_yet() -> Iterator[None]:
    """A record that nobody has begun stands behind the connection; what is begun in it is taken back."""
    with database(0), transaction.atomic():
        yield
        transaction.set_rollback(True)
