"""What a report was made of, and by what: enough to make it again and to tell whether it is the same."""

from rapportage.proof.manifest.comparing import compare_files, compare_inputs, compare_outputs, compare_versions
from rapportage.proof.manifest.inputs import digest, digests, located
from rapportage.proof.manifest.manifest import Manifest
from rapportage.proof.manifest.reading import read_manifest
from rapportage.proof.manifest.versions import versions
from rapportage.proof.manifest.writing import write_manifest

__all__ = [
    "Manifest",
    "compare_files",
    "compare_inputs",
    "compare_outputs",
    "compare_versions",
    "digest",
    "digests",
    "located",
    "read_manifest",
    "versions",
    "write_manifest",
]
