"""A manifest as JSON: the same bytes for the same report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from rapportage.proof.manifest import keys
from rapportage.proof.manifest.manifest import FORM, Manifest


def write_manifest(manifest: Manifest) -> bytes:
    """The file, one value to a line so that two of them can be laid side by side."""
    written = {
        keys.FORM: FORM,
        keys.LAYOUT: manifest.layout,
        keys.PERIOD: manifest.period,
        keys.AS_OF: manifest.as_of or keys.NEWEST,
        keys.EXAMPLE: manifest.example,
        keys.OPTIONS: {
            keys.DRAFT: manifest.draft,
            keys.ATTACHMENTS: manifest.attachments,
            **({keys.ADDRESS: manifest.address} if manifest.address else {}),
            **({keys.ORIGINS: True} if manifest.origins else {}),
        },
        keys.VERSIONS: dict(manifest.versions),
        keys.INPUTS: _files(manifest.inputs),
        **({keys.DELIVERIES: _pairs(manifest.deliveries)} if manifest.deliveries else {}),
        keys.OUTPUTS: _files(manifest.outputs),
    }
    return (json.dumps(written, ensure_ascii=False, indent=2) + "\n").encode()


def _files(digests: Mapping[str, str]) -> list[dict[str, str]]:
    return _pairs(sorted(digests.items()))


def _pairs(files: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{keys.FILE: name, keys.SHA256: digest} for name, digest in files]
