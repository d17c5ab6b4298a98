"""Keyed hashes under which phones and addresses are counted and opt-outs are compared.

HMAC-SHA-256 (RFC 2104) with the campaign's key, cut to 128 bits, in hexadecimal. Whoever has the key can try
all phone numbers: the hash keeps numbers out of the hub's tables and logs, it is no secret from the campaign.
"""

import hashlib
import hmac


def point_hash(campaign_key: bytes, point: str) -> str:
    """The hash of an E.164 number, or of an e-mail address compared without case."""
    return hmac.new(campaign_key, point.strip().casefold().encode(), hashlib.sha256).hexdigest()[:32]
