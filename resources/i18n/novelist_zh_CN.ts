<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AloudBar</name>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Reading aloud</source>
        <translation>正在朗读</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>慢一点</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>快一点</translation>
    </message>
    <message>
        <source>Speed {rate}</source>
        <translation>语速 {rate}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>AloudController</name>
    <message>
        <source>There is no voice to read aloud with: install speech-dispatcher or espeak-ng.</source>
        <translation>没有可供朗读的语音：请安装 speech-dispatcher 或 espeak-ng。</translation>
    </message>
    <message>
        <source>There is no voice to read aloud with: add one in the speech settings of the system.</source>
        <translation>没有可供朗读的语音：请在系统的语音设置里添加一个。</translation>
    </message>
    <message>
        <source>The voice of the system has fallen silent. The text is as it was.</source>
        <translation>系统语音停了。文字没有改动。</translation>
    </message>
    <message>
        <source>The voice of the system says nothing: check the sound, and spd-say or espeak-ng.</source>
        <translation>系统语音没有出声：请检查声音，以及 spd-say 或 espeak-ng 能否发声。</translation>
    </message>
    <message>
        <source>The voice of the system says nothing: look at the sound and speech settings of the system.</source>
        <translation>系统语音没有出声：请检查系统的声音和语音设置。</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language of Novelist</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Text of the manuscript</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
</context>
<context>
    <name>BackupKeeper</name>
    <message>
        <source>Your library is backed up, and the backup is checked and whole.</source>
        <translation>书库已备份，备份检查无误。</translation>
    </message>
    <message>
        <source>Nothing changed since the last backup.</source>
        <translation>上次备份之后没有改动。</translation>
    </message>
    <message>
        <source>Show backups</source>
        <translation>查看备份</translation>
    </message>
    <message>
        <source>Your library is being backed up. Novelist closes in a moment.</source>
        <translation>正在备份书库，马上就关。</translation>
    </message>
    <message>
        <source>No backup could be made. {reason}</source>
        <translation>没能备份。{reason}</translation>
    </message>
</context>
<context>
    <name>BackupPreview</name>
    <message>
        <source>What the backup holds</source>
        <translation>备份里有什么</translation>
    </message>
    <message>
        <source>Read scene</source>
        <translation>阅读这一场</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{holds}: {compared}</source>
        <translation>{holds}，{compared}</translation>
    </message>
    <message>
        <source>Choose a scene first.</source>
        <translation>先选一场。</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>Made while you wrote</source>
        <translation>写作时备份</translation>
    </message>
    <message>
        <source>Made when Novelist was closed</source>
        <translation>关闭时备份</translation>
    </message>
    <message>
        <source>Made before an update of Novelist</source>
        <translation>升级前备份</translation>
    </message>
    <message>
        <source>Made before a large change</source>
        <translation>大改动之前备份</translation>
    </message>
    <message>
        <source>Made before a backup was restored</source>
        <translation>恢复之前备份</translation>
    </message>
    <message>
        <source>Made when you asked</source>
        <translation>手动备份</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>升级前</translation>
    </message>
    <message>
        <source>before a change</source>
        <translation>改动前</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>恢复前</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>in the second folder only</source>
        <translation>只在第二个文件夹里</translation>
    </message>
    <message>
        <source>in both folders</source>
        <translation>两个文件夹里都有</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>checked, whole</source>
        <translation>检查无误</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>还没检查</translation>
    </message>
    <message>
        <source>{novels}, {words}</source>
        <translation>{novels}，{words}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln novels</source>
        <translation>
            <numerusform>%Ln 部作品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in all</source>
        <comment>words and characters</comment>
        <translation>
            <numerusform>共 %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>as many words as now</source>
        <translation>与现在词数相同</translation>
    </message>
    <message>
        <source>as many characters as now</source>
        <translation>与现在字数相同</translation>
    </message>
    <message>
        <source>as much as now</source>
        <translation>与现在一样多</translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters fewer than now</source>
        <translation>
            <numerusform>比现在少 %Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters more than now</source>
        <translation>
            <numerusform>比现在多 %Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words fewer than now</source>
        <translation>
            <numerusform>比现在少 %Ln 词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words more than now</source>
        <translation>
            <numerusform>比现在多 %Ln 词</numerusform>
        </translation>
    </message>
    <message>
        <source>{words} and {characters}</source>
        <translation>{words}、{characters}</translation>
    </message>
    <message>
        <source>in Trash</source>
        <translation>在回收站</translation>
    </message>
    <message>
        <source>not in your library now</source>
        <translation>书库里现在没有</translation>
    </message>
    <message>
        <source>Untitled novel</source>
        <translation>未命名作品</translation>
    </message>
    <message>
        <source>{title} ({moment})</source>
        <translation>{title}（{moment}）</translation>
    </message>
    <message>
        <source>{moment} ({contents})</source>
        <translation>{moment}（{contents}）</translation>
    </message>
    <message>
        <source>All novels in “{library}” become what they were in this backup: {then}.</source>
        <translation>“{library}”里的所有作品都会变回这份备份里的样子：{then}。</translation>
    </message>
    <message>
        <source>What is in the library now is first kept as a backup, in this same list.</source>
        <translation>书库现在的内容会先留一份备份，就在这个列表里。</translation>
    </message>
    <message>
        <source>Replace your library with this backup?</source>
        <translation>用这份备份替换书库？</translation>
    </message>
    <message>
        <source>Keep my library</source>
        <translation>保留现在的书库</translation>
    </message>
    <message>
        <source>Restore library</source>
        <translation>恢复书库</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Your library is as it was: {moment}.</source>
        <translation>书库已回到：{moment}。</translation>
    </message>
    <message>
        <source>What was there before is in Backups: “{reason}”.</source>
        <translation>之前的内容在“备份”里：“{reason}”。</translation>
    </message>
    <message>
        <source>The damaged library is kept as {name}.</source>
        <translation>损坏的书库留作 {name}。</translation>
    </message>
    <message>
        <source>The second folder for backups is not there. The backup beside your library was made. Connect the drive, or choose another folder in Preferences.</source>
        <translation>备份用的第二个文件夹不在了。书库旁边的备份已经做好。接上磁盘，或在偏好设置里换一个文件夹。</translation>
    </message>
    <message>
        <source>The second folder for backups may not be written. The backup beside your library was made. Choose another folder in Preferences.</source>
        <translation>备份用的第二个文件夹不能写入。书库旁边的备份已经做好。在偏好设置里换一个文件夹。</translation>
    </message>
    <message>
        <source>The second folder for backups is full. The backup beside your library was made. Free some space there, or choose another folder in Preferences.</source>
        <translation>备份用的第二个文件夹满了。书库旁边的备份已经做好。腾出空间，或在偏好设置里换一个文件夹。</translation>
    </message>
    <message>
        <source>The second folder for backups did not answer. The backup beside your library was made. Check the drive, or choose another folder in Preferences.</source>
        <translation>备份用的第二个文件夹没有回应。书库旁边的备份已经做好。检查磁盘，或在偏好设置里换一个文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>Your library holds %Ln words fewer than its last backup. That backup is kept.</source>
        <translation>
            <numerusform>书库比上一份备份少了 %Ln 字。那份备份已保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your library holds less than its last backup. That backup is kept.</source>
        <translation>书库的内容比上一份备份少。那份备份已保留。</translation>
    </message>
</context>
<context>
    <name>BackupsController</name>
    <message>
        <source>This library is on a server and is backed up there.</source>
        <translation>这个书库在服务器上，由服务器备份。</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>Backups of Novelist ({pattern})</source>
        <translation>Novelist 的备份（{pattern}）</translation>
    </message>
    <message>
        <source>Show backups</source>
        <translation>查看备份</translation>
    </message>
    <message>
        <source>“{title}” is on your shelf.</source>
        <translation>《{title}》已放上书架。</translation>
    </message>
    <message>
        <source>Open novel</source>
        <translation>打开作品</translation>
    </message>
</context>
<context>
    <name>BackupsSection</name>
    <message>
        <source>Choose a second folder</source>
        <translation>选择第二个文件夹</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Beside your library</source>
        <translation>在书库旁边</translation>
    </message>
    <message>
        <source>In a second folder</source>
        <translation>在第二个文件夹</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>保留哪些</translation>
    </message>
    <message>
        <source>One an hour for a day, one a day for a month, one a month for two years; each you asked for, for a month. A backup is never replaced by one that holds less.</source>
        <translation>一天之内每小时一份，一个月之内每天一份，两年之内每月一份；你自己做的，一个月内每份都留。内容多的备份不会被内容少的替换。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>No copy has been made yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Stop using it</source>
        <translation>不再使用</translation>
    </message>
    <message>
        <source>Show backups…</source>
        <translation>查看备份…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>None. One on another drive survives the loss of this one.</source>
        <translation>没有。放在另一块磁盘上，这块坏了也不怕。</translation>
    </message>
    <message>
        <source>{folder} is not there now.</source>
        <translation>{folder} 现在不在。</translation>
    </message>
</context>
<context>
    <name>BackupsSheet</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>This backup is damaged.</source>
        <translation>这份备份损坏了。</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>没有打开书库。</translation>
    </message>
    <message>
        <source>Choose a novel first.</source>
        <translation>先选一部作品。</translation>
    </message>
    <message>
        <source>It comes into your library as a new novel.</source>
        <translation>作为一部新作品放进书库。</translation>
    </message>
    <message>
        <source>Restore library</source>
        <translation>恢复书库</translation>
    </message>
    <message>
        <source>Copy novel to shelf</source>
        <translation>复制到书架</translation>
    </message>
    <message>
        <source>Your library as it is now is kept as a backup.</source>
        <translation>现在的书库会先存为备份。</translation>
    </message>
    <message>
        <source>No backup of this library was found.</source>
        <translation>没有找到这个书库的备份。</translation>
    </message>
    <message>
        <source>It may be on another drive.</source>
        <translation>可能在另一个硬盘上。</translation>
    </message>
    <message>
        <source>Your library will be backed up here while you write.</source>
        <translation>写作时，书库会备份到这里。</translation>
    </message>
    <message>
        <source>Every twenty minutes while you write, and when you close Novelist.</source>
        <translation>写作时每二十分钟一次，关闭时再一次。</translation>
    </message>
</context>
<context>
    <name>BibleController</name>
    <message>
        <source>“{name}” was deleted</source>
        <translation>“{name}”已删除</translation>
    </message>
</context>
<context>
    <name>BiblePage</name>
    <message>
        <source>Keep your people and places here.</source>
        <translation>人物、地点和物件，都记在这里。</translation>
    </message>
    <message>
        <source>What an import brings of them is listed here too.</source>
        <translation>导入带来的也列在这里。</translation>
    </message>
    <message>
        <source>Add a character</source>
        <translation>添加人物</translation>
    </message>
</context>
<context>
    <name>BibleSide</name>
    <message>
        <source>Untitled novel</source>
        <translation>未命名作品</translation>
    </message>
    <message>
        <source>Nothing here is called “{words}”.</source>
        <translation>这里没有叫“{words}”的。</translation>
    </message>
    <message>
        <source>Bible</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新建条目</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>查找名字</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
</context>
<context>
    <name>BinderController</name>
    <message numerus="yes">
        <source>%n scenes are one now</source>
        <translation>
            <numerusform>%n 场已合成一场</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” moved to Trash</source>
        <translation>“{title}”已移到回收站</translation>
    </message>
    <message numerus="yes">
        <source>%n entries moved to Trash</source>
        <translation>
            <numerusform>%n 项已移到回收站</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BinderFoot</name>
    <message>
        <source>Notes and research</source>
        <translation>笔记与资料</translation>
    </message>
    <message numerus="yes">
        <source>Trash, %n entries</source>
        <translation>
            <numerusform>回收站，%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
</context>
<context>
    <name>BinderModel</name>
    <message>
        <source>{title}, {words}</source>
        <translation>{title}，{words}</translation>
    </message>
</context>
<context>
    <name>BinderPanel</name>
    <message>
        <source>Binder</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Untitled novel</source>
        <translation>未命名作品</translation>
    </message>
    <message>
        <source>Notes and research</source>
        <translation>笔记与资料</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>No title or synopsis has “{text}”.</source>
        <translation>目录里没有“{text}”。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Keep notes and research here, apart from the book.</source>
        <translation>笔记与资料，不进正文。</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新建笔记</translation>
    </message>
    <message>
        <source>Your chapters and scenes will be listed here.</source>
        <translation>章节和场景会列在这里。</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>新建场景</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No status</source>
        <translation>无状态</translation>
    </message>
    <message>
        <source>New status…</source>
        <translation>新建状态…</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>New label…</source>
        <translation>新建标签…</translation>
    </message>
</context>
<context>
    <name>BinderTop</name>
    <message>
        <source>Novel details</source>
        <translation>作品信息</translation>
    </message>
    <message>
        <source>Back to the manuscript</source>
        <translation>回到正文</translation>
    </message>
    <message>
        <source>Find in the binder</source>
        <translation>在目录中查找</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Title or synopsis</source>
        <translation>标题或梗概</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>BookmarksController</name>
    <message>
        <source>The bookmark is gone.</source>
        <translation>书签已取下。</translation>
    </message>
    <message>
        <source>Bookmark set.</source>
        <translation>书签已放好。</translation>
    </message>
    <message>
        <source>A bookmark needs some words to stand at.</source>
        <translation>要有文字，才能放书签。</translation>
    </message>
    <message>
        <source>There is no bookmark in this novel yet.</source>
        <translation>本书还没有书签。</translation>
    </message>
</context>
<context>
    <name>BookmarksSheet</name>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Enter goes to the place, Delete removes the bookmark.</source>
        <translation>按 Enter 去那里，按 Delete 取下书签。</translation>
    </message>
    <message>
        <source>No bookmark in this novel yet. Ctrl+F2 sets one where the caret is.</source>
        <translation>本书还没有书签。按 Ctrl+F2 在光标处放一个。</translation>
    </message>
    <message>
        <source>Go to the place</source>
        <translation>去那里</translation>
    </message>
    <message>
        <source>Remove bookmark</source>
        <translation>取下书签</translation>
    </message>
</context>
<context>
    <name>BreakOutSign</name>
    <message>
        <source>Keep holding Esc to break out</source>
        <translation>按住 Esc 不放，强行离开</translation>
    </message>
    <message>
        <source>Let go to stay and write on.</source>
        <translation>松开就留下继续写。</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Double-click or press Enter to open</source>
        <translation>双击或按回车键打开</translation>
    </message>
    <message>
        <source>Title of the novel</source>
        <translation>书名</translation>
    </message>
</context>
<context>
    <name>CheckSheet</name>
    <message>
        <source>Save what can be read as a new library</source>
        <translation>把还能读出的内容存为新书库</translation>
    </message>
    <message>
        <source>Novelist libraries ({pattern})</source>
        <translation>Novelist 书库（{pattern}）</translation>
    </message>
    <message>
        <source>{name}, saved</source>
        <translation>{name}（救出）</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>救出能读的内容</translation>
    </message>
    <message>
        <source>Check library</source>
        <translation>检查书库</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>救出能读的内容…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Choose another place…</source>
        <translation>换个位置…</translation>
    </message>
    <message>
        <source>Open the new library</source>
        <translation>打开新书库</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>ChecksController</name>
    <message>
        <source>Not looked for any more: {kind}</source>
        <translation>不再检查：{kind}</translation>
    </message>
</context>
<context>
    <name>ChecksMenu</name>
    <message>
        <source>Do not look for this any more</source>
        <translation>不再检查这一类</translation>
    </message>
    <message>
        <source>This word stands twice</source>
        <translation>这个词重复了</translation>
    </message>
    <message>
        <source>Here is more than one space</source>
        <translation>这里的空格多于一个</translation>
    </message>
    <message>
        <source>The other half of this mark is missing</source>
        <translation>缺少与它成对的另一半</translation>
    </message>
    <message>
        <source>Elsewhere this text uses other marks</source>
        <translation>文中别处用的是另一种符号</translation>
    </message>
    <message>
        <source>Perhaps {mark} is meant here</source>
        <translation>这里可能应为“{mark}”</translation>
    </message>
    <message>
        <source>Remove the second “{word}”</source>
        <translation>删去重复的“{word}”</translation>
    </message>
    <message>
        <source>Leave one space</source>
        <translation>只留一个空格</translation>
    </message>
    <message>
        <source>Change to {mark}</source>
        <translation>改为 {mark}</translation>
    </message>
</context>
<context>
    <name>ChoicesPage</name>
    <message>
        <source>Statuses</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>How far a scene is. Drag to put them in order; double-click to rename.</source>
        <translation>场景写到了哪一步。拖动可调整顺序，双击可改名。</translation>
    </message>
    <message>
        <source>What a scene belongs to. Drag to put them in order; double-click to rename.</source>
        <translation>场景属于什么。拖动可调整顺序，双击可改名。</translation>
    </message>
    <message>
        <source>New status</source>
        <translation>新建状态</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>留着</translation>
    </message>
    <message numerus="yes">
        <source>Delete “{name}”? %n entries carry it and will have none.</source>
        <translation>
            <numerusform>删除“{name}”？有 %n 个条目用着它，删除后便没有了。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message numerus="yes">
        <source>%Ln texts could not be saved in the library.</source>
        <translation>
            <numerusform>有 %Ln 段文字没能存进书库。</numerusform>
        </translation>
    </message>
    <message>
        <source>A copy of your unsaved text is in {folder}. Novelist offers it to you once the library can be opened again.</source>
        <translation>还没保存的文字另存在 {folder}。书库能再打开时，Novelist 会把它们拿出来。</translation>
    </message>
    <message>
        <source>What you did last could not be saved, and is lost.</source>
        <translation>最后做的改动没能保存，会丢失。</translation>
    </message>
    <message>
        <source>Close Novelist now?</source>
        <translation>现在关闭 Novelist？</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>留在这里</translation>
    </message>
    <message>
        <source>Close Novelist</source>
        <translation>关闭 Novelist</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A copy of your unsaved text is in {folder}</source>
        <translation>还没保存的文字另存在 {folder}</translation>
    </message>
