#include "app/gui/library_list.h"

#include <QEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include "app/gui/keys.h"
#include "app/gui/library.h"
#include "app/gui/text.h"
#include "app/gui/view_settings.h"
#include "app/paint/paint.h"
#include "core/rules/chapters.h"

namespace finwait::gui {

namespace {

constexpr int path_role = Qt::UserRole;

bool matches(const LibraryEntry& entry, const QString& words)
{
    const Text chapter = rules::chapter_title(entry.chapter);
    const QString all = qt(chapter.en) + u' ' + qt(chapter.ko) + u' ' + qt(entry.title.en) + u' ' +
                        qt(entry.title.ko) + u' ' + qt(entry.question.en) + u' ' +
                        qt(entry.question.ko) + u' ' + qt(entry.chapter) + u' ' + qt(entry.name);
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts))
        if (!all.contains(word, Qt::CaseInsensitive)) return false;
    return true;
}

}  // namespace

LibraryList::LibraryList(const Library& library, ViewSettings& view, QWidget* parent)
    : QWidget(parent),
      library_(library),
      view_(view),
      search_(new QLineEdit(this)),
      list_(new QListWidget(this))
{
    setObjectName(QStringLiteral("library"));
    setAttribute(Qt::WA_StyledBackground);
    search_->setClearButtonEnabled(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->installEventFilter(new KeepsItsKeys(list_));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(10, 10, 8, 6);
    all->addWidget(search_);
    all->addWidget(list_, 1);
    connect(search_, &QLineEdit::textChanged, this, &LibraryList::fill);
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        for (int i = 0; i < list_->count(); ++i)
            if (!list_->item(i)->data(path_role).isNull()) return activate(list_->item(i));
    });
    connect(list_, &QListWidget::itemClicked, this, &LibraryList::activate);
    connect(list_, &QListWidget::itemActivated, this, &LibraryList::activate);
    connect(&view, &ViewSettings::changed, this, &LibraryList::fill);
    fill();
}

void LibraryList::activate(const QListWidgetItem* item)
{
    const QVariant path = item->data(path_role);
    if (!path.isNull() && path.toString().toStdString() != marked_)
        emit open_asked(path.toString());
}

void LibraryList::fill()
{
    search_->setPlaceholderText(tr("Find a scenario…"));
    list_->clear();
    std::string chapter;
    for (const LibraryEntry& entry : library_.entries()) {
        if (!matches(entry, search_->text())) continue;
        if (entry.chapter != chapter || list_->count() == 0) {
            chapter = entry.chapter;
            const std::string_view title = rules::chapter_title(chapter).in(view_.lang());
            auto* heading = new QListWidgetItem(qt(title.empty() ? chapter : title), list_);
            heading->setFlags(Qt::NoItemFlags);
            heading->setFont(paint::sans(qRound(11 * view_.text_scale()), true));
        }
        auto* item = new QListWidgetItem(qt(entry.title.in(view_.lang())), list_);
        item->setData(path_role, qt(entry.path));
        item->setToolTip(qt(entry.question.in(view_.lang())));
    }
    if (list_->count() == 0) {
        auto* none = new QListWidgetItem(tr("No scenario has these words."), list_);
        none->setFlags(Qt::NoItemFlags);
    }
    mark(marked_);
}

void LibraryList::mark(const std::string& path)
{
    marked_ = path;
    list_->setCurrentRow(-1);
    for (int i = 0; i < list_->count(); ++i)
        if (list_->item(i)->data(path_role).toString().toStdString() == path && !path.empty())
            list_->setCurrentRow(i);
}

std::string LibraryList::path_after(int by) const
{
    int row = list_->currentRow();
    do {
        row += by;
        if (row < 0 || row >= list_->count()) return {};
    } while (list_->item(row)->data(path_role).isNull());
    return list_->item(row)->data(path_role).toString().toStdString();
}

void LibraryList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) fill();
    QWidget::changeEvent(event);
}

}  // namespace finwait::gui
