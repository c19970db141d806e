#include "ui/connections/currenciesdialog.h"

#include "models/connections/currencies.h"
#include "models/connections/session.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/widgets/form.h"
#include "ui/widgets/looks.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSet>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::CurrenciesDialog)
};

/// Those of the surveys, and the one that is known.
QStringList ids(models::Session &session)
{
    constexpr qsizetype most = 20;
    QSet<QString> all {u"2"_s};
    for (const api::Survey &survey : session.surveys().surveys())
        if (!survey.currency.isEmpty() && all.size() < most)
            all.insert(survey.currency);
    QStringList sorted(all.cbegin(), all.cend());
    sorted.sort();
    return sorted;
}

QLineEdit *field(const QString &code, QWidget *parent)
{
    auto *const edit = new QLineEdit(code, parent);
    edit->setPlaceholderText(Texts::tr("e.g. EUR"));
    edit->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[A-Za-z]{3}"_s), edit));
    return edit;
}

} // namespace

void showCurrencies(models::Session &session, QWidget *parent)
{
    auto *const dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Texts::tr("Currencies"));
    auto *const rows = new QVBoxLayout(dialog);
    rows->setContentsMargins(space::page, space::page, space::page, space::padding);
    rows->setSpacing(space::card);
    QLabel *const about =
        plainLabel(dialog, LabelLook::Muted,
                   Texts::tr("The service gives each survey’s currency as a number only. Enter the "
                             "three-letter code that each number means for this connection."));
    about->setWordWrap(true);
    rows->addWidget(about);
    auto *const form = new Form(dialog);
    QMap<QString, QLineEdit *> fields;
    for (const QString &id : ids(session)) {
        fields.insert(id, field(session.currencies().code(id), dialog));
        form->add(id.toUtf8(), Texts::tr("Currency %1").arg(models::plain(id)), fields[id]);
    }
    rows->addWidget(form);
    auto *const buttons =
        new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, dialog);
    for (QAbstractButton *const button : buttons->buttons())
        button->setIcon({});
    setPrimary(buttons->button(QDialogButtonBox::Save));
    const auto update = [fields, save = buttons->button(QDialogButtonBox::Save)] {
        save->setEnabled(std::ranges::all_of(fields, [](const QLineEdit *edit) {
            return edit->text().isEmpty() || models::Currencies::isCode(edit->text());
        }));
    };
    for (QLineEdit *const edit : std::as_const(fields))
        QObject::connect(edit, &QLineEdit::textChanged, dialog, update);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [&session, dialog, fields] {
        for (auto one = fields.cbegin(); one != fields.cend(); ++one)
            session.currencies().setCode(one.key(), one.value()->text());
        dialog->accept();
    });
    rows->addWidget(buttons);
    dialog->open();
}

} // namespace ui
