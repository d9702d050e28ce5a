"""Dask's workers as an executor. This is the one place that opens a connection, to an address that somebody named."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager

from sociable.errors import NoCluster
from sociable.records.static import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE = "10s"


def dask_executor(address: str) -> AbstractContextManager[Executor]:
    """The workers of the scheduler at an address such as ``tcp://10.0.0.5:8786``.

    Raises ``ModuleNotFoundError`` where Dask is not installed, and ``NoCluster`` when it is entered.
    """
    from distributed import Client

    return _connected(Client, address)


@contextmanager
def _connected(client_of: type["Client"], address: str) -> Iterator[Executor]:
    try:
        client: Any = client_of(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise NoCluster(f"no scheduler of Dask answers at `{address}`: {error}") from None
    with client:
        yield client.get_executor()
