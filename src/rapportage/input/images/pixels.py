"""PNG and JPEG: pixels in sRGB without transparency, whatever the file holds. Pillow is only known here."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from rapportage.document.drawing import Raster
from rapportage.input.images.faults import PictureFault, fault
from rapportage.input.images.jpeg import bare_jpeg
from rapportage.input.images.whole import is_whole_jpeg, is_whole_png

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = {"PNG": 20_000_000, "JPEG": 40_000_000}
"""A PNG is unpacked on its way, and may need a second copy for what is transparent."""
JPEG_QUALITY = 92
"""Of a photo that has to be made again, because it is on its side or is in other colours."""
ORIENTATION = 0x0112
_AGAIN = "haal het bestand opnieuw op, of open de afbeelding in een ander programma en sla haar opnieuw op"


def read_pixels(data: bytes, kind: str, name: str, *, keeps_opacity: bool = False) -> Raster:
    """The picture in `data`, of which `kind` is PNG or JPEG; on white, unless it `keeps_opacity`.

    A JPEG stays as it is when that is possible, so that it loses nothing; what it holds besides the picture (a place, a
    camera) is left out.

    Raises:
        PictureFault: it is too large, broken, or in unknown colours.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=[kind]) as image:
                if image.width * image.height > MOST_PIXELS[kind]:
                    raise _too_large(kind, name, f" ({image.width} x {image.height})")
                if not (is_whole_png if kind == "PNG" else is_whole_jpeg)(data):
                    raise fault("T441", f"'{name}' is beschadigd: niet elk deel is wat het was", _AGAIN)
                image.load()
                return _raster(image, data if kind == "JPEG" else b"", name, keeps_opacity=keeps_opacity)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise _too_large(kind, name) from None
    except PictureFault:
        raise
    except Exception:  # a spoiled file makes Pillow's readers raise nearly anything
        raise fault("T441", f"'{name}' is niet te lezen: het bestand is stuk of niet af", _AGAIN) from None


def _too_large(kind: str, name: str, size: str = "") -> PictureFault:
    message = f"'{name}' heeft meer dan {MOST_PIXELS[kind] // 1_000_000} miljoen beeldpunten{size}"
    return fault("T442", message, "verklein de afbeelding: voor een hele pagina breed is 2000 beeldpunten genoeg")


def _raster(image: Image, jpeg: bytes, name: str, *, keeps_opacity: bool) -> Raster:
    """The picture upright, in sRGB. `jpeg` is the file when it is one."""
    from PIL import ImageOps

    is_upright = image.getexif().get(ORIENTATION, 1) == 1
    plain, alpha = _in_srgb(image if is_upright else ImageOps.exif_transpose(image), name)
    if alpha is not None and not keeps_opacity:
        plain = _on_white(plain, alpha)
    columns, rows = plain.size
    colours: Literal["grey", "rgb"] = "grey" if plain.mode == "L" else "rgb"
    if jpeg:
        bare = bare_jpeg(jpeg) if plain is image else None
        return Raster(columns, rows, colours, bare or _as_jpeg(plain), is_jpeg=True)
    opacity = alpha.tobytes() if alpha is not None and keeps_opacity else b""
    return Raster(columns, rows, colours, plain.tobytes(), opacity=opacity)


def _as_jpeg(image: Image) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return bare_jpeg(out.getvalue()) or out.getvalue()


def _in_srgb(image: Image, name: str) -> tuple[Image, Image | None]:
    """The picture in grey or RGB, the same object when it is so already; and its transparency apart."""
    profile = image.info.get("icc_profile")
    colours, alpha = _apart(image)
    if profile:
        colours = _converted(colours, profile, name)
    elif colours.mode == "CMYK":
        hint = "sla de afbeelding op in RGB (sRGB), niet in CMYK"
        raise fault("T441", f"'{name}' is in CMYK, zonder kleurprofiel", hint)
    return colours, alpha


def _apart(image: Image) -> tuple[Image, Image | None]:
    """The colours as L, RGB or CMYK, and the transparency apart."""
    if image.mode.startswith("I"):  # sixteen bits of grey
        return image.convert("I").point(lambda value: value / 257).convert("L"), None
    mode = "L" if image.mode in ("1", "L", "LA", "La") else "CMYK" if image.mode == "CMYK" else "RGB"
    if image.has_transparency_data:
        alpha = image if image.mode in ("LA", "RGBA") else image.convert("RGBA")
        return image.convert(mode), alpha.getchannel("A")
    return image if image.mode == mode else image.convert(mode), None


def _on_white(image: Image, alpha: Image) -> Image:
    from PIL import Image as Images

    white = Images.new(image.mode, image.size, "white")
    white.paste(image, mask=alpha)
    return white


def _converted(image: Image, profile: bytes, name: str) -> Image:
    """From the colours of `profile` to sRGB."""
    from PIL import ImageCms

    try:
        source = ImageCms.getOpenProfile(BytesIO(profile))
        if ImageCms.getProfileDescription(source).startswith("sRGB") and image.mode != "CMYK":
            return image
        made = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        hint = "sla de afbeelding op in RGB, met het kleurprofiel sRGB"
        raise fault("T441", f"het kleurprofiel van '{name}' is niet te lezen", hint) from None
    return made.convert("L") if image.mode == "L" and made is not None else made or image
