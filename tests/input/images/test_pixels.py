"""PNG and JPEG: what comes out is plain, and what can't be used is refused before it costs anything."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from rapportage.document.drawing import Raster
from rapportage.input.images import PictureFault, Pictures
from rapportage.pages.fonts import source_sans
from tests.input.images.files import SQUARE, SVG, chunk, loaded, png, problems, saved, striped

LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def raster(folder: Path, data: bytes, name: str = "plaat.png") -> Raster:
    made = loaded(folder, data, name)
    assert isinstance(made, Raster)
    return made


def renumbered(frame: bytes, numbers: bytes) -> bytes:
    """The frame and scan of a JPEG in RGB, its colours numbered otherwise."""
    scan = frame.index(b"\xff\xda")
    made = bytearray(frame)
    for place, number in enumerate(numbers):
        assert made[10 + 3 * place] == made[scan + 5 + 2 * place] == b"RGB"[place]
        made[10 + 3 * place] = made[scan + 5 + 2 * place] = number
    return bytes(made)


def decoded(made: Raster) -> Image.Image:
    """As a reader of PDF sees it."""
    if made.is_jpeg:
        return Image.open(BytesIO(made.data))
    return Image.frombytes("L" if made.colours == "grey" else "RGB", (made.columns, made.rows), made.data)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ((21, 66, 115), Raster(2, 1, "rgb", bytes((21, 66, 115)) * 2)),
        ((90,), Raster(2, 1, "grey", b"ZZ")),
        ((255, 0, 0, 0), Raster(2, 1, "rgb", b"\xff" * 6)),
        ((0, 0, 0, 128), Raster(2, 1, "rgb", b"\x7f" * 6)),
    ],
)
def test_what_is_transparent_comes_on_white(tmp_path: Path, colour: tuple[int, ...], expected: Raster) -> None:
    assert raster(tmp_path, png(2, 1, colour=colour)) == expected


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "1", "L", "LA", "I;16"])
def test_every_kind_of_png(tmp_path: Path, mode: str) -> None:
    image = striped(mode) if mode != "I;16" else Image.new("I;16", (16, 8), 65535)
    made = raster(tmp_path, saved(image, "PNG"))
    assert (made.columns, made.rows, made.is_jpeg) == (16, 8, False)
    assert len(made.data) == 16 * 8 * (1 if made.colours == "grey" else 3)
    assert decoded(made).convert("RGB").getpixel((15, 7)) == (255, 255, 255)
    assert (made.colours == "grey") == (mode in ("1", "L", "LA", "I;16"))


def test_the_transparent_colour_of_a_palette(tmp_path: Path) -> None:
    made = raster(tmp_path, saved(striped("P"), "PNG", transparency=striped("P").getpixel((0, 0))))
    assert set(made.data) == {255}


def test_a_plain_jpeg_stays_but_for_what_it_tells(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    data = saved(striped(), "JPEG", exif=exif, comment=b"geheim", icc_profile=SRGB)
    made = raster(tmp_path, data, "foto.jpg")
    assert made.is_jpeg
    assert b"Camera" in data
    assert not any(word in made.data for word in (b"Camera", b"geheim", b"Exif", b"ICC_PROFILE"))
    assert decoded(made).tobytes() == Image.open(BytesIO(data)).tobytes()
    assert data[data.index(b"\xff\xdb") :] == made.data[2:], "the coded picture is untouched"


@pytest.mark.parametrize(
    "options", [{"progressive": True}, {"subsampling": 0}, {"quality": 20, "restart_marker_blocks": 1}]
)
def test_every_plain_jpeg_stays(tmp_path: Path, options: dict[str, object]) -> None:
    data = saved(striped(), "JPEG", **options)
    made = raster(tmp_path, data + b"\0 en wat een telefoon erachter zet", "foto.jpg")
    assert data.endswith(made.data[-40:])
    assert decoded(made).tobytes() == Image.open(BytesIO(data)).tobytes()


def test_a_grey_jpeg_stays_grey(tmp_path: Path) -> None:
    assert raster(tmp_path, saved(striped("L"), "JPEG"), "foto.jpeg").colours == "grey"


def test_a_photo_on_its_side_is_set_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter to the right to be seen
    made = raster(tmp_path, saved(striped(), "JPEG", exif=exif, quality=95), "foto.jpg")
    assert (made.columns, made.rows) == (8, 16)
    top, bottom = decoded(made).getpixel((4, 1)), decoded(made).getpixel((4, 14))
    assert top[1] < 40
    assert bottom[1] > 200


@pytest.mark.parametrize("numbers", [b"RGB", b"\1\2\3"])
def test_colours_that_are_stored_as_rgb_are_made_anew(tmp_path: Path, numbers: bytes) -> None:
    """Known by the numbers of the colours, or by Adobe's mark alone."""
    data = saved(striped(), "JPEG", keep_rgb=True)
    frame = data.index(b"\xff\xc0")
    data = data[:2] + b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\0" + data[2:frame] + renumbered(data[frame:], numbers)
    made = raster(tmp_path, data, "foto.jpg")
    assert b"Adobe" not in made.data
    assert decoded(made).getpixel((1, 1))[0] > 240
    assert made.data[2:] not in data


