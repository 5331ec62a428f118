"""The return's XML: the same record as from the tables, and files that must not be trusted."""

from datetime import date
from pathlib import Path

import pytest

from holdfast.exchange.problems import CannotRead
from holdfast.exchange.reading import read_extract
from holdfast.record.in_care import CareEpisode, CareReview, LegalStatus, Permanence, Placement
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.people import Involvement, Person
from holdfast.record.unseen import MissingEpisode
from tests.exchange.ssda903.small_return import episode, put, read_from

WHOLE = """<?xml version="1.0" encoding="utf-8"?>
<EXPSSDA903>
 <CHILD>
  <HEADER>
   <CHILDID>K1</CHILDID><UPN>UN1</UPN><SEX>F</SEX><DOB>03/05/2012</DOB><ETHNIC>WBRI</ETHNIC><UASC>1</UASC>
   <DUC>01/02/2026</DUC><DATE_INT>20/06/2025</DATE_INT><DATE_MATCH>01/09/2025</DATE_MATCH>
   <IN_TOUCH>YES</IN_TOUCH><ACTIV>F2</ACTIV><ACCOM>K1</ACCOM>
   <AMISSING><MISSING>M</MISSING><MIS_START>01/06/2025</MIS_START><MIS_END>02/06/2025</MIS_END></AMISSING>
   <AREVIEW><REVIEW>20/05/2025</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
   <AREVIEW><REVIEW>2025-08-01</REVIEW><REVIEW_CODE>PN2</REVIEW_CODE></AREVIEW>
   <MOTHER>0</MOTHER><MC_DOB/>
   <PERMANENCE><PREV_PERM>P1</PREV_PERM><DATE_PERM>zz/zz/2019</DATE_PERM></PERMANENCE>
   <OC2><SDQ_SCORE>14</SDQ_SCORE><CONVICTED>0</CONVICTED></OC2>
   <AD_PLACED><DATE_PLACED>20/06/2025</DATE_PLACED></AD_PLACED>
  </HEADER>
  <EPISODE><DECOM>03/05/2025</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL><PL_POST>ZZ99 3CZ</PL_POST>
   <PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC>01/07/2025</DEC><REC>X1</REC></EPISODE>
  <EPISODE><DECOM>01/07/2025</DECOM><RNE>L</RNE><LS>E1</LS><CIN>N1</CIN><PL>U6</PL><PL_POST>ZZ99 3CZ</PL_POST>
   <PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC/><REC/></EPISODE>
 </CHILD>
</EXPSSDA903>
"""


def _file(folder: Path, text: str) -> Path:
    path = folder / "return.xml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_xml_gives_the_same_record_as_the_tables(tmp_path: Path) -> None:
    tables = tmp_path / "tables"
    tables.mkdir()
    put(tables, "header", "K1,F,03/05/2012,WBRI,UN1,0,")
    put(tables, "episodes", episode("03/05/2025", "S", "01/07/2025", "X1"), episode("01/07/2025", "L", status="E1"))
    put(tables, "reviews", "K1,03/05/2012,20/05/2025,PN1", "K1,03/05/2012,01/08/2025,PN2")
    put(tables, "missing", "K1,03/05/2012,M,01/06/2025,02/06/2025")
    put(tables, "oc3", "K1,03/05/2012,YES,F2,K1")
    put(tables, "ad1", "K1,03/05/2012,20/06/2025,01/09/2025,,,,")
    put(tables, "placed_for_adoption", "K1,03/05/2012,20/06/2025,,")
    from_tables, from_xml = read_from(tables), read_extract(_file(tmp_path, WHOLE))
    for noun in (Person, CareEpisode, Placement, LegalStatus, CareReview, MissingEpisode, CareLeaver, Permanence):
        assert from_xml.columns.of(noun).rows() == from_tables.columns.of(noun).rows(), noun
        assert from_xml.columns.held.fields[noun] == from_tables.columns.held.fields[noun], noun
    assert from_xml.columns.held.known_from == from_tables.columns.held.known_from
    assert from_xml.problems == ()


def test_what_the_xml_has_no_element_for_is_unknown_and_what_it_has_and_no_child_has_is_empty(tmp_path: Path) -> None:
    columns = read_extract(_file(tmp_path, WHOLE.replace("AMISSING>", "OTHER>"))).columns
    assert not columns.held.has(Involvement)
    assert columns.held.has(MissingEpisode)
    assert columns.of(MissingEpisode).is_empty()


def test_what_nothing_reads_of_the_xml_is_kept(tmp_path: Path) -> None:
    kept = read_extract(_file(tmp_path, WHOLE)).kept
    assert kept["oc2"]["SDQ_SCORE"].to_list() == ["14"]
    assert kept["uasc"]["DUC"].to_list() == ["01/02/2026"]
    assert kept["previous_permanence"]["DATE_PERM"].to_list() == ["zz/zz/2019"]


def test_a_problem_in_the_xml_names_the_line_and_the_xmls_own_element(tmp_path: Path) -> None:
    found = read_extract(_file(tmp_path, WHOLE.replace("<PL>U6</PL>", "<PL>QQ</PL>", 1)))
    (problem,) = [one for one in found.problems if one.value == "QQ"]
    assert (problem.row, problem.column) == (16, "PL")
    assert found.columns.of(CareEpisode)["started_on"].to_list() == [date(2025, 5, 3), date(2025, 7, 1)]


def test_xml_that_breaks_off_is_not_read_at_all(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="breaks off"):
        read_extract(_file(tmp_path, WHOLE[: WHOLE.index("<EPISODE><DECOM>01/07")]))


def test_xml_that_declares_entities_is_refused(tmp_path: Path) -> None:
    bomb = WHOLE.replace("<EXPSSDA903>", '<!DOCTYPE EXPSSDA903 [<!ENTITY a "aaaa">]><EXPSSDA903>', 1)
    with pytest.raises(CannotRead, match="document type"):
        read_extract(_file(tmp_path, bomb.replace("<SEX>F</SEX>", "<SEX>&a;</SEX>")))
