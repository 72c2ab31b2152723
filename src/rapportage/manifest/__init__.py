"""What a report was made of, and by what: enough to make it again and to tell whether it is the same."""

from rapportage.manifest.comparing import compare_files, compare_inputs, compare_outputs, compare_versions
from rapportage.manifest.inputs import digest, digests, is_path, located
from rapportage.manifest.model import Manifest
from rapportage.manifest.reading import read_manifest
from rapportage.manifest.versions import versions
from rapportage.manifest.writing import write_manifest

__all__ = [
    "Manifest",
    "compare_files",
    "compare_inputs",
    "compare_outputs",
    "compare_versions",
    "digest",
    "digests",
    "is_path",
    "located",
    "read_manifest",
    "versions",
    "write_manifest",
]
