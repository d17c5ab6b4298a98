"""What is offered after an extract came or went, and what laptops are told of those that are not any more."""

from f2f_desktop.protocol.manifest import ExtractOffer, FormerExtract
from f2f_desktop.sync.publishing import offers_after


def offer(name: str, label: str = "Elm", edition: int = 1) -> ExtractOffer:
    return ExtractOffer(name * 16, label, name * 64, 1, "2099-01-01", 5, edition=edition)


def test_a_new_cut_takes_the_place_of_the_one_with_its_label() -> None:
    offers, former = offers_after([offer("a"), offer("b", "Oak")], [], [offer("c")])
    assert [(each.hash[0], each.edition) for each in offers] == [("b", 1), ("c", 2)]
    assert former == (FormerExtract("a" * 64, "Elm", 1, withdrawn=False),)
    offers, former = offers_after(offers, former, [offer("d")])
    assert [(each.hash[0], each.edition) for each in offers] == [("b", 1), ("d", 3)]
    assert [each.hash[0] for each in former] == ["a", "c"]


def test_a_withdrawn_one_is_named_as_such_and_the_next_goes_on_counting() -> None:
    offers, former = offers_after([offer("a", edition=4)], [], withdrawn=["a" * 64])
    assert offers == ()
    assert former == (FormerExtract("a" * 64, "Elm", 4, withdrawn=True),)
    (again,), _ = offers_after(offers, former, [offer("b")])
    assert again.edition == 5


def test_the_same_file_again_stays_what_it_is() -> None:
    offers, former = offers_after([offer("a", edition=2)], [], [offer("a")])
    assert [each.edition for each in offers] == [2]
    assert former == ()


def test_what_was_withdrawn_and_is_offered_again_is_withdrawn_no_longer() -> None:
    offers, former = offers_after([], [FormerExtract("a" * 64, "Elm", 1, True)], [offer("a")])
    assert [each.hash[0] for each in offers] == ["a"]
    assert former == ()
