"""A small invented census file for tests, and the way to read one."""

from pathlib import Path

from holdfast.exchange.extract import Extract
from holdfast.exchange.reading import read_extract

HEADER = """<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>
<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>999</LEA></Source></Header>"""


def child(
    details: str = "", *, own: str = "C1", born: str = "2015-02-28", sex: str = "<Sex>F</Sex>", more: str = ""
) -> str:
    """One child's element; ``details`` is what stands within CINdetails, ``more`` after it."""
    birth = f"<PersonBirthDate>{born}</PersonBirthDate>" if born else ""
    identity = f"<LAchildID>{own}</LAchildID>" if own else ""
    return f"""<Child><ChildIdentifiers>{identity}{birth}{sex}</ChildIdentifiers>
<ChildCharacteristics><Ethnicity>MWAS</Ethnicity></ChildCharacteristics>
<CINdetails><CINreferralDate>2025-09-01</CINreferralDate><ReferralSource>2A</ReferralSource>{details}
<ReferralNFA>0</ReferralNFA></CINdetails>{more}</Child>"""


def census(*children: str, header: str = HEADER) -> str:
    """A whole file."""
    return f"<Message>{header}<Children>{''.join(children)}</Children></Message>"


def read_text(folder: Path, text: str) -> Extract:
    """Write the file and read it through the one door."""
    path = folder / "census.xml"
    path.write_text(text, encoding="utf-8")
    return read_extract(path)


FULL = """<PrimaryNeedCode>N1</PrimaryNeedCode>
<Assessments><AssessmentActualStartDate>2025-09-02</AssessmentActualStartDate>
<AssessmentAuthorisationDate>2025-10-20</AssessmentAuthorisationDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>2B</AssessmentFactors><AssessmentFactors>3B</AssessmentFactors>
</FactorsIdentifiedAtAssessment></Assessments>
<CINPlanDates><CINPlanStartDate>2025-10-21</CINPlanStartDate><CINPlanEndDate>2025-11-18</CINPlanEndDate></CINPlanDates>
<Section47><S47ActualStartDate>2025-11-03</S47ActualStartDate><InitialCPCtarget>2025-11-24</InitialCPCtarget>
<DateOfInitialCPC>2025-11-18</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>
<ChildProtectionPlans><CPPstartDate>2025-11-18</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse><NumberOfPreviousCPP>1</NumberOfPreviousCPP>
<Reviews><CPPreviewDate>2026-02-10</CPPreviewDate></Reviews></ChildProtectionPlans>"""
