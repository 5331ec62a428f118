"""Two small invented children in a folder, for the commands to be tried on."""

from pathlib import Path

TABLES = {
    "people.csv": "pers_person_id,pers_forename,pers_surname,pers_dob\n"
    "1001,Mina,Vale,2014-05-02\n1002,Odd,Reed,2012-01-09\n",
    "episodes.csv": "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_entered_care_date\n"
    "E1,1001,2026-04-16,2026-04-16\nE2,1002,2026-05-20,2026-05-20\n",
    "reviews.csv": "clar_cla_review_id,clar_person_id,clar_cla_review_date,clar_cla_review_cancelled\n",
    "involvements.csv": "invo_involvements_id,invo_person_id,invo_professional_id,invo_professional_team,"
    "invo_professional_role_id,invo_involvement_start_date,invo_involvement_end_date\n"
    "I1,1001,W1,T1,social worker,2026-04-16,\nI2,1002,W2,T2,social worker,2026-05-20,\n",
    "workers.csv": "prof_professional_id,prof_professional_name\nW1,Rosa Quill\nW2,Ken Marr\n",
    "teams.csv": "dept_team_id,dept_team_name\nT1,Harbour\nT2,Quay\n",
    "missing.csv": "miss_table_id,miss_person_id,miss_missing_episode_start_date,miss_missing_episode_end_date\n"
    "M1,1001,2026-05-20T22:10:00,2026-05-21T08:05:00\n",
    "holdfast_return_interviews.csv": "return_interview_id,person_id,missing_id,offered_date,held_date,declined_date\n",
}  # fmt: skip


def write(folder: Path, **changed: str) -> Path:
    """The folder with its files; ``changed`` gives other rows to a file by its stem."""
    for name, text in TABLES.items():
        (folder / name).write_text(changed.get(Path(name).stem, text), encoding="utf-8")
    return folder
