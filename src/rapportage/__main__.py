"""The command, as `rapportage` and as `python -m rapportage`: it can be interrupted from its first line on."""

import gc
import os

try:
    import signal
except KeyboardInterrupt:
    os._exit(130)


def main() -> None:
    """Runs the command line. Until that is loaded there is nothing to undo: an interrupt ends it, without a word.

    At its end the process is gone at once: taking apart all that a build made would cost a tenth of its time. Nor is
    anything looked for that could be thrown away before: what a command loads and makes lives to its end.
    """
    gc.disable()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not where interrupts are to be ignored
        signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    from rapportage.cli import main as run

    try:
        run()
    except SystemExit as end:
        os._exit(int(end.code or 0))


if __name__ == "__main__":
    main()
