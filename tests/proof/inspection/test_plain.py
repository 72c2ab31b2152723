"""Objects of a PDF as plain values: the same as pikepdf says of each."""

from __future__ import annotations

import pikepdf
import pytest

from rapportage.proof.inspection.plain import DIRECT, Objects, identity, name_of, plain, text_of

WRITTEN = (
    b"",
    b"gewoon",
    b"\xfe\xff\x00a\x20\xac",
    b"\xef\xbb\xbfmet \xc3\xa9",
    b"\x80\xff",
    b"a\x00",
    b"u:x",
    b"12 0 R",
)


@pytest.mark.parametrize("written", WRITTEN)
def test_a_string_says_what_pikepdf_says(written: bytes) -> None:
    source = pikepdf.Dictionary(Alt=pikepdf.String(written))
    found = plain(source)
    assert isinstance(found, dict)
    assert text_of(found["/Alt"]) == str(source.Alt)
    assert identity(found["/Alt"]) == DIRECT


def test_names_numbers_and_lists() -> None:
    source = pikepdf.Dictionary(S=pikepdf.Name("/a b"), K=pikepdf.Array([1, 2.5, True, pikepdf.Name.TD]))
    assert plain(source) == {"/S": "/a b", "/K": [1, 2.5, True, "/TD"]}
    assert [name_of(each) for each in ("/TD", "u:TD", 3, None)] == ["TD", "?", "?", "?"]
    assert [text_of(each) for each in ("/TD", 3, None, "12 0 R")] == [None] * 4


def test_references_are_followed() -> None:
    with pikepdf.new() as pdf:
        listed = pdf.make_indirect(pikepdf.Array([1, pikepdf.Dictionary(S=pikepdf.Name.P)]))
        stream = pdf.make_stream(b"", {})
        source = pikepdf.Dictionary(K=listed, A=stream, Nothing=pdf.make_indirect(pikepdf.Dictionary()))
        objects, found = Objects(pdf), plain(source)
        assert isinstance(found, dict)
        assert identity(found["/K"]) == listed.objgen
        assert objects.items(found["/K"]) == [1, {"/S": "/P"}]
        assert objects.followed(found["/A"]) is None
        assert objects.followed("999 0 R") is None
        assert objects.items(None) == []
        assert objects.items(found["/Nothing"]) == [found["/Nothing"]]
