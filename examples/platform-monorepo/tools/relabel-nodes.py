#!/usr/bin/env python3
"""Prints the kubectl commands that move nodes to another pool."""

import sys


def main() -> int:
    if len(sys.argv) < 3:
        print("usage: relabel-nodes.py POOL NODE...", file=sys.stderr)
        return 2
    pool, *nodes = sys.argv[1:]
    for node in nodes:
        print(f"kubectl label node {node} gpuaas/pool={pool} --overwrite")
    return 0


if __name__ == "__main__":
    sys.exit(main())