</context>
<context>
    <name>CommentWords</name>
    <message>
        <source>{moment}, edited</source>
        <translation>{moment}，已修改</translation>
    </message>
    <message>
        <source>You</source>
        <translation>我</translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n 条回复</numerusform>
        </translation>
    </message>
    <message>
        <source>The passage was deleted.</source>
        <translation>原文已删除。</translation>
    </message>
</context>
<context>
    <name>CommentsController</name>
    <message>
        <source>A comment needs some words to stand at.</source>
        <translation>要有文字，才能批注。</translation>
    </message>
    <message>
        <source>Comment deleted</source>
        <translation>批注已删除</translation>
    </message>
    <message>
        <source>Reply deleted</source>
        <translation>回复已删除</translation>
    </message>
    <message>
        <source>The comment is as it was</source>
        <translation>批注已恢复原样</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Comments {count}</source>
        <translation>批注 {count}</translation>
    </message>
    <message>
        <source>There is no open comment in this novel.</source>
        <translation>本书没有待处理的批注。</translation>
    </message>
    <message>
        <source>Comment on this</source>
        <translation>批注这一处</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Open {count}</source>
        <translation>待处理 {count}</translation>
    </message>
    <message>
        <source>Resolved {count}</source>
        <translation>已解决 {count}</translation>
    </message>
    <message>
        <source>Nothing is resolved here yet.</source>
        <translation>这里还没有已解决的批注。</translation>
    </message>
    <message>
        <source>Leave yourself a note in the margin.</source>
        <translation>在页边给自己留句话。</translation>
    </message>
    <message>
        <source>Comment on this paragraph</source>
        <translation>批注这一段</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>本场</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>本章</translation>
    </message>
    <message>
        <source>Novel</source>
        <translation>全书</translation>
    </message>
</context>
<context>
    <name>CompileController</name>
    <message>
        <source>only the beginning is shown</source>
        <translation>只显示开头</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Compile to</source>
        <translation>输出到</translation>
    </message>
    <message>
        <source>“{name}” is there already.</source>
        <translation>已有“{name}”。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止，没有写入任何文件。</translation>
    </message>
    <message>
        <source>“{name}” was written.</source>
        <translation>已写好“{name}”。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>CompileForm</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>输出为</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>收入内容</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Headings and breaks</source>
        <translation>标题与分隔</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Heading of a chapter</source>
        <translation>章标题</translation>
    </message>
    <message>
        <source>Between scenes</source>
        <translation>场景之间</translation>
    </message>
    <message>
        <source>More about this preset</source>
        <translation>预设的更多操作</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Footnotes</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>Name and address</source>
        <translation>姓名和地址</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>开本</translation>
    </message>
    <message>
        <source>Inner margin</source>
        <translation>内侧边距</translation>
    </message>
    <message>
        <source>Outer margin</source>
        <translation>外侧边距</translation>
    </message>
    <message>
        <source>Left margin</source>
        <translation>左边距</translation>
    </message>
    <message>
        <source>Right margin</source>
        <translation>右边距</translation>
    </message>
    <message>
        <source>Top margin</source>
        <translation>上边距</translation>
    </message>
    <message>
        <source>Bottom margin</source>
        <translation>下边距</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Chapters open</source>
        <translation>章首</translation>
    </message>
    <message>
        <source>Running heads</source>
        <translation>书眉</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章标题</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Scene break</source>
        <translation>场景分隔</translation>
    </message>
    <message>
        <source>Quotation marks</source>
        <translation>引号</translation>
    </message>
    <message>
        <source>Emphasis</source>
        <translation>强调</translation>
    </message>
    <message>
        <source>End mark</source>
        <translation>结尾标记</translation>
    </message>
    <message>
        <source>A file for each chapter</source>
        <translation>每章一个文件</translation>
    </message>
    <message>
        <source>Title page</source>
        <translation>扉页</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Front matter</source>
        <translation>卷首</translation>
    </message>
    <message>
        <source>Back matter</source>
        <translation>卷尾</translation>
    </message>
    <message>
        <source>Synopsis of the novel</source>
        <translation>全书梗概</translation>
    </message>
    <message>
        <source>Synopses of scenes</source>
        <translation>场景梗概</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Also what is left out</source>
        <translation>连同未收入正文的</translation>
    </message>
    <message>
        <source>Earlier versions of all texts</source>
        <translation>所有正文的旧版本</translation>
    </message>
    <message>
        <source>Facing pages</source>
        <translation>对页</translation>
    </message>
    <message>
        <source>Justified lines</source>
        <translation>两端对齐</translation>
    </message>
    <message>
        <source>Hyphenation</source>
        <translation>连字断词</translation>
    </message>
    <message>
        <source>Page numbers</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>First letter raised</source>
        <translation>首字下沉</translation>
    </message>
    <message>
        <source>Numbered lines</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Restart in each part</source>
        <translation>每部重新编号</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>大写</translation>
    </message>
    <message>
        <source>Scene titles</source>
        <translation>场景标题</translation>
    </message>
    <message>
        <source>Dashes and ellipses</source>
        <translation>破折号与省略号</translation>
    </message>
    <message>
        <source>Paragraph space</source>
        <translation>段间空行</translation>
    </message>
    <message>
        <source>This is no ISBN. The book goes out without.</source>
        <translation>这不是 ISBN，书里不会写。</translation>
    </message>
</context>
<context>
    <name>CompileWords</name>
    <message>
        <source>Submission manuscript</source>
        <translation>投稿稿件</translation>
    </message>
    <message>
        <source>Short story</source>
        <translation>短篇小说</translation>
    </message>
    <message>
        <source>Partial for agents</source>
        <translation>经纪人试读稿</translation>
    </message>
    <message>
        <source>Print book</source>
        <translation>印刷书</translation>
    </message>
    <message>
        <source>Chinese paperback</source>
        <translation>中文平装</translation>
    </message>
    <message>
        <source>E-book</source>
        <translation>电子书</translation>
    </message>
    <message>
        <source>Beta readers</source>
        <translation>试读者</translation>
    </message>
    <message>
        <source>Web novel chapters</source>
        <translation>网文章节</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>LibreOffice document</source>
        <translation>LibreOffice 文档</translation>
    </message>
    <message>
        <source>Plain archive</source>
        <translation>纯文本存档</translation>
    </message>
    <message>
        <source>Everything, as data</source>
        <translation>全部数据</translation>
    </message>
    <message>
        <source>{format}, {paper}</source>
        <translation>{format}，{paper}</translation>
    </message>
    <message>
        <source>{format}, a file a chapter</source>
        <translation>{format}，每章一个文件</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>美式信纸</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>5 × 8 in</source>
        <translation>5 × 8 英寸</translation>
    </message>
    <message>
        <source>5.5 × 8.5 in</source>
        <translation>5.5 × 8.5 英寸</translation>
    </message>
    <message>
        <source>6 × 9 in</source>
        <translation>6 × 9 英寸</translation>
    </message>
    <message>
        <source>A5</source>
        <translation>A5</translation>
    </message>
    <message>
        <source>Large 32mo</source>
        <translation>大 32 开</translation>
    </message>
    <message>
        <source>16mo</source>
        <translation>16 开</translation>
    </message>
    <message>
        <source>Whole novel</source>
        <translation>整部作品</translation>
    </message>
    <message>
        <source>Selection in binder</source>
        <translation>目录中选定的</translation>
    </message>
    <message>
        <source>The first chapters</source>
        <translation>开头几章</translation>
    </message>
    <message>
        <source>The first words</source>
        <translation>开头若干字</translation>
    </message>
    <message>
        <source>At the foot</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>After the chapter</source>
        <translation>章末</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不收入</translation>
    </message>
    <message>
        <source>Number over title</source>
        <translation>编号在上，标题在下</translation>
    </message>
    <message>
        <source>Number alone</source>
        <translation>只有编号</translation>
    </message>
    <message>
        <source>Title alone</source>
        <translation>只有标题</translation>
    </message>
    <message>
        <source>Of your own…</source>
        <translation>自定…</translation>
    </message>
    <message>
        <source>Digits: 3</source>
        <translation>数字：3</translation>
    </message>
    <message>
        <source>Words: Three</source>
        <translation>英文数词：Three</translation>
    </message>
    <message>
        <source>Roman: III</source>
        <translation>罗马数字：III</translation>
    </message>
    <message>
        <source>Chinese: 三</source>
        <translation>中文：三</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>不编号</translation>
    </message>
    <message>
        <source># Number sign</source>
        <translation># 井号</translation>
    </message>
    <message>
        <source>⁂ Asterism</source>
        <translation>⁂ 三星</translation>
    </message>
    <message>
        <source>Empty line</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>照原样</translation>
    </message>
    <message>
        <source>Curly</source>
        <translation>弯引号</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>直引号</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>斜体</translation>
    </message>
    <message>
        <source>Underlined</source>
        <translation>下划线</translation>
    </message>
    <message>
        <source>On a right page</source>
        <translation>右页起</translation>
    </message>
    <message>
        <source>On a new page</source>
        <translation>另起一页</translation>
    </message>
    <message>
        <source>On the same page</source>
        <translation>接排</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Author, title</source>
        <translation>作者、书名</translation>
    </message>
    <message>
        <source>Title, chapter</source>
        <translation>书名、章名</translation>
    </message>
    <message>
        <source>Surname, page</source>
        <translation>姓氏、页码</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>Words that may be meant</source>
        <translation>可能要打的词</translation>
    </message>
</context>
<context>
    <name>ConflictSheet</name>
    <message>
        <source>Two versions of “{title}”</source>
        <translation>“{title}”的两个版本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Green is only in yours; struck through is only in the other.</source>
        <translation>绿色的只在你的版本里有，划掉的只在另一个版本里有。</translation>
    </message>
    <message>
        <source>Use the other version</source>
        <translation>用另一个版本</translation>
    </message>
    <message>
        <source>Keep my version</source>
        <translation>用我的版本</translation>
    </message>
    <message>
        <source>Keep both versions</source>
        <translation>两个版本都留</translation>
    </message>
    <message>
        <source>The version that you leave stays in the history or in the trash.</source>
        <translation>没选的版本留在历史或回收站里。</translation>
    </message>
    <message>
        <source>The version that you leave comes back with Undo or from the trash.</source>
        <translation>没选的版本可以撤销找回，也可以从回收站取回。</translation>
    </message>
</context>
<context>
    <name>ConflictsController</name>
    <message>
        <source>“{title}” was changed elsewhere while you wrote.</source>
        <translation>写作期间，“{title}”在别处有改动。</translation>
    </message>
    <message>
        <source>Keep both versions</source>
        <translation>两个版本都留</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Nothing is lost: your words are here, the other version is in a scene after it.</source>
        <translation>什么也没丢：你写的在这里，另一个版本在它后面的场景里。</translation>
    </message>
    <message>
        <source>Nothing is lost: title, synopsis and notes are as you wrote them, and what was written elsewhere is in a note after it.</source>
        <translation>什么也没丢：标题、梗概和备注是你写的，别处写的在它后面的笔记里。</translation>
    </message>
    <message>
        <source>Nothing is lost: the details are as you wrote them, and what was written elsewhere is in a note at the end of the novel.</source>
        <translation>什么也没丢：小说信息是你写的，别处写的在小说末尾的笔记里。</translation>
    </message>
    <message>
        <source>The other version is in its place now</source>
        <translation>现在用的是另一个版本</translation>
    </message>
    <message>
        <source>Yours stays, the other version is in the trash</source>
        <translation>留下你写的，另一个版本在回收站里</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>Open a library</source>
        <translation>打开书库</translation>
    </message>
    <message>
        <source>Novelist libraries ({pattern})</source>
        <translation>Novelist 书库 ({pattern})</translation>
    </message>
</context>
<context>
    <name>CorrectionRow</name>
    <message>
        <source>{keys} or Esc keeps what is written.</source>
        <translation>{keys} 或 Esc 保留所写内容。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>CrashSheet</name>
    <message>
        <source>Novelist ended unexpectedly</source>
        <translation>Novelist 上次意外退出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everything that was saved is here.</source>
        <translation>保存过的内容都在。</translation>
    </message>
    <message>
        <source>This report helps to find the cause. It names versions and places in the program, and holds none of your text. It is sent nowhere: copy or save it if you like.</source>
        <translation>这份报告有助于查明原因。里面只有版本号和程序中的位置，没有你的文字，也不会发送到任何地方。可以复制，也可以另存。</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>查看详情</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>收起详情</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>另存报告…</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>继续写作</translation>
    </message>
    <message>
        <source>It could not be written there. Choose another place.</source>
        <translation>没能写到那里。换个地方。</translation>
    </message>
    <message>
        <source>It is saved in {path}.</source>
        <translation>已存到 {path}。</translation>
    </message>
    <message>
        <source>It is on the clipboard.</source>
        <translation>已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>另存报告</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Written so far</source>
        <translation>写作记录</translation>
    </message>
    <message>
        <source>Counted by the program that this novel came from: words written, less words removed.</source>
        <translation>按作品来源软件的统计：写下的字数减去删去的字数。</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Best day: {count}</source>
        <translation>最多的一天：{count}</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>所用时间</translation>
    </message>
</context>
<context>
    <name>DaysWords</name>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <translation>M月d日 dddd</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%Ln 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%Ln 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
</context>
<context>
    <name>DeletedScope</name>
    <message>
        <source>Deleted scenes</source>
        <translation>已删除的场景</translation>
    </message>
    <message>
        <source>Scenes you delete can be read and put back here.</source>
        <translation>删掉的场景可以在这里重读，也可以放回去。</translation>
    </message>
    <message>
        <source>They stay until you empty the trash.</source>
        <translation>清空回收站之前，它们一直都在。</translation>
    </message>
    <message>
        <source>Deleted {moment}</source>
        <translation>{moment} 删除</translation>
    </message>
    <message>
        <source>It goes back to where it was.</source>
        <translation>会回到原来的位置。</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回去</translation>
    </message>
    <message>
        <source>Show all versions</source>
        <translation>查看所有版本</translation>
    </message>
    <message>
        <source>What it holds comes back with it.</source>
        <translation>里面的内容会一起回来。</translation>
    </message>
    <message>
        <source>“{title}” is back.</source>
        <translation>“{title}”回来了。</translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message>
        <source>Novel</source>
        <translation>作品</translation>
    </message>
    <message>
        <source>Untitled novel</source>
        <translation>未命名作品</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>The whole story in one sentence.</source>
        <translation>用一句话讲完整个故事。</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>书名</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Number in the series</source>
        <translation>系列中的序号</translation>
    </message>
    <message>
        <source>Logline</source>
        <translation>一句话梗概</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Unit of the target</source>
        <translation>目标单位</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Write a whole number above 0, or nothing.</source>
        <translation>填大于 0 的整数，或留空。</translation>
    </message>
    <message>
        <source>Write a number above 0, or nothing for no target.</source>
        <translation>填大于 0 的数，不设目标就留空。</translation>
    </message>
    <message>
        <source>Write year, month and day, like 2027-01-31.</source>
        <translation>按年、月、日填写，如 2027-01-31。</translation>
    </message>
</context>
<context>
    <name>DoneView</name>
    <message numerus="yes">
        <source>%Ln novels are on your shelf.</source>
        <translation>
            <numerusform>%Ln 部作品已放上书架。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import another file…</source>
        <translation>再导入一个文件…</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open “{title}”</source>
        <translation>打开《{title}》</translation>
    </message>
    <message>
        <source>Story bible</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Story bible of “{title}”</source>
        <translation>“{title}”的设定</translation>
    </message>
</context>
<context>
    <name>DraftCard</name>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Write the comment.</source>
        <translation>写批注。</translation>
    </message>
    <message>
        <source>{keys} or Esc goes back to the text. What is written stays.</source>
        <translation>按 {keys} 或 Esc 回到正文，写下的内容会保留。</translation>
    </message>
</context>
<context>
    <name>EdgeBar</name>
    <message>
        <source>Sprint</source>
        <translation>冲刺</translation>
    </message>
    <message>
        <source>Choices for focus mode</source>
        <translation>专注模式选项</translation>
    </message>
    <message>
        <source>Leave focus mode</source>
        <translation>离开专注模式</translation>
    </message>
</context>
<context>
    <name>EditorHeader</name>
    <message>
        <source>Show or hide the binder</source>
        <translation>显示或隐藏目录</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章</translation>
    </message>
    <message>
        <source>Manuscript</source>
        <translation>全书</translation>
    </message>
    <message>
        <source>How much is shown</source>
        <translation>显示范围</translation>
    </message>
    <message>
        <source>Typeface and size</source>
        <translation>字体和字号</translation>
    </message>
    <message>
        <source>Focus mode</source>
        <translation>专注模式</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>显示或隐藏信息栏</translation>
    </message>
</context>
<context>
    <name>EditorPanel</name>
    <message>
        <source>Editor</source>
        <translation>编辑器</translation>
    </message>
    <message>
        <source>Choose a scene, or begin a new one.</source>
        <translation>选一个场景，或新写一个。</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>新建场景</translation>
    </message>
</context>
<context>
    <name>ElsewhereLine</name>
    <message>
        <source>Where you are not looking:</source>
        <translation>没有查找的地方：</translation>
    </message>
    <message>
        <source>Look there too</source>
        <translation>也查找这里</translation>
    </message>
</context>
<context>
    <name>EncodingField</name>
    <message>
        <source>{encoding} (detected)</source>
        <translation>{encoding}（自动识别）</translation>
    </message>
</context>
<context>
    <name>EntityForm</name>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Say it in a line or two.</source>
        <translation>用一两句话说清楚。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>One on each line.</source>
        <translation>每行一个。</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Whatever you want to remember.</source>
        <translation>想记住的都写在这里。</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>删除“{name}”</translation>
    </message>
