"""A drawn picture as a test sees it: its shapes by their class, their words and their places."""

import xml.etree.ElementTree as ET


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def of_class(svg: str, kind: str) -> list[ET.Element]:
    return [one for one in parsed(svg).iter() if f"hf-pic__{kind}" in one.get("class", "").split()]


def texts(svg: str) -> list[str]:
    return [one.text or "" for one in of_class(svg, "text")]


def number(element: ET.Element, name: str) -> float:
    return float(element.get(name, "nan"))
