"""Files are told apart by what they are for."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from f2f_desktop.ui.arrivals import local_files, sorted_out


def test_each_kind_of_file_goes_its_way_and_comes_once() -> None:
    names = ["a.vcf", "Rivera.F2FBUNDLE", "d.f2fx", "week.F2FD", "b.csv", "a.vcf", "no-suffix"]
    found = sorted_out(map(Path, names))
    assert [path.name for path in found.campaigns] == ["Rivera.F2FBUNDLE"]
    assert [path.name for path in found.extracts] == ["d.f2fx", "week.F2FD"]
    assert [path.name for path in found.address_books] == ["a.vcf", "b.csv", "no-suffix"]
    assert found
    assert not sorted_out([])


def test_folders_and_web_addresses_are_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "a.vcf"
    file.touch()
    mime = QMimeData()
    mime.setUrls(
        [QUrl.fromLocalFile(str(each)) for each in (tmp_path, file)] + [QUrl("https://example.org/a.vcf")]
    )
    assert local_files(mime) == [file]
    assert local_files(QMimeData()) == []