def test_cmyk_needs_a_profile(tmp_path: Path) -> None:
    data = saved(striped("CMYK"), "JPEG")
    assert problems(tmp_path, data, "foto.jpg") == ["T441 'foto.jpg' is in CMYK, zonder kleurprofiel"]


def test_a_profile_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    data = saved(striped(), "PNG", icc_profile=LAB)
    assert problems(tmp_path, data) == ["T441 het kleurprofiel van 'plaat.png' is niet te lezen"]
    data = saved(striped(), "PNG", icc_profile=b"geen profiel")
    assert problems(tmp_path, data) == ["T441 het kleurprofiel van 'plaat.png' is niet te lezen"]


def test_colours_of_another_profile_become_srgb(tmp_path: Path) -> None:
    """The same sRGB with red and green changed places, under another name: so red has to come out green."""
    profile = bytearray(SRGB)
    tags = {
        bytes(profile[at : at + 4]): at for at in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12)
    }
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    assert b"s\0R\0G\0B" in profile
    other = bytes(profile).replace(b"s\0R\0G\0B", b"X\0R\0G\0B")
    made = raster(tmp_path, saved(striped(), "PNG", icc_profile=other))
    red_part, green_part, _ = decoded(made).getpixel((0, 0))
    assert (red_part < 10, green_part > 245) == (True, True)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_file_that_breaks_off_is_refused(tmp_path: Path, kind: str) -> None:
    whole = saved(Image.effect_mandelbrot((64, 64), (-2, -1, 1, 1), 50).convert("RGB"), kind)
    name = "plaat.png" if kind == "PNG" else "plaat.jpg"
    assert problems(tmp_path, whole, name) == []
    for end in range(4, len(whole) - 12, max(1, len(whole) // 40)):
        (found,) = problems(tmp_path, whole[:end], name)
        assert found.startswith("T441 "), end


def test_every_byte_of_a_png_counts(tmp_path: Path) -> None:
    whole = saved(striped("P"), "PNG", compress_level=0)
    for place in range(len(whole)):
        (found,) = problems(tmp_path, changed(whole, place, whole[place] ^ 0x10))
        assert found.startswith(("T441", "T442")), place


def changed(data: bytes, place: int, byte: int) -> bytes:
    return data[:place] + bytes((byte,)) + data[place + 1 :]


def photo(**options: object) -> bytes:
    image = Image.effect_mandelbrot((160, 120), (-2, -1, 1, 1), 50).convert("RGB")
    image.paste((200, 30, 40), (20, 20, 90, 70))
    return saved(image, "JPEG", **options)


KINDS = {
    "plain": photo(),
    "progressive": photo(progressive=True),
    "restarts": photo(restart_marker_blocks=4),
    "grey": saved(Image.open(BytesIO(photo())).convert("L"), "JPEG"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_jpeg_whose_coded_picture_is_damaged(tmp_path: Path, kind: str) -> None:
    """Of a changed byte at least a fifth can be told: the rest makes a picture that may have been meant."""
    whole = KINDS[kind]
    assert problems(tmp_path, whole, "foto.jpg") == []
    places = range(whole.index(b"\xff\xda") + 14, len(whole) - 2, len(whole) // 150)
    told = [problems(tmp_path, changed(whole, place, whole[place] ^ 0x5A), "foto.jpg") for place in places]
    assert all(found[0].startswith("T441 'foto.jpg' is ") for found in told if found)
    assert len([found for found in told if found]) > len(told) / 5


def damages(whole: bytes) -> dict[str, bytes]:
    """What happens to files on their way, in the coded picture."""
    start, end = whole.index(b"\xff\xda") + 14, len(whole) - 2
    half = (start + end) // 2
    marker = next(place for place in range(half, end) if whole[place] == 0xFF and 0xD0 <= whole[place + 1] <= 0xD7)
    again = whole.index(bytes((0xFF, 0xD0 + (whole[marker + 1] - 0xD0 + 1) % 8)), marker)
    return {
        "the second half is gone": whole[:half],
        "the end is gone": whole[:-2],
        "the last bytes are gone": whole[: end - 20] + whole[end:],
        "a block of zeros": whole[:half] + bytes(512) + whole[half + 512 :],
        "a block of another file": whole[:half] + whole[start : start + 300] + whole[half + 300 :],
        "a block is gone": whole[:half] + whole[half + 200 :],
        "a restart is gone": whole[:marker] + whole[again:],
        "a restart with another number": changed(whole, marker + 1, 0xD0 + (whole[marker + 1] - 0xD0 + 3) % 8),
        "a marker that is none of it": changed(whole, marker + 1, 0xC4),
        "bytes before a marker": whole[:marker] + b"\x12\x34\x56\x78" * 4 + whole[marker:],
        "the table of codes": changed(whole, whole.index(b"\xff\xc4") + 9, 0xEE),
    }


@pytest.mark.parametrize("damage", damages(KINDS["restarts"]))
def test_what_happens_to_a_jpeg_on_its_way_is_told(tmp_path: Path, damage: str) -> None:
    (found,) = problems(tmp_path, damages(KINDS["restarts"])[damage], "foto.jpg")
    assert found.startswith("T441 'foto.jpg' is beschadigd")


def test_a_jpeg_of_many_scans_is_refused_before_it_is_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("PIL.ImageFile.ImageFile.load")
    monkeypatch.delattr("pikepdf.Stream")
    whole = KINDS["progressive"]
    scan = whole.rindex(b"\xff\xda")
    (found,) = problems(tmp_path, whole[:-2] + whole[scan:-2] * 100 + whole[-2:], "foto.jpg")
    assert found.startswith("T441")


def test_a_png_of_many_pieces_is_refused_before_it_is_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("PIL.ImageFile.ImageFile.load")
    whole = png()
    (found,) = problems(tmp_path, whole[:-12] + chunk(b"tEXt", b"a\0b") * 100_000 + whole[-12:])
    assert found.startswith("T441")


@pytest.mark.parametrize("said", [(5000, 5000), (7000, 7000), (60_000, 60_000), (2_000_000_000, 2)])
def test_a_bomb_is_refused_by_its_head(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: tuple[int, int]) -> None:
    monkeypatch.delattr("PIL.ImageFile.ImageFile.load")  # nothing is decoded
    (found,) = problems(tmp_path, png(said=said))
    assert found.startswith("T442 'plaat.png' heeft meer dan 20 miljoen beeldpunten")


def test_a_file_of_more_than_20_megabytes(tmp_path: Path) -> None:
    assert problems(tmp_path, png() + bytes(20_000_000)) == ["T442 'plaat.png' is groter dan 20 MB"]


def test_the_same_file_gives_the_same_picture(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 3
    data = saved(striped(), "JPEG", exif=exif)
    assert raster(tmp_path, data, "a.jpg") == raster(tmp_path, data, "b.jpg")


def test_the_pictures_of_a_report_are_bounded_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small files too: what counts is the room that they take when read."""
    monkeypatch.setattr("rapportage.input.images.together.MOST_BYTES", 2000)
    loaded(tmp_path, png(20, 20), "a.png")
    loaded(tmp_path, SVG.format(SQUARE), "b.svg")
    pictures = Pictures(tmp_path, source_sans())
    pictures.load("a.png")
    pictures.load("a.png")
    with pytest.raises(PictureFault, match="samen te groot"):
        pictures.load("b.svg")
    assert list(pictures.loaded) == ["a.png"]
