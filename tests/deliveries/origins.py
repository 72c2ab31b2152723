"""Every origin of a project read again, from the delivered file itself."""

from __future__ import annotations

from pathlib import Path

from rapportage.deliveries.opening import open_delivery
from rapportage.diagnostics import Findings
from rapportage.input.loading import load
from rapportage.input.specs.provenance import FiguresByKey, number_of, read_provenance
from tests.deliveries.shared import at


def compared_origins(folder: Path) -> int:
    """How many figures were held against their cell: the same Decimal, or the same sign."""
    compared = 0
    for path in sorted((folder / "data").glob("*.herkomst.yaml")):
        provenance = read_provenance(load(path, path.name, Findings()), Findings())
        assert provenance is not None
        data = load(path.with_name(path.name.replace(".herkomst", "")), "data", Findings())
        assert data is not None
        figures = FiguresByKey(data)
        opened = {}
        for name, file in provenance.deliveries.items():
            opened[name] = open_delivery(folder)(folder / file.path.text, file.path.text, Findings(), None)
        for key, origin in provenance.origins.items():
            delivery = opened[origin.delivery.text]
            assert delivery is not None
            assert delivery.sha256 == provenance.deliveries[origin.delivery.text].hash.text
            names = [sheet.name for sheet in delivery.sheets]
            cell = at(delivery, origin.cell.text, names.index(origin.sheet.text if origin.sheet else ""))
            written = figures.at(key)
            assert written is not None
            assert number_of(written.text) == cell.value
            assert cell.value is not None or written.text == cell.text
            compared += 1
    return compared
