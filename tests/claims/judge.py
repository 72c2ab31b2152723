"""The table of what is found in the corpora: `python -m tests.claims.judge [MAP] [--all]`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from tests.claims.corpus import FOLDER, corpora, judged


def main() -> None:
    named = [Path(each) for each in sys.argv[1:] if not each.startswith("--")]
    caught: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    alarms = 0
    for corpus in corpora(named[0] if named else FOLDER):
        for verdict in judged(corpus):
            pair = verdict.pair
            planted[pair.kind] += 1
            caught[pair.kind] += verdict.is_caught
            alarms += bool(verdict.of_right)
            for said in verdict.of_right:
                print(f"vals alarm  {corpus.name} {pair.id} ({pair.kind}): {said}\n    {pair.right}")
            if not verdict.is_caught:
                print(f"gemist      {corpus.name} {pair.id} ({pair.kind})\n    {pair.slip}")
    for kind in sorted(planted):
        print(f"{kind:30} {planted[kind]:5} {caught[kind]:5}")
    total, found = sum(planted.values()), sum(caught.values())
    print(f"{'samen':30} {total:5} {found:5}  {100 * found / total:.0f}%")
    print(f"{'vals alarm':30} {alarms:5}        {100 * alarms / total:.1f}%")


if __name__ == "__main__":
    main()
