<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupWords</name>
    <message numerus="yes">
        <source>%Ln novels</source>
        <translation>
            <numerusform>%Ln novel</numerusform>
            <numerusform>%Ln novels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in all</source>
        <comment>words and characters</comment>
        <translation>
            <numerusform>%Ln in all</numerusform>
            <numerusform>%Ln in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters fewer than now</source>
        <translation>
            <numerusform>%Ln character fewer than now</numerusform>
            <numerusform>%Ln characters fewer than now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters more than now</source>
        <translation>
            <numerusform>%Ln character more than now</numerusform>
            <numerusform>%Ln characters more than now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words fewer than now</source>
        <translation>
            <numerusform>%Ln word fewer than now</numerusform>
            <numerusform>%Ln words fewer than now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words more than now</source>
        <translation>
            <numerusform>%Ln word more than now</numerusform>
            <numerusform>%Ln words more than now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your library holds %Ln words fewer than its last backup. That backup is kept.</source>
        <translation>
            <numerusform>Your library holds %Ln word fewer than its last backup. That backup is kept.</numerusform>
            <numerusform>Your library holds %Ln words fewer than its last backup. That backup is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BinderController</name>
    <message numerus="yes">
        <source>%n scenes are one now</source>
        <translation>
            <numerusform>%n scene is one now</numerusform>
            <numerusform>%n scenes are one now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries moved to Trash</source>
        <translation>
            <numerusform>%n entry moved to Trash</numerusform>
            <numerusform>%n entries moved to Trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BinderFoot</name>
    <message numerus="yes">
        <source>Trash, %n entries</source>
        <translation>
            <numerusform>Trash, %n entry</numerusform>
            <numerusform>Trash, %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoicesPage</name>
    <message numerus="yes">
        <source>Delete “{name}”? %n entries carry it and will have none.</source>
        <translation>
            <numerusform>Delete “{name}”? %n entry carries it and will have none.</numerusform>
            <numerusform>Delete “{name}”? %n entries carry it and will have none.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message numerus="yes">
        <source>%Ln texts could not be saved in the library.</source>
        <translation>
            <numerusform>%Ln text could not be saved in the library.</numerusform>
            <numerusform>%Ln texts could not be saved in the library.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommentWords</name>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompileController</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaysWords</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%Ln h</numerusform>
            <numerusform>%Ln h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoneView</name>
    <message numerus="yes">
        <source>%Ln novels are on your shelf.</source>
        <translation>
            <numerusform>%Ln novel is on your shelf.</numerusform>
            <numerusform>%Ln novels are on your shelf.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message numerus="yes">
        <source>%Ln scenes are not in the manuscript.</source>
        <translation>
            <numerusform>%Ln scene is not in the manuscript.</numerusform>
            <numerusform>%Ln scenes are not in the manuscript.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportSheet</name>
    <message numerus="yes">
        <source>Export %Ln characters</source>
        <comment>Han characters</comment>
        <translation>
            <numerusform>Export %Ln character</numerusform>
            <numerusform>Export %Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln words</source>
        <translation>
            <numerusform>Export %Ln word</numerusform>
            <numerusform>Export %Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message numerus="yes">
        <source>−%Ln characters</source>
        <comment>fewer</comment>
        <translation>
            <numerusform>−%Ln character</numerusform>
            <numerusform>−%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%Ln characters</source>
        <comment>more</comment>
        <translation>
            <numerusform>+%Ln character</numerusform>
            <numerusform>+%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>−%Ln words</source>
        <comment>fewer</comment>
        <translation>
            <numerusform>−%Ln word</numerusform>
            <numerusform>−%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%Ln words</source>
        <comment>more</comment>
        <translation>
            <numerusform>+%Ln word</numerusform>
            <numerusform>+%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln scenes</source>
        <translation>
            <numerusform>%Ln scene</numerusform>
            <numerusform>%Ln scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln times</source>
        <translation>
            <numerusform>Saved once</numerusform>
            <numerusform>Saved %Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCounts</name>
    <message numerus="yes">
        <source>%Ln parts</source>
        <translation>
            <numerusform>%Ln part</numerusform>
            <numerusform>%Ln parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chapters</source>
        <translation>
            <numerusform>%Ln chapter</numerusform>
            <numerusform>%Ln chapters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln scenes</source>
        <translation>
            <numerusform>%Ln scene</numerusform>
            <numerusform>%Ln scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln front pages</source>
        <translation>
            <numerusform>%Ln front page</numerusform>
            <numerusform>%Ln front pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln back pages</source>
        <translation>
            <numerusform>%Ln back page</numerusform>
            <numerusform>%Ln back pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln things</source>
        <translation>
            <numerusform>%Ln thing</numerusform>
            <numerusform>%Ln things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups</source>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln storylines</source>
        <translation>
            <numerusform>%Ln storyline</numerusform>
            <numerusform>%Ln storylines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more of the story bible</source>
        <translation>
            <numerusform>%Ln more of the story bible</numerusform>
            <numerusform>%Ln more of the story bible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln items</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the story bible</source>
        <translation>
            <numerusform>%Ln of the story bible</numerusform>
            <numerusform>%Ln of the story bible</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportFooter</name>
    <message numerus="yes">
        <source>Import %Ln characters</source>
        <comment>Han characters</comment>
        <translation>
            <numerusform>Import %Ln character</numerusform>
            <numerusform>Import %Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln words</source>
        <translation>
            <numerusform>Import %Ln word</numerusform>
            <numerusform>Import %Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message numerus="yes">
        <source>In the writing history: %Ln days.</source>
        <translation>
            <numerusform>In the writing history: %Ln day.</numerusform>
            <numerusform>In the writing history: %Ln days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %Ln items in it</source>
        <translation>
            <numerusform>with %Ln item in it</numerusform>
            <numerusform>with %Ln items in it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%Ln pictures are written as their descriptions.</source>
        <translation>
            <numerusform>%Ln picture is written as its description.</numerusform>
            <numerusform>%Ln pictures are written as their descriptions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links are written as plain words.</source>
        <translation>
            <numerusform>%Ln link is written as plain words.</numerusform>
            <numerusform>%Ln links are written as plain words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters cannot be written and are marked.</source>
        <translation>
            <numerusform>%Ln character cannot be written and is marked.</numerusform>
            <numerusform>%Ln characters cannot be written and are marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln footnotes could not be read and are written as they are kept.</source>
        <translation>
            <numerusform>%Ln footnote could not be read and is written as it is kept.</numerusform>
            <numerusform>%Ln footnotes could not be read and are written as they are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln placeholders have no value and are written by name.</source>
        <translation>
            <numerusform>%Ln placeholder has no value and is written by name.</numerusform>
            <numerusform>%Ln placeholders have no value and are written by name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages are written in a plainer way.</source>
        <translation>
            <numerusform>%Ln passage is written in a plainer way.</numerusform>
            <numerusform>%Ln passages are written in a plainer way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>things left out</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines that only repeat a title are left out.</source>
        <translation>
            <numerusform>%Ln line that only repeats a title is left out.</numerusform>
            <numerusform>%Ln lines that only repeat a title are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters do not exist in this encoding. Try another one.</source>
        <translation>
            <numerusform>%Ln character does not exist in this encoding. Try another one.</numerusform>
            <numerusform>%Ln characters do not exist in this encoding. Try another one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln control characters are left out.</source>
        <translation>
            <numerusform>%Ln control character is left out.</numerusform>
            <numerusform>%Ln control characters are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines longer than any paragraph are divided where sentences end.</source>
        <translation>
            <numerusform>%Ln line longer than any paragraph is divided where sentences end.</numerusform>
            <numerusform>%Ln lines longer than any paragraph are divided where sentences end.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraphs have too many brackets and marks to read: these stay as written.</source>
        <translation>
            <numerusform>%Ln paragraph has too many brackets and marks to read: these stay as written.</numerusform>
            <numerusform>%Ln paragraphs have too many brackets and marks to read: these stay as written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines at the head of the file were not understood.</source>
        <translation>
            <numerusform>%Ln line at the head of the file was not understood.</numerusform>
            <numerusform>%Ln lines at the head of the file were not understood.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message numerus="yes">
        <source>Show all %Ln</source>
        <translation>
            <numerusform>Show all %Ln</numerusform>
            <numerusform>Show all %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PurgeSheet</name>
    <message numerus="yes">
        <source>%Ln chapters</source>
        <translation>
            <numerusform>%Ln chapter</numerusform>
            <numerusform>%Ln chapters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln scenes</source>
        <translation>
            <numerusform>%Ln scene</numerusform>
            <numerusform>%Ln scenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairSheet</name>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln</source>
        <translation>
            <numerusform>Change %Ln</numerusform>
            <numerusform>Change %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message numerus="yes">
        <source>%Ln problems were found. Nothing was changed. Restore a backup, or save what can be read as a new library.</source>
        <translation>
            <numerusform>%Ln problem was found. Nothing was changed. Restore a backup, or save what can be read as a new library.</numerusform>
            <numerusform>%Ln problems were found. Nothing was changed. Restore a backup, or save what can be read as a new library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier versions of “{title}” cannot be read.</source>
        <translation>
            <numerusform>%Ln earlier version of “{title}” cannot be read.</numerusform>
            <numerusform>%Ln earlier versions of “{title}” cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{line} (%Ln times)</source>
        <translation>
            <numerusform>{line} (%Ln time)</numerusform>
            <numerusform>{line} (%Ln times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln novels</source>
        <translation>
            <numerusform>%Ln novel</numerusform>
            <numerusform>%Ln novels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln whole texts</source>
        <translation>
            <numerusform>%Ln whole text</numerusform>
            <numerusform>%Ln whole texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions</source>
        <translation>
            <numerusform>%Ln version</numerusform>
            <numerusform>%Ln versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier versions could not be read.</source>
        <translation>
            <numerusform>%Ln earlier version could not be read.</numerusform>
            <numerusform>%Ln earlier versions could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures could not be read.</source>
        <translation>
            <numerusform>%Ln picture could not be read.</numerusform>
            <numerusform>%Ln pictures could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places of the file could not be read.</source>
        <translation>
            <numerusform>%Ln place of the file could not be read.</numerusform>
            <numerusform>%Ln places of the file could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln chosen</numerusform>
            <numerusform>%Ln chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln chapters</source>
        <translation>
            <numerusform>in %Ln chapter</numerusform>
            <numerusform>in %Ln chapters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln chosen</numerusform>
            <numerusform>%Ln chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as they are</source>
        <translation>
            <numerusform>%Ln left as it is</numerusform>
            <numerusform>%Ln left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln</source>
        <translation>
            <numerusform>Replace %Ln</numerusform>
            <numerusform>Replace %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln</source>
        <translation>
            <numerusform>Remove %Ln</numerusform>
            <numerusform>Remove %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in titles</source>
        <translation>
            <numerusform>%Ln in titles</numerusform>
            <numerusform>%Ln in titles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in synopses</source>
        <translation>
            <numerusform>%Ln in synopses</numerusform>
            <numerusform>%Ln in synopses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the text</source>
        <translation>
            <numerusform>%Ln in the text</numerusform>
            <numerusform>%Ln in the text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in notes</source>
        <translation>
            <numerusform>%Ln in notes</numerusform>
            <numerusform>%Ln in notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in comments</source>
        <translation>
            <numerusform>%Ln in comments</numerusform>
            <numerusform>%Ln in comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the bible and in fields</source>
        <translation>
            <numerusform>%Ln in the bible and in fields</numerusform>
            <numerusform>%Ln in the bible and in fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places replaced.</source>
        <translation>
            <numerusform>%Ln place replaced.</numerusform>
            <numerusform>%Ln places replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln scenes were changed meanwhile and are left as they are.</source>
        <translation>
            <numerusform>%Ln scene was changed meanwhile and is left as it is.</numerusform>
            <numerusform>%Ln scenes were changed meanwhile and are left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries of the bible are left as they are.</source>
        <translation>
            <numerusform>%Ln entry of the bible is left as it is.</numerusform>
            <numerusform>%Ln entries of the bible are left as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpellingPreferences</name>
    <message numerus="yes">
        <source>%Ln new words</source>
        <translation>
            <numerusform>%Ln new word</numerusform>
            <numerusform>%Ln new words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>Saving paused, %n changes kept</source>
        <translation>
            <numerusform>Saving paused, %n change kept</numerusform>
            <numerusform>Saving paused, %n changes kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StorageBanner</name>
    <message numerus="yes">
        <source>%Ln changes wait in memory and in an emergency copy.</source>
        <translation>
            <numerusform>%Ln change waits in memory and in an emergency copy.</numerusform>
            <numerusform>%Ln changes wait in memory and in an emergency copy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes wait in memory only: no other place can be written either. Keep this window open.</source>
        <translation>
            <numerusform>%Ln change waits in memory only: no other place can be written either. Keep this window open.</numerusform>
            <numerusform>%Ln changes wait in memory only: no other place can be written either. Keep this window open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes wait in memory.</source>
        <translation>
            <numerusform>%Ln change waits in memory.</numerusform>
            <numerusform>%Ln changes wait in memory.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextPreview</name>
    <message numerus="yes">
        <source>… and %Ln more paragraphs</source>
        <translation>
            <numerusform>… and %Ln more paragraph</numerusform>
            <numerusform>… and %Ln more paragraphs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message numerus="yes">
        <source>%Ln novels</source>
        <translation>
            <numerusform>%Ln novel</numerusform>
            <numerusform>%Ln novels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message numerus="yes">
        <source>Delete %n entries for ever?</source>
        <translation>
            <numerusform>Delete %n entry for ever?</numerusform>
            <numerusform>Delete %n entries for ever?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypingController</name>
    <message numerus="yes">
        <source>%Ln marks are full-width now.</source>
        <translation>
            <numerusform>%Ln mark is full-width now.</numerusform>
            <numerusform>%Ln marks are full-width now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%Ln characters</source>
        <comment>Han characters</comment>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln</source>
        <comment>Han characters, briefly</comment>
        <translation>
            <numerusform>%Ln</numerusform>
            <numerusform>%Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln</source>
        <comment>words, briefly</comment>
        <translation>
            <numerusform>%Ln</numerusform>
            <numerusform>%Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_UndoWords</name>
    <message numerus="yes">
        <source>{action} (%n entries)</source>
        <translation>
            <numerusform>{action} (%n entry)</numerusform>
            <numerusform>{action} (%n entries)</numerusform>
        </translation>
    </message>
</context>
</TS>
