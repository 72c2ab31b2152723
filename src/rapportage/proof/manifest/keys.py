"""The keys of a manifest file, as users read them."""

LAYOUT, PERIOD, AS_OF = "layout", "periode", "peildatum"
FORM, OPTIONS, VERSIONS, INPUTS, OUTPUTS = "manifest", "opties", "versies", "invoer", "uitvoer"
DRAFT, ATTACHMENTS, EXAMPLE = "concept", "bijlagen", "voorbeeld"
ADDRESS = "adres"
DELIVERIES = "leveringen"
FILE, SHA256 = "bestand", "sha256"
NEWEST = "nieuwste"
