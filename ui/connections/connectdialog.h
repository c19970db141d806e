// Asks for a connection to the service, or for changes of one; tries it, and opens it.
#pragma once

#include "api/http/cancellation.h"
#include "models/connections/connection.h"
#include "models/connections/connectiontest.h"

#include <QDialog>

class QComboBox;
class QLayout;
class QLineEdit;
class QPushButton;

namespace models {
class Connections;
}

namespace ui {

class Banner;
class Form;

/// Shown with open(). The key stands in its field only, and goes to the keychain or, where there is
/// none, lasts for this run; the dialog says which.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    /// For a new connection.
    explicit ConnectDialog(models::Connections &connections, QWidget *parent = nullptr);
    /// To change the one called `edited`. Its key isn't shown: an empty field leaves it as it is.
    ConnectDialog(models::Connections &connections, const QString &edited, QWidget *parent);
    ~ConnectDialog() override; ///< ends a running test

private:
    void build();
    void fill();
    void saveChanges();
    QLayout *buttons();
    models::Connection connection() const;
    models::Credentials credentials() const;
    void check(bool isEverything);
    void test();
    void stopTest();
    void tell(const models::TestResult &result);
    void connectNow();
    void setTesting(bool isTesting);

    models::Connections &m_connections;
    QString m_edited; ///< empty for a new connection
    QString m_keptKey; ///< of the edited one; empty when the keychain doesn't give it
    api::Cancellation m_cancellation;
    Form *m_form = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_baseUrl = nullptr;
    QLineEdit *m_clientId = nullptr;
    QLineEdit *m_key = nullptr;
    QComboBox *m_colour = nullptr;
    Banner *m_banner = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_connect = nullptr;
    bool m_isTesting = false;
};

} // namespace ui
