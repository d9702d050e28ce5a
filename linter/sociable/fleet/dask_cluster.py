"""Dask's workers as an executor. This is the one place that opens a connection, to an address that somebody named."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from sociable.errors import NoCluster

_PATIENCE = "10s"


@contextmanager
def dask_executor(address: str) -> Iterator[Executor]:
    """The workers of the scheduler at an address such as ``tcp://10.0.0.5:8786``. Raises ``NoCluster``."""
    try:
        from distributed import Client
    except ImportError:
        raise NoCluster("Dask is not installed here: pip install 'sociable[scale]'") from None
    try:
        client: Any = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise NoCluster(f"no scheduler of Dask answers at `{address}`: {error}") from None
    with client:
        yield client.get_executor()
