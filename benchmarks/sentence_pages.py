"""Of the sentences of Ofsted's reports, the share that stands on the page it is cited to, by each page's bare text.

``python -m benchmarks.sentence_pages``. Beside it: what the share would be if each sentence were cited to the page on
which its paragraph begins.
"""

import re
from collections import Counter

from benchmarks.reports import samples
from holdfast.inspection.pdf import bare_text
from holdfast.inspection.reading import read_document
from holdfast.inspection.statements import sentences_of

BEGINNING = 24
"""Letters and figures of a sentence's beginning that are looked for; fewer where it is shorter."""
HERE, ELSEWHERE, NOWHERE = "on the page cited", "on another page alone", "found whole on no page"


def only_letters(text: str) -> str:
    """The letters and figures of a text, small: blanks, stops and the marks of lists do not count."""
    return re.sub(r"[\W_]+", "", text).lower()


def stands(said: str, page: int, pages: list[str]) -> str:
    """Where a sentence's beginning stands: ``pages`` are the letters of each page, ``page`` is counted from 1."""
    begins = only_letters(said)[:BEGINNING]
    if begins in pages[page - 1]:
        return HERE
    return ELSEWHERE if any(begins in one for one in pages) else NOWHERE


def main() -> None:
    """Count over every report among the samples, and print."""
    by_sentence: Counter[str] = Counter()
    by_paragraph: Counter[str] = Counter()
    for path in samples():
        data = path.read_bytes()
        if not data.startswith(b"%PDF"):
            continue
        pages = [only_letters(one) for one in bare_text(data).split("\f")]
        for report in read_document(path.name, data):
            for paragraph in report.paragraphs:
                for page, said in sentences_of(paragraph):
                    by_sentence[stands(said, page, pages)] += 1
                    by_paragraph[stands(said, paragraph.page, pages)] += 1
    for name, counts in (("cited by sentence", by_sentence), ("cited by paragraph", by_paragraph)):
        every = sum(counts.values()) or 1
        told = ", ".join(f"{counts[one]:,} {one} ({counts[one] / every:.2%})" for one in (HERE, ELSEWHERE, NOWHERE))
        print(f"{name}: {told}")


if __name__ == "__main__":
    main()
