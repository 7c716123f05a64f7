#include "store/stored_article.h"

#include <algorithm>

#include "text/utf8.h"

namespace solieu {

Result<StoredArticles> StoredArticles::open(const Database& store) {
  auto articles = store.prepare(
      "SELECT a.article, a.id, uri, url, title, byline, site, published, text, solieu "
      "FROM articles a JOIN runs USING (run) "
      "WHERE EXISTS (SELECT 1 FROM figures f WHERE f.article = a.article) ORDER BY a.article");
  if (!articles) return articles.error();
  auto figures = store.prepare(
      "SELECT text_start, text_end, id, kind, value, min_value, max_value, of_value, unit, "
      "modifier, quote, sentence, counted, status, period, unit_org, place, programme, confidence, "
      "rule FROM figures WHERE article = ? ORDER BY text_start, figure");
  if (!figures) return figures.error();
  StoredArticles out;
  out.articles_ = std::move(*articles);
  out.figures_ = std::move(*figures);
  return out;
}

Result<bool> StoredArticles::next(StoredArticle& article) {
  const auto row = articles_.step();
  if (!row) return row.error();
  if (!*row) return false;
  article = {};
  int column = 1;
  for (std::string* text :
       {&article.id, &article.uri, &article.url, &article.title, &article.byline, &article.site,
        &article.published, &article.text, &article.solieu}) {
    *text = articles_.text(column++);
  }
  figures_.bind(0, articles_.integer(0));
  for (;;) {
    const auto more = figures_.step();
    if (!more) return more.error();
    if (!*more) return true;
    StoredFigure& f = article.figures.emplace_back();
    f.begin = static_cast<uint32_t>(figures_.integer(0));
    f.end = static_cast<uint32_t>(figures_.integer(1));
    column = 2;
    for (std::string* text :
         {&f.id, &f.kind, &f.value, &f.min_value, &f.max_value, &f.of_value, &f.unit, &f.modifier,
          &f.quote, &f.sentence, &f.counted, &f.status, &f.period, &f.unit_org, &f.place,
          &f.programme, &f.confidence, &f.rule}) {
      *text = figures_.text(column++);
    }
  }
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (begins_code_point(text[i])) starts_.push_back(static_cast<uint32_t>(i));
  }
  starts_.push_back(static_cast<uint32_t>(text.size()));
}

std::string_view CodePoints::slice(size_t begin, size_t end) const {
  const size_t last = starts_.size() - 1;
  const uint32_t from = starts_[std::min(begin, last)];
  return text_.substr(from, starts_[std::min(std::max(begin, end), last)] - from);
}

}  // namespace solieu
