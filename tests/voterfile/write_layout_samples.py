"""Writes the samples in `tests/voterfile/layout_samples/`: `python -m tests.voterfile.write_layout_samples`.

Each is in the true format of its layout, encoding and delimiter included, about the invented people of `cast`.
"""

from collections.abc import Callable
from pathlib import Path

from tests.voterfile import sample_states, sample_vendors

FOLDER = Path(__file__).parent / "layout_samples"

WRITERS: dict[str, Callable[[], dict[str, bytes]]] = {
    "north-carolina": sample_states.north_carolina,
    "ohio": sample_states.ohio,
    "florida": sample_states.florida,
    "washington": sample_states.washington,
    "michigan": sample_states.michigan,
    "colorado": sample_states.colorado,
    "van": sample_vendors.van,
    "van-export-job": sample_vendors.van_export_job,
    "l2": sample_vendors.l2,
    "targetsmart": sample_vendors.targetsmart,
    "pdi": sample_vendors.pdi,
}
"""Layout to what writes its samples: name of the file to its bytes."""


def write_all() -> None:
    """Writes every sample."""
    for layout, writer in WRITERS.items():
        folder = FOLDER / layout
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in writer().items():
            (folder / name).write_bytes(content)


if __name__ == "__main__":
    write_all()