</context>
<context>
    <name>EntityList</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Say where the file should go.</source>
        <translation>先写明存到哪里。</translation>
    </message>
    <message>
        <source>This folder is not there. Choose another one.</source>
        <translation>没有这个文件夹。另选一个。</translation>
    </message>
    <message>
        <source>This is a folder. Add a name for the file.</source>
        <translation>这是文件夹。再补上文件名。</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>For other writing programs, and to keep.</source>
        <translation>用于其他写作软件，也适合长期保存。</translation>
    </message>
    <message>
        <source>The words alone. Every program can read them.</source>
        <translation>只有文字，任何软件都能打开。</translation>
    </message>
    <message>
        <source>To read in a browser, to print, or to send to readers.</source>
        <translation>用浏览器看，打印，或发给读者。</translation>
    </message>
    <message>
        <source>For editors and agents: double-spaced, a page a chapter.</source>
        <translation>给编辑和经纪人：双倍行距，每章另起一页。</translation>
    </message>
    <message>
        <source>To go on with in LibreOffice.</source>
        <translation>在 LibreOffice 里接着用。</translation>
    </message>
    <message>
        <source>A book for reading programs and devices.</source>
        <translation>给阅读软件和阅读器的电子书。</translation>
    </message>
    <message>
        <source>Pages as in a book, to print or to proofread.</source>
        <translation>像书一样分页，可打印，也可校对。</translation>
    </message>
    <message>
        <source>Everything, comments and Trash too, for programs.</source>
        <translation>一切都在，包括批注和回收站，供程序读取。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>分文件</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>一个文件</translation>
    </message>
    <message>
        <source>One file per chapter</source>
        <translation>每章一个文件</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>导出内容</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>File</source>
        <translation>保存为</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>The whole manuscript, {words}.</source>
        <translation>全书，{words}。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln scenes are not in the manuscript.</source>
        <translation>
            <numerusform>另有 %Ln 场不收入成书。</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <comment>two sentences</comment>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>The name ends like {other}, but {chosen} will be in the file.</source>
        <translation>文件名的后缀是{other}的，但文件里会是{chosen}。</translation>
    </message>
</context>
<context>
    <name>ExportSheet</name>
    <message>
        <source>Export “{title}”</source>
        <translation>导出《{title}》</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln characters</source>
        <comment>Han characters</comment>
        <translation>
            <numerusform>导出 %Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln words</source>
        <translation>
            <numerusform>导出 %Ln 词</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>换个名字</translation>
    </message>
    <message>
        <source>“{name}” is there already.</source>
        <translation>已有“{name}”。</translation>
    </message>
</context>
<context>
    <name>FaultsController</name>
    <message>
        <source>The library that was open is kept as {name}</source>
        <translation>原来打开的书库已留作 {name}</translation>
    </message>
    <message>
        <source>Save a copy of the unsaved text in</source>
        <translation>把未保存的文字另存到</translation>
    </message>
    <message>
        <source>Everything is saved already</source>
        <translation>都已保存</translation>
    </message>
    <message>
        <source>A copy of your unsaved text is in {folder}</source>
        <translation>未保存的文字另存在 {folder}</translation>
    </message>
    <message>
        <source>The words are in the novel</source>
        <translation>文字已放回作品</translation>
    </message>
    <message>
        <source>The words are in the scene</source>
        <translation>文字已放回场景</translation>
    </message>
    <message>
        <source>The words are in the bible</source>
        <translation>文字已放回设定</translation>
    </message>
    <message>
        <source>Found words</source>
        <translation>找回的文字</translation>
    </message>
    <message>
        <source>The words are in an entry of their own</source>
        <translation>文字已另存为新条目</translation>
    </message>
    <message>
        <source>The words are in a novel of their own</source>
        <translation>文字已另存为一部作品</translation>
    </message>
    <message>
        <source>{title}, found words</source>
        <translation>{title}（找回的文字）</translation>
    </message>
    <message>
        <source>The words are in a scene of their own</source>
        <translation>文字已另存为一场</translation>
    </message>
    <message>
        <source>The file is kept as {name}</source>
        <translation>那个文件改名为 {name} 留着</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Name of the field</source>
        <translation>字段名</translation>
    </message>
    <message>
        <source>Value of the field</source>
        <translation>字段内容</translation>
    </message>
    <message>
        <source>Remove this field</source>
        <translation>移除这个字段</translation>
    </message>
</context>
<context>
    <name>FieldRows</name>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>添加字段</translation>
    </message>
</context>
<context>
    <name>FieldsSection</name>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
</context>
<context>
    <name>FilePanel</name>
    <message>
        <source>Becomes</source>
        <translation>导入为</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Keep emphasis</source>
        <translation>保留强调</translation>
    </message>
    <message>
        <source>Split scenes at * * *</source>
        <translation>遇 * * * 拆分场景</translation>
    </message>
    <message>
        <source>{kind}, {size}</source>
        <translation>{kind}，{size}</translation>
    </message>
    <message>
        <source>File {number} of {count}</source>
        <translation>第 {number} 个文件，共 {count} 个</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 处，共 {count} 处</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Find in this scene</source>
        <translation>在这一场中查找</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Keep capitals</source>
        <translation>保持大小写</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all…</source>
        <translation>全部替换…</translation>
    </message>
    <message>
        <source>All are shown first, with what takes their place ({keys}).</source>
        <translation>先列出每一处和替换后的样子（{keys}）。</translation>
    </message>
</context>
<context>
    <name>FocusController</name>
    <message>
        <source>Locked in: {left}. Hold Esc for 5 seconds to break out.</source>
        <translation>小黑屋：{left}。长按 Esc 5 秒可以强行离开。</translation>
    </message>
    <message>
        <source>The picture behind the page is not there any more.</source>
        <translation>页面背景图片已经不在了。</translation>
    </message>
    <message>
        <source>This picture is too large to be put behind the page.</source>
        <translation>这张图片太大，不能用作页面背景。</translation>
    </message>
    <message>
        <source>This file is no picture that Novelist can read.</source>
        <translation>这个文件不是 Novelist 能读取的图片。</translation>
    </message>
</context>
<context>
    <name>FocusSection</name>
    <message>
        <source>Focus mode</source>
        <translation>专注模式</translation>
    </message>
    <message>
        <source>Typewriter</source>
        <translation>打字机</translation>
    </message>
    <message>
        <source>Page in focus mode</source>
        <translation>专注模式的页面</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>一行</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>一句</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>一段</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>一段对话</translation>
    </message>
    <message>
        <source>Stays bright</source>
        <translation>保持清晰</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>How much it is dimmed</source>
        <translation>其余文字变淡的程度</translation>
    </message>
    <message>
        <source>Typewriter scrolling</source>
        <translation>打字机滚动</translation>
    </message>
    <message>
        <source>The line that is written stays at a height.</source>
        <translation>正在写的那一行停在固定的高度。</translation>
    </message>
    <message>
        <source>Height of the line</source>
        <translation>这一行的高度</translation>
    </message>
    <message>
        <source>Left is higher up.</source>
        <translation>越往左越靠上。</translation>
    </message>
    <message>
        <source>Outside of focus mode too</source>
        <translation>专注模式之外也使用</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Strength of the picture</source>
        <translation>图片的浓淡</translation>
    </message>
    <message>
        <source>Dialogue in colour</source>
        <translation>对话着色</translation>
    </message>
    <message>
        <source>Everywhere; between quotation marks of every style, and after dashes.</source>
        <translation>处处有效；各种引号之间和破折号之后的对话。</translation>
    </message>
    <message>
        <source>None; the column of the text keeps its ground</source>
        <translation>无；正文一栏始终保留底色</translation>
    </message>
    <message>
        <source>Picture behind the page</source>
        <translation>页面背景图片</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Pictures ({pattern})</source>
        <translation>图片 ({pattern})</translation>
    </message>
</context>
<context>
    <name>FootnoteStrip</name>
    <message>
        <source>Footnotes</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>Add a footnote</source>
        <translation>添加脚注</translation>
    </message>
    <message>
        <source>Write the note.</source>
        <translation>写下脚注。</translation>
    </message>
    <message>
        <source>Delete footnote</source>
        <translation>删除脚注</translation>
    </message>
    <message>
        <source>Go to its place</source>
        <translation>前往正文位置</translation>
    </message>
    <message>
        <source>Edit footnote</source>
        <translation>编辑脚注</translation>
    </message>
</context>
<context>
    <name>FormsList</name>
    <message>
        <source>Add another name</source>
        <translation>再加一个称呼</translation>
    </message>
    <message>
        <source>What “{form}” becomes</source>
        <translation>“{form}”改成</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>另一个称呼</translation>
    </message>
</context>
<context>
    <name>FoundSheet</name>
    <message>
        <source>We found words that were not saved</source>
        <translation>找到了没保存上的文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Throw them away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Keep as a new scene</source>
        <translation>另存为新场景</translation>
    </message>
    <message>
        <source>Put them into the scene</source>
        <translation>放回场景</translation>
    </message>
    <message>
        <source>Keep as a new novel</source>
        <translation>另存为新作品</translation>
    </message>
    <message>
        <source>Put them into the novel</source>
        <translation>放回作品</translation>
    </message>
    <message>
        <source>Keep as a new entry</source>
        <translation>另存为新条目</translation>
    </message>
    <message>
        <source>Put them into the bible</source>
        <translation>放回设定</translation>
    </message>
    <message>
        <source>{moment}. Their novel is not in the library any more.</source>
        <translation>{moment} 写的。所属作品已不在书库中。</translation>
    </message>
    <message>
        <source>{moment}. The library has other details of this novel.</source>
        <translation>{moment} 写的。书库中这部作品的信息与此不同。</translation>
    </message>
    <message>
        <source>{moment}. Their entry is not in the bible any more.</source>
        <translation>{moment} 写的。它所在的条目已不在设定里。</translation>
    </message>
    <message>
        <source>{moment}. The bible says something else there.</source>
        <translation>{moment} 写的。设定里现在的内容与此不同。</translation>
    </message>
    <message>
        <source>{moment}. Their scene is not in the library any more.</source>
        <translation>{moment} 写的。它所在的场景已不在书库里。</translation>
    </message>
    <message>
        <source>{moment}. What differs from the library is marked. What is in the scene now stays among its versions.</source>
        <translation>{moment} 写的。标出的是与书库不同的地方。场景现在的文字会留在版本里。</translation>
    </message>
    <message>
        <source>Untitled scene</source>
        <translation>未命名场景</translation>
    </message>
    <message>
        <source>{title}, in “{novel}”</source>
        <translation>{title}，《{novel}》</translation>
    </message>
    <message>
        <source>Details of “{novel}”</source>
        <translation>《{novel}》的作品信息</translation>
    </message>
    <message>
        <source>{title}, in the bible of “{novel}”</source>
        <translation>“{novel}”的设定：{title}</translation>
    </message>
    <message>
        <source>{number} of {count}: {text}</source>
        <translation>第 {number} 份，共 {count} 份：{text}</translation>
    </message>
    <message>
        <source>{field}: {words}</source>
        <translation>{field}：{words}</translation>
    </message>
</context>
<context>
    <name>FrequencyController</name>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
</context>
<context>
    <name>FrequencyPanel</name>
    <message>
        <source>Frequent words</source>
        <translation>常用词语</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Nothing stands here more than once.</source>
        <translation>这里没有重复出现的词。</translation>
    </message>
    <message>
        <source>Words that you use often are counted here while you write.</source>
        <translation>写作时，常用的词语会在这里统计。</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Per 1,000</source>
        <translation>每千字</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章</translation>
    </message>
    <message>
        <source>Manuscript</source>
        <translation>书稿</translation>
    </message>
</context>
<context>
    <name>HistorySide</name>
    <message>
        <source>nothing written</source>
        <translation>没有写作</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>History of this scene</source>
        <translation>这一场的历史</translation>
    </message>
    <message>
        <source>History of the novel</source>
        <translation>全书的历史</translation>
    </message>
    <message>
        <source>Deleted scenes</source>
        <translation>已删除的场景</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Novel</source>
        <translation>全书</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Name this version</source>
        <translation>为这个版本命名</translation>
    </message>
    <message>
        <source>Name the novel as it stands</source>
        <translation>为现在的全书命名</translation>
    </message>
    <message>
        <source>Show every save</source>
        <translation>显示每次保存</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Named moments</source>
        <translation>命名的时刻</translation>
    </message>
    <message>
        <source>Give a moment a name, and the whole novel can be brought back to it.</source>
        <translation>给某一刻起个名字，就能把全书恢复到那时。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Written on this day</source>
        <translation>当天写的</translation>
    </message>
    <message>
        <source>Days of writing</source>
        <translation>写作的日子</translation>
    </message>
</context>
<context>
    <name>HistoryStage</name>
    <message>
        <source>The history cannot be read now.</source>
        <translation>现在读不出历史。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>当时</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>How to compare</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Changes since this version</source>
        <translation>这个版本之后的改动</translation>
    </message>
    <message>
        <source>This version</source>
        <translation>这个版本</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Scenes that changed since</source>
        <translation>此后改动过的场景</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>First version</source>
        <translation>最初的版本</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>自动保存</translation>
    </message>
    <message>
        <source>Scene split</source>
        <translation>拆分场景</translation>
    </message>
    <message>
        <source>Scenes merged</source>
        <translation>合并场景</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>查找替换</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Changed elsewhere</source>
        <translation>别处的改动</translation>
    </message>
    <message>
        <source>Take out passage</source>
        <translation>去掉这一段</translation>
    </message>
    <message>
        <source>Bring back wording</source>
        <translation>恢复原文</translation>
    </message>
    <message>
        <source>Bring back passage</source>
        <translation>恢复这一段</translation>
    </message>
    <message>
        <source>The passage is out.</source>
        <translation>这一段已去掉。</translation>
    </message>
    <message>
        <source>The wording is back.</source>
        <translation>原文已恢复。</translation>
    </message>
    <message>
        <source>The passage is back.</source>
        <translation>这一段已恢复。</translation>
    </message>
    <message>
        <source>No text has changed since then, but the outline and the story bible have.</source>
        <translation>此后文字没有改动，大纲和设定有改动。</translation>
    </message>
    <message>
        <source>No text has changed since then, but the outline has.</source>
        <translation>此后文字没有改动，大纲有改动。</translation>
    </message>
    <message>
        <source>No text has changed since then, but the story bible has.</source>
        <translation>此后文字没有改动，设定有改动。</translation>
    </message>
    <message>
        <source>No scene has changed since then.</source>
        <translation>此后没有场景改动过。</translation>
    </message>
    <message numerus="yes">
        <source>−%Ln characters</source>
        <comment>fewer</comment>
        <translation>
            <numerusform>−%Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%Ln characters</source>
        <comment>more</comment>
        <translation>
            <numerusform>+%Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>−%Ln words</source>
        <comment>fewer</comment>
        <translation>
            <numerusform>−%Ln 词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%Ln words</source>
        <comment>more</comment>
        <translation>
            <numerusform>+%Ln 词</numerusform>
        </translation>
    </message>
    <message>
        <source>characters</source>
        <comment>unit</comment>
        <translation>字</translation>
    </message>
    <message>
        <source>words</source>
        <comment>unit</comment>
        <translation>词</translation>
    </message>
    <message numerus="yes">
        <source>%Ln scenes</source>
        <translation>
            <numerusform>%Ln 个场景</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln times</source>
        <translation>
            <numerusform>保存了 %Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy 年 M 月</translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message>
        <source>Left as it is</source>
        <translation>不动</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts</comment>
        <translation> · </translation>
    </message>
</context>
<context>
    <name>HolderWords</name>
    <message>
        <source>It is open on the computer “{host}”.</source>
        <translation>它在电脑“{host}”上打开着。</translation>
    </message>
    <message>
        <source>It is held by {name} on this computer.</source>
        <translation>被本机的 {name} 占用。</translation>
    </message>
    <message>
        <source>It is open in another Novelist on this computer.</source>
        <translation>它在本机的另一个 Novelist 里打开着。</translation>
    </message>
    <message>
        <source>It is held by another program on this computer.</source>
        <translation>被本机的另一个程序占用。</translation>
    </message>
    <message>
        <source>Process {pid}</source>
        <translation>进程 {pid}</translation>
    </message>
</context>
<context>
    <name>HueRow</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>石板灰</translation>
    </message>
    <message>
        <source>Clay</source>
        <translation>陶土红</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>赭黄</translation>
    </message>
    <message>
        <source>Moss</source>
        <translation>苔绿</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青绿</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>靛蓝</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>梅紫</translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message>
        <source>No library is open.</source>
        <translation>没有打开书库。</translation>
    </message>
    <message>
        <source>“{name}” is a library: drop it by itself.</source>
        <translation>“{name}”是书库，单独拖进来。</translation>
    </message>
