<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>TargetRules</name>
    <message numerus="yes">
        <source>%n combination(s): at most 200 are possible. Cross fewer qualifications or choose fewer answers.</source>
        <translation>
            <numerusform>%n combination: at most 200 are possible. Cross fewer qualifications or choose fewer answers.</numerusform>
            <numerusform>%n combinations: at most 200 are possible. Cross fewer qualifications or choose fewer answers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ZipCodes</name>
    <message numerus="yes">
        <source>%n zip code(s)</source>
        <translation>
            <numerusform>%n zip code</numerusform>
            <numerusform>%n zip codes</numerusform>
        </translation>
    </message>
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
</context>
<context>
    <name>models::QuestionModel</name>
    <message numerus="yes">
        <source>%n answer(s) chosen. %1</source>
        <translation>
            <numerusform>%n answer chosen. %1</numerusform>
            <numerusform>%n answers chosen. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::QuotaModel</name>
    <message numerus="yes">
        <source>%n zip code(s)</source>
        <translation>
            <numerusform>%n zip code</numerusform>
            <numerusform>%n zip codes</numerusform>
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
        <source>The server has kept other values in %n combination(s).</source>
        <translation>
            <numerusform>The server has kept other values in %n combination.</numerusform>
            <numerusform>The server has kept other values in %n combinations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey(s) of the list could be it.</source>
        <translation>
            <numerusform>%n survey of the list could be it.</numerusform>
            <numerusform>%n surveys of the list could be it.</numerusform>
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
    <name>ui::InterlockingPage</name>
    <message numerus="yes">
        <source>Paste %n cell(s)</source>
        <translation>
            <numerusform>Paste %n cell</numerusform>
            <numerusform>Paste %n cells</numerusform>
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
        <source>Set %n cell(s)</source>
        <translation>
            <numerusform>Set %n cell</numerusform>
            <numerusform>Set %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) not saved</source>
        <translation>
            <numerusform>%n cell not saved</numerusform>
            <numerusform>%n cells not saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
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
    <name>ui::ReconciliationPage</name>
    <message numerus="yes">
        <source>%Ln UID(s) are sent for “%1”, with %2 as contact. Those that are absent are not paid for. This can't be undone.</source>
        <translation>
            <numerusform>%Ln UID is sent for “%1”, with %2 as contact. Those that are absent are not paid for. This can't be undone.</numerusform>
            <numerusform>%Ln UIDs are sent for “%1”, with %2 as contact. Those that are absent are not paid for. This can't be undone.</numerusform>
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
    <name>ui::ReviewPage</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set</source>
        <translation>
            <numerusform>%n set</numerusform>
            <numerusform>%n set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n cell(s)</source>
        <translation>
            <numerusform>%1: %n cell</numerusform>
            <numerusform>%1: %n cells</numerusform>
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
    <name>ui::SurveyActions</name>
    <message numerus="yes">
        <source>Close %n survey(s)?</source>
        <translation>
            <numerusform>Close %n survey?</numerusform>
            <numerusform>Close %n surveys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey(s) not changed</source>
        <translation>
            <numerusform>%n survey not changed</numerusform>
            <numerusform>%n surveys not changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SurveyPage</name>
    <message numerus="yes">
        <source>%n cell(s) of “%1” are not saved.</source>
        <translation>
            <numerusform>%n cell of “%1” is not saved.</numerusform>
            <numerusform>%n cells of “%1” are not saved.</numerusform>
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
</context>
</TS>
