// What concerns the whole program and stays on screen until the person dismisses it.
#pragma once

#include <QHash>
#include <QWidget>

#include <functional>

namespace ui {

class Banner;

/// A banner for each topic. They outlive the session: opening another connection leaves them.
class Notices : public QWidget
{
    Q_OBJECT

public:
    explicit Notices(QWidget *parent = nullptr);

    /// Takes the place of an earlier one of the same topic; `retry` may be empty.
    void show(const QString &topic, const QString &what, const QString &why,
              std::function<void()> retry);
    void clear(const QString &topic);

private:
    QHash<QString, Banner *> m_banners; ///< by topic
};

} // namespace ui