</context>
<context>
    <name>ImportCounts</name>
    <message numerus="yes">
        <source>%Ln parts</source>
        <translation>
            <numerusform>%Ln 卷</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chapters</source>
        <translation>
            <numerusform>%Ln 章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln scenes</source>
        <translation>
            <numerusform>%Ln 场</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln front pages</source>
        <translation>
            <numerusform>%Ln 篇卷首</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln back pages</source>
        <translation>
            <numerusform>%Ln 篇卷末</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes</source>
        <translation>
            <numerusform>%Ln 篇笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln 个人物</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln 个地点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln things</source>
        <translation>
            <numerusform>%Ln 个物件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups</source>
        <translation>
            <numerusform>%Ln 个团体</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln storylines</source>
        <translation>
            <numerusform>%Ln 条线索</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more of the story bible</source>
        <translation>
            <numerusform>设定中的另外 %Ln 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln items</source>
        <translation>
            <numerusform>%Ln 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the story bible</source>
        <translation>
            <numerusform>设定 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>ImportFooter</name>
    <message>
        <source>Your file is only read, never changed.</source>
        <translation>只读取文件，不改动它。</translation>
    </message>
    <message>
        <source>Skip this file</source>
        <translation>跳过这个文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Import {what}</source>
        <translation>导入 {what}</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln characters</source>
        <comment>Han characters</comment>
        <translation>
            <numerusform>导入 %Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln words</source>
        <translation>
            <numerusform>导入 %Ln 词</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportHeader</name>
    <message>
        <source>Import a manuscript</source>
        <translation>导入书稿</translation>
    </message>
    <message>
        <source>1 File</source>
        <translation>1 文件</translation>
    </message>
    <message>
        <source>2 Check</source>
        <translation>2 核对</translation>
    </message>
    <message>
        <source>3 Done</source>
        <translation>3 完成</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Choose a manuscript</source>
        <translation>选择书稿</translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation>所有文件 ({patterns})</translation>
    </message>
    <message>
        <source>Manuscripts and projects ({patterns})</source>
        <translation>书稿与项目 ({patterns})</translation>
    </message>
    <message>
        <source>The file cannot be read as {encoding}. It stays as it was read before.</source>
        <translation>这个文件不能按 {encoding} 读取，仍照先前读出的样子。</translation>
    </message>
    <message>
        <source>Import a manuscript</source>
        <translation>导入书稿</translation>
    </message>
    <message>
        <source>Bring in what you have written.</source>
        <translation>把写好的文字带进来。</translation>
    </message>
    <message>
        <source>Manuscripts, and projects of other programs. Choose files, or drop them here.</source>
        <translation>书稿，或其他写作软件的项目。选择文件，或拖到这里。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>{name} (import report)</source>
        <translation>{name}（导入报告）</translation>
    </message>
    <message>
        <source>The report is saved as “{name}”.</source>
        <translation>报告已存为“{name}”。</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>In the story bible: {found}.</source>
        <translation>已进入设定：{found}。</translation>
    </message>
    <message numerus="yes">
        <source>In the writing history: %Ln days.</source>
        <translation>
            <numerusform>写作记录：%Ln 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>Made: {items}.</source>
        <translation>已建立：{items}。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between things of a report</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>What becomes what: {rows}.</source>
        <translation>内容对应：{rows}。</translation>
    </message>
    <message>
        <source>Left out by you: {things}.</source>
        <translation>你没有导入的：{things}。</translation>
    </message>
    <message>
        <source>{name} ({count}) → {place}</source>
        <translation>{name}（{count}）→ {place}</translation>
    </message>
    <message numerus="yes">
        <source>with %Ln items in it</source>
        <translation>
            <numerusform>连同其中 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>{thing}, {inside}</source>
        <translation>{thing}，{inside}</translation>
    </message>
    <message>
        <source>{kind} “{name}”</source>
        <translation>{kind}“{name}”</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Choose a scene to see what you know of it.</source>
        <translation>选一个场景，看看记下了什么。</translation>
    </message>
    <message>
        <source>Synopsis</source>
        <translation>梗概</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What happens here?</source>
        <translation>这里发生了什么？</translation>
    </message>
    <message>
        <source>A note to yourself.</source>
        <translation>给自己留句话。</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No status</source>
        <translation>无状态</translation>
    </message>
    <message>
        <source>New status…</source>
        <translation>新建状态…</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>New label…</source>
        <translation>新建标签…</translation>
    </message>
    <message>
        <source>What is this about?</source>
        <translation>这里写的是什么？</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>In manuscript</source>
        <translation>收入成书</translation>
    </message>
</context>
<context>
    <name>KeepCapitals</name>
    <message>
        <source>The replacement of an expression is written as you type it.</source>
        <translation>正则表达式的替换内容照你输入的原样写入。</translation>
    </message>
</context>
<context>
    <name>KnownWordsEditor</name>
    <message>
        <source>Words you call right</source>
        <translation>你认可的词</translation>
    </message>
    <message>
        <source>In all novels</source>
        <translation>所有作品</translation>
    </message>
    <message>
        <source>In this novel</source>
        <translation>本书</translation>
    </message>
    <message>
        <source>New word</source>
        <translation>新词</translation>
    </message>
    <message>
        <source>None yet. The menu over a misspelt word adds it here.</source>
        <translation>还没有。在拼写错误上打开菜单，就能加进来。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add from a text file…</source>
        <translation>从文本文件添加…</translation>
    </message>
    <message>
        <source>Save as a text file…</source>
        <translation>存为文本文件…</translation>
    </message>
    <message>
        <source>Add words from a text file</source>
        <translation>从文本文件添加词</translation>
    </message>
    <message>
        <source>Save the words as a text file</source>
        <translation>把词存为文本文件</translation>
    </message>
    <message>
        <source>Text files ({pattern})</source>
        <translation>文本文件 ({pattern})</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language of the passage</source>
        <translation>这段文字的语言</translation>
    </message>
    <message>
        <source>As the novel</source>
        <translation>与小说相同</translation>
    </message>
</context>
<context>
    <name>LeaveNote</name>
    <message>
        <source>hold for 5 seconds to break out</source>
        <translation>长按 5 秒强行离开</translation>
    </message>
    <message>
        <source>leave focus</source>
        <translation>离开专注</translation>
    </message>
</context>
<context>
    <name>LibrarySection</name>
    <message>
        <source>Open a library</source>
        <translation>打开书库</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>新建书库</translation>
    </message>
    <message>
        <source>Libraries of Novelist ({pattern})</source>
        <translation>Novelist 书库 ({pattern})</translation>
    </message>
    <message>
        <source>This library</source>
        <translation>当前书库</translation>
    </message>
    <message>
        <source>All your novels are in one file</source>
        <translation>所有作品都在一个文件里</translation>
    </message>
    <message>
        <source>Your novels are on a server</source>
        <translation>作品都在服务器上</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>打开其他书库…</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>新建书库…</translation>
    </message>
