<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>models::ChatWords</name>
    <message numerus="yes">
        <source>%n unread</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n person is typing…</numerusform>
            <numerusform>%n people are typing…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ConversationPage</name>
    <message numerus="yes">
        <source>%n members</source>
        <comment>of a group</comment>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::Notifications</name>
    <message numerus="yes">
        <source>New messages in %n chats</source>
        <translation>
            <numerusform>New messages in %n chat</numerusform>
            <numerusform>New messages in %n chats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::SearchModel</name>
    <message numerus="yes">
        <source>%n chats in common</source>
        <translation>
            <numerusform>%n chat in common</numerusform>
            <numerusform>%n chats in common</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searching %n chats, more are loading</source>
        <translation>
            <numerusform>Searching %n chat, more are loading</numerusform>
            <numerusform>Searching %n chats, more are loading</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::TimeWords</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <comment>inside a sentence</comment>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::UnreadTotal</name>
    <message numerus="yes">
        <source>%n unread chats</source>
        <translation>
            <numerusform>%n unread chat</numerusform>
            <numerusform>%n unread chats</numerusform>
        </translation>
    </message>
</context>
</TS>
