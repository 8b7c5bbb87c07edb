# SPDX-License-Identifier: MIT
"""XML as projects have it, and as those who mean harm write it."""

from __future__ import annotations

import pytest

from novelist.importers import xml_reading
from novelist.importers.xml_reading import XmlError, child_text, children, parse_xml, text_of


def test_elements_texts_and_attributes():
    root = parse_xml('<a n="1">x<b>漁 <i>fish</i> </b><b/></a>'.encode())
    assert (root.tag, root.get("n"), root.text) == ("a", "1", "x")
    assert child_text(root, "b") == "漁 fish"
    assert [text_of(each) for each in children(root, "b")] == ["漁 fish", ""]
    assert (child_text(root, "absent"), text_of(None), list(children(None, "b"))) == ("", "", [])


def test_names_of_a_namespace():
    root = parse_xml(b'<x:a xmlns:x="urn:n" x:k="v"><x:b/></x:a>')
    assert (root.tag, root.get("{urn:n}k"), root[0].tag) == ("{urn:n}a", "v", "{urn:n}b")


def test_the_encoding_that_it_names():
    text = '<?xml version="1.0" encoding="iso-8859-1"?><a>café</a>'
    assert parse_xml(text.encode("latin-1")).text == "café"


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY b "tide">]><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://example.org/x"> %b;]><a/>',
        "<a>" * 301,
        "<a>" * 301 + "</a>" * 301,
        "<a><b></a>",
        "no xml",
        "",
        '<?xml version="1.0" encoding="unheard-of"?><a/>',
        "<a>\x00</a>",
    ],
)
def test_what_is_refused(text):
    with pytest.raises(XmlError):
        parse_xml(text.encode())


def test_more_elements_than_any_project_has(monkeypatch):
    monkeypatch.setattr(xml_reading, "MOST", 10)
    assert len(parse_xml(b"<a>" + b"<b/>" * 9 + b"</a>")) == 9
    with pytest.raises(XmlError):
        parse_xml(b"<a>" + b"<b/>" * 10 + b"</a>")