</context>
<context>
    <name>LinkSheet</name>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Address of a page or of mail</source>
        <translation>网页或邮件地址</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Remove link</source>
        <translation>移除链接</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Write the address of a page (https://…) or of mail (name@…).</source>
        <translation>写网页（https://…）或邮件（name@…）的地址。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Novelist</source>
        <translation>Novelist</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ManuscriptEdit</name>
    <message>
        <source>Text of the scene</source>
        <translation>场景正文</translation>
    </message>
    <message>
        <source>Write.</source>
        <translation>写吧。</translation>
    </message>
</context>
<context>
    <name>ManuscriptView</name>
    <message>
        <source>Manuscript</source>
        <translation>全书</translation>
    </message>
</context>
<context>
    <name>MappingPanel</name>
    <message>
        <source>What becomes what</source>
        <translation>内容对应</translation>
    </message>
    <message>
        <source>{name} becomes</source>
        <translation>“{name}”改为</translation>
    </message>
</context>
<context>
    <name>MarginRows</name>
    <message>
        <source>Figures in the margin</source>
        <translation>页边字数</translation>
    </message>
    <message>
        <source>Words between two figures</source>
        <translation>每隔多少词标一次</translation>
    </message>
    <message>
        <source>Characters between two figures</source>
        <translation>每隔多少字标一次</translation>
    </message>
    <message>
        <source>How much was written down to that line.</source>
        <translation>写到那一行为止的字数。</translation>
    </message>
    <message>
        <source>In Chinese novels.</source>
        <translation>用于中文作品。</translation>
    </message>
</context>
<context>
    <name>MarksController</name>
    <message>
        <source>Open link</source>
        <translation>打开链接</translation>
    </message>
</context>
<context>
    <name>MinimapController</name>
    <message>
        <source>Map of the chapter</source>
        <translation>本章缩略图</translation>
    </message>
</context>
<context>
    <name>NamingSheet</name>
    <message>
        <source>Name this version</source>
        <translation>为这个版本命名</translation>
    </message>
    <message>
        <source>Change the name</source>
        <translation>更改名称</translation>
    </message>
    <message>
        <source>Name the novel as it stands</source>
        <translation>为现在的全书命名</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The whole novel can be brought back to it: outline, notes, every scene and the story bible.</source>
        <translation>以后可以把全书恢复到这一刻：大纲、笔记、每一场和设定。</translation>
    </message>
    <message>
        <source>A version with a name is easy to find and is always kept.</source>
        <translation>有名字的版本容易找到，也会一直保留。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>First draft</source>
        <translation>第一稿</translation>
    </message>
    <message>
        <source>Remove name</source>
        <translation>去掉名称</translation>
    </message>
    <message>
        <source>Keep name</source>
        <translation>保存名称</translation>
    </message>
</context>
<context>
    <name>NewLibrary</name>
    <message>
        <source>New library</source>
        <translation>新建书库</translation>
    </message>
    <message>
        <source>Novelist libraries ({pattern})</source>
        <translation>Novelist 书库（{pattern}）</translation>
    </message>
    <message>
        <source>That is the place of the missing library. Choose another name.</source>
        <translation>那是不见了的书库的位置。换一个名字。</translation>
    </message>
    <message>
        <source>Choose a name</source>
        <translation>选一个名字</translation>
    </message>
    <message>
        <source>“{name}” is there already. Nothing was written. Choose another name.</source>
        <translation>“{name}”已经有了。没有写入任何内容。换一个名字。</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%Ln pictures are written as their descriptions.</source>
        <translation>
            <numerusform>%Ln 张图片以说明文字代替。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links are written as plain words.</source>
        <translation>
            <numerusform>%Ln 处链接只写出文字。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters cannot be written and are marked.</source>
        <translation>
            <numerusform>%Ln 个字符写不进文件，已作标记。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln footnotes could not be read and are written as they are kept.</source>
        <translation>
            <numerusform>%Ln 条脚注没能读懂，照原样写出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln placeholders have no value and are written by name.</source>
        <translation>
            <numerusform>%Ln 个占位符没有内容，写出的是名称。</numerusform>
        </translation>
    </message>
    <message>
        <source>The typeface “{name}” is not on this computer; another one stands for it.</source>
        <translation>本机没有字体“{name}”，已用其他字体代替。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages are written in a plainer way.</source>
        <translation>
            <numerusform>%Ln 处改用较简单的格式写出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines that only repeat a title are left out.</source>
        <translation>
            <numerusform>%Ln 行只是重复标题，没有导入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters do not exist in this encoding. Try another one.</source>
        <translation>
            <numerusform>%Ln 个字符不属于这种编码，换一种编码试试。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln control characters are left out.</source>
        <translation>
            <numerusform>去掉了 %Ln 个控制字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines longer than any paragraph are divided where sentences end.</source>
        <translation>
            <numerusform>%Ln 行比任何段落都长，已在句末分成段落。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraphs have too many brackets and marks to read: these stay as written.</source>
        <translation>
            <numerusform>%Ln 段的括号和标记太多，无法识别，照原样保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines at the head of the file were not understood.</source>
        <translation>
            <numerusform>文件开头有 %Ln 行没能读懂。</numerusform>
        </translation>
    </message>
    <message>
        <source>The printed contents are kept outside the manuscript.</source>
        <translation>原书目录已保留，不收入成书。</translation>
    </message>
    <message>
        <source>What follows the end of the novel is kept outside the manuscript.</source>
        <translation>全书结束之后的文字已保留，不收入成书。</translation>
    </message>
    <message>
        <source>Left out, since it has no place here yet: {name}.</source>
        <translation>未导入，这里还没有地方放：{name}。</translation>
    </message>
    <message>
        <source>Could not be read, and is left out: {name}.</source>
        <translation>读不出来，未导入：{name}。</translation>
    </message>
    <message>
        <source>The file ends too early: what came after that is missing.</source>
        <translation>文件不完整：缺了结尾以后的部分。</translation>
    </message>
    <message>
        <source>Another program has this project open: what is not saved there is missing.</source>
        <translation>另一个程序正开着这个项目，那里没保存的内容不会在这里。</translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <comment>several of one kind</comment>
        <translation>{name}（{count}）</translation>
    </message>
    <message>
        <source>No headings were found: one chapter holds it all.</source>
        <translation>没有找到章节标题，全文放在一章里。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between things left out</comment>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>things left out</comment>
        <translation>
            <numerusform>等，另有 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The encoding {encoding} is a guess: look at the text before you import it.</source>
        <translation>编码 {encoding} 是猜的，导入前看看文字对不对。</translation>
    </message>
    <message>
        <source>Look at the text before you import it.</source>
        <translation>导入前看看文字对不对。</translation>
    </message>
    <message>
        <source>Hide this</source>
        <translation>不再显示</translation>
    </message>
    <message>
        <source>Something in this library is not as it was saved.</source>
        <translation>书库里有内容与保存时不符。</translation>
    </message>
    <message>
        <source>Novelist was not closed well the last time. Check what it concerns.</source>
        <translation>上次没有正常关闭。检查一下涉及哪些内容。</translation>
    </message>
    <message>
        <source>A check found damage. Check again to see what it concerns, then restore a backup or save what can be read.</source>
        <translation>检查时发现了损坏。再检查一次就能看到在哪里，然后可以恢复备份，或另存能读的内容。</translation>
    </message>
    <message>
        <source>Check library</source>
        <translation>检查书库</translation>
    </message>
    <message>
        <source>The last words of the last time may be missing.</source>
        <translation>上次最后写的文字可能不全。</translation>
    </message>
    <message>
        <source>Novelist was not closed well, and the file that held its last words is gone from beside the library. Look at what you wrote last; if something is missing, a backup or another copy of the folder may have it.</source>
        <translation>上次没有正常关闭，书库旁存放最后文字的文件也不见了。看看最后写的内容；若有缺失，备份或文件夹的其他副本里可能有。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>It is {much} before your last words. Versions keep their order; only their times will look wrong. Set the clock right.</source>
        <translation>它比你最后写的文字早了{much}。版本的先后不会乱，只是时间会不对。把时钟调准。</translation>
    </message>
    <message>
        <source>The clock was set back.</source>
        <translation>系统时钟被调慢了。</translation>
    </message>
    <message>
        <source>This library lies on another computer ({name}).</source>
        <translation>这个书库在另一台电脑上（{name}）。</translation>
    </message>
    <message>
        <source>This library lies in a folder of {name}.</source>
        <translation>这个书库在 {name} 的同步文件夹里。</translation>
    </message>
    <message>
        <source>Networks may lose what is being written. Safer: keep the library on this computer, and its backups there.</source>
        <translation>网络可能丢失正在写入的内容。更稳妥的做法：书库放在本机，备份放在那里。</translation>
    </message>
    <message>
        <source>It is copied away piece by piece while you write, and a piece may be missing elsewhere. Safer: keep the library outside, and its backups in there. Never open it on two computers at once.</source>
        <translation>写作时它会被一块一块地同步，别处可能缺一块。更稳妥的做法：书库放在外面，备份放在里面。不要同时在两台电脑上打开。</translation>
    </message>
    <message>
        <source>Keep it here</source>
        <translation>就放在这里</translation>
    </message>
</context>
<context>
    <name>NovelDetailsSheet</name>
    <message>
        <source>Novel details</source>
        <translation>作品信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Novel</source>
        <translation>作品</translation>
    </message>
    <message>
        <source>Statuses</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Written so far</source>
        <translation>写作记录</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation>改动即时生效。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>NovelScope</name>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>The novel</source>
        <translation>全书</translation>
    </message>
    <message>
        <source>Written {day}</source>
        <translation>{day}写的</translation>
    </message>
    <message>
        <source>Nothing was written on this day.</source>
        <translation>这一天没有写作。</translation>
    </message>
    <message>
        <source>What you write will be kept here, day by day.</source>
        <translation>你写下的文字会一天一天留在这里。</translation>
    </message>
    <message>
        <source>Give a moment a name, and the whole novel can be brought back to it.</source>
        <translation>给某一刻起个名字，就能把全书恢复到那时。</translation>
    </message>
    <message>
        <source>Name the novel as it stands</source>
        <translation>为现在的全书命名</translation>
    </message>
    <message>
        <source>{moment}, compared with now</source>
        <translation>{moment}，与现在相比</translation>
    </message>
    <message>
        <source>The novel is as it was at “{name}”. The bible was left as it is.</source>
        <translation>小说已回到“{name}”时的样子，设定保持现状。</translation>
    </message>
    <message>
        <source>Choose a scene to see what has changed in it.</source>
        <translation>选一个场景，看看它改了什么。</translation>
    </message>
    <message>
        <source>Scenes made since go to the trash. A backup is made before.</source>
        <translation>此后新建的场景会移到回收站。恢复前会先备份。</translation>
    </message>
    <message>
        <source>Scenes made since go to the trash. A backup is made before. The bible stays as it is: this moment is from before moments held one.</source>
        <translation>之后新建的场景会移入回收站，事前会先做一次备份。这个时刻早于时刻保存设定的功能，设定保持现状。</translation>
    </message>
    <message>
        <source>Restore the novel</source>
        <translation>恢复全书</translation>
    </message>
    <message>
        <source>Change the name</source>
        <translation>更改名称</translation>
    </message>
    <message>
        <source>Show all versions</source>
        <translation>查看所有版本</translation>
    </message>
    <message>
        <source>The novel is as it was at “{name}”.</source>
        <translation>全书已恢复到“{name}”。</translation>
    </message>
</context>
<context>
    <name>NovelsPage</name>
    <message>
        <source>Your novels</source>
        <translation>我的作品</translation>
    </message>
    <message>
        <source>Start with a sentence.</source>
        <translation>从一句话开始。</translation>
    </message>
    <message>
        <source>Name the novel when you know its name.</source>
        <translation>书名可以以后再取。</translation>
    </message>
    <message>
        <source>Start writing</source>
        <translation>开始写作</translation>
    </message>
    <message>
        <source>Open the sample novel</source>
        <translation>打开示例作品</translation>
    </message>
    <message>
        <source>“{words}” is not on the shelf.</source>
        <translation>书架上没有“{words}”。</translation>
    </message>
    <message>
        <source>Show every novel</source>
        <translation>显示全部作品</translation>
    </message>
</context>
<context>
    <name>OpenTexts</name>
    <message>
        <source>{title}, another version</source>
        <translation>{title}（另一版本）</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening “{name}”…</source>
        <translation>正在打开“{name}”…</translation>
    </message>
    <message>
        <source>Set that file aside and open</source>
        <translation>移开那个文件并打开</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>救出能读的内容…</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>新建书库…</translation>
    </message>
    <message>
        <source>The file is kept under another name. Nothing is deleted.</source>
        <translation>那个文件会换个名字留着，不会删除任何内容。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>打开其他书库…</translation>
    </message>
    <message>
        <source>The library “{path}” is damaged. It was left as it is. Restore a backup.</source>
        <translation>书库“{path}”损坏了，没有改动。恢复一份备份。</translation>
    </message>
</context>
<context>
    <name>OutcomeView</name>
    <message>
        <source>Your novel is written.</source>
        <translation>作品已导出。</translation>
    </message>
</context>
<context>
    <name>PageRows</name>
    <message>
        <source>Tight</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Loose</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Very loose</source>
        <translation>很宽松</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>窄</translation>
    </message>
    <message>
        <source>Broad</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Indent</source>
        <translation>首行缩进</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>段间留空</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Width of the lines</source>
        <translation>行宽</translation>
    </message>
    <message>
        <source>Between paragraphs</source>
        <translation>段落之间</translation>
    </message>
    <message>
        <source>On the screen only; the manuscript stays.</source>
        <translation>只影响屏幕显示，稿件不变。</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Keep for reference: what is chosen opens elsewhere</source>
        <translation>留作参考：新选的内容在别处打开</translation>
    </message>
    <message>
        <source>Split to the right</source>
        <translation>向右拆分</translation>
    </message>
    <message>
        <source>Split below</source>
        <translation>向下拆分</translation>
    </message>
    <message>
        <source>Split this pane</source>
        <translation>拆分此窗格</translation>
    </message>
    <message>
        <source>Close this pane</source>
        <translation>关闭此窗格</translation>
    </message>
</context>
<context>
    <name>PaperRow</name>
    <message>
        <source>As the window</source>
        <translation>与窗口相同</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白</translation>
    </message>
    <message>
        <source>Cream</source>
        <translation>米黄</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜</translation>
    </message>
    <message>
        <source>Colours of your own</source>
        <translation>自定颜色</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Of the page you write on.</source>
        <translation>写作页面的颜色。</translation>
    </message>
    <message>
        <source>Paper and ink</source>
        <translation>纸色与墨色</translation>
    </message>
    <message>
        <source>Colour of the paper</source>
        <translation>纸张颜色</translation>
    </message>
    <message>
        <source>Colour of the ink</source>
        <translation>墨水颜色</translation>
    </message>
    <message>
        <source>Paper and ink are too alike to be read well.</source>
        <translation>纸色与墨色太接近，不易阅读。</translation>
    </message>
</context>
<context>
    <name>PatternField</name>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole word</source>
        <translation>整词匹配</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
</context>
<context>
    <name>PictureSheet</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Description, for those who cannot see it</source>
        <translation>说明（读给看不见图片的人）</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图注</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>移除图片</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>PicturesController</name>
    <message>
        <source>Insert picture</source>
        <translation>插入图片</translation>
    </message>
    <message>
        <source>Pictures ({pattern})</source>
        <translation>图片（{pattern}）</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>图片…</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>移除图片</translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message>
        <source>“{opening}…”</source>
        <translation>“{opening}…”</translation>
    </message>
    <message>
        <source>in Trash</source>
        <translation>在回收站</translation>
    </message>
    <message>
        <source>outside the manuscript</source>
        <translation>不收入成书</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>What will be made</source>
        <translation>导入后的结构</translation>
    </message>
    <message>
        <source>Story bible</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>换一个文件</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln</source>
        <translation>
            <numerusform>显示全部 %Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>没有选中内容</translation>
    </message>
</context>
<context>
    <name>PreferencesSheet</name>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>写作</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>拼写</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>专注</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>书库</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation>改动即时生效。</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>PresetDesk</name>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>已删除“{name}”。</translation>
    </message>
    <message>
        <source>Share preset</source>
        <translation>分享预设</translation>
    </message>
    <message>
        <source>Read a preset</source>
        <translation>读取预设</translation>
    </message>
    <message>
        <source>Presets of Novelist</source>
        <translation>Novelist 预设</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Take back changes</source>
        <translation>撤回改动</translation>
    </message>
    <message>
        <source>Share as file…</source>
        <translation>分享为文件…</translation>
    </message>
    <message>
        <source>Read from file…</source>
        <translation>从文件读取…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Bring back “{name}”</source>
        <translation>找回“{name}”</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>存为预设</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>保存预设</translation>
    </message>
    <message>
        <source>“{name}” comes with Novelist and stays. A copy is yours.</source>
        <translation>“{name}”是自带的预设，不能改名或删除。可以复制一份自用。</translation>
    </message>
</context>
<context>
    <name>PresetSide</name>
    <message>
        <source>Compile</source>
        <translation>成书</translation>
    </message>
    <message>
        <source>New preset</source>
        <translation>新建预设</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>{page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>{first}–{last} of {pages}</source>
        <translation>第 {first}–{last} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>单页</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>对页</translation>
    </message>
    <message>
        <source>How pages are shown</source>
        <translation>页面显示方式</translation>
    </message>
    <message>
        <source>Compile…</source>
        <translation>输出成书…</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>保存预设</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>The file as {encoding}</source>
        <translation>按 {encoding} 读出的文件</translation>
    </message>
</context>
<context>
    <name>PurgeSheet</name>
    <message>
        <source>Delete “{title}” for ever</source>
        <translation>彻底删除《{title}》</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>留着</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Its {chapters}, {scenes} and {count} will be gone. They cannot be brought back.</source>
        <translation>书中的 {chapters}、{scenes}，共 {count}，都会删除，无法找回。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chapters</source>
        <translation>
            <numerusform>%Ln 章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln scenes</source>
        <translation>
            <numerusform>%Ln 场</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 文件</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>位置：</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>位置：</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型：</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Shelf</source>
        <translation>书架</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写作</translation>
    </message>
    <message>
        <source>Bible</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Compile</source>
        <translation>成书</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>没有打开书库。</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章</translation>
    </message>
    <message>
        <source>Manuscript</source>
        <translation>全书</translation>
    </message>
    <message>
        <source>How much is read</source>
        <translation>读多少</translation>
    </message>
    <message>
        <source>Face, size and paper</source>
        <translation>字体、字号和纸张</translation>
    </message>
    <message>
        <source>Back to writing</source>
        <translation>回去写作</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>书页</translation>
    </message>
    <message>
        <source>{chapter} · page {page} of {pages} · {percent}</source>
        <translation>{chapter} · 第 {page} 页，共 {pages} 页 · {percent}</translation>
    </message>
    <message>
        <source>{chapter} · page {page} · {percent}</source>
        <translation>{chapter} · 第 {page} 页 · {percent}</translation>
    </message>
    <message>
        <source>As the page of the editor</source>
        <translation>与编辑页面相同</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Paper as the window</source>
        <translation>纸张随窗口</translation>
    </message>
    <message>
        <source>White paper</source>
        <translation>白纸</translation>
    </message>
    <message>
        <source>Sepia paper</source>
        <translation>护眼纸</translation>
    </message>
    <message>
        <source>Dark paper</source>
        <translation>深色纸</translation>
    </message>
    <message>
        <source>Notes at the end of the chapter</source>
        <translation>脚注放在章末</translation>
    </message>
    <message>
        <source>Titles of the scenes</source>
        <translation>显示场景标题</translation>
    </message>
</context>
<context>
    <name>RemarkView</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>RepairSheet</name>
    <message>
        <source>Looking…</source>
        <translation>正在找…</translation>
    </message>
    <message>
        <source>No half-width mark stands beside Chinese.</source>
        <translation>汉字旁边没有半角标点。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>共 %Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>全选</translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln</source>
        <translation>
            <numerusform>改 %Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Full-width punctuation</source>
        <translation>全角标点</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选中部分</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>本场</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>本章</translation>
    </message>
    <message>
        <source>Novel</source>
        <translation>全书</translation>
    </message>
    <message>
        <source>What would be changed</source>
        <translation>要改的地方</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>Reading what can be read of “{name}”…</source>
        <translation>正在读取“{name}”里还能读出的内容…</translation>
    </message>
    <message>
        <source>Looking at every page, text and version of “{name}”…</source>
        <translation>正在逐页检查“{name}”的正文和版本…</translation>
    </message>
    <message>
        <source>“{name}” is sound: every text and every version can be read.</source>
        <translation>“{name}”完好：每一场正文、每个版本都能读出。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems were found. Nothing was changed. Restore a backup, or save what can be read as a new library.</source>
        <translation>
            <numerusform>发现 %Ln 处问题。没有任何改动。可以恢复备份，或把能读的内容存为新书库。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is damaged: {detail}</source>
        <translation>文件损坏：{detail}</translation>
    </message>
    <message>
        <source>Something refers to what is missing: {detail}</source>
        <translation>有内容指向了不存在的地方：{detail}</translation>
    </message>
    <message>
        <source>The text of “{title}” is not what was saved.</source>
        <translation>“{title}”的文字与保存时不符。</translation>
    </message>
    <message>
        <source>An earlier version of “{title}” cannot be read.</source>
        <translation>“{title}”有一个旧版本读不出来。</translation>
    </message>
    <message>
        <source>A picture is not what was kept: {detail}</source>
        <translation>一张图片与保存时不符：{detail}</translation>
    </message>
    <message>
        <source>“{title}” has no place in its outline.</source>
        <translation>“{title}”在大纲里找不到位置。</translation>
    </message>
    <message>
        <source>“{title}” stands inside itself.</source>
        <translation>“{title}”套在自己里面。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier versions of “{title}” cannot be read.</source>
        <translation>
            <numerusform>“{title}”有 %Ln 个旧版本读不出来。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{line} (%Ln times)</source>
        <translation>
            <numerusform>{line}（%Ln 处）</numerusform>
        </translation>
    </message>
    <message>
        <source>{novels} and {texts} are saved in “{name}”.</source>
        <translation>{novels}、{texts}已存入“{name}”。</translation>
    </message>
    <message>
        <source>{novels}, {texts} and {versions} are saved in “{name}”.</source>
        <translation>{novels}、{texts}、{versions}已存入“{name}”。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln novels</source>
        <translation>
            <numerusform>%Ln 部作品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln whole texts</source>
        <translation>
            <numerusform>%Ln 场完整的正文</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions</source>
        <translation>
            <numerusform>%Ln 个版本</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>没有丢失任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier versions could not be read.</source>
        <translation>
            <numerusform>%Ln 个旧版本读不出来。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures could not be read.</source>
        <translation>
            <numerusform>有 %Ln 张图片读不出来了。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places of the file could not be read.</source>
        <translation>
            <numerusform>文件有 %Ln 处读不出来。</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}: as it was {moment}; what came after cannot be read.</source>
        <translation>{title}：{moment} 的版本，之后写的读不出来了。</translation>
    </message>
    <message>
        <source>{title}: read, but it may hold wrong characters.</source>
        <translation>{title}：读出来了，但可能有错字。</translation>
    </message>
    <message>
        <source>{title}: empty now; neither text nor versions can be read.</source>
        <translation>{title}：现在是空的，正文和版本都读不出来了。</translation>
    </message>
    <message>
        <source>Untitled scene</source>
        <translation>未命名场景</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>已选 %Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>{found}, {chosen}</source>
        <translation>{found}，{chosen}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Synopsis</source>
        <translation>梗概</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>{name} · {field}</source>
        <comment>where in the bible</comment>
        <translation>{name} · {field}</translation>
    </message>
</context>
<context>
    <name>RubySheet</name>
    <message>
        <source>Reading above the letters</source>
        <translation>注音</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>zhōng guó</source>
        <translation>zhōng guó</translation>
    </message>
    <message>
        <source>With spaces, as many syllables as characters: each stands over its own.</source>
        <translation>用空格隔开、与字数相同的音节，会逐字注在上方。</translation>
    </message>
    <message>
        <source>Remove reading</source>
        <translation>移除注音</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>en</source>
        <comment>language of the sample text</comment>
        <translation>zh</translation>
    </message>
    <message>
        <source>The second high water came at eleven minutes past four, which was impossible, and Ines wrote it down.</source>
        <translation>凌晨两点过七分，第十九封信从滑槽里落下来，林照没有马上去捡。它和前面十八封一样，牛皮纸封，蓝黑墨水，收信人一栏写着“雾港邮政支局，值夜班的人”。</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
</context>
<context>
    <name>SavedNote</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Saving paused</source>
        <translation>保存已暂停</translation>
    </message>
</context>
<context>
    <name>SceneReader</name>
    <message>
        <source>Scene in the backup</source>
        <translation>备份里的场景</translation>
    </message>
    <message>
        <source>Text in the backup</source>
        <translation>备份里的文字</translation>
    </message>
    <message>
        <source>Back to what the backup holds</source>
        <translation>回到备份内容</translation>
    </message>
    <message>
        <source>In the backup: it can be read, not changed.</source>
        <translation>备份里的内容只能看，不能改。</translation>
    </message>
</context>
<context>
    <name>SceneScope</name>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Open a scene to see its versions here.</source>
        <translation>打开一个场景，就能在这里看到它的版本。</translation>
    </message>
    <message>
        <source>Every version of this scene will be kept here.</source>
        <translation>这一场的每个版本都会留在这里。</translation>
    </message>
    <message>
        <source>It has not been changed yet.</source>
        <translation>它还没有改动过。</translation>
    </message>
    <message>
        <source>Name this version</source>
        <translation>为这个版本命名</translation>
    </message>
    <message>
        <source>{moment}, as it stands now</source>
        <translation>{moment}，与现在相同</translation>
    </message>
    <message>
        <source>{moment}, compared with now</source>
        <translation>{moment}，与现在相比</translation>
    </message>
    <message>
        <source>Copy this version</source>
        <translation>复制这个版本</translation>
    </message>
    <message>
        <source>This is the scene as it stands.</source>
        <translation>这是这一场现在的样子。</translation>
    </message>
    <message>
        <source>Restoring adds a new version. Nothing you have written is removed.</source>
        <translation>恢复会新增一个版本，你写过的内容不会消失。</translation>
    </message>
    <message>
        <source>Restore whole scene</source>
        <translation>恢复整场</translation>
    </message>
    <message>
        <source>The scene is as it was {moment}.</source>
        <translation>{moment} 的版本已恢复。</translation>
    </message>
    <message>
        <source>The version is in the clipboard.</source>
        <translation>这个版本已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>SearchSide</name>
    <message>
        <source>Find and replace</source>
        <translation>查找替换</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation>人名</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新姓名</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Also look in</source>
        <translation>同时查找</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>This scene</source>
        <translation>这一场</translation>
    </message>
    <message>
        <source>This chapter</source>
        <translation>本章</translation>
    </message>
    <message>
        <source>Whole novel</source>
        <translation>全书</translation>
    </message>
    <message>
        <source>All novels</source>
        <translation>全部作品</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Synopses</source>
        <translation>梗概</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Bible and fields</source>
        <translation>设定与字段</translation>
    </message>
    <message>
        <source>Capitals as they are in the text</source>
        <translation>大小写与原文一致</translation>
    </message>
    <message>
        <source>The old name in the bible</source>
        <translation>在设定中保留旧名</translation>
    </message>
    <message>
        <source>Who is renamed there has it among the other names.</source>
        <translation>设定中改名的条目，旧名会留在别名里。</translation>
    </message>
    <message>
        <source>A version of every changed scene is kept first. One undo takes the whole replacement back.</source>
        <translation>替换前，每一场的版本都会留下。撤销一次就能全部复原。</translation>
    </message>
</context>
<context>
    <name>SearchStage</name>
    <message>
        <source>Choose none</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Find a word wherever it stands.</source>
        <translation>一个词在哪里出现，一查便知。</translation>
    </message>
    <message>
        <source>Search all novels</source>
        <translation>在全部作品中查找</translation>
    </message>
    <message>
        <source>Look there too</source>
        <translation>也查找这些地方</translation>
    </message>
    <message>
        <source>Places that were found</source>
        <translation>找到的位置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>From anywhere on this page: {keys}</source>
        <translation>在本页任何位置：{keys}</translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message>
        <source>This expression takes too long. Make it simpler.</source>
        <translation>这个表达式太费时，写简单些。</translation>
    </message>
    <message>
        <source>A bracket “(” is not closed.</source>
        <translation>括号“(”没有闭合。</translation>
    </message>
    <message>
        <source>A bracket “)” was never opened.</source>
        <translation>括号“)”没有对应的“(”。</translation>
    </message>
    <message>
        <source>A set “[” is not closed.</source>
        <translation>“[”没有闭合。</translation>
    </message>
    <message>
        <source>There is nothing to repeat before “*”, “+” or “?”.</source>
        <translation>“*”“+”“?”前面没有可重复的内容。</translation>
    </message>
    <message>
        <source>After “\” stands a letter without a meaning.</source>
        <translation>“\”后面的字母没有含义。</translation>
    </message>
    <message>
        <source>A range ends before it begins.</source>
        <translation>范围的终点在起点之前。</translation>
    </message>
    <message>
        <source>The expression has no group of that name.</source>
        <translation>表达式里没有这个分组。</translation>
    </message>
    <message>
        <source>This expression is too long.</source>
        <translation>这个表达式太长。</translation>
    </message>
    <message>
        <source>This is not a regular expression.</source>
        <translation>这不是正则表达式。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln chapters</source>
        <translation>
            <numerusform>在 %Ln 章中</numerusform>
        </translation>
    </message>
    <message>
        <source>{chapters} and in the bible</source>
        <translation>{chapters}和设定中</translation>
    </message>
    <message>
        <source>in the bible</source>
        <translation>在设定中</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>已选 %Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as they are</source>
        <translation>
            <numerusform>%Ln 处不动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln</source>
        <translation>
            <numerusform>替换 %Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln</source>
        <translation>
            <numerusform>删去 %Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>“{text}” is only where you are not looking.</source>
        <translation>“{text}”只出现在未查找的地方。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in titles</source>
        <translation>
            <numerusform>标题中 %Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in synopses</source>
        <translation>
            <numerusform>梗概中 %Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the text</source>
        <translation>
            <numerusform>正文中 %Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in notes</source>
        <translation>
            <numerusform>备注中 %Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in comments</source>
        <translation>
            <numerusform>批注中 %Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the bible and in fields</source>
        <translation>
            <numerusform>设定与字段中 %Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places replaced.</source>
        <translation>
            <numerusform>已替换 %Ln 处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln scenes were changed meanwhile and are left as they are.</source>
        <translation>
            <numerusform>有 %Ln 场期间改动过，没有动。</numerusform>
        </translation>
    </message>
    <message>
        <source>{found} {inside}</source>
        <translation>{inside}{found}</translation>
    </message>
    <message>
        <source>{found}, {chosen}</source>
        <translation>{found}，{chosen}</translation>
    </message>
    <message>
        <source>“{text}” is not in this scene.</source>
        <translation>这一场没有“{text}”。</translation>
    </message>
    <message>
        <source>“{text}” is not in this chapter.</source>
        <translation>本章没有“{text}”。</translation>
    </message>
    <message>
        <source>“{text}” is not in this novel.</source>
        <translation>本书没有“{text}”。</translation>
    </message>
    <message>
        <source>“{text}” is in none of your novels.</source>
        <translation>所有作品中都没有“{text}”。</translation>
    </message>
    <message>
        <source>{done} {kept}</source>
        <translation>{done}{kept}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries of the bible are left as they are.</source>
        <translation>
            <numerusform>设定中有 %Ln 个条目保持原样。</numerusform>
        </translation>
    </message>
    <message>
        <source>Before removing “{old}”</source>
        <translation>删去“{old}”之前</translation>
    </message>
    <message>
        <source>Before replacing “{old}” with “{new}”</source>
        <translation>把“{old}”替换成“{new}”之前</translation>
    </message>
</context>
<context>
    <name>SendRow</name>
    <message>
        <source>{keys} sends it.</source>
        <translation>按 {keys} 发送。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
</context>
<context>
    <name>ServerSheet</name>
    <message>
        <source>Open a library on a server</source>
        <translation>打开服务器上的书库</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Upgrade an older library; its database is backed up</source>
        <translation>升级旧版书库（数据库已备份）</translation>
    </message>
    <message>
        <source>MariaDB or MySQL. An empty database becomes a new library. The password is forgotten when Novelist closes.</source>
        <translation>MariaDB 或 MySQL。空数据库会成为新书库。退出 Novelist 后不保留密码。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>ShelfController</name>
    <message>
        <source>Untitled novel</source>
        <translation>未命名作品</translation>
    </message>
    <message>
        <source>“{title}” moved to Trash</source>
        <translation>《{title}》已移到回收站</translation>
    </message>
</context>
<context>
    <name>ShelfHeader</name>
    <message>
        <source>Your novels</source>
        <translation>我的作品</translation>
    </message>
    <message>
        <source>Find by title or author</source>
        <translation>按书名或作者查找</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>New novel</source>
        <translation>新建作品</translation>
    </message>
</context>
<context>
    <name>ShelfModel</name>
    <message>
        <source>New novel</source>
        <translation>新建作品</translation>
    </message>
</context>
<context>
    <name>ShelfPanel</name>
    <message>
        <source>Shelf</source>
        <translation>书架</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Novel details…</source>
        <translation>作品信息…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Put back on the shelf</source>
        <translation>放回书架</translation>
    </message>
    <message>
        <source>Delete for ever…</source>
        <translation>彻底删除…</translation>
    </message>
</context>
<context>
    <name>SpellingController</name>
    <message>
        <source>There is no dictionary for the language of this novel.</source>
        <translation>没有这部小说所用语言的词典。</translation>
    </message>
    <message>
        <source>“{word}” is in your dictionary now</source>
        <translation>“{word}”已加入词典</translation>
    </message>
    <message>
        <source>“{word}” is known in this novel now</source>
        <translation>“{word}”已加入本书词表</translation>
    </message>
    <message>
        <source>No misspelt word in this scene</source>
        <translation>这一场没有拼写错误</translation>
    </message>
</context>
<context>
    <name>SpellingMenu</name>
    <message>
        <source>Add to dictionary</source>
        <translation>加入词典</translation>
    </message>
    <message>
        <source>Add to this novel</source>
        <translation>加入本书词表</translation>
    </message>
    <message>
        <source>Ignore in this session</source>
        <translation>本次忽略</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>没有建议</translation>
    </message>
</context>
<context>
    <name>SpellingPreferences</name>
    <message numerus="yes">
        <source>%Ln new words</source>
        <translation>
            <numerusform>新增 %Ln 个词</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpellingSection</name>
    <message>
        <source>Add a dictionary</source>
        <translation>添加词典</translation>
    </message>
    <message>
        <source>Dictionaries of Hunspell ({pattern})</source>
        <translation>Hunspell 词典 ({pattern})</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>拼写</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>拼写检查</translation>
    </message>
    <message>
        <source>Misspelt words are underlined; the menu over them offers others.</source>
        <translation>拼写错误会画出波浪线，在上面打开菜单可以改正。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation>词典</translation>
    </message>
    <message>
        <source>Add dictionary…</source>
        <translation>添加词典…</translation>
    </message>
    <message>
        <source>Other slips</source>
        <translation>其他疏漏</translation>
    </message>
    <message>
        <source>Mark possible slips</source>
        <translation>标出可能的疏漏</translation>
    </message>
    <message>
        <source>Underlined with dots; the menu says why and offers to mend them.</source>
        <translation>用点线画出，菜单里说明原因并可改正。</translation>
    </message>
</context>
<context>
    <name>SprintSheet</name>
    <message>
        <source>Sprint</source>
        <translation>冲刺</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>As the status bar counts them.</source>
        <translation>按状态栏的计数方式。</translation>
    </message>
    <message>
        <source>Lock me in</source>
        <translation>小黑屋</translation>
    </message>
    <message>
        <source>Focus mode is not left before the words are written or the minutes are over. Holding Esc for 5 seconds breaks out; nothing typed is lost.</source>
        <translation>写够字数或时间到之前不能离开专注模式。长按 Esc 5 秒可以强行离开；写下的字一个也不会丢。</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Since the start of Novelist</source>
        <translation>本次启动以来</translation>
    </message>
    <message>
        <source>Start sprint</source>
        <translation>开始冲刺</translation>
    </message>
    <message>
        <source>End sprint</source>
        <translation>结束冲刺</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>SprintStrip</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>End sprint</source>
        <translation>结束冲刺</translation>
    </message>
    <message>
        <source>Goal reached</source>
        <translation>目标达成</translation>
    </message>
    <message>
        <source>Sprint over</source>
        <translation>冲刺结束</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Sprint</source>
        <translation>冲刺</translation>
    </message>
</context>
<context>
    <name>SprintWords</name>
    <message>
        <source>{written} of {whole}</source>
        <translation>{written} / {whole}</translation>
    </message>
    <message>
        <source>Sprint over: {result}</source>
        <translation>冲刺结束：{result}</translation>
    </message>
    <message>
        <source>{words} or {time} to go</source>
        <translation>还差 {words}或 {time}</translation>
    </message>
    <message>
        <source>{left} to go</source>
        <translation>还差 {left}</translation>
    </message>
    <message>
        <source>{words} in {time}</source>
        <translation>{words}，用时 {time}</translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>Start with a sentence.</source>
        <translation>从一句话开始。</translation>
    </message>
    <message>
        <source>Name the novel when you know its name.</source>
        <translation>书名可以以后再取。</translation>
    </message>
    <message>
        <source>Start writing</source>
        <translation>开始写作</translation>
    </message>
    <message>
        <source>An empty page, saved for you</source>
        <translation>一张空白页，自动保存</translation>
    </message>
    <message>
        <source>Bring in a manuscript</source>
        <translation>导入书稿</translation>
    </message>
    <message>
        <source>Word, Scrivener, Markdown and more</source>
        <translation>Word、Scrivener、Markdown 等</translation>
    </message>
    <message>
        <source>Open the sample novel</source>
        <translation>打开示例作品</translation>
    </message>
    <message>
        <source>A short book to look around in</source>
        <translation>一本小书，随便翻翻</translation>
    </message>
    <message>
        <source>Put this card away</source>
        <translation>收起这张卡片</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Language of the interface</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Library: {name}</source>
        <translation>书库：{name}</translation>
    </message>
    <message>
        <source>{count} in scene</source>
        <translation>本场 {count}</translation>
    </message>
    <message>
        <source>{count} in chapter</source>
        <translation>本章 {count}</translation>
    </message>
    <message>
        <source>Sprint</source>
        <translation>冲刺</translation>
    </message>
    <message>
        <source>Write for a time, or for some words</source>
        <translation>写一段时间，或写一定字数</translation>
    </message>
    <message>
        <source>{count} in novel</source>
        <translation>全书 {count}</translation>
    </message>
    <message>
        <source>{count} in note</source>
        <translation>本笔记 {count}</translation>
    </message>
    <message>
        <source>{count} in this text</source>
        <translation>本文 {count}</translation>
    </message>
    <message>
        <source>{count} this session</source>
        <translation>本次 {count}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message numerus="yes">
        <source>Saving paused, %n changes kept</source>
        <translation>
            <numerusform>已暂停保存，%n 处改动都留着</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StorageBanner</name>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Write the library back</source>
        <translation>把书库写回原处</translation>
    </message>
    <message>
        <source>Open the new file</source>
        <translation>打开新文件</translation>
    </message>
    <message>
        <source>Rescue text…</source>
        <translation>救出能读的内容…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存一份…</translation>
    </message>
    <message>
        <source>Show copy</source>
        <translation>查看副本</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>救出还能读的内容</translation>
    </message>
    <message>
        <source>Save the unsaved text elsewhere</source>
        <translation>把未保存的文字存到别处</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes wait in memory and in an emergency copy.</source>
        <translation>
            <numerusform>%Ln 处改动保存在内存和应急副本里。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes wait in memory only: no other place can be written either. Keep this window open.</source>
        <translation>
            <numerusform>%Ln 处改动只在内存里：别处也写不进去。不要关闭窗口。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes wait in memory.</source>
        <translation>
            <numerusform>%Ln 处改动保存在内存里。</numerusform>
        </translation>
    </message>
    <message>
        <source>What you write now is kept in an emergency copy.</source>
        <translation>现在写的内容会存进应急副本。</translation>
    </message>
    <message>
        <source>You can keep writing. Saving goes on by itself once it can.</source>
        <translation>可以继续写，能保存时会自动保存。</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
</context>
<context>
    <name>SubjectModel</name>
    <message>
        <source>Untitled scene</source>
        <translation>未命名的场景</translation>
    </message>
    <message>
        <source>in Trash</source>
        <translation>在回收站</translation>
    </message>
</context>
<context>
    <name>TargetValue</name>
    <message>
        <source>Write a number above 0, or nothing for no target.</source>
        <translation>填大于 0 的数，不设目标就留空。</translation>
    </message>
    <message>
        <source>No target</source>
        <translation>未设目标</translation>
    </message>
    <message>
        <source>{done} of {target}</source>
        <translation>{done} / {target}</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>TextPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more paragraphs</source>
        <translation>
            <numerusform>…还有 %Ln 段</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThemePicker</name>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>System</source>
        <comment>theme</comment>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>护眼</translation>
    </message>
</context>
<context>
    <name>ThreadCard</name>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Edit comment</source>
        <translation>修改批注</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>标为已解决</translation>
    </message>
</context>
<context>
    <name>TitleEdit</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message numerus="yes">
        <source>%Ln novels</source>
        <translation>
            <numerusform>%Ln 部作品</numerusform>
        </translation>
    </message>
    <message>
        <source>{words} and {characters}</source>
        <translation>{words}，{characters}</translation>
    </message>
</context>
<context>
    <name>TrashHeader</name>
    <message>
        <source>Choose a novel first</source>
        <translation>先选一部作品</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Delete for ever…</source>
        <translation>彻底删除…</translation>
    </message>
    <message>
        <source>Put back on the shelf</source>
        <translation>放回书架</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Nothing has been thrown away.</source>
        <translation>没有丢弃的内容。</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回原处</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>留着</translation>
    </message>
    <message>
        <source>Delete for ever…</source>
        <translation>彻底删除…</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Delete “{title}” for ever?</source>
        <translation>彻底删除“{title}”？</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n entries for ever?</source>
        <translation>
            <numerusform>彻底删除这 %n 项？</numerusform>
        </translation>
    </message>
    <message>
        <source>Novels stay here until you delete them for ever.</source>
        <translation>作品一直留在这里，直到彻底删除。</translation>
    </message>
</context>
<context>
    <name>TrashPreview</name>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Text in the Trash</source>
        <translation>回收站中的文字</translation>
    </message>
    <message>
        <source>In the Trash: it can be read, not changed.</source>
        <translation>在回收站中：可以读，不能改。</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回原处</translation>
    </message>
    <message>
        <source>What it holds comes back with it.</source>
        <translation>里面的内容会一起放回去。</translation>
    </message>
</context>
<context>
    <name>TypingController</name>
    <message>
        <source>half-width marks</source>
        <translation>半角标点</translation>
    </message>
    <message>
        <source>Before full-width punctuation</source>
        <translation>改全角标点之前</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks are full-width now.</source>
        <translation>
            <numerusform>已把 %Ln 处标点改成全角。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypingSection</name>
    <message>
        <source>While you type</source>
        <translation>输入时</translation>
    </message>
    <message>
        <source>One “Undo” always gives back exactly what you typed.</source>
        <translation>撤销一次，就还原成你打的样子。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>What is chosen below holds for texts in this language.</source>
        <translation>下面的选择只管用这种语言写的文字。</translation>
    </message>
    <message>
        <source>Quotation marks</source>
        <translation>引号</translation>
    </message>
    <message>
        <source>Straight ones become these.</source>
        <translation>直引号换成这一种。</translation>
    </message>
    <message>
        <source>Dashes</source>
        <translation>破折号</translation>
    </message>
    <message>
        <source>Hyphens in a row become these.</source>
        <translation>连打的连字符换成这一种。</translation>
    </message>
    <message>
        <source>Ellipsis</source>
        <translation>省略号</translation>
    </message>
    <message>
        <source>Three full stops become one mark.</source>
        <translation>连打三个句点，换成省略号。</translation>
    </message>
    <message>
        <source>Capital after a full stop</source>
        <translation>句号之后大写</translation>
    </message>
    <message>
        <source>Not after abbreviations and an ellipsis.</source>
        <translation>缩写和省略号之后除外。</translation>
    </message>
    <message>
        <source>One capital where a word begins with two</source>
        <translation>词首两个大写字母改成一个</translation>
    </message>
    <message>
        <source>Marks in pairs</source>
        <translation>标点成对</translation>
    </message>
    <message>
        <source>The closing mark comes with the opening one; what is selected is put between them.</source>
        <translation>打出前一半，后一半随之而来；选中的文字放进一对标点之间。</translation>
    </message>
    <message>
        <source>Gap between Han characters and letters</source>
        <translation>汉字与字母之间留空</translation>
    </message>
    <message>
        <source>Shown on the page, never written into the text.</source>
        <translation>只在页面上显示，不写进正文。</translation>
    </message>
    <message>
        <source>Suggest words</source>
        <translation>提示词语</translation>
    </message>
    <message>
        <source>Frequent words of the novel; Tab takes one.</source>
        <translation>书中常用的词；按 Tab 采用。</translation>
    </message>
    <message>
        <source>Correct slips</source>
        <translation>改正笔误</translation>
    </message>
    <message>
        <source>When a space, a mark or Enter follows.</source>
        <translation>接着打空格、标点或回车时。</translation>
    </message>
    <message>
        <source>Write out abbreviations</source>
        <translation>展开缩写</translation>
    </message>
    <message>
        <source>When a space, a mark or Enter follows. One table for all languages.</source>
        <translation>接着打空格、标点或回车时。各种语言共用一张表。</translation>
    </message>
</context>
<context>
    <name>VersionListModel</name>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Saved by you</source>
        <translation>你保存的</translation>
    </message>
</context>
<context>
    <name>WordTable</name>
    <message>
        <source>This file cannot be read.</source>
        <translation>读不了这个文件。</translation>
    </message>
    <message>
        <source>No line of this file has an arrow or a tab between two words.</source>
        <translation>这个文件里没有一行用箭头或制表符隔开两个词。</translation>
    </message>
    <message>
        <source>The file cannot be written there.</source>
        <translation>没能把文件写到那里。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Import a table of words</source>
        <translation>导入词表</translation>
    </message>
    <message>
        <source>Export the table of words</source>
        <translation>导出词表</translation>
    </message>
    <message>
        <source>Text files ({pattern})</source>
        <translation>文本文件（{pattern}）</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>换成</translation>
    </message>
    <message>
        <source>Words and what they become</source>
        <translation>词语与替换</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>WordsSaver</name>
    <message>
        <source>{title}, another version</source>
        <translation>{title}（另一版本）</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>One scene is two now</source>
        <translation>一场已分成两场</translation>
    </message>
</context>
<context>
    <name>WritingSection</name>
    <message>
        <source>New novels</source>
        <translation>新作品</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>The name that every new novel begins with.</source>
        <translation>新建作品时填入的作者名。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Keep every version</source>
        <translation>保留每个版本</translation>
    </message>
    <message>
        <source>Switched off, old versions are thinned out; those with a name always stay.</source>
        <translation>关闭后会清理旧版本；有名字的版本一直保留。</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%Ln characters</source>
        <comment>Han characters</comment>
        <translation>
            <numerusform>%Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln 词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln</source>
        <comment>Han characters, briefly</comment>
        <translation>
            <numerusform>%Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln</source>
        <comment>words, briefly</comment>
        <translation>
            <numerusform>%Ln 词</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Days</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>today</source>
        <comment>in a sentence</comment>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <comment>in a sentence</comment>
        <translation>昨天</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>{day}</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy 年 M 月 d 日</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} {time}</translation>
    </message>
</context>
<context>
    <name>_UndoWords</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>撤销：{step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>重做：{step}</translation>
    </message>
    <message>
        <source>Undo typing</source>
        <translation>撤销输入</translation>
    </message>
    <message>
        <source>Redo typing</source>
        <translation>重做输入</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>改动</translation>
    </message>
    <message numerus="yes">
        <source>{action} (%n entries)</source>
        <translation>
            <numerusform>{action}（%n 项）</numerusform>
        </translation>
    </message>
    <message>
        <source>{action} “{title}”</source>
        <translation>{action}“{title}”</translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message>
        <source>Untitled novel</source>
        <translation>未命名作品</translation>
    </message>
    <message>
        <source>{count} / {target} 字</source>
        <translation>{count} / {target} 字</translation>
    </message>
    <message>
        <source>{count} of {target} characters</source>
        <translation>{count} / {target} 字符</translation>
    </message>
    <message>
        <source>{count} of {target} words</source>
        <translation>{count} / {target} 词</translation>
    </message>
    <message>
        <source>Edited today</source>
        <translation>今天改过</translation>
    </message>
    <message>
        <source>Edited yesterday</source>
        <translation>昨天改过</translation>
    </message>
    <message>
        <source>Edited on {date}</source>
        <translation>{date}改过</translation>
    </message>
    <message>
        <source>Deleted today</source>
        <translation>今天删除</translation>
    </message>
    <message>
        <source>Deleted yesterday</source>
        <translation>昨天删除</translation>
    </message>
    <message>
        <source>Deleted on {date}</source>
        <translation>{date}删除</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy 年 M 月 d 日</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>New novel</source>
        <translation>新建作品</translation>
    </message>
    <message>
        <source>Novel details…</source>
        <translation>作品信息…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>打开书库…</translation>
    </message>
    <message>
        <source>Open library on a server…</source>
        <translation>打开服务器上的书库…</translation>
    </message>
    <message>
        <source>Check library…</source>
        <translation>检查书库…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Go to the shelf</source>
        <translation>回到书架</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste without formatting</source>
        <translation>粘贴，不带格式</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Find and replace…</source>
        <translation>查找替换…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一处</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>Find in the novel…</source>
        <translation>在全书查找…</translation>
    </message>
    <message>
        <source>Full-width punctuation…</source>
        <translation>全角标点…</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>拼写检查</translation>
    </message>
    <message>
        <source>Mark possible slips</source>
        <translation>标出可能的疏漏</translation>
    </message>
    <message>
        <source>Frequent words</source>
        <translation>常用词语</translation>
    </message>
    <message>
        <source>Next misspelt word</source>
        <translation>下一处拼写错误</translation>
    </message>
    <message>
        <source>Previous misspelt word</source>
        <translation>上一处拼写错误</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>新建场景</translation>
    </message>
    <message>
        <source>New chapter</source>
        <translation>新建章</translation>
    </message>
    <message>
        <source>New part</source>
        <translation>新建卷</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新建笔记</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>图片…</translation>
    </message>
    <message>
        <source>Link…</source>
        <translation>链接…</translation>
    </message>
    <message>
        <source>Reading above the letters…</source>
        <translation>注音…</translation>
    </message>
    <message>
        <source>Insert footnote</source>
        <translation>插入脚注</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Show comments</source>
        <translation>显示批注</translation>
    </message>
    <message>
        <source>Next comment</source>
        <translation>下一条批注</translation>
    </message>
    <message>
        <source>Previous comment</source>
        <translation>上一条批注</translation>
    </message>
    <message>
        <source>Resolve or reopen comment</source>
        <translation>标为已解决，或重新打开</translation>
    </message>
    <message>
        <source>Resolved comments in the text</source>
        <translation>在正文中标出已解决的批注</translation>
    </message>
    <message>
        <source>Split scene here</source>
        <translation>从此处拆分场景</translation>
    </message>
    <message>
        <source>Binder</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>信息栏</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Bible</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Compile…</source>
        <translation>成书…</translation>
    </message>
    <message>
        <source>One scene</source>
        <translation>单个场景</translation>
    </message>
    <message>
        <source>The whole chapter</source>
        <translation>整章</translation>
    </message>
    <message>
        <source>The whole manuscript</source>
        <translation>全书连续</translation>
    </message>
    <message>
        <source>Titles beside the scenes</source>
        <translation>场景旁显示标题</translation>
    </message>
    <message>
        <source>Synopses over the scenes</source>
        <translation>场景上方显示梗概</translation>
    </message>
    <message>
        <source>Split to the right</source>
        <translation>向右拆分</translation>
    </message>
    <message>
        <source>Split below</source>
        <translation>向下拆分</translation>
    </message>
    <message>
        <source>Open in a new window</source>
        <translation>在新窗口中打开</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>新建标签页</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>上一个标签页</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>关闭标签页</translation>
    </message>
    <message>
        <source>Reopen closed tab</source>
        <translation>重新打开关闭的标签页</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Focus mode</source>
        <translation>专注模式</translation>
    </message>
    <message>
        <source>Choices for focus mode…</source>
        <translation>专注模式选项…</translation>
    </message>
    <message>
        <source>Typewriter scrolling</source>
        <translation>打字机滚动</translation>
    </message>
    <message>
        <source>Dialogue in colour</source>
        <translation>对话着色</translation>
    </message>
    <message>
        <source>Sprint…</source>
        <translation>冲刺…</translation>
    </message>
    <message>
        <source>Bookmark here, or remove it</source>
        <translation>在这里放书签，或取下</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>下一个书签</translation>
    </message>
    <message>
        <source>Previous bookmark</source>
        <translation>上一个书签</translation>
    </message>
    <message>
        <source>Bookmarks…</source>
        <translation>书签…</translation>
    </message>
    <message>
        <source>Read aloud, or pause</source>
        <translation>朗读，或暂停</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>停止朗读</translation>
    </message>
    <message>
        <source>Read aloud faster</source>
        <translation>朗读快一点</translation>
    </message>
    <message>
        <source>Read aloud slower</source>
        <translation>朗读慢一点</translation>
    </message>
    <message>
        <source>Map of the chapter</source>
        <translation>本章缩略图</translation>
    </message>
    <message>
        <source>Figures in the margin</source>
        <translation>页边字数</translation>
    </message>
    <message>
        <source>Read as a book</source>
        <translation>像读书一样读</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>下一个面板</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>上一个面板</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>护眼</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>binder</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open in a new tab</source>
        <translation>在新标签页中打开</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>在旁边打开</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Merge scenes</source>
        <translation>合并场景</translation>
    </message>
    <message>
        <source>In the manuscript</source>
        <translation>收入成书</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move one level out</source>
        <translation>升一级</translation>
    </message>
    <message>
        <source>Move one level in</source>
        <translation>降一级</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Move to Trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>新建场景</translation>
    </message>
    <message>
        <source>New chapter</source>
        <translation>新建章</translation>
    </message>
    <message>
        <source>New part</source>
        <translation>新建卷</translation>
    </message>
    <message>
        <source>New front matter</source>
        <translation>新建卷首</translation>
    </message>
    <message>
        <source>New back matter</source>
        <translation>新建卷末</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新建笔记</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回原处</translation>
    </message>
    <message>
        <source>Delete for ever…</source>
        <translation>彻底删除…</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>“{path}” is not there any more. Choose the file again.</source>
        <translation>“{path}”已经不在了。重新选择文件。</translation>
    </message>
    <message>
        <source>“{path}” may not be read. Check its permissions, or choose another file.</source>
        <translation>没有读取“{path}”的权限。检查权限，或换一个文件。</translation>
    </message>
    <message>
        <source>“{path}” holds no text. Choose another file.</source>
        <translation>“{path}”里没有文字。换一个文件。</translation>
    </message>
    <message>
        <source>“{path}” is larger than any novel. Split it, or choose another file.</source>
        <translation>“{path}”太大，不像一部小说。拆开再导入，或换一个文件。</translation>
    </message>
    <message>
        <source>“{path}” has more lines than any novel. Split it, or choose another file.</source>
        <translation>“{path}”的行数太多，不像一部小说。拆开再导入，或换一个文件。</translation>
    </message>
    <message>
        <source>“{path}” has no row of headings. Call its columns Chapter, Scene, Title or Level.</source>
        <translation>“{path}”没有表头。把各列叫作“章”“场景”“标题”或“级别”。</translation>
    </message>
    <message>
        <source>“{path}” is not a text. Choose a text or Markdown file.</source>
        <translation>“{path}”不是文本。选一个文本或 Markdown 文件。</translation>
    </message>
    <message>
        <source>“{path}” is protected. Save it without a password, then import it again.</source>
        <translation>“{path}”受密码保护。去掉密码后另存，再导入。</translation>
    </message>
    <message>
        <source>“{path}” is damaged: it cannot be read. Choose another file, or a copy of it.</source>
        <translation>“{path}”已损坏，读不出来。换一个文件，或用它的备份。</translation>
    </message>
    <message>
        <source>Pandoc, which reads such documents for Novelist, is not there. Install Novelist again, or pandoc.</source>
        <translation>找不到替 Novelist 读取这类文档的 pandoc。重新安装 Novelist，或安装 pandoc。</translation>
    </message>
    <message>
        <source>Novelist cannot read files like “{path}” yet. Save it as text or Markdown first.</source>
        <translation>Novelist 还不能读取“{path}”这种文件。先存成文本或 Markdown。</translation>
    </message>
    <message>
        <source>Reading was stopped. Nothing was brought in.</source>
        <translation>读取已停止，没有导入任何内容。</translation>
    </message>
    <message>
        <source>“{path}” could not be read. Choose another file.</source>
        <translation>没能读取“{path}”。换一个文件。</translation>
    </message>
    <message>
        <source>It was stopped. Nothing was written.</source>
        <translation>已停止，没有写入任何文件。</translation>
    </message>
    <message>
        <source>It was stopped. Nothing was changed.</source>
        <translation>已停止，没有任何改动。</translation>
    </message>
    <message>
        <source>“{path}” cannot be written there. Choose another folder.</source>
        <translation>没能把“{path}”写到那里。换一个文件夹。</translation>
    </message>
    <message>
        <source>The document could not be made. Nothing was written. Try another format.</source>
        <translation>没能生成文档，什么也没写出。换一种格式试试。</translation>
    </message>
    <message>
        <source>“{path}” is there already. Nothing was written. Choose another name.</source>
        <translation>“{path}”已经存在，没有写入任何内容。换一个名字。</translation>
    </message>
    <message>
        <source>This is no preset of Novelist, or a damaged one. Choose another file.</source>
        <translation>这不是 Novelist 的预设，或者已经损坏。换一个文件。</translation>
    </message>
    <message>
        <source>This preset was made by a newer Novelist. Update Novelist, then try again.</source>
        <translation>这个预设来自更新版本的 Novelist。更新 Novelist 后再试。</translation>
    </message>
    <message>
        <source>Nothing is left of the novel with these choices. Let more of it in.</source>
        <translation>按这些选择，没有任何内容可以输出。放宽范围。</translation>
    </message>
    <message>
        <source>“{path}” is no dictionary that can be read. Choose another file.</source>
        <translation>“{path}”不是能读取的词典。换一个文件。</translation>
    </message>
    <message>
        <source>“{path}” is missing. A dictionary is two files, .dic and .aff. Put both in one folder.</source>
        <translation>缺少“{path}”。词典由 .dic 和 .aff 两个文件组成，要放在同一个文件夹里。</translation>
    </message>
    <message>
        <source>“{path}” does not say which language it is of. Rename both files, like de_DE.dic.</source>
        <translation>从“{path}”看不出是哪种语言。把两个文件改成 de_DE.dic 这样的名字。</translation>
    </message>
    <message>
        <source>The dictionary does not answer. Writing goes on without it; choose another one.</source>
        <translation>词典没有回应。写作不受影响，可以换一部词典。</translation>
    </message>
    <message>
        <source>That is not in this library any more. Nothing was changed.</source>
        <translation>书库里已经没有它了，没有任何改动。</translation>
    </message>
    <message>
        <source>Several novels have that title. Choose one on the shelf.</source>
        <translation>有几部作品同名。在书架上选一部。</translation>
    </message>
    <message>
        <source>Another one has that name already. Choose a different name.</source>
        <translation>已经有同名的了。换一个名字。</translation>
    </message>
    <message>
        <source>This is not a regular expression. Nothing was changed.</source>
        <translation>这不是正则表达式。没有任何改动。</translation>
    </message>
    <message>
        <source>This expression takes too long, so it was stopped. Make it simpler; nothing was changed.</source>
        <translation>这个表达式太费时，已经停下。没有任何改动，写简单些。</translation>
    </message>
    <message>
        <source>This picture cannot be used. Choose another one; nothing was changed.</source>
        <translation>这张图片无法使用。换一张吧，没有任何改动。</translation>
    </message>
    <message>
        <source>This is no picture that Novelist keeps. Save it as PNG, JPEG, GIF, WebP or BMP.</source>
        <translation>这不是 Novelist 能保存的图片。先存成 PNG、JPEG、GIF、WebP 或 BMP。</translation>
    </message>
    <message>
        <source>This picture has more than 40 MB. Save it smaller, then insert it again.</source>
        <translation>这张图片超过 40 MB。先存小一些，再插入。</translation>
    </message>
    <message>
        <source>This picture has too many pixels. Make it smaller, then insert it again.</source>
        <translation>这张图片的像素太多。先把它缩小，再插入。</translation>
    </message>
    <message>
        <source>This picture is damaged and cannot be shown. Choose another one.</source>
        <translation>这张图片已损坏，无法显示。换一张吧。</translation>
    </message>
    <message>
        <source>These cannot be put there. Nothing was moved.</source>
        <translation>不能放在那里，什么都没有移动。</translation>
    </message>
    <message>
        <source>The text was changed since. Undo in the text first; nothing was undone.</source>
        <translation>正文后来又改过，没有撤销。先在正文里撤销。</translation>
    </message>
    <message>
        <source>This step is not possible any more. Nothing was changed.</source>
        <translation>这一步已无法进行，没有改动任何内容。</translation>
    </message>
    <message>
        <source>This step cannot be read, so it is left out. Nothing was changed.</source>
        <translation>这一步无法读取，已跳过，没有改动任何内容。</translation>
    </message>
    <message>
        <source>This step needs what was deleted for ever, so it is left out. Nothing changed.</source>
        <translation>这一步要用到的内容已永久删除，已跳过，没有改动任何内容。</translation>
    </message>
    <message>
        <source>Another window saved this first. Your text is kept here: copy it before you go.</source>
        <translation>另一个窗口先保存了。这里的文字还在，离开前先复制一份。</translation>
    </message>
    <message>
        <source>The library “{path}” is not there. Check the drive, or open another library.</source>
        <translation>书库“{path}”不在了。检查磁盘，或打开其他书库。</translation>
    </message>
    <message>
        <source>The library “{path}” is an empty file. Restore a backup, or open another library.</source>
        <translation>书库“{path}”是空文件。恢复一份备份，或打开其他书库。</translation>
    </message>
    <message>
        <source>“{path}” is not a library of Novelist. It was left as it is. Open another library.</source>
        <translation>“{path}”不是 Novelist 的书库，没有改动。打开其他书库。</translation>
    </message>
    <message>
        <source>The library “{path}” may not be written. Allow it, or open another library.</source>
        <translation>书库“{path}”不能写入。改一下权限，或打开其他书库。</translation>
    </message>
    <message>
        <source>The library “{path}” was made by a newer version of Novelist. It was left as it is. Update Novelist to open it.</source>
        <translation>书库“{path}”是用较新版本的 Novelist 建的，没有改动。更新 Novelist 后再打开。</translation>
    </message>
    <message>
        <source>The library “{path}” is open in another window. Close that window, then try again.</source>
        <translation>书库“{path}”在另一个窗口里开着。关掉那个窗口，再试一次。</translation>
    </message>
    <message>
        <source>The server does not answer. Check its name and port, and your network.</source>
        <translation>服务器没有回应。看看名称、端口和网络。</translation>
    </message>
    <message>
        <source>The server does not let you in. Check user, password and database.</source>
        <translation>服务器不让进入。看看用户名、密码和数据库。</translation>
    </message>
    <message>
        <source>The library on the server is older. Back its database up, then open it with the leave to upgrade it.</source>
        <translation>服务器上的书库是旧版本。先备份数据库，再勾选升级打开。</translation>
    </message>
    <message>
        <source>This works on library files alone. On a server, use the tools of that server.</source>
        <translation>这只能用于书库文件。服务器上的书库用服务器自己的工具。</translation>
    </message>
    <message>
        <source>This installation cannot open libraries on a server. Install Novelist with “server”.</source>
        <translation>这份安装打不开服务器上的书库。安装带“server”的 Novelist。</translation>
    </message>
    <message>
        <source>The library on the server cannot be opened. It was left as it is.</source>
        <translation>服务器上的书库打不开，没有改动。</translation>
    </message>
    <message>
        <source>The library “{path}” cannot be opened. It was left as it is.</source>
        <translation>打不开书库“{path}”，没有改动。</translation>
    </message>
    <message>
        <source>That cannot be done here. Nothing was changed.</source>
        <translation>这里不能这样做，没有任何改动。</translation>
    </message>
    <message>
        <source>The server does not answer. Your text is safe. Check the network, then try again.</source>
        <translation>服务器没有回应。文字都在。检查网络，再试一次。</translation>
    </message>
    <message>
        <source>The server stopped answering while it saved. Your text is safe. Check the network: Novelist looks whether it was saved, then goes on.</source>
        <translation>服务器在保存时没有了回应。文字都在。检查网络：Novelist 会先看有没有存上，再接着保存。</translation>
    </message>
    <message>
        <source>Another program holds the library. Your text is safe. Close that program.</source>
        <translation>书库被别的程序占着。文字都在。关掉那个程序。</translation>
    </message>
    <message>
        <source>The disk is full. Your text is safe. Free some space, then try again.</source>
        <translation>磁盘满了。文字都在。腾出空间，再试一次。</translation>
    </message>
    <message>
        <source>The library may not be written any more. Your text is safe. Allow writing to it.</source>
        <translation>书库不能再写入了。文字都在。改一下权限。</translation>
    </message>
    <message>
        <source>The disk cannot be written. Your text is safe. Check the drive, then try again.</source>
        <translation>磁盘写不进去。文字都在。检查磁盘，再试一次。</translation>
    </message>
    <message>
        <source>The drive or folder of the library is gone. Your text is safe. Connect it again, and saving goes on.</source>
        <translation>书库所在的磁盘或文件夹不见了。文字都在。重新接上就会继续保存。</translation>
    </message>
    <message>
        <source>The library is damaged. Nothing more is written to it. Restore a backup.</source>
        <translation>书库损坏了，不再写入。恢复一份备份。</translation>
    </message>
    <message>
        <source>This version is damaged and cannot be shown. Your text and others are safe.</source>
        <translation>这个版本已损坏，无法显示。正文和其他版本都完好。</translation>
    </message>
    <message>
        <source>The backup was stopped. Your text is safe in the library. Try again.</source>
        <translation>备份停下了。文字都在书库里，再试一次。</translation>
    </message>
    <message>
        <source>The library could not be brought up to date. It is as it was before.</source>
        <translation>没能升级书库，它和原来一样。</translation>
    </message>
    <message>
        <source>The computer could not do that. Your text is safe. Try again.</source>
        <translation>电脑没能做到。文字都在。再试一次。</translation>
    </message>
    <message>
        <source>Something went wrong in Novelist. Your text is safe. The details are in the log.</source>
        <translation>Novelist 出了错。文字都在。详情见日志。</translation>
    </message>
    <message>
        <source>No copy of your unsaved text could be written: it is in this window alone. Keep the window open and free some space, or connect a drive.</source>
        <translation>没能另存未保存的文字：它现在只在这个窗口里。不要关闭窗口，先腾出空间，或接上别的磁盘。</translation>
    </message>
    <message>
        <source>There is no such preset any more. Choose another one.</source>
        <translation>这个预设已经不在了。换一个。</translation>
    </message>
    <message>
        <source>This backup is damaged. Choose another one.</source>
        <translation>这份备份损坏了，换一份。</translation>
    </message>
    <message>
        <source>Beside the library “{path}” lies a file of recent changes that is not its own. Nothing was changed.</source>
        <translation>书库“{path}”旁边有一份近期改动的记录，不是它自己的。没有任何改动。</translation>
    </message>
    <message>
        <source>The library was deleted, moved or replaced while it was open. Your text is safe. Put the file back, then try again.</source>
        <translation>书库在打开时被删除、移走或替换了。文字都在。把文件放回原处，再试一次。</translation>
    </message>
    <message>
        <source>Your choices could not be kept. Your text is safe. Check the disk and the folder.</source>
        <translation>你的设置没能保存。文字都在。检查磁盘和文件夹。</translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste without formatting</source>
        <translation>粘贴，不带格式</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>粗体</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>斜体</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>下划线</translation>
    </message>
    <message>
        <source>Strike through</source>
        <translation>删除线</translation>
    </message>
    <message>
        <source>Small capitals</source>
        <translation>小型大写字母</translation>
    </message>
    <message>
        <source>Superscript</source>
        <translation>上标</translation>
    </message>
    <message>
        <source>Subscript</source>
        <translation>下标</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>突出显示</translation>
    </message>
    <message>
        <source>Clear formatting</source>
        <translation>清除格式</translation>
    </message>
    <message>
        <source>Heading 1</source>
        <translation>一级标题</translation>
    </message>
    <message>
        <source>Heading 2</source>
        <translation>二级标题</translation>
    </message>
    <message>
        <source>Heading 3</source>
        <translation>三级标题</translation>
    </message>
    <message>
        <source>Heading 4</source>
        <translation>四级标题</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Verse</source>
        <translation>诗歌</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>书信</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>项目符号列表</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>编号列表</translation>
    </message>
    <message>
        <source>Body text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Align as usual</source>
        <translation>默认对齐</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>Justify</source>
        <translation>两端对齐</translation>
    </message>
    <message>
        <source>Insert scene break</source>
        <translation>插入场景分隔</translation>
    </message>
    <message>
        <source>Insert line break</source>
        <translation>插入换行</translation>
    </message>
    <message>
        <source>Styles…</source>
        <translation>样式…</translation>
    </message>
    <message>
        <source>Split scene here</source>
        <translation>从此处拆分场景</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>恢复文字大小</translation>
    </message>
    <message>
        <source>More marks</source>
        <translation>更多标记</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>Part</source>
        <translation>卷</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Front matter</source>
        <translation>卷首</translation>
    </message>
    <message>
        <source>Back matter</source>
        <translation>卷末</translation>
    </message>
    <message>
        <source>Untitled part</source>
        <translation>未命名卷</translation>
    </message>
    <message>
        <source>Untitled chapter</source>
        <translation>未命名章</translation>
    </message>
    <message>
        <source>Untitled scene</source>
        <translation>未命名场景</translation>
    </message>
    <message>
        <source>Untitled folder</source>
        <translation>未命名文件夹</translation>
    </message>
    <message>
        <source>Untitled note</source>
        <translation>未命名笔记</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Synopsis</source>
        <translation>梗概</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Number in the series</source>
        <translation>系列中的序号</translation>
    </message>
    <message>
        <source>Logline</source>
        <translation>一句话梗概</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Unit of the target</source>
        <translation>目标单位</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Bible</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Doubled words</source>
        <translation>重复的词</translation>
    </message>
    <message>
        <source>Doubled spaces</source>
        <translation>多余的空格</translation>
    </message>
    <message>
        <source>Quotation marks and brackets without their other half</source>
        <translation>不成对的引号和括号</translation>
    </message>
    <message>
        <source>Quotation marks of two styles</source>
        <translation>两种引号混用</translation>
    </message>
    <message>
        <source>的 where 地 or 得 is likelier</source>
        <translation>“的”可能应为“地”或“得”</translation>
    </message>
    <message>
        <source>Character</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>物件</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>团体</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>物件</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>团体</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Unnamed character</source>
        <translation>未命名的人物</translation>
    </message>
    <message>
        <source>Unnamed place</source>
        <translation>未命名的地点</translation>
    </message>
    <message>
        <source>Unnamed thing</source>
        <translation>未命名的物件</translation>
    </message>
    <message>
        <source>Unnamed group</source>
        <translation>未命名的团体</translation>
    </message>
    <message>
        <source>Unnamed thread</source>
        <translation>未命名的线索</translation>
    </message>
    <message>
        <source>Unnamed entry</source>
        <translation>未命名的条目</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>JSON of the whole novel</source>
        <translation>整部作品的 JSON</translation>
    </message>
    <message>
        <source>CSV outline</source>
        <translation>CSV 大纲</translation>
    </message>
    <message>
        <source>novelWriter project</source>
        <translation>novelWriter 项目</translation>
    </message>
    <message>
        <source>yWriter project</source>
        <translation>yWriter 项目</translation>
    </message>
    <message>
        <source>Manuskript project</source>
        <translation>Manuskript 项目</translation>
    </message>
    <message>
        <source>OPML outline</source>
        <translation>OPML 大纲</translation>
    </message>
    <message>
        <source>Scrivener project</source>
        <translation>Scrivener 项目</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>LibreOffice document</source>
        <translation>LibreOffice 文档</translation>
    </message>
    <message>
        <source>EPUB</source>
        <translation>EPUB</translation>
    </message>
    <message>
        <source>Rich text</source>
        <translation>RTF 文档</translation>
    </message>
</context>
<context>
    <name>mapping</name>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Synopsis</source>
        <translation>梗概</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Footnotes</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>旧版本</translation>
    </message>
    <message>
        <source>Texts outside the manuscript</source>
        <translation>书稿之外的文字</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Days of the writing history</source>
        <translation>写作记录的天数</translation>
    </message>
    <message>
        <source>Document notes</source>
        <translation>文档备注</translation>
    </message>
    <message>
        <source>Document targets</source>
        <translation>文档目标</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Research and other texts</source>
        <translation>资料和其他文字</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <source>Comments in documents</source>
        <translation>文档里的注释</translation>
    </message>
    <message>
        <source>Project notes</source>
        <translation>项目笔记</translation>
    </message>
    <message>
        <source>Days of the writing statistics</source>
        <translation>写作统计的天数</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Scene notes</source>
        <translation>场景备注</translation>
    </message>
    <message>
        <source>Notes and to-dos</source>
        <translation>笔记和待办</translation>
    </message>
    <message>
        <source>Days of the word count log</source>
        <translation>字数记录的天数</translation>
    </message>
    <message>
        <source>Viewpoint</source>
        <translation>视角</translation>
    </message>
    <message>
        <source>Characters of scenes</source>
        <translation>场景中的人物</translation>
    </message>
    <message>
        <source>Locations of scenes</source>
        <translation>场景的地点</translation>
    </message>
    <message>
        <source>Items of scenes</source>
        <translation>场景中的物件</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>焦点人物</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>情节线</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>物件</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>References of your own</source>
        <translation>自定义引用</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>故事</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签名</translation>
    </message>
    <message>
        <source>Append to previous</source>
        <translation>接在前一场后</translation>
    </message>
    <message>
        <source>Reaction scene</source>
        <translation>反应场景</translation>
    </message>
    <message>
        <source>Subplot scene</source>
        <translation>支线场景</translation>
    </message>
    <message>
        <source>Goal of the scene</source>
        <translation>场景目标</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>Specific date</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>时</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Lasts (days)</source>
        <translation>持续（天）</translation>
    </message>
    <message>
        <source>Lasts (hours)</source>
        <translation>持续（小时）</translation>
    </message>
    <message>
        <source>Lasts (minutes)</source>
        <translation>持续（分钟）</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>相关度</translation>
    </message>
    <message>
        <source>Tension</source>
        <translation>张力</translation>
    </message>
    <message>
        <source>Humour</source>
        <translation>幽默</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>修订版本</translation>
    </message>
    <message>
        <source>Note of a row</source>
        <translation>行的备注</translation>
    </message>
    <message>
        <source>Custom field</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Line in the notes</source>
        <translation>备注里的一行</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Point of view</source>
        <translation>视角</translation>
    </message>
</context>
<context>
    <name>mapping_places</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Synopsis</source>
        <translation>梗概</translation>
    </message>
    <message>
        <source>Notes of the item</source>
        <translation>条目备注</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Footnotes</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Novel details</source>
        <translation>作品信息</translation>
    </message>
    <message>
        <source>Story bible</source>
        <translation>设定</translation>
    </message>
</context>
<context>
    <name>part_names</name>
    <message>
        <source>unknown parts</source>
        <translation>未知部分</translation>
    </message>
    <message>
        <source>files of the project</source>
        <translation>项目中的文件</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>lines of tables, whose words stay</source>
        <translation>表格线（文字保留）</translation>
    </message>
    <message>
        <source>tables of contents and indexes</source>
        <translation>目录和索引</translation>
    </message>
    <message>
        <source>keywords and subjects of the document</source>
        <translation>文档的关键词和主题</translation>
    </message>
    <message>
        <source>drawn lines and shapes</source>
        <translation>线条和形状</translation>
    </message>
    <message>
        <source>embedded objects</source>
        <translation>嵌入的对象</translation>
    </message>
    <message>
        <source>page headers</source>
        <translation>页眉</translation>
    </message>
    <message>
        <source>page footers</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>index entries</source>
        <translation>索引项</translation>
    </message>
    <message>
        <source>hidden words</source>
        <translation>隐藏文字</translation>
    </message>
    <message>
        <source>words deleted under track changes</source>
        <translation>修订中删去的文字</translation>
    </message>
    <message>
        <source>footnotes of titles</source>
        <translation>标题的脚注</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>synopses</source>
        <translation>梗概</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>settings of the project</source>
        <translation>项目设置</translation>
    </message>
    <message>
        <source>many more of the kind</source>
        <translation>其他许多同类内容</translation>
    </message>
    <message>
        <source>writing history</source>
        <translation>写作记录</translation>
    </message>
    <message>
        <source>earlier versions without a text here</source>
        <translation>这里没有对应正文的旧版本</translation>
    </message>
    <message>
        <source>daily word target</source>
        <translation>每日字数目标</translation>
    </message>
    <message>
        <source>session target</source>
        <translation>单次写作目标</translation>
    </message>
    <message>
        <source>targets in characters</source>
        <translation>按字符计的目标</translation>
    </message>
    <message>
        <source>deadlines</source>
        <translation>截稿日</translation>
    </message>
    <message>
        <source>collections</source>
        <translation>合集</translation>
    </message>
    <message>
        <source>project bookmarks</source>
        <translation>项目书签</translation>
    </message>
    <message>
        <source>links between documents, whose words stay</source>
        <translation>文档之间的链接（文字保留）</translation>
    </message>
    <message>
        <source>pictures on index cards</source>
        <translation>索引卡上的图片</translation>
    </message>
    <message>
        <source>research files</source>
        <translation>资料文件</translation>
    </message>
    <message>
        <source>folders, whose documents come in</source>
        <translation>文件夹（其中的文档会导入）</translation>
    </message>
    <message>
        <source>root folders, whose documents come in</source>
        <translation>根文件夹（其中的文档会导入）</translation>
    </message>
    <message>
        <source>project name</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <source>project word list</source>
        <translation>项目词表</translation>
    </message>
    <message>
        <source>auto-replace entries</source>
        <translation>自动替换项</translation>
    </message>
    <message>
        <source>page breaks</source>
        <translation>分页符</translation>
    </message>
    <message>
        <source>vertical spaces</source>
        <translation>竖向空白</translation>
    </message>
    <message>
        <source>project variables</source>
        <translation>项目变量</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>documents that the project does not list</source>
        <translation>项目没有列出的文档</translation>
    </message>
    <message>
        <source>entries of the story bible</source>
        <translation>设定条目</translation>
    </message>
    <message>
        <source>custom fields</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>statuses</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>unknown part “{name}”</source>
        <translation>未知部分“{name}”</translation>
    </message>
    <message>
        <source>file “{name}”</source>
        <translation>文件“{name}”</translation>
    </message>
    <message>
        <source>picture “{name}”</source>
        <translation>图片“{name}”</translation>
    </message>
    <message>
        <source>text of “{name}”</source>
        <translation>“{name}”的正文</translation>
    </message>
    <message>
        <source>synopsis of “{name}”</source>
        <translation>“{name}”的梗概</translation>
    </message>
    <message>
        <source>notes of “{name}”</source>
        <translation>“{name}”的备注</translation>
    </message>
    <message>
        <source>comments of “{name}”</source>
        <translation>“{name}”的批注</translation>
    </message>
    <message>
        <source>line “{name}” of the writing history</source>
        <translation>写作记录中的“{name}”</translation>
    </message>
    <message>
        <source>an earlier version of “{name}”</source>
        <translation>“{name}”的一个旧版本</translation>
    </message>
    <message>
        <source>deadline “{name}”</source>
        <translation>截稿日“{name}”</translation>
    </message>
    <message>
        <source>collection “{name}”</source>
        <translation>合集“{name}”</translation>
    </message>
    <message>
        <source>picture on the index card of “{name}”</source>
        <translation>“{name}”索引卡上的图片</translation>
    </message>
    <message>
        <source>research file “{name}”</source>
        <translation>资料文件“{name}”</translation>
    </message>
    <message>
        <source>folder “{name}”, whose documents come in</source>
        <translation>文件夹“{name}”（其中的文档会导入）</translation>
    </message>
    <message>
        <source>root folder “{name}”, whose documents come in</source>
        <translation>根文件夹“{name}”（其中的文档会导入）</translation>
    </message>
    <message>
        <source>project name “{name}”</source>
        <translation>项目名称“{name}”</translation>
    </message>
    <message>
        <source>auto-replace entry “{name}”</source>
        <translation>自动替换项“{name}”</translation>
    </message>
    <message>
        <source>project variable “{name}”</source>
        <translation>项目变量“{name}”</translation>
    </message>
    <message>
        <source>licence “{name}”</source>
        <translation>许可证“{name}”</translation>
    </message>
    <message>
        <source>e-mail address “{name}”</source>
        <translation>电子邮箱“{name}”</translation>
    </message>
    <message>
        <source>document “{name}”, which the project does not list</source>
        <translation>项目没有列出的文档“{name}”</translation>
    </message>
</context>
<context>
    <name>undo</name>
    <message>
        <source>New entry</source>
        <translation>新建条目</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Move to Trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回原处</translation>
    </message>
    <message>
        <source>Split scene</source>
        <translation>拆分场景</translation>
    </message>
    <message>
        <source>Merge scenes</source>
        <translation>合并场景</translation>
    </message>
    <message>
        <source>Keep both versions</source>
        <translation>两份都保留</translation>
    </message>
    <message>
        <source>Restore the novel</source>
        <translation>恢复全书</translation>
    </message>
    <message>
        <source>Restore an earlier version</source>
        <translation>恢复旧版本</translation>
    </message>
    <message>
        <source>Use the other version</source>
        <translation>用另一个版本</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Synopsis</source>
        <translation>梗概</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Change of status</source>
        <translation>更改状态</translation>
    </message>
    <message>
        <source>Change of label</source>
        <translation>更改标签</translation>
    </message>
    <message>
        <source>Change of target</source>
        <translation>更改目标</translation>
    </message>
    <message>
        <source>In the manuscript</source>
        <translation>收入成书</translation>
    </message>
    <message>
        <source>New status</source>
        <translation>新建状态</translation>
    </message>
    <message>
        <source>Rename status</source>
        <translation>状态改名</translation>
    </message>
    <message>
        <source>Colour of status</source>
        <translation>状态颜色</translation>
    </message>
    <message>
        <source>Move status</source>
        <translation>移动状态</translation>
    </message>
    <message>
        <source>Delete status</source>
        <translation>删除状态</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Rename label</source>
        <translation>标签改名</translation>
    </message>
    <message>
        <source>Colour of label</source>
        <translation>标签颜色</translation>
    </message>
    <message>
        <source>Move label</source>
        <translation>移动标签</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Edit comment</source>
        <translation>修改批注</translation>
    </message>
    <message>
        <source>Resolve comment</source>
        <translation>标记批注已解决</translation>
    </message>
    <message>
        <source>Reopen comment</source>
        <translation>重新打开批注</translation>
    </message>
    <message>
        <source>Delete comment</source>
        <translation>删除批注</translation>
    </message>
    <message>
        <source>Delete reply</source>
        <translation>删除回复</translation>
    </message>
    <message>
        <source>New in the story bible</source>
        <translation>新增设定</translation>
    </message>
    <message>
        <source>Edit in the story bible</source>
        <translation>修改设定</translation>
    </message>
    <message>
        <source>Delete from the story bible</source>
        <translation>删除设定</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>自定字段</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Series number</source>
        <translation>系列序号</translation>
    </message>
    <message>
        <source>Logline</source>
        <translation>一句话梗概</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Unit of the target</source>
        <translation>目标单位</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>New novel</source>
        <translation>新建作品</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Put back on the shelf</source>
        <translation>放回书架</translation>
    </message>
    <message>
        <source>Restore an earlier version of “{title}”</source>
        <translation>恢复“{title}”的旧版本</translation>
    </message>
    <message>
        <source>Replace “{title}”</source>
        <translation>替换“{title}”</translation>
    </message>
</context>
</TS>
