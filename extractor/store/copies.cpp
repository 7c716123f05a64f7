#include "store/copies.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "store/similar.h"

namespace solieu {
namespace {

// Of 16 elements; texts with kCopy in common share 11 on average, and 6 or fewer in 1 of 100 cases.
constexpr int kShared = 7;
constexpr size_t kCompared = 5;  // texts that an article is compared with, the likeliest first
constexpr uint32_t kNone = 0xffffffff;  // of a text with few words

struct Article {
  std::string published;
  int64_t number = 0;
  Signature signature{};
};

Result<std::vector<Article>> read(const Database& store, const std::vector<int64_t>& numbers) {
  auto find = store.prepare("SELECT published, signature FROM articles WHERE article = ?");
  if (!find) return find.error();
  std::vector<Article> out;
  for (const int64_t number : numbers) {
    find->bind(0, number);
    const auto row = find->step();
    if (!row) return row.error();
    if (!*row) continue;
    // Undated ones come last.
    std::string published = find->is_null(0) ? "~" : std::string(find->text(0));
    out.push_back({std::move(published), number, signature_from(find->blob(1))});
    find->reset();
  }
  std::sort(out.begin(), out.end(), [](const Article& a, const Article& b) {
    return std::tie(a.published, a.number) < std::tie(b.published, b.number);
  });
  return out;
}

// The runs of articles' texts. A first is compared with many.
class Texts {
 public:
  explicit Texts(Statement find) : find_(std::move(find)) {}

  Result<Runs> read(int64_t number) {
    find_.bind(0, number);
    const auto row = find_.step();
    if (!row) return row.error();
    Runs out = runs_of(*row ? find_.text(0) : std::string_view());
    find_.reset();
    return out;
  }

  // Of a first; holds until the next call.
  Result<const Runs*> kept(int64_t number) {
    const auto known = runs_.find(number);
    if (known != runs_.end()) return &known->second;
    auto found = read(number);
    if (!found) return found.error();
    if (held_ > kHeld) {
      runs_.clear();
      held_ = 0;
    }
    held_ += found->size();
    return &(runs_[number] = std::move(*found));
  }

 private:
  static constexpr size_t kHeld = size_t{32} << 20;  // runs, 128 MB

  Statement find_;
  std::unordered_map<int64_t, Runs> runs_;
  size_t held_ = 0;
};

}  // namespace

Result<std::unordered_map<int64_t, int64_t>> find_copies(const Database& store,
                                                         const std::vector<int64_t>& articles) {
  const auto ordered = read(store, articles);
  if (!ordered) return ordered.error();
  auto find_text = store.prepare("SELECT text FROM articles WHERE article = ?");
  if (!find_text) return find_text.error();
  Texts texts(std::move(*find_text));

  std::unordered_map<int64_t, int64_t> out;
  // The firsts that have an element of a signature at its place.
  std::unordered_map<uint64_t, std::vector<int64_t>> firsts;
  for (const Article& article : *ordered) {
    std::unordered_map<int64_t, int> shared;
    int elements = 0;
    for (uint64_t i = 0; i < article.signature.size(); ++i) {
      if (article.signature[i] == kNone) continue;
      ++elements;
      const auto found = firsts.find(i << 32 | article.signature[i]);
      if (found == firsts.end()) continue;
      for (const int64_t first : found->second) ++shared[first];
    }
    std::vector<std::pair<int, int64_t>> candidates;
    for (const auto& [first, count] : shared) {
      if (count * 16 >= kShared * elements) candidates.emplace_back(-count, first);
    }
    std::sort(candidates.begin(), candidates.end());
    if (candidates.size() > kCompared) candidates.resize(kCompared);
    int64_t first = article.number;
    if (!candidates.empty()) {
      const auto own = texts.read(article.number);
      if (!own) return own.error();
      for (const auto& [count, candidate] : candidates) {
        const auto runs = texts.kept(candidate);
        if (!runs) return runs.error();
        if (similarity(*own, **runs) >= kCopy) {
          first = candidate;
          break;
        }
      }
    }
    out[article.number] = first;
    if (first != article.number) continue;
    for (uint64_t i = 0; i < article.signature.size(); ++i) {
      if (article.signature[i] == kNone) continue;
      firsts[i << 32 | article.signature[i]].push_back(first);
    }
  }
  return out;
}

}  // namespace solieu
