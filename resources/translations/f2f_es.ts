<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ActionPanel</name>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reached} reached · {reported} reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>★ 1 suggested friend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>★ {count} suggested friends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 contact you can reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} contacts you can reach</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CampaignPanel</name>
    <message>
        <source>Drop the campaign file here: the .f2fbundle that your organizer gave you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign files (*.f2fbundle);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of the campaign&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join this campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it with the one that your organizer shows. If it differs, do not join.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are part of {campaign}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CampaignStep</name>
    <message>
        <source>Which campaign do you help?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It brings the actions, the scripts and the questions. Nothing is sent by opening it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the demo campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaign file? Try everything with invented people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inventing a district of voters; this takes a moment …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CandidateCard</name>
    <message>
        <source>Voter {number}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key: {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely it is, by what is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born {year}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardDavDialog</name>
    <message>
        <source>Contacts from a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the password in this system&apos;s keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts from a server (CardDAV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nextcloud, iCloud, Fastmail and others. Make an app password in the account&apos;s security settings: the usual password often does not work here. This is the only time that the app uses the network for contacts, and it only reads.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Key: {key}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>QR code for your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code doesn&apos;t work?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the first code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan with your phone&apos;s camera, then press Call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan with your phone&apos;s camera, then press Send on the phone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Recovery code: {code}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactList</name>
    <message>
        <source>Search contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name, phone, e-mail or place  ( / )</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{channel}: %n contact(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {all} contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the filter {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in your address book from the start page. It stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has all of what you are looking for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can be reached this way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of your contacts has what this channel needs. Try another channel.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactsStep</name>
    <message>
        <source>Your contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export them from your phone, Google or Outlook as vCard or CSV. You choose later whom to write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) on this laptop.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContextChips</name>
    <message>
        <source>suggested by the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Check: %n possible voter(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Maybe a match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the voter file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered · {party}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swing district</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a contact on the left to begin.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message>
        <source>How the name is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jr or Sr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year in the e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your neighborhood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mine} compared with {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first and last name each in their own field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken from the whole name as it is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken from the nickname</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last two words taken as a double surname</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of two people on the same card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last name of the other person on the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a single word, taken for the last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name taken from the e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another last name, such as before marriage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last name looks more like a remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first and last name the other way round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no name that can be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same first name, {mine}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mine} is a nickname of {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registered under the nickname {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mine} and {theirs} are nicknames of one name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mine} and {theirs} begin alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mine} is the voter&apos;s middle name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the initial is known, and it fits {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the initials {mine} fit {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mine} and {theirs} differ by one letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mine} and {theirs} are different names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no first name to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same last name, {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one part of the last name {theirs} is the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both parts of {theirs}, in another order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mine} is the voter&apos;s middle name, perhaps a maiden name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no last name to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same middle name, {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same middle initial, {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mine} and {theirs} share only the initial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mine} and {theirs} are different middle names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no middle name to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both say {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mine} and {theirs} can be the same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mine} and {theirs} are two generations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the voter file says {theirs}, your contact does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither says Jr or Sr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a title such as Mr. or Ms. fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a title such as Mr. or Ms. does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no title to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of somebody in the same household</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another phone number in the voter file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no phone number to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same address, {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no address to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same ZIP code, {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lives elsewhere: {mine}, not {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ZIP code to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born in the same year, {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years of birth one apart: {mine} and {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born in {mine}, the voter in {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no year of birth to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the e-mail address holds the year of birth, {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the e-mail address ends like the year of birth, {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the e-mail address holds another year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no year in the e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lives in your own ZIP code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not live in your ZIP code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExtractPanel</name>
    <message>
        <source>Drop the voter extract here: a .f2fx file from your organizer, or from their stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voter extracts (*.f2fx *.f2fd);;All files (*)</source>
        <translation>Extractos del padrón electoral (*.f2fx *.f2fd);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Matching your contacts …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking {name} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {count} voters. May be used until {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {count} voters. Signed by {signer}. May be used until {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown key, {fingerprint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{matched} of your {contacts} contacts are in it; {ambiguous} to check.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExtractStep</name>
    <message>
        <source>The voter extract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of the voter file for your district. Your contacts are compared with it here, on this laptop: no name of theirs leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaultWords</name>
    <message>
        <source>The campaign has closed this action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent more than an address book can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, or export the contacts to a file and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the campaign for the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the columns cannot be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say again which column holds what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature does not fit: the file was changed, or someone else made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop has a newer version of the campaign already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is signed by another key than the campaign&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the campaign whether the file is really theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address book could not be fetched from the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later, or export the contacts to a file and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot prove who it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address. On a network that is not yours, try another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns of this table are not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which column holds the name and which the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address book cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it again and import the new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contact is not here any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make some room and try again. What was saved before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person does not want to be contacted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stored record cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept as it is. Tell the campaign about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voter extract is damaged or was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get it again from the campaign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voter extract has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a new one from the campaign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voter extract cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voter extract is not signed by this campaign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get it from the campaign itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voter extract was made by a newer version of the app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voter extract on this laptop is missing or was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that holds the keys cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back from a copy of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys on this laptop were written by a newer version of the app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaign has been opened on this laptop yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the campaign&apos;s file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no voter extract on this laptop yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the extract that the campaign gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not an address book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the contacts as vCard or CSV and import that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a voter extract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no address books at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything has reached the campaign already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file belongs to another campaign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End this session first, then join the other campaign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a longer one: four words that do not belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is too long for a QR code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it shorter, or copy it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of this program are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the network, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged or was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the campaign for it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was made by a newer version of the app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of this program is too old to be safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is empty, or still has gaps to fill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the gaps, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number, address or account cannot be used for a link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text and write as you usually do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted file on this laptop cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back from a copy, or begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a vault here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it, or end that session before you start a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for the app&apos;s data cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its disk is connected, has room, and that you may write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app is open already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on in the other window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data on this laptop was written by a newer version of the app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted file on this laptop cannot be opened or written just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its disk is connected and has room, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voter file cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is the whole file, as the state or the vendor gave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not take this user name and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check both. Many servers want an app password instead of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase or recovery code is not the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>Friend to Friend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in the app itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you saved is safe. You can save a report about it; it holds no personal data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Close the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voter file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Party</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n contact(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Protect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FriendCard</name>
    <message>
        <source>Your contact: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also called {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birthday {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent after all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageNote</name>
    <message>
        <source>Save image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes with this picture: drag it into the message, or save it and attach it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Back to the actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voter extract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) on this laptop.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You are part of {campaign}. A newer file from it replaces its actions and scripts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are part of no campaign yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) could be more than one voter.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Drop address books here: vCard (.vcf) or CSV, from a phone, Google, Outlook, LinkedIn …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address books (*.vcf *.vcard *.csv *.txt *.tsv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a server (CardDAV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your contacts stay on this laptop, encrypted. They are never uploaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching with the voter extract …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {names} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing and merging …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a look</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See what needs a look (%n)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{matched} of {contacts} are in the voter file; {ambiguous} to check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>Left out: nobody said what its columns hold.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyCaps</name>
    <message>
        <source>Key: {key}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <source>The list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact (in the list also arrow down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous contact (in the list also arrow up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the list to the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search (also Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred contacts only, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text; Ctrl+2 call, Ctrl+3 e-mail, Ctrl+4 social</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the message; Esc leaves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the QR code large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in an app on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another number, address or account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent, or you talked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent, or no answer: on to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they said: choose your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the first message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions: then 1 to 9; F again for the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags: then 1 to 9, or arrows and Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note; Esc leaves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report and go on to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, this voter is them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, this voter is somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the possible voters and choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why we think so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not contact again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last step (also Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This help (also ?)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LargeCode</name>
    <message>
        <source>Large QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR code for your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan with your phone&apos;s camera. Esc closes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Friend to Friend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign files and extracts ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>What is in these columns?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know this kind of table. Say over each column what it holds; these are the first rows of the file. The answer is kept for every table with the same columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns and first rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “{column}” holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(leave out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one column must hold a name, a phone number or an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suffix (Jr, III)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title (Dr, Mrs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X (Twitter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LinkedIn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatchPanel</name>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a voter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That&apos;s them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it may be {voter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You confirmed: {voter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the voter file: {voter} ({percent} % sure)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n possible voter(s). Is one of them {name}?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You said that nobody in the voter file is this contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found in the voter file: you can still reach out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could also be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is this contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born {year}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>First message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which number, address or account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did {name} say?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you talk?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did it go out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known for “{names}”, so it was left out. Read the message before you send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent also records: {marks}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PacketExport</name>
    <message>
        <source>Export reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 event saved in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} events saved in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what waits to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a campaign file or a voter extract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This voter is my friend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonHeader</name>
    <message>
        <source>Do not contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They asked not to be contacted again: closes every hand-off (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are two people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>★ Suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Put together from %n address-book card(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name} asked not to be contacted again. Every way to reach them is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was a mistake</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>card {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>What needs a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards that could not be read completely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) need a look</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Whatever had a name or a number came in all the same. The list holds no card&apos;s content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cards-that-need-a-look.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProtectStep</name>
    <message>
        <source>Protect what is on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your contacts and conversations are kept encrypted. How do you want to unlock them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other people use this laptop too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this computer&apos;s keyring: no passphrase to remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for a keyring …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on a shared laptop: the keyring opens for everybody who logs in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keyring that can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {count} characters. Four words that you remember make a good one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy to guess. Add a word or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair. One more word would make it strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadyStep</name>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is all. From here on everything works without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me the actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contacts on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found in the voter file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could be several voters: you can check them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no contacts here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a voter extract nobody is matched yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can add them at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing your contacts with the voter extract …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>Your recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you forget the passphrase, or the keyring is lost, only this code opens your vault. Write it down, print it or save it on a stick, and keep it away from this laptop. It is shown this once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have the code, away from this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Paste it somewhere safe, not on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recovery-sheet.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery sheet could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer cannot print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the code down, or save it on a stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2F Desktop: recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code opens the vault if the passphrase is forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it away from the laptop, and show it to nobody.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportBar</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key: {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as a draft, not filed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on this computer first, sent when you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filed {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected once</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>corrected %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>changed since, not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a note (only you and the campaign can read it)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Questions answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is this in the voter file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I don&apos;t know: skip (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last answer back (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voter extract cannot be used now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The questions come back when you have imported a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you. Skipped questions come back another time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody who is not in this voter file: {share} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScriptEditor</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>special characters such as “{example}” make it longer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsMenu</name>
    <message>
        <source>Import contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open campaign file or voter extract…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShiftEndPage</name>
    <message>
        <source>Conversations without a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe this laptop…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of your shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your reports to the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked, everything stays here encrypted until you come back. On a borrowed laptop, wipe it: nothing of yours is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits: there is nothing to hand over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is in a packet. Exporting again does no harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{events} events wait, {reports} of them reports. Save them on a stick for your organizer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File a report about {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as done: {action}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done {count} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reached} reached · {reported} reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done once</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Import contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action at the moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{contacts} contacts · {matched} found in the voter file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 contact could be one of several voters. Only you know who it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} contacts could be one of several voters. Only you know who they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your contacts are not here yet: without them there is nobody to write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the campaign&apos;s voter extract nobody is starred. Your organizer has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voter extract has expired. Ask your organizer for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voter extract can be used until {day}. Ask your organizer for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the campaign file that you were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaign yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepHeader</name>
    <message>
        <source>Step {number} of {count}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Friend to Friend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export waiting reports to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what waits to a signed file (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline · nothing waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline · all saved in a packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline · saved here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline · 1 report waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline · {count} reports waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved on this computer. {events} events wait for the campaign, {reports} of them reports; {unexported} are not in a packet yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock with this computer&apos;s keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery sheet opened your vault. At least 8 characters; a few words are best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your contacts and reports are encrypted on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the code on the recovery sheet that you wrote down or printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>Evidence for this match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence: {pieces}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as bars</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>Who are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name goes into the messages that you send, so use the one your friends know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no complete e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address your campaign knows, if it assigns people to you. Kept on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WipeDialog</name>
    <message>
        <source>WIPE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe everything from this laptop?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your contacts, messages, reports and the voter extract are made unreadable for good. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{events} events ({reports} reports waiting) are in no packet yet: they would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {word} to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes sometimes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes rarely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New voter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in the voter file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maybe a match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the voter file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a voter, you said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Democratic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Republican</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unaffiliated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libertarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>County</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Congressional district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State senate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State house</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>County commission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precinct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texted {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mailed {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messaged {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born {year}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Back to the actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be contacted again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made two people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your word about the match was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not counted as sent any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call from this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened; the text is on the clipboard too. Press Sent (S) when it is out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing opened. The text is on the clipboard: paste it where you write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted: you talked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the last contact of this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} will not be contacted again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Group</name>
    <message>
        <source>Type or choose to add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
