"""SHA-256, without what `hashlib` brings along: it loads OpenSSL, which takes longer than to read a small file."""

from sociable.records.static import TYPE_CHECKING

__all__ = ["sha256"]

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256  # since Python 3.12
    except ImportError:
        try:
            from _sha256 import sha256
        except ImportError:  # a Python that was built without its own
            from hashlib import sha256
