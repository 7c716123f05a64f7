// Reading pages in tests, with the tables of rules/.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "page/page.h"
#include "segment/cues.h"

namespace solieu::testing {

inline const LayoutCues& cues() {
  static const LayoutCues kCues =
      std::move(*LayoutCues::load({SOLIEU_SOURCE_DIR "/rules/layout.tsv"}));
  return kCues;
}

inline const SiteHints& hints() {
  static const SiteHints kHints = [] {
    SiteHints hints;
    for (const char* name : {"systems.tsv", "names.tsv"}) {
      const auto text = read_file(std::string(SOLIEU_SOURCE_DIR "/rules/sites/") + name);
      if (!text) std::abort();
      auto table = TsvReader::begin(*text, name);
      if (!table || !hints.add(*table)) std::abort();
    }
    return hints;
  }();
  return kHints;
}

// The page and the document that it views.
struct ReadPage {
  std::unique_ptr<Document> document = std::make_unique<Document>();
  Page page;

  explicit ReadPage(std::string html, std::string_view encoding = {}) {
    document->bytes = std::move(html);
    document->encoding = encoding;
    page = read_page(*document, hints(), cues(), true);
  }
  std::string text() const { return std::string(page.clean.text()); }
  // The first block of that kind, or "".
  std::string block(BlockKind kind) const {
    for (const Block& b : page.layout.blocks) {
      if (b.kind == kind) return std::string(b.span.of(page.clean.text()));
    }
    return {};
  }
};

// Two paragraphs that any article could have.
inline constexpr std::string_view kBody =
    "<p>Sáng 12/3, Hội Nông dân xã Tân Lập đã trao 49 suất quà cho các hộ khó khăn trên địa bàn, "
    "mỗi suất trị giá 300.000 đồng, góp phần giúp bà con ổn định cuộc sống.</p>"
    "<p>Tổng kinh phí của đợt trao quà là 14,7 triệu đồng, do hội viên và các nhà hảo tâm trong xã "
    "đóng góp từ đầu năm đến nay theo tinh thần tự nguyện.</p>";

inline std::string in_page(std::string_view body, std::string_view head = {}) {
  return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Tân Lập trao quà cho hộ khó "
         "khăn - Báo Đồng Xanh</title>" +
         std::string(head) + "</head><body>" + std::string(body) + "</body></html>";
}

inline std::string article_page(std::string_view body, std::string_view head = {}) {
  return in_page(
      "<div class='menu'><a href='/'>Trang chủ</a> <a href='/tin'>Tin tức - Sự kiện</a></div>"
      "<h1>Tân Lập trao quà cho hộ khó khăn</h1><div class='noi'>" +
          std::string(body) + "</div>",
      head);
}

}  // namespace solieu::testing
