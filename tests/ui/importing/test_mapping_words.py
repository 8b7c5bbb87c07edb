# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.importing.mapping_words``."""

from __future__ import annotations

import pytest

from novelist import paths
from novelist.domain.enums import ImportFormat
from novelist.importers.base import read_source
from novelist.importers.mapped import Mapped, Source, mapped
from novelist.importers.novelwriter.bible import fields_of
from novelist.ui.importing.mapping_words import source_name
from novelist.ui.language import Language

SCENE = """<YWRITER7><PROJECT><Title>Tides</Title><FieldTitle1>Relevance</FieldTitle1>
<FieldTitle2>Tension</FieldTitle2><FieldTitle3>Humour</FieldTitle3>
<FieldTitle4>Quality</FieldTitle4></PROJECT><CHARACTERS><CHARACTER><ID>1</ID>
<Title>Ann</Title></CHARACTER></CHARACTERS><SCENES><SCENE><ID>1</ID><Title>Ebb</Title>
<BelongsToChID>1</BelongsToChID><Status>2</Status><SceneContent>Wet.</SceneContent>
<Field1>5</Field1><Field2>6</Field2><Field3>7</Field3><Field4>8</Field4>
<AppendToPrev>-1</AppendToPrev><ReactionScene>-1</ReactionScene><SubPlot>-1</SubPlot>
<Goal>a</Goal><Conflict>b</Conflict><Outcome>c</Outcome><Tags>d</Tags>
<SpecificDateTime>2020-01-01 10:00:00</SpecificDateTime><SpecificDateMode>-1</SpecificDateMode>
<Day>1</Day><Hour>2</Hour><Minute>3</Minute><LastsDays>4</LastsDays><LastsHours>5</LastsHours>
<LastsMinutes>6</LastsMinutes><ImageFile>a.png</ImageFile>
<Characters><CharID>1</CharID></Characters><Locations><LocID>1</LocID></Locations>
<Items><ItemID>1</ItemID></Items></SCENE></SCENES>
<CHAPTERS><CHAPTER><ID>1</ID><Title>One</Title><Scenes><ScID>1</ScID></Scenes></CHAPTER>
</CHAPTERS></YWRITER7>"""
REFERENCES = (
    "pov", "focus", "char", "plot", "time", "location", "object", "entity", "custom", "mention",
    "story", "tag",
)  # fmt: skip


@pytest.fixture
def chinese(qapp):
    language = Language(paths.resources() / "i18n")
    language.choose("zh_CN")
    yield language
    language.remove()


def is_chinese(name):
    return not any(letter.isascii() and letter.isalpha() for letter in name)


def test_every_field_of_scenes_of_ywriter_is_said_in_chinese(chinese, tmp_path):
    path = tmp_path / "Tides.yw7"
    path.write_text(SCENE, "utf-8")
    found = [each for each in mapped(read_source(path)) if each.source is Source.FIELD]
    assert len(found) > 20
    names = [source_name(each, ImportFormat.YWRITER) for each in found]
    assert [name for name in names if not is_chinese(name)] == []
    assert len(set(names)) == len(names)


def test_every_reference_of_novelwriter_is_said_in_chinese(chinese):
    found = [each.name for each in fields_of((key, "Ann") for key in REFERENCES)]
    rows = [Mapped(Source.FIELD, 1, name) for name in found]
    names = [source_name(each, ImportFormat.NOVELWRITER) for each in rows]
    assert [name for name in names if not is_chinese(name)] == []


def test_a_field_of_the_writers_own_keeps_its_name(chinese):
    own = Mapped(Source.FIELD, 1, "Goal")
    assert source_name(own, ImportFormat.SCRIVENER) == "Goal"
    assert is_chinese(source_name(own, ImportFormat.YWRITER))
