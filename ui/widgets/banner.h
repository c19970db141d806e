// A message inside the page that it concerns: what happened, what can be done. Never modal.
#pragma once

#include "api/types/apierror.h"

#include <QFrame>

#include <functional>
#include <memory>

namespace ui {

enum class Tone { Information, Good, Warning, Error };

/// Hidden until shown. All text is plain text. Accessible name: its title and text, announced.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);
    ~Banner() override;

    void show(Tone tone, const QString &title, const QString &text = {});
    /// "What happened", the server's own sentence, Retry (emits `retry`) and Details.
    void showError(const QString &what, const api::ApiError &error, bool canRetry = true);
    void addAction(const QString &text, QObject *context, std::function<void()> run);
    void clear();
    bool isShown() const;

Q_SIGNALS:
    void retry();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
