#include "source/sniff.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace solieu {
namespace {

using namespace std::string_view_literals;

struct Signature {
  size_t offset;
  std::string_view bytes;
  std::string_view media_type;
};

constexpr std::array kSignatures = {
    Signature{0, "WARC/"sv, "application/warc"},
    Signature{0, "\x1F\x8B\x08"sv, "application/gzip"},
    Signature{0, "\x28\xB5\x2F\xFD"sv, "application/zstd"},
    Signature{0,
              "\xFD"
              "7zXZ\0"sv,
              "application/x-xz"},
    Signature{4, "1AY&SY"sv, "application/x-bzip2"},
    Signature{4, "\x17\x72\x45\x38\x50\x90"sv, "application/x-bzip2"},  // of nothing
    Signature{0, "7z\xBC\xAF\x27\x1C"sv, "application/x-7z-compressed"},
    Signature{257, "ustar"sv, "application/x-tar"},
    Signature{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "application/msword"},
    Signature{0, "{\\rtf"sv, "application/rtf"},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view trimmed(std::string_view text) {
  const auto begin = std::find_if_not(text.begin(), text.end(), is_space);
  return text.substr(static_cast<size_t>(begin - text.begin()));
}

// A zip file may be one of those that word processors write: they begin with telling entries.
std::string_view zip_kind(std::string_view head) {
  if (!head.starts_with("PK\3\4") && !head.starts_with("PK\5\6") && !head.starts_with("PK\7\b")) {
    return {};
  }
  const auto has = [&](std::string_view name) { return head.find(name) != std::string_view::npos; };
  if (has("application/vnd.oasis.opendocument")) return "application/vnd.oasis.opendocument";
  if (has("application/epub+zip")) return "application/epub+zip";
  if (has("[Content_Types].xml") || has("_rels/.rels")) {
    return "application/vnd.openxmlformats-officedocument";
  }
  return "application/zip";
}

// Archives older than the "ustar" mark have only the checksum of their first header.
bool is_old_tar(std::string_view head) {
  constexpr size_t kHeader = 512, kSum = 148, kSumSize = 8;
  if (head.size() < kHeader || head[0] == '\0') return false;
  uint32_t sum = kSumSize * ' ', stated = 0;
  size_t digits = 0;
  for (size_t i = 0; i < kHeader; ++i) {
    if (i < kSum || i >= kSum + kSumSize) sum += static_cast<uint8_t>(head[i]);
  }
  for (const char c : head.substr(kSum, kSumSize)) {
    if (c >= '0' && c <= '7') {
      stated = stated * 8 + static_cast<uint32_t>(c - '0');
      ++digits;
    }
  }
  return digits > 3 && stated == sum;
}

// UTF-16 as its ASCII, other letters as '?'; empty when it is no UTF-16.
std::string ascii_of_utf16(std::string_view head) {
  size_t low = 2;  // which byte of each pair holds ASCII
  if (head.starts_with("\xFF\xFE")) low = 0;
  if (head.starts_with("\xFE\xFF")) low = 1;
  if (low != 2) {
    head.remove_prefix(2);
  } else {
    // Without a mark: the zero bytes are all on one side.
    std::array<size_t, 2> zeros{};
    for (size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0';
    const size_t pairs = head.size() / 2;
    if (zeros[1] > pairs / 4 && zeros[0] * 8 < zeros[1]) low = 0;
    if (zeros[0] > pairs / 4 && zeros[1] * 8 < zeros[0]) low = 1;
    if (low == 2) return {};
  }
  std::string out;
  for (size_t i = 0; i + 1 < head.size(); i += 2) {
    out += head[i + 1 - low] == '\0' && head[i + low] != '\0' ? head[i + low] : '?';
  }
  return out;
}

// Whether `text`, in lower case, begins with a tag of that name.
bool begins_with_tag(std::string_view text, std::string_view name) {
  if (!text.starts_with('<') || !text.substr(1).starts_with(name)) return false;
  const std::string_view rest = text.substr(1 + name.size());
  return rest.empty() || rest[0] == '>' || rest[0] == '/' || is_space(rest[0]);
}

std::string_view markup_kind(std::string_view text) {
  // What begins a page that lacks its outermost tags.
  constexpr std::array kTags = {
      "html"sv,     "head"sv,      "body"sv, "title"sv, "meta"sv,    "link"sv,  "base"sv,
      "script"sv,   "style"sv,     "div"sv,  "p"sv,     "br"sv,      "span"sv,  "a"sv,
      "b"sv,        "i"sv,         "u"sv,    "em"sv,    "strong"sv,  "font"sv,  "center"sv,
      "table"sv,    "tbody"sv,     "tr"sv,   "td"sv,    "ul"sv,      "ol"sv,    "li"sv,
      "h1"sv,       "h2"sv,        "h3"sv,   "h4"sv,    "article"sv, "main"sv,  "section"sv,
      "header"sv,   "nav"sv,       "form"sv, "img"sv,   "figure"sv,  "small"sv, "iframe"sv,
      "noscript"sv, "blockquote"sv};
  std::string lowered(text);
  std::transform(text.begin(), text.end(), lowered.begin(), lower);
  const std::string_view page = trimmed(lowered);
  for (const std::string_view anywhere : {"<!doctype html"sv, "<html"sv, "<body"sv, "</head>"sv}) {
    const size_t at = page.find(anywhere);
    // Text that speaks of HTML has words before it; markup has markup.
    if (at != std::string_view::npos && (at == 0 || page[0] == '<')) return "text/html";
  }
  const bool is_html = page.starts_with("<!--") ||
                       std::any_of(kTags.begin(), kTags.end(), [&](std::string_view tag) {
                         return begins_with_tag(page, tag);
                       });
  if (is_html) return "text/html";
  constexpr std::array kXml = {"?xml"sv, "rss"sv, "feed"sv, "urlset"sv, "sitemapindex"sv, "svg"sv};
  const bool is_xml = std::any_of(kXml.begin(), kXml.end(),
                                  [&](std::string_view tag) { return begins_with_tag(page, tag); });
  return is_xml ? "application/xml" : std::string_view();
}

bool is_json(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || (text[0] != '{' && text[0] != '[')) return false;
  const std::string_view inner = trimmed(text.substr(1));
  if (inner.empty()) return false;
  return text[0] == '{' ? inner[0] == '"' || inner[0] == '}' : inner[0] == '{';
}

bool is_mhtml(std::string_view text) {
  return text.starts_with("From: <Saved by") || text.starts_with("MIME-Version:") ||
         (text.starts_with("From: ") && text.find("multipart/related") != std::string_view::npos);
}

// Legacy Vietnamese encodings put letters on control codes, so these say nothing; a stray zero byte
// spoils a page, but leaves it a page.
bool is_binary(std::string_view head) {
  const auto zeros = static_cast<size_t>(std::count(head.begin(), head.end(), '\0'));
  return zeros * 512 > head.size();
}

}  // namespace

std::string_view sniff(std::string_view head) {
  head = head.substr(0, kSniffBytes);
  for (const Signature& signature : kSignatures) {
    if (head.size() >= signature.offset &&
        head.substr(signature.offset).starts_with(signature.bytes)) {
      return signature.media_type;
    }
  }
  if (const std::string_view zip = zip_kind(head); !zip.empty()) return zip;
  if (is_old_tar(head)) return "application/x-tar";

  const std::string utf16 = ascii_of_utf16(head);
  std::string_view text = utf16.empty() ? head : std::string_view(utf16);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  // Junk before the header of a PDF is allowed, and occurs.
  if (const size_t at = text.find("%PDF-"); at < 1024 && (at == 0 || is_binary(head))) {
    return "application/pdf";
  }
  if (const std::string_view markup = markup_kind(text); !markup.empty()) return markup;
  if (utf16.empty() && is_binary(head)) return "application/octet-stream";
  if (is_json(text)) return "application/json";
  return is_mhtml(text) ? "message/rfc822" : "text/plain";
}

}  // namespace solieu
