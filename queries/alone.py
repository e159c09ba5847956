"""Keep two processes, or two sessions of one, from changing the same files at the same time."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

LOCK = ".lock"

if sys.platform == "win32":
    import msvcrt
    import time

    def _wait(file: IO[bytes]) -> None:
        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                time.sleep(0.05)
            else:
                return

    def _release(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _wait(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _release(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


@contextmanager
def alone(folder: Path, lock: str = LOCK) -> Iterator[None]:
    """Wait until nobody else holds the folder, and hold it.

    The system lets go of it when the process ends, however it ends: nobody has to clear it up.

    Args:
        folder: where the files are.
        lock: name of the empty file that is held; who holds another does not wait.
    """
    with (folder / lock).open("ab") as file:
        _wait(file)
        try:
            yield
        finally:
            _release(file)
