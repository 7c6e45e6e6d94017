// The library: a search box, chapters as headings, titles in the chosen language. Left column.
#pragma once

#include <QWidget>

#include <string>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace finwait::gui {

class Library;
class ViewSettings;

class LibraryList : public QWidget {
    Q_OBJECT

public:
    LibraryList(const Library& library, ViewSettings& view, QWidget* parent = nullptr);

    QLineEdit& search() { return *search_; }
    QListWidget& list() { return *list_; }
    /// Marks the scenario of this file; none if it is not of the library.
    void mark(const std::string& path);
    /// The file `by` entries after the marked one among those that are shown; "": none.
    std::string path_after(int by) const;

signals:
    void open_asked(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void activate(const QListWidgetItem* item);

    const Library& library_;
    ViewSettings& view_;
    QLineEdit* search_;
    QListWidget* list_;
    std::string marked_;
};

}  // namespace finwait::gui
