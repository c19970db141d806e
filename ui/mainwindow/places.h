// The places of the window's navigation as one table: menus, shortcuts and pages follow it.
#pragma once

#include <span>

class QWidget;

namespace models {
class Session;
}

namespace ui {

class Page;
class Prompt;

enum class PlaceId { Surveys, Drafts, Feasibility, Reconciliation, Reference, Activity };

/// A row for each, in the order of the navigation.
struct Place
{
    PlaceId id;
    const char *name; ///< with its mnemonic; QT_TRANSLATE_NOOP in ui::Places
    const char *icon;
    const char *shortcut;
    /// Builds its page when it is first shown; nullptr for Surveys, which the workspace owns.
    Page *(*make)(models::Session &session, Prompt &prompt, QWidget *parent);
};

std::span<const Place> places();

} // namespace ui
