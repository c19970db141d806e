<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Audience</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 some answers joined by commas; %n further ones are not named</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountryDrafts</name>
    <message numerus="yes">
        <source>“%1”: %n option(s) don’t exist there and are left out.</source>
        <translation>
            <numerusform>“%1”: %n option doesn’t exist there and is left out.</numerusform>
            <numerusform>“%1”: %n options don’t exist there and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScenarioModel</name>
    <message numerus="yes">
        <source>%1, %n qualification(s)</source>
        <translation>
            <numerusform>%1, %n qualification</numerusform>
            <numerusform>%1, %n qualifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TargetRules</name>
    <message numerus="yes">
        <source>%n combination(s): at most 200 are possible. Interlock fewer qualifications or choose fewer options.</source>
        <translation>
            <numerusform>%n combination: at most 200 are possible. Interlock fewer qualifications or choose fewer options.</numerusform>
            <numerusform>%n combinations: at most 200 are possible. Interlock fewer qualifications or choose fewer options.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TargetingEffect</name>
    <message numerus="yes">
        <source>%n quota(s) of options that no longer qualify go with it.</source>
        <translation>
            <numerusform>%n quota of an option that no longer qualifies goes with it.</numerusform>
            <numerusform>%n quotas of options that no longer qualify go with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The interlocking quotas of %1, %n cell(s), are built on its options: expect to lose them and to set them again.</source>
        <translation>
            <numerusform>The interlocking quotas of %1, %n cell, are built on its options: expect to lose them and to set them again.</numerusform>
            <numerusform>The interlocking quotas of %1, %n cells, are built on its options: expect to lose them and to set them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ZipCodes</name>
    <message numerus="yes">
        <source>%n duplicate(s) left out</source>
        <translation>
            <numerusform>%n duplicate left out</numerusform>
            <numerusform>%n duplicates left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, the first in line %1: “%2” (%3)</source>
        <translation>
            <numerusform>%n left out, the first in line %1: “%2” (%3)</numerusform>
            <numerusform>%n left out, the first in line %1: “%2” (%3)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zip code(s)</source>
        <translation>
            <numerusform>%n zip code</numerusform>
            <numerusform>%n zip codes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::CheckUids</name>
    <message numerus="yes">
        <source>Quotation marks or invisible characters were removed from %Ln UID(s).</source>
        <translation>
            <numerusform>Quotation marks or invisible characters were removed from %Ln UID.</numerusform>
            <numerusform>Quotation marks or invisible characters were removed from %Ln UIDs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::FieldNews</name>
    <message numerus="yes">
        <source>%Ln survey(s) need(s) attention</source>
        <translation>
            <numerusform>%Ln survey needs attention</numerusform>
            <numerusform>%Ln surveys need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln survey(s) reached the target</source>
        <translation>
            <numerusform>%Ln survey reached the target</numerusform>
            <numerusform>%Ln surveys reached the target</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reconciliation(s) to submit soon</source>
        <translation>
            <numerusform>%Ln reconciliation to submit soon</numerusform>
            <numerusform>%Ln reconciliations to submit soon</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ChangeLog</name>
    <message numerus="yes">
        <source>%Ln UID(s), no clear answer</source>
        <translation>
            <numerusform>%Ln UID, no clear answer</numerusform>
            <numerusform>%Ln UIDs, no clear answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln UID(s), refused</source>
        <translation>
            <numerusform>%Ln UID, refused</numerusform>
            <numerusform>%Ln UIDs, refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln UID(s)</source>
        <translation>
            <numerusform>%Ln UID</numerusform>
            <numerusform>%Ln UIDs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ExclusionModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 some names joined by commas; %n further ones are not named</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::GridCompletes</name>
    <message numerus="yes">
        <source>%Ln respondent(s) counted.</source>
        <translation>
            <numerusform>%Ln respondent counted.</numerusform>
            <numerusform>%Ln respondents counted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) repeat a UID and count once.</source>
        <translation>
            <numerusform>%Ln line repeats a UID and counts once.</numerusform>
            <numerusform>%Ln lines repeat a UID and count once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) were not understood: %1</source>
        <translation>
            <numerusform>%Ln line was not understood: %1</numerusform>
            <numerusform>%Ln lines were not understood: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ImportRows</name>
    <message numerus="yes">
        <source>%Ln good</source>
        <translation>
            <numerusform>%Ln good</numerusform>
            <numerusform>%Ln good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln good without its quotation marks or invisible characters</source>
        <translation>
            <numerusform>%Ln good without its quotation marks or invisible characters</numerusform>
            <numerusform>%Ln good without their quotation marks or invisible characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suspicious (unusual length)</source>
        <translation>
            <numerusform>%Ln suspicious (unusual length)</numerusform>
            <numerusform>%Ln suspicious (unusual length)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suspicious (unusual characters)</source>
        <translation>
            <numerusform>%Ln suspicious (unusual characters)</numerusform>
            <numerusform>%Ln suspicious (unusual characters)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suspicious (control characters)</source>
        <translation>
            <numerusform>%Ln suspicious (control characters)</numerusform>
            <numerusform>%Ln suspicious (control characters)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged</source>
        <translation>
            <numerusform>%Ln damaged</numerusform>
            <numerusform>%Ln damaged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln rejected</numerusform>
            <numerusform>%Ln rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln UID(s): %1.</source>
        <translation>
            <numerusform>%Ln UID: %1.</numerusform>
            <numerusform>%Ln UIDs: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::OverviewModel</name>
    <message numerus="yes">
        <source>%1, %Ln day(s) left</source>
        <translation>
            <numerusform>%1, %Ln day left</numerusform>
            <numerusform>%1, %Ln days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::QuestionModel</name>
    <message numerus="yes">
        <source>%n option(s) chosen. %1</source>
        <translation>
            <numerusform>%n option chosen. %1</numerusform>
            <numerusform>%n options chosen. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::QuotaSheet</name>
    <message numerus="yes">
        <source>%n zip code(s)</source>
        <translation>
            <numerusform>%n zip code</numerusform>
            <numerusform>%n zip codes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::RangeText</name>
    <message numerus="yes">
        <source>%n range(s) added</source>
        <translation>
            <numerusform>%n range added</numerusform>
            <numerusform>%n ranges added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen already</source>
        <translation>
            <numerusform>%n chosen already</numerusform>
            <numerusform>%n chosen already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more left out</source>
        <translation>
            <numerusform>%n more left out</numerusform>
            <numerusform>%n more left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::Salvage</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>records of %n created survey(s)</source>
        <translation>
            <numerusform>records of %n created survey</numerusform>
            <numerusform>records of %n created surveys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submitted reconciliation(s)</source>
        <translation>
            <numerusform>%n submitted reconciliation</numerusform>
            <numerusform>%n submitted reconciliations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending edit(s)</source>
        <translation>
            <numerusform>%n pending edit</numerusform>
            <numerusform>%n pending edits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exclusions of %n survey(s)</source>
        <translation>
            <numerusform>exclusions of %n survey</numerusform>
            <numerusform>exclusions of %n surveys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>imported completes of %n survey(s)</source>
        <translation>
            <numerusform>imported completes of %n survey</numerusform>
            <numerusform>imported completes of %n surveys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) in the log</source>
        <translation>
            <numerusform>%n change in the log</numerusform>
            <numerusform>%n changes in the log</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) in the log</source>
        <translation>
            <numerusform>%n call in the log</numerusform>
            <numerusform>%n calls in the log</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::SurveyCreation</name>
    <message numerus="yes">
        <source>%n combination(s)</source>
        <translation>
            <numerusform>%n combination</numerusform>
            <numerusform>%n combinations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey(s) of the list could be it.</source>
        <translation>
            <numerusform>%n survey of the list could be it.</numerusform>
            <numerusform>%n surveys of the list could be it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey(s)</source>
        <translation>
            <numerusform>%n survey</numerusform>
            <numerusform>%n surveys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service has kept other values in %n combination(s).</source>
        <translation>
            <numerusform>The service has kept other values in %n combination.</numerusform>
            <numerusform>The service has kept other values in %n combinations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ActivityView</name>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) shown</source>
        <translation>
            <numerusform>%Ln call shown</numerusform>
            <numerusform>%Ln calls shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AddExclusions</name>
    <message numerus="yes">
        <source>%n survey(s) chosen</source>
        <translation>
            <numerusform>%n survey chosen</numerusform>
            <numerusform>%n surveys chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AddQualifications</name>
    <message numerus="yes">
        <source>%n qualification(s) chosen</source>
        <translation>
            <numerusform>%n qualification chosen</numerusform>
            <numerusform>%n qualifications chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AutoRefresh</name>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Every %n minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BriefDialog</name>
    <message numerus="yes">
        <source>%n field(s) understood</source>
        <translation>
            <numerusform>%n field understood</numerusform>
            <numerusform>%n fields understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not</source>
        <translation>
            <numerusform>%n not</numerusform>
            <numerusform>%n not</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BriefNotes</name>
    <message numerus="yes">
        <source>%n line(s) need your review</source>
        <translation>
            <numerusform>%n line needs your review</numerusform>
            <numerusform>%n lines need your review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ComparePanel</name>
    <message numerus="yes">
        <source>%1 to pay, also for %Ln never submitted</source>
        <translation>
            <numerusform>%1 to pay, also for %Ln never submitted</numerusform>
            <numerusform>%1 to pay, also for %Ln never submitted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DistributePanel</name>
    <message numerus="yes">
        <source>%n cell(s) change.</source>
        <translation>
            <numerusform>%n cell changes.</numerusform>
            <numerusform>%n cells change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fitted in %n iteration(s); all margins match.</source>
        <translation>
            <numerusform>Fitted in %n iteration; all margins match.</numerusform>
            <numerusform>Fitted in %n iterations; all margins match.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>distribution over %n cell(s): %1</source>
        <translation>
            <numerusform>distribution over %n cell: %1</numerusform>
            <numerusform>distribution over %n cells: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DraftActions</name>
    <message numerus="yes">
        <source>%Ln draft(s) deleted</source>
        <translation>
            <numerusform>%Ln draft deleted</numerusform>
            <numerusform>%Ln drafts deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DraftCreation</name>
    <message numerus="yes">
        <source>Create %Ln survey(s)?</source>
        <translation>
            <numerusform>Create %Ln survey?</numerusform>
            <numerusform>Create %Ln surveys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n survey(s) created</source>
        <translation>
            <numerusform>%1 of %n survey created</numerusform>
            <numerusform>%1 of %n surveys created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) made</source>
        <translation>
            <numerusform>%Ln draft made</numerusform>
            <numerusform>%Ln drafts made</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DraftsPage</name>
    <message numerus="yes">
        <source>%Ln draft(s)</source>
        <translation>
            <numerusform>%Ln draft</numerusform>
            <numerusform>%Ln drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln template(s)</source>
        <translation>
            <numerusform>%Ln template</numerusform>
            <numerusform>%Ln templates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ErrorText</name>
    <message numerus="yes">
        <source>%1 Wait %n second(s).</source>
        <extracomment>%1 a sentence before, %n the seconds</extracomment>
        <translation>
            <numerusform>%1 Wait %n second.</numerusform>
            <numerusform>%1 Wait %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExclusionsPage</name>
    <message numerus="yes">
        <source>%n exclusion(s) added.</source>
        <translation>
            <numerusform>%n exclusion added.</numerusform>
            <numerusform>%n exclusions added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exclusion(s) removed.</source>
        <translation>
            <numerusform>%n exclusion removed.</numerusform>
            <numerusform>%n exclusions removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exclusion(s) are not saved.</source>
        <translation>
            <numerusform>%n exclusion is not saved.</numerusform>
            <numerusform>%n exclusions are not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey(s) excluded</source>
        <translation>
            <numerusform>%n survey excluded</numerusform>
            <numerusform>%n surveys excluded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exclusion(s) are not saved at the service.</source>
        <translation>
            <numerusform>%n exclusion is not saved at the service.</numerusform>
            <numerusform>%n exclusions are not saved at the service.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::GridChooser</name>
    <message numerus="yes">
        <source>%1: %n option(s)</source>
        <translation>
            <numerusform>%1: %n option</numerusform>
            <numerusform>%1: %n options</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportCards</name>
    <message numerus="yes">
        <source>%Ln of them cleaned</source>
        <translation>
            <numerusform>%Ln of them cleaned</numerusform>
            <numerusform>%Ln of them cleaned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln blank line(s) besides</source>
        <translation>
            <numerusform>%Ln blank line besides</numerusform>
            <numerusform>%Ln blank lines besides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more not in the list</source>
        <translation>
            <numerusform>%Ln more not in the list</numerusform>
            <numerusform>%Ln more not in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more than completes</source>
        <translation>
            <numerusform>%Ln more than completes</numerusform>
            <numerusform>%Ln more than completes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complete(s) left out: %1 %, %2</source>
        <translation>
            <numerusform>%Ln complete left out: %1 %, %2</numerusform>
            <numerusform>%Ln completes left out: %1 %, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportPanel</name>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::InterlockingPage</name>
    <message numerus="yes">
        <source>%n cell(s) not saved</source>
        <translation>
            <numerusform>%n cell not saved</numerusform>
            <numerusform>%n cells not saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) of the grid are not saved.</source>
        <translation>
            <numerusform>%n cell of the grid is not saved.</numerusform>
            <numerusform>%n cells of the grid are not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) saved.</source>
        <translation>
            <numerusform>%n cell saved.</numerusform>
            <numerusform>%n cells saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) would be left out: %1</source>
        <translation>
            <numerusform>%n value would be left out: %1</numerusform>
            <numerusform>%n values would be left out: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n combination(s) keep their quota.</source>
        <translation>
            <numerusform>%1 of %n combination keeps its quota.</numerusform>
            <numerusform>%1 of %n combinations keep their quota.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quota(s) of the grid before are carried over and not saved yet.</source>
        <translation>
            <numerusform>%n quota of the grid before is carried over and not saved yet.</numerusform>
            <numerusform>%n quotas of the grid before are carried over and not saved yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paste of %n cell(s)</source>
        <translation>
            <numerusform>paste of %n cell</numerusform>
            <numerusform>paste of %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank cell(s) left as they were.</source>
        <translation>
            <numerusform>%n blank cell left as it was.</numerusform>
            <numerusform>%n blank cells left as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) can’t be a quota. Their cells are marked and keep what they have.</source>
        <translation>
            <numerusform>%n value can’t be a quota. Its cell is marked and keeps what it has.</numerusform>
            <numerusform>%n values can’t be a quota. Their cells are marked and keep what they have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>edit of %n cell(s)</source>
        <translation>
            <numerusform>edit of %n cell</numerusform>
            <numerusform>edit of %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your edits of %n cell(s) are kept here. Create the quotas again to carry them over.</source>
        <translation>
            <numerusform>Your edits of %n cell are kept here. Create the quotas again to carry them over.</numerusform>
            <numerusform>Your edits of %n cells are kept here. Create the quotas again to carry them over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>carry-over of %n quota(s)</source>
        <translation>
            <numerusform>carry-over of %n quota</numerusform>
            <numerusform>carry-over of %n quotas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) are kept here as you set them. Save again if you still want them.</source>
        <translation>
            <numerusform>%n cell is kept here as you set it. Save again if you still want it.</numerusform>
            <numerusform>%n cells are kept here as you set them. Save again if you still want them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::InterlockingStep</name>
    <message numerus="yes">
        <source>%1: %n option(s)</source>
        <translation>
            <numerusform>%1: %n option</numerusform>
            <numerusform>%1: %n options</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Overview</name>
    <message numerus="yes">
        <source>%n term(s) are not applied.</source>
        <translation>
            <numerusform>%n term is not applied.</numerusform>
            <numerusform>%n terms are not applied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OverviewFigures</name>
    <message numerus="yes">
        <source>at %n CPI(s)</source>
        <translation>
            <numerusform>at %n CPI</numerusform>
            <numerusform>at %n CPIs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>judged after %Ln hour(s) of field time</source>
        <translation>
            <numerusform>judged after %Ln hour of field time</numerusform>
            <numerusform>judged after %Ln hours of field time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PendingBar</name>
    <message numerus="yes">
        <source>%Ln change(s) not sent yet</source>
        <translation>
            <numerusform>%Ln change not sent yet</numerusform>
            <numerusform>%Ln changes not sent yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %Ln change(s)?</source>
        <translation>
            <numerusform>Discard %Ln change?</numerusform>
            <numerusform>Discard %Ln changes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PercentagePanel</name>
    <message numerus="yes">
        <source>%n quota(s) change. Nothing is sent yet.</source>
        <translation>
            <numerusform>%n quota changes. Nothing is sent yet.</numerusform>
            <numerusform>%n quotas change. Nothing is sent yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QualificationEditor</name>
    <message numerus="yes">
        <source>%n option(s) chosen</source>
        <translation>
            <numerusform>%n option chosen</numerusform>
            <numerusform>%n options chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QualificationsPage</name>
    <message numerus="yes">
        <source>%n qualification(s)</source>
        <translation>
            <numerusform>%n qualification</numerusform>
            <numerusform>%n qualifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QuestionBrowser</name>
    <message numerus="yes">
        <source>%n qualification(s)</source>
        <translation>
            <numerusform>%n qualification</numerusform>
            <numerusform>%n qualifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QuotaEditor</name>
    <message numerus="yes">
        <source>%n value(s) can’t be a quota: %1</source>
        <translation>
            <numerusform>%n value can’t be a quota: %1</numerusform>
            <numerusform>%n values can’t be quotas: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) have no row to go to: %1</source>
        <translation>
            <numerusform>%n value has no row to go to: %1</numerusform>
            <numerusform>%n values have no row to go to: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) pasted, the others were left out.</source>
        <translation>
            <numerusform>%n value pasted, the others were left out.</numerusform>
            <numerusform>%n values pasted, the others were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paste of %n quota(s)</source>
        <translation>
            <numerusform>paste of %n quota</numerusform>
            <numerusform>paste of %n quotas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 set, %n option(s) by default</source>
        <translation>
            <numerusform>%1: %2 set, %n option by default</numerusform>
            <numerusform>%1: %2 set, %n options by default</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>edit of %n quota(s)</source>
        <translation>
            <numerusform>edit of %n quota</numerusform>
            <numerusform>edit of %n quotas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>distribution of %n quota(s) by percentage</source>
        <translation>
            <numerusform>distribution of %n quota by percentage</numerusform>
            <numerusform>distribution of %n quotas by percentage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QuotasSection</name>
    <message numerus="yes">
        <source>%n quota(s) saved.</source>
        <translation>
            <numerusform>%n quota saved.</numerusform>
            <numerusform>%n quotas saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quota(s) are not saved.</source>
        <translation>
            <numerusform>%n quota is not saved.</numerusform>
            <numerusform>%n quotas are not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quota(s) not saved</source>
        <translation>
            <numerusform>%n quota not saved</numerusform>
            <numerusform>%n quotas not saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n option(s) of the grid are not targeted any more and were left out.</source>
        <translation>
            <numerusform>%n option of the grid is not targeted any more and was left out.</numerusform>
            <numerusform>%n options of the grid are not targeted any more and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quota(s) set from the grid’s margins.</source>
        <translation>
            <numerusform>%n quota set from the grid’s margins.</numerusform>
            <numerusform>%n quotas set from the grid’s margins.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n option(s)</source>
        <translation>
            <numerusform>%n option</numerusform>
            <numerusform>%n options</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReconciliationDesk</name>
    <message numerus="yes">
        <source>%Ln UID(s)</source>
        <translation>
            <numerusform>%Ln UID</numerusform>
            <numerusform>%Ln UIDs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complete(s) would be left out: %1 %, %2.</source>
        <translation>
            <numerusform>%Ln complete would be left out: %1 %, %2.</numerusform>
            <numerusform>%Ln completes would be left out: %1 %, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Otherwise it follows the rule: %Ln day(s) after the end of the field</source>
        <translation>
            <numerusform>Otherwise it follows the rule: %Ln day after the end of the field</numerusform>
            <numerusform>Otherwise it follows the rule: %Ln days after the end of the field</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln UID(s) will be sent for “%1”, with %2 as contact. UIDs that aren’t in the list will not be paid. This can’t be undone.</source>
        <translation>
            <numerusform>%Ln UID will be sent for “%1”, with %2 as contact. UIDs that aren’t in the list will not be paid. This can’t be undone.</numerusform>
            <numerusform>%Ln UIDs will be sent for “%1”, with %2 as contact. UIDs that aren’t in the list will not be paid. This can’t be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That is %Ln UID(s) more than the service counted.</source>
        <translation>
            <numerusform>That is %Ln UID more than the service counted.</numerusform>
            <numerusform>That is %Ln UIDs more than the service counted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln submitted lists are compared.</source>
        <translation>
            <numerusform>The submitted list is compared.</numerusform>
            <numerusform>All %Ln submitted lists are compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln imported UID(s) haven’t been submitted and can’t be saved.</source>
        <translation>
            <numerusform>%Ln imported UID hasn’t been submitted and can’t be saved.</numerusform>
            <numerusform>%Ln imported UIDs haven’t been submitted and can’t be saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReconciliationOverview</name>
    <message numerus="yes">
        <source>%Ln survey(s)</source>
        <translation>
            <numerusform>%Ln survey</numerusform>
            <numerusform>%Ln surveys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to submit</source>
        <translation>
            <numerusform>%Ln to submit</numerusform>
            <numerusform>%Ln to submit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in progress</source>
        <translation>
            <numerusform>%Ln in progress</numerusform>
            <numerusform>%Ln in progress</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not checked</source>
        <translation>
            <numerusform>%Ln not checked</numerusform>
            <numerusform>%Ln not checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a known price</source>
        <translation>
            <numerusform>%Ln without a known price</numerusform>
            <numerusform>%Ln without a known price</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReferencePage</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReviewPage</name>
    <message numerus="yes">
        <source>%1: %n cell(s)</source>
        <translation>
            <numerusform>%1: %n cell</numerusform>
            <numerusform>%1: %n cells</numerusform>
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
    <name>ui::ScenarioForm</name>
    <message numerus="yes">
        <source>%n qualification(s)…</source>
        <translation>
            <numerusform>%n qualification…</numerusform>
            <numerusform>%n qualifications…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message numerus="yes">
        <source>%n call(s) running</source>
        <translation>
            <numerusform>%n call running</numerusform>
            <numerusform>%n calls running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusQuestion</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Complete %n survey(s)?</source>
        <translation>
            <numerusform>Complete %n survey?</numerusform>
            <numerusform>Complete %n surveys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Close %n survey(s)?</source>
        <translation>
            <numerusform>Close %n survey?</numerusform>
            <numerusform>Close %n surveys?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SurveyActions</name>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln not sent</numerusform>
            <numerusform>%Ln not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey(s) not changed</source>
        <translation>
            <numerusform>%n survey not changed</numerusform>
            <numerusform>%n surveys not changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey(s) unclear</source>
        <translation>
            <numerusform>%n survey unclear</numerusform>
            <numerusform>%n surveys unclear</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln status change(s) is/are not done yet.</source>
        <translation>
            <numerusform>%Ln status change is not done yet.</numerusform>
            <numerusform>%Ln status changes are not done yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln survey(s) set back</source>
        <translation>
            <numerusform>%Ln survey set back</numerusform>
            <numerusform>%Ln surveys set back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln survey(s) set to %1</source>
        <extracomment>%1 a status: Completed</extracomment>
        <translation>
            <numerusform>%Ln survey set to %1</numerusform>
            <numerusform>%Ln surveys set to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SurveyWizard</name>
    <message numerus="yes">
        <source>%1: %n problem(s)</source>
        <translation>
            <numerusform>%1: %n problem</numerusform>
            <numerusform>%1: %n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SurveysPage</name>
    <message numerus="yes">
        <source>%Ln need(s) attention</source>
        <translation>
            <numerusform>%Ln needs attention</numerusform>
            <numerusform>%Ln need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln survey(s)</source>
        <translation>
            <numerusform>%Ln survey</numerusform>
            <numerusform>%Ln surveys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln survey(s) selected</source>
        <translation>
            <numerusform>%Ln survey selected</numerusform>
            <numerusform>%Ln surveys selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project ID(s) copied</source>
        <translation>
            <numerusform>%Ln project ID copied</numerusform>
            <numerusform>%Ln project IDs copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln survey(s) with unreadable figures</source>
        <translation>
            <numerusform>%Ln survey with unreadable figures</numerusform>
            <numerusform>%Ln surveys with unreadable figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Sweep</name>
    <message numerus="yes">
        <source>%n complete(s)</source>
        <translation>
            <numerusform>%n complete</numerusform>
            <numerusform>%n completes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) among the figures.</source>
        <translation>
            <numerusform>%n more line among the figures.</numerusform>
            <numerusform>%n more lines among the figures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TableExporter</name>
    <message numerus="yes">
        <source>%Ln row(s) exported</source>
        <translation>
            <numerusform>%Ln row exported</numerusform>
            <numerusform>%Ln rows exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::UidListView</name>
    <message numerus="yes">
        <source>%Ln UID(s)</source>
        <translation>
            <numerusform>%Ln UID</numerusform>
            <numerusform>%Ln UIDs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::UnfinishedBar</name>
    <message numerus="yes">
        <source>%Ln further one(s) wait(s).</source>
        <translation>
            <numerusform>%Ln further one waits.</numerusform>
            <numerusform>%Ln further ones wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unfinished draft(s) recovered</source>
        <translation>
            <numerusform>%Ln unfinished draft recovered</numerusform>
            <numerusform>%Ln unfinished drafts recovered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::UnsavedNote</name>
    <message numerus="yes">
        <source>%Ln draft(s) not saved.</source>
        <translation>
            <numerusform>%Ln draft not saved.</numerusform>
            <numerusform>%Ln drafts not saved.</numerusform>
        </translation>
    </message>
</context>
</TS>
