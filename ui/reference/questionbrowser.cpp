#include "ui/reference/questionbrowser.h"

#include "models/qualifications/ranges.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/moment.h"
#include "ui/widgets/searchcombo.h"

#include <QComboBox>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int listWidth = 320;

/// Takes the entries anew and keeps the choice, if it is still among them.
void refill(QComboBox *box, const QList<std::pair<QString, QString>> &entries)
{
    const QString chosen = box->currentData().toString();
    const QSignalBlocker quiet(box);
    box->clear();
    for (const auto &[name, id] : entries)
        box->addItem(models::plain(name), id);
    box->setCurrentIndex(chosen.isEmpty() ? -1 : box->findData(chosen));
}

QString answerLines(const api::Qualification &question)
{
    QStringList lines;
    for (const api::Condition &condition : question.conditions)
        lines.append(u"%1\t%2"_s.arg(condition.code).arg(models::plain(condition.name)));
    for (const api::Range &range : question.ranges)
        lines.append(models::rangeText(range));
    if (question.kind == api::QualificationKind::ZipCodes)
        lines.append(QuestionBrowser::tr("Any zip codes"));
    return lines.join(u'\n');
}

} // namespace

QuestionBrowser::QuestionBrowser(models::ReferenceStore &reference, QWidget *parent)
    : QWidget(parent)
    , m_reference(reference)
    , m_stack(new QStackedWidget(this))
    , m_state(new EmptyState(m_stack))
    , m_list(new QListView(this))
{
    m_list->setModel(&m_model);
    m_list->setAccessibleName(tr("Standard qualifications"));
    m_list->setUniformItemSizes(true);
    m_list->setFixedWidth(listWidth);
    auto *const both = new QWidget(m_stack);
    auto *const columns = new QHBoxLayout(both);
    columns->setContentsMargins({});
    columns->setSpacing(space::padding);
    columns->addWidget(m_list);
    columns->addWidget(details(), 1);
    m_stack->addWidget(m_state);
    m_stack->addWidget(both);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::card);
    rows->addWidget(choice());
    rows->addWidget(m_stack, 1);
    setFocusProxy(m_countries);
    connect(&reference, &models::ReferenceStore::changed, this, &QuestionBrowser::fillCountries);
    connect(&reference, &models::ReferenceStore::qualificationsChanged, this,
            [this](const api::CountryId &country, const api::LanguageId &language) {
                if (country == m_country && language == m_language)
                    fill();
            });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &QuestionBrowser::showQuestion);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &QuestionBrowser::showQuestion,
            Qt::QueuedConnection); // behind the view's own handling of the reset
    fillCountries();
    fill();
}

QWidget *QuestionBrowser::choice()
{
    auto *const bar = new QWidget(this);
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    m_countries = new QComboBox(bar);
    m_languages = new QComboBox(bar);
    const auto add = [bar, row](QComboBox *box, const QString &text, const QString &name) {
        QLabel *const label = plainLabel(bar, LabelLook::Text, text);
        label->setBuddy(box);
        box->setAccessibleName(name);
        box->setMinimumWidth(220);
        makeSearchable(box);
        row->addWidget(label);
        row->addWidget(box);
    };
    add(m_countries, tr("C&ountry"), tr("Country"));
    add(m_languages, tr("La&nguage"), tr("Language"));
    row->addStretch();
    connect(m_countries, &QComboBox::currentIndexChanged, this, &QuestionBrowser::fillLanguages);
    connect(m_languages, &QComboBox::currentIndexChanged, this, &QuestionBrowser::choose);
    return bar;
}

QWidget *QuestionBrowser::details()
{
    auto *const side = new QWidget(this);
    m_title = plainLabel(side, LabelLook::Section);
    m_text = plainLabel(side);
    m_about = plainLabel(side, LabelLook::Muted);
    m_answers = new QPlainTextEdit(side);
    m_answers->setReadOnly(true);
    m_answers->setTabChangesFocus(true);
    m_answers->setAccessibleName(tr("Options"));
    for (QLabel *const label : {m_title, m_text, m_about}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *const rows = new QVBoxLayout(side);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    rows->addWidget(m_title);
    rows->addWidget(m_text);
    rows->addWidget(m_about);
    rows->addWidget(m_answers, 1);
    return side;
}

void QuestionBrowser::fillCountries()
{
    QList<std::pair<QString, QString>> entries;
    for (const api::Country &country : m_reference.countries())
        entries.append({country.name, country.id.value});
    refill(m_countries, entries);
    fillLanguages();
}

/// The country's own, or all where it tells none; a single one is chosen.
void QuestionBrowser::fillLanguages()
{
    const api::CountryId id {m_countries->currentData().toString()};
    const auto country = std::ranges::find(m_reference.countries(), id, &api::Country::id);
    QList<api::LanguageId> own;
    if (country != m_reference.countries().cend())
        own = country->languages;
    QList<std::pair<QString, QString>> entries;
    for (const api::Language &language : m_reference.languages())
        if (own.isEmpty() || own.contains(language.id))
            entries.append({language.name, language.id.value});
    refill(m_languages, entries);
    if (entries.size() == 1 || (m_languages->currentIndex() < 0 && !id.isEmpty())) {
        const QSignalBlocker quiet(m_languages);
        m_languages->setCurrentIndex(0);
    }
    choose();
}

void QuestionBrowser::choose()
{
    const api::CountryId country {m_countries->currentData().toString()};
    const api::LanguageId language {m_languages->currentData().toString()};
    if (country == m_country && language == m_language)
        return;
    m_country = country;
    m_language = language;
    fill();
    if (!country.isEmpty() && !language.isEmpty())
        m_reference.loadQualifications(country, language);
}

void QuestionBrowser::refresh()
{
    if (!m_country.isEmpty() && !m_language.isEmpty())
        m_reference.refreshQualifications(m_country, m_language);
}

QString QuestionBrowser::summary() const
{
    const QDateTime updated = m_reference.qualificationsUpdated(m_country, m_language);
    return updated.isValid()
        ? tr("%1 · as of %2")
              .arg(tr("%n qualification(s)", nullptr, int(m_model.questions().size())),
                   momentText(updated))
        : QString();
}

void QuestionBrowser::fill()
{
    const api::Qualification *const shown = m_model.question(m_list->currentIndex());
    const api::QualificationCode code = shown ? shown->code : api::QualificationCode();
    m_model.setQuestions(m_reference.qualifications(m_country, m_language));
    m_list->setCurrentIndex(m_model.indexOf(code));
    m_stack->setCurrentIndex(m_model.questions().isEmpty() ? 0 : 1);
    if (m_country.isEmpty() || m_language.isEmpty())
        m_state->show(tr("Choose a country and a language"),
                      tr("Each pair has its own standard qualifications."));
    else
        m_state->show(tr("Loading the standard qualifications…"), {});
    showQuestion();
    Q_EMIT changed();
}

void QuestionBrowser::showQuestion()
{
    const api::Qualification *const question = m_model.question(m_list->currentIndex());
    m_title->setText(question ? models::plain(question->title)
                              : tr("Choose a qualification to see its options."));
    m_text->setText(question ? models::plain(question->text) : QString());
    m_about->setText(question ? tr("%1 · code %2")
                                    .arg(models::plain(question->questionType),
                                         models::plainCountText(question->code.value))
                              : QString());
    m_answers->setVisible(question);
    if (question && m_answers->toPlainText() != answerLines(*question))
        m_answers->setPlainText(answerLines(*question));
}

} // namespace ui

#include "moc_questionbrowser.cpp"
