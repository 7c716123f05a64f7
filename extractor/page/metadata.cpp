#include "page/metadata.h"

#include <algorithm>
#include <array>

#include "page/attributes.h"
#include "page/json_ld.h"
#include "text/clean_text.h"

namespace solieu {
namespace {

enum class Field : uint8_t { kTitle, kPublished, kModified, kByline, kSite, kUrl };

struct MetaName {
  std::string_view name;
  Field field;
  int rank;
};

constexpr MetaName kMetaNames[] = {
    {"og:title", Field::kTitle, 10},
    {"headline", Field::kTitle, 15},
    {"twitter:title", Field::kTitle, 20},
    {"title", Field::kTitle, 30},
    {"dc.title", Field::kTitle, 30},
    {"article:published_time", Field::kPublished, 10},
    {"og:published_time", Field::kPublished, 11},
    {"datepublished", Field::kPublished, 20},
    {"pubdate", Field::kPublished, 25},
    {"publishdate", Field::kPublished, 25},
    {"publish-date", Field::kPublished, 25},
    {"published_time", Field::kPublished, 25},
    {"article:published", Field::kPublished, 25},
    {"dc.date.issued", Field::kPublished, 26},
    {"dc.date", Field::kPublished, 45},
    {"date", Field::kPublished, 45},
    {"article:modified_time", Field::kModified, 10},
    {"og:updated_time", Field::kModified, 15},
    {"datemodified", Field::kModified, 20},
    {"lastmod", Field::kModified, 25},
    {"article_updatetime", Field::kModified, 25},
    {"dable:author", Field::kByline, 10},
    {"article:author", Field::kByline, 20},
    {"author", Field::kByline, 30},
    {"og:site_name", Field::kSite, 10},
    {"application-name", Field::kSite, 20},
    {"og:url", Field::kUrl, 20},
    {"twitter:url", Field::kUrl, 30},
};

std::string plain(std::string_view value) {
  const std::string decoded = attribute_text(value);
  return std::string(clean(decoded).text());
}

void add(PageMetadata& out, Field field, std::string value, std::string_view from, int rank) {
  switch (field) {
    case Field::kTitle:
      return add_candidate(out.titles, std::move(value), from, rank);
    case Field::kPublished:
      return add_candidate(out.published, machine_date(value), from, rank);
    case Field::kModified:
      return add_candidate(out.modified, machine_date(value), from, rank);
    case Field::kByline:
      return add_candidate(out.bylines, std::move(value), from, rank);
    case Field::kSite:
      return add_candidate(out.sites, std::move(value), from, rank);
    case Field::kUrl:
      return add_candidate(out.urls, plain_address(value), from, rank);
  }
}

void read_meta(std::string_view attributes, PageMetadata& out) {
  std::string_view content;
  std::array<std::string_view, 3> names;
  for_each_attribute(attributes, [&](const Attribute& a) {
    if (same_letters(a.name, "content")) content = a.value;
    if (same_letters(a.name, "property")) names[0] = a.value;
    if (same_letters(a.name, "name")) names[1] = a.value;
    if (same_letters(a.name, "itemprop")) names[2] = a.value;
  });
  if (content.empty()) return;
  for (const std::string_view name : names) {
    if (same_letters(name, "og:type")) {
      out.article = out.article || same_letters(content, "article");
      out.website = out.website || same_letters(content, "website");
    }
    for (const MetaName& known : kMetaNames) {
      if (!same_letters(name, known.name)) continue;
      add(out, known.field, plain(content), "meta " + std::string(known.name), known.rank);
      break;
    }
  }
}

}  // namespace

void add_candidate(std::vector<Candidate>& to, std::string value, std::string_view from, int rank) {
  if (value.empty()) return;
  const auto place = std::ranges::upper_bound(to, rank, {}, &Candidate::rank);
  to.insert(place, {std::move(value), std::string(from), rank});
}

std::string plain_address(std::string_view url) {
  // "https://web.archive.org/web/20180903121024im_/http://…"
  const size_t inner = url.rfind("http");
  if (inner != std::string_view::npos && inner > 0 &&
      url.substr(0, inner).find("/web/") != std::string_view::npos) {
    url.remove_prefix(inner);
  }
  if (url.starts_with("//")) return "https:" + std::string(url);
  if (!url.starts_with("http://") && !url.starts_with("https://")) return {};
  return std::string(url);
}

bool is_front_page(std::string_view url) {
  const size_t begin = url.find("://");
  if (begin == std::string_view::npos) return false;
  const size_t slash = url.find('/', begin + 3);
  if (slash == std::string_view::npos) return true;
  std::string_view path = url.substr(slash + 1);
  if (path.find('?') != std::string_view::npos) return false;  // a page by its number
  path = path.substr(0, path.find('#'));
  path = path.substr(0, path.find('.'));
  for (const std::string_view name : {"", "index", "default", "home", "trang-chu"}) {
    if (same_letters(path, name)) return true;
  }
  return false;
}

std::string_view host_of(std::string_view url) {
  const size_t begin = url.find("://");
  if (begin == std::string_view::npos) return {};
  std::string_view host = url.substr(begin + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host;
}

void read_marked_date(const Tag& tag, std::string_view page, PageMetadata& out) {
  std::string_view value, item;
  bool pubdate = false;
  for_each_attribute(tag.attributes.of(page), [&](const Attribute& a) {
    if (same_letters(a.name, "datetime")) value = a.value;
    if (same_letters(a.name, "content") && value.empty()) value = a.value;
    if (same_letters(a.name, "itemprop")) item = a.value;
    if (same_letters(a.name, "pubdate")) pubdate = true;
  });
  if (value.empty()) return;
  const std::string date = plain(value);
  if (same_letters(item, "datepublished")) {
    add(out, Field::kPublished, date, "itemprop datePublished", 20);
  } else if (same_letters(item, "datemodified")) {
    add(out, Field::kModified, date, "itemprop dateModified", 20);
  } else if (tag.element == Element::kTime) {
    add(out, Field::kPublished, date, pubdate ? "time pubdate" : "time", pubdate ? 40 : kTimeRank);
  }
}

PageMetadata read_metadata(std::string_view page, const Markup& markup) {
  PageMetadata out;
  for (const Span meta : markup.metas) read_meta(meta.of(page), out);
  for (const Span link : markup.links) {
    const auto rel = attribute(link.of(page), "rel");
    const auto href = attribute(link.of(page), "href");
    if (rel && href && same_letters(*rel, "canonical")) {
      add(out, Field::kUrl, plain(*href), "link canonical", 10);
    }
  }
  for (const Span script : markup.json_ld) {
    const LinkedData data = read_json_ld(script.of(page));
    out.article = out.article || data.article;
    const auto all = [&](const std::vector<std::string>& values, Field field, std::string_view from,
                         int rank) {
      for (const std::string& value : values) add(out, field, plain(value), from, rank);
    };
    all(data.headlines, Field::kTitle, "JSON-LD headline", 12);
    all(data.published, Field::kPublished, "JSON-LD datePublished", 30);
    all(data.modified, Field::kModified, "JSON-LD dateModified", 30);
    all(data.authors, Field::kByline, "JSON-LD author", 15);
    all(data.publishers, Field::kSite, "JSON-LD publisher", 15);
    all(data.urls, Field::kUrl, "JSON-LD mainEntityOfPage", 25);
  }
  if (!out.urls.empty()) {
    const std::string date = date_of_address(out.urls.front().value);
    add_candidate(out.published, date, "address", kAddressRank);
    add_candidate(out.sites, std::string(host_of(out.urls.front().value)), "address", 90);
  }
  return out;
}

}  // namespace solieu
