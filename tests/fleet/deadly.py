"""Work that ends the process that does it."""

import os
import signal


def dies(data: bytes) -> bytes:
    """It dies of ``die``, always, and of ``once FILE`` while there is such a file."""
    path = data.removeprefix(b"once ")
    if data.startswith(b"die") or (path != data and os.path.exists(path)):
        if path != data:
            os.unlink(path)
        os.kill(os.getpid(), signal.SIGKILL)
    return b"did " + data
