<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgeLine</name>
    <message numerus="yes">
        <source>%n event(s) being counted</source>
        <translation>
            <numerusform>%n event being counted</numerusform>
            <numerusform>%n events being counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AskedOfYou</name>
    <message numerus="yes">
        <source>%n more after these</source>
        <translation>
            <numerusform>%n more after these</numerusform>
            <numerusform>%n more after these</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttentionPage</name>
    <message numerus="yes">
        <source>%n event(s) are saved here, but the hub would not take them. Everything else is sent all the same.</source>
        <translation>
            <numerusform>%n event is saved here, but the hub would not take it. Everything else is sent all the same.</numerusform>
            <numerusform>%n events are saved here, but the hub would not take them. Everything else is sent all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) saved in {name}. Hand the file to your organizer.</source>
        <translation>
            <numerusform>%n event saved in {name}. Hand the file to your organizer.</numerusform>
            <numerusform>%n events saved in {name}. Hand the file to your organizer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BurstsDialog</name>
    <message numerus="yes">
        <source>%n event(s) left out of the figures.</source>
        <translation>
            <numerusform>%n event left out of the figures.</numerusform>
            <numerusform>%n events left out of the figures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put back: %n event(s).</source>
        <translation>
            <numerusform>Put back: %n event.</numerusform>
            <numerusform>Put back: %n events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignPanel</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CarryPage</name>
    <message numerus="yes">
        <source>Reading %n file(s) …</source>
        <translation>
            <numerusform>Reading %n file …</numerusform>
            <numerusform>Reading %n files …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) saved in {name}. Give the file back to whoever made the packets.</source>
        <translation>
            <numerusform>%n receipt saved in {name}. Give the file back to whoever made the packets.</numerusform>
            <numerusform>%n receipts saved in {name}. Give the file back to whoever made the packets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) for {campaign}</source>
        <translation>
            <numerusform>%n packet for {campaign}</numerusform>
            <numerusform>%n packets for {campaign}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting, {size}</source>
        <translation>
            <numerusform>%n waiting, {size}</numerusform>
            <numerusform>%n waiting, {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken by the hub</source>
        <translation>
            <numerusform>%n not taken by the hub</numerusform>
            <numerusform>%n not taken by the hub</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) taken along.</source>
        <translation>
            <numerusform>%n packet taken along.</numerusform>
            <numerusform>%n packets taken along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) had been taken along before.</source>
        <translation>
            <numerusform>%n packet had been taken along before.</numerusform>
            <numerusform>%n packets had been taken along before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) for this laptop: what they cover is safe.</source>
        <translation>
            <numerusform>%n receipt for this laptop: what they cover is safe.</numerusform>
            <numerusform>%n receipts for this laptop: what they cover is safe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) forgotten</source>
        <translation>
            <numerusform>%n packet forgotten</numerusform>
            <numerusform>%n packets forgotten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactList</name>
    <message numerus="yes">
        <source>{channel}: %n contact(s)</source>
        <translation>
            <numerusform>{channel}: %n contact</numerusform>
            <numerusform>{channel}: %n contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactsStep</name>
    <message numerus="yes">
        <source>%n contact(s) on this laptop.</source>
        <translation>
            <numerusform>%n contact on this laptop.</numerusform>
            <numerusform>%n contacts on this laptop.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContextChips</name>
    <message numerus="yes">
        <source>Check: %n possible voter(s)</source>
        <translation>
            <numerusform>Check: %n possible voter</numerusform>
            <numerusform>Check: %n possible voters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>%n row(s) written to {name}.</source>
        <translation>
            <numerusform>%n row written to {name}.</numerusform>
            <numerusform>%n rows written to {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message numerus="yes">
        <source>Show %n contact(s)</source>
        <translation>
            <numerusform>Show %n contact</numerusform>
            <numerusform>Show %n contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message numerus="yes">
        <source>{names} and %n other(s)</source>
        <translation>
            <numerusform>{names} and %n other</numerusform>
            <numerusform>{names} and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked %n volunteer(s): it reaches their app when it synchronizes.</source>
        <translation>
            <numerusform>Asked %n volunteer: it reaches their app when it synchronizes.</numerusform>
            <numerusform>Asked %n volunteers: it reaches their app when it synchronizes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked on %n laptop(s); the access of the others has ended.</source>
        <translation>
            <numerusform>Asked on %n laptop; the access of the others has ended.</numerusform>
            <numerusform>Asked on %n laptops; the access of the others has ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>%n contact(s) on this laptop.</source>
        <translation>
            <numerusform>%n contact on this laptop.</numerusform>
            <numerusform>%n contacts on this laptop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) could be more than one voter.</source>
        <translation>
            <numerusform>%n contact could be more than one voter.</numerusform>
            <numerusform>%n contacts could be more than one voter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message numerus="yes">
        <source>%n read</source>
        <translation>
            <numerusform>%n read</numerusform>
            <numerusform>%n read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a look</source>
        <translation>
            <numerusform>%n needs a look</numerusform>
            <numerusform>%n need a look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n updated</numerusform>
            <numerusform>%n updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged</source>
        <translation>
            <numerusform>%n merged</numerusform>
            <numerusform>%n merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See what needs a look (%n)</source>
        <translation>
            <numerusform>See what needs a look (%n)</numerusform>
            <numerusform>See what needs a look (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerDialog</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerWords</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) of a message sent</source>
        <translation>
            <numerusform>%n note of a message sent</numerusform>
            <numerusform>%n notes of messages sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other note(s)</source>
        <translation>
            <numerusform>%n other note</numerusform>
            <numerusform>%n other notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchPanel</name>
    <message numerus="yes">
        <source>%n possible voter(s). Is one of them {name}?</source>
        <translation>
            <numerusform>%n possible voter. Is it {name}?</numerusform>
            <numerusform>%n possible voters. Is one of them {name}?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewInviteDialog</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message numerus="yes">
        <source>%n voter(s)</source>
        <translation>
            <numerusform>%n voter</numerusform>
            <numerusform>%n voters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptOutCard</name>
    <message numerus="yes">
        <source>%n put on the opt-out list.</source>
        <translation>
            <numerusform>%n put on the opt-out list.</numerusform>
            <numerusform>%n put on the opt-out list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PacketLine</name>
    <message numerus="yes">
        <source>%n receipt(s) to give back</source>
        <translation>
            <numerusform>%n receipt to give back</numerusform>
            <numerusform>%n receipts to give back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonHeader</name>
    <message numerus="yes">
        <source>Put together from %n address-book card(s).</source>
        <translation>
            <numerusform>Put together from %n address-book card.</numerusform>
            <numerusform>Put together from %n address-book cards.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message numerus="yes">
        <source>%n card(s) need a look</source>
        <translation>
            <numerusform>%n card needs a look</numerusform>
            <numerusform>%n cards need a look</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportBar</name>
    <message numerus="yes">
        <source>corrected %n time(s)</source>
        <translation>
            <numerusform>corrected %n time</numerusform>
            <numerusform>corrected %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomPage</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n laptop(s)</source>
        <translation>
            <numerusform>%n laptop</numerusform>
            <numerusform>%n laptops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScriptEditor</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text message(s)</source>
        <translation>
            <numerusform>%n text message</numerusform>
            <numerusform>%n text messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingCard</name>
    <message numerus="yes">
        <source>%n event(s) were not taken by the hub: see what needs attention.</source>
        <translation>
            <numerusform>%n event was not taken by the hub: see what needs attention.</numerusform>
            <numerusform>%n events were not taken by the hub: see what needs attention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) wait, and {events} events in all.</source>
        <translation>
            <numerusform>%n report waits, and {events} events in all.</numerusform>
            <numerusform>%n reports wait, and {events} events in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) wait.</source>
        <translation>
            <numerusform>%n event waits.</numerusform>
            <numerusform>%n events wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryTab</name>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n report(s) safe at {time}</source>
        <translation>
            <numerusform>%n report safe at {time}</numerusform>
            <numerusform>all %n reports safe at {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) waiting</source>
        <translation>
            <numerusform>%n report waiting</numerusform>
            <numerusform>%n reports waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The hub has signed a receipt for everything on this laptop: %n event(s), each report, message and mark counted.</source>
        <translation>
            <numerusform>The hub has signed a receipt for everything on this laptop: %n event, each report, message and mark counted.</numerusform>
            <numerusform>The hub has signed a receipt for everything on this laptop: %n events, each report, message and mark counted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) wait to be sent, each report, message and mark counted. All of them are saved on this computer.</source>
        <translation>
            <numerusform>%n event waits to be sent, each report, message and mark counted. It is saved on this computer.</numerusform>
            <numerusform>%n events wait to be sent, each report, message and mark counted. All of them are saved on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were not taken by the hub and need a decision.</source>
        <translation>
            <numerusform>%n event was not taken by the hub and needs a decision.</numerusform>
            <numerusform>%n events were not taken by the hub and need a decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next try is in %n second(s).</source>
        <translation>
            <numerusform>The next try is in %n second.</numerusform>
            <numerusform>The next try is in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next try is in %n minute(s).</source>
        <translation>
            <numerusform>The next try is in %n minute.</numerusform>
            <numerusform>The next try is in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UsersTab</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Implausible: %n volunteer(s) with more messages than a person can send.</source>
        <translation>
            <numerusform>Implausible: %n volunteer with more messages than a person can send.</numerusform>
            <numerusform>Implausible: %n volunteers with more messages than a person can send.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoterSearchDialog</name>
    <message numerus="yes">
        <source>%n voter(s) fit</source>
        <translation>
            <numerusform>%n voter fit</numerusform>
            <numerusform>%n voters fit</numerusform>
        </translation>
    </message>
</context>
</TS>
