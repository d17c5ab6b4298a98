"""How many text messages a text becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.volunteer.sms_length import GSM_BASIC, GSM_EXTENSION, Encoding, sms_length


@pytest.mark.parametrize(
    ("text", "encoding", "units", "segments"),
    [
        ("", Encoding.GSM7, 0, 0),
        ("a" * 160, Encoding.GSM7, 160, 1),
        ("a" * 161, Encoding.GSM7, 161, 2),
        ("a" * 306, Encoding.GSM7, 306, 2),
        ("a" * 307, Encoding.GSM7, 307, 3),
        ("€" * 80, Encoding.GSM7, 160, 1),
        ("€" * 81, Encoding.GSM7, 162, 2),
        # 153 is odd: an escaped character that does not fit goes to the next piece as a whole.
        ("€" * 153, Encoding.GSM7, 306, 3),
        ("ñ" * 160, Encoding.GSM7, 160, 1),
        ("í" * 70, Encoding.UCS2, 70, 1),
        ("í" * 71, Encoding.UCS2, 71, 2),
        ("🗳" * 35, Encoding.UCS2, 70, 1),
        ("🗳" * 36, Encoding.UCS2, 72, 2),
        # 67 is odd: a character of two units is not cut in half.
        ("🗳" * 67, Encoding.UCS2, 134, 3),
        ("’" + "a" * 69, Encoding.UCS2, 70, 1),
    ],
)
def test_a_text_becomes_as_many_messages_as_the_standard_says(
    text: str, encoding: Encoding, units: int, segments: int
) -> None:
    length = sms_length(text)
    assert (length.encoding, length.units, length.segments) == (encoding, units, segments)


def test_the_alphabet_is_that_of_the_standard() -> None:
    # 128 places, of which one is the escape; nine of ten extensions have a letter, form feed is the tenth.
    assert len(GSM_BASIC) == 127
    assert len(GSM_EXTENSION) == 10
    assert not GSM_BASIC & GSM_EXTENSION


@given(st.text(max_size=600))
def test_a_longer_text_never_becomes_fewer_messages(text: str) -> None:
    assert sms_length(text).segments <= sms_length(text + "x").segments
    assert (sms_length(text).first_special != "") == (sms_length(text).encoding is Encoding.UCS2)
