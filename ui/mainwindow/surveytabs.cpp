#include "ui/mainwindow/surveytabs.h"

#include "models/connections/session.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/mainwindow/surveytab.h"
#include "ui/survey/surveypage.h"
#include "ui/widgets/theme.h"

#include <QTabBar>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int mostTabLetters = 28;

} // namespace

SurveyTabs::SurveyTabs(models::Session &session, Prompt &prompt, Page *list, QWidget *parent)
    : QTabWidget(parent)
    , m_session(session)
    , m_prompt(prompt)
{
    Theme::dress(*tabBar());
    setDocumentMode(true);
    setTabsClosable(true);
    setMovable(false);
    setAccessibleName(tr("Open surveys"));
    tabBar()->setAutoHide(true);
    auto *const area = new FittingArea(list, this);
    Theme::dress(*area);
    addTab(area, tr("All surveys"));
    for (const auto side : {QTabBar::LeftSide, QTabBar::RightSide})
        tabBar()->setTabButton(0, side, nullptr); // the list isn't closed
    connect(this, &QTabWidget::currentChanged, this, &SurveyTabs::build);
    connect(&session.surveys(), &models::SurveyStore::changed, this, &SurveyTabs::nameUnbuilt);
}

Page *SurveyTabs::list() const
{
    return static_cast<Page *>(static_cast<FittingArea *>(widget(0))->widget());
}

Page *SurveyTabs::page() const
{
    const SurveyTab *const tab = current();
    return tab ? tab->page() : list();
}

SurveyTab *SurveyTabs::at(int tab) const
{
    return qobject_cast<SurveyTab *>(widget(tab));
}

SurveyTab *SurveyTabs::current() const
{
    return at(currentIndex());
}

QStringList SurveyTabs::surveys() const
{
    QStringList ids;
    for (int tab = 1; tab < count(); ++tab)
        ids.append(at(tab)->survey().value);
    return ids;
}

int SurveyTabs::open(const api::SurveyId &id)
{
    for (int tab = 1; tab < count(); ++tab) {
        if (at(tab)->survey() == id)
            return tab;
    }
    const api::Survey *const survey = m_session.surveys().find(id);
    const int tab = addTab(new SurveyTab(id, this), QString());
    setName(tab, models::plain(survey ? survey->name : id.value));
    return tab;
}

void SurveyTabs::build()
{
    if (SurveyTab *const tab = current(); tab && !tab->page()) {
        auto *const page = new SurveyPage(m_session, tab->survey(), m_prompt, tab);
        connect(page, &SurveyPage::renamed, this,
                [this, tab](const QString &name) { setName(indexOf(tab), name); });
        connect(page, &SurveyPage::cloneWanted, this, &SurveyTabs::cloneWanted);
        connect(page, &Page::actionsChanged, this, &SurveyTabs::pageChanged);
        tab->setPage(page);
    }
    Q_EMIT pageChanged();
}

void SurveyTabs::drop(SurveyTab *tab)
{
    removeTab(indexOf(tab));
    tab->deleteLater();
}

void SurveyTabs::setName(int tab, const QString &name)
{
    setTabText(tab, QString(name.left(mostTabLetters)).replace(u'&', u"&&"_s));
    setTabToolTip(tab, name);
}

/// A page names its tab itself.
void SurveyTabs::nameUnbuilt()
{
    for (int tab = 1; tab < count(); ++tab) {
        const api::Survey *const survey = m_session.surveys().find(at(tab)->survey());
        if (survey && !at(tab)->page())
            setName(tab, models::plain(survey->name));
    }
}

} // namespace ui

#include "moc_surveytabs.cpp"
