#include "grammar/lexicon.h"

#include <algorithm>
#include <bit>
#include <span>
#include <unordered_map>

#include "grammar/syllable_key.h"
#include "text/fold.h"

namespace solieu {
namespace {

constexpr size_t kUsualEntries = 16384;  // room for so many costs nothing before it is used

void insert_row(LexiconEntry& entry, LexiconRow row) {
  const auto where = std::lower_bound(entry.concepts.begin(), entry.concepts.end(), row.concept_id);
  if (where == entry.concepts.end() || *where != row.concept_id) {
    entry.concepts.insert(where, row.concept_id);
  }
  entry.concepts_modulo_64 |= uint64_t{1} << row.concept_id % 64;
  entry.rows.push_back(std::move(row));
}

// The marks that fold to others: quotes, dashes, spaces between U+2010 and U+203F, and the
// guillemets.
std::vector<std::string> marks_that_fold() {
  std::vector<std::string> out = {"«", "»", "−"};
  for (unsigned char c = 0x90; c <= 0xBF; ++c)
    out.push_back({'\xE2', '\x80', static_cast<char>(c)});
  return out;
}

}  // namespace

struct Lexicon::Tables {
  struct StringHash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  struct KeyHash {
    size_t operator()(SyllableKey key) const { return hash_of(key); }
  };
  // What is asked of a spelling lies in one line of the cache. Its ids as it stands and folded, 0:
  // unknown; and as the first syllable of entries:
  struct alignas(64) Syllable {
    SyllableKey key;
    uint32_t exact = 0;
    uint32_t folded = 0;
    uint32_t exact_node = 0;  // of the trie, 0: no entry begins so
    uint32_t folded_node = 0;
    int32_t entry = -1;           // of this syllable alone
    uint64_t ids_modulo_64 = 0;   // bits of its own ids
    uint64_t next_modulo_64 = 0;  // and of the syllables that entries go on with: most say no
  };
  struct Edge {
    uint64_t key = 0;  // node << 32 | syllable id; 0: a free slot
    uint32_t next = 0;
  };
  struct Node {
    int32_t entry = -1;
    uint64_t next_modulo_64 = 0;  // as above
  };
  using Ids = std::unordered_map<std::string, uint32_t, StringHash, std::equal_to<>>;

  // Filled by add.
  Ids folded_ids;  // of syllables in match form
  Ids exact_ids;   // and as written
  std::unordered_map<SyllableKey, const Ids::value_type*, KeyHash> by_written;
  std::vector<Node> nodes{2};  // node 0: none; node 1: the root
  std::vector<Edge> edges;     // open addressing with linear probing, as in `syllables`
  std::vector<int32_t> exact_entries;
  std::vector<Token> tokens;  // of the surface that is added, and their syllables
  std::vector<const Ids::value_type*> spelled;

  // Filled by build.
  std::vector<Syllable> syllables;
  size_t built_entries = 0;  // so many can be found

  Tables() : edges(kUsualEntries * 2) { nodes.reserve(kUsualEntries * 2); }

  // The match form of a token and its id, or the token as written when exact. Each way to write a
  // word is folded once.
  const Ids::value_type& syllable(std::string_view written, bool exact) {
    if (exact) return id_of(exact_ids, written);
    if (written.size() > kLongestSyllable) return id_of(folded_ids, fold(written));
    const auto [known, is_new] = by_written.try_emplace(syllable_key(written), nullptr);
    if (is_new) known->second = &id_of(folded_ids, fold(written));
    return *known->second;
  }
  const Ids::value_type& id_of(Ids& ids, std::string_view syllable) {
    const auto known = ids.find(syllable);
    if (known != ids.end()) return *known;
    return *ids.emplace(syllable, folded_ids.size() + exact_ids.size() + 1).first;
  }
  Syllable* slot(SyllableKey key) {
    Syllable& found = syllables[number_of(key)];
    found.key = key;
    return &found;
  }
  // The number of the spelling, or of the free slot where it belongs.
  SyllableNumber number_of(SyllableKey key) const {
    size_t at = hash_of(key) & (syllables.size() - 1);
    while (!(syllables[at].key == key) && !(syllables[at].key == SyllableKey{})) {
      at = (at + 1) & (syllables.size() - 1);
    }
    return static_cast<SyllableNumber>(at);
  }
  uint32_t next(uint32_t node, uint32_t syllable) const {
    const uint64_t key = uint64_t{node} << 32 | syllable;
    size_t at = mixed(key) & (edges.size() - 1);
    while (edges[at].key != 0) {
      if (edges[at].key == key) return edges[at].next;
      at = (at + 1) & (edges.size() - 1);
    }
    return 0;
  }
  uint32_t next_made(uint32_t node, uint32_t syllable) {
    if (const uint32_t known = next(node, syllable)) return known;
    if (nodes.size() * 2 > edges.size()) {
      std::vector<Edge> old(edges.size() * 2);
      old.swap(edges);
      for (const Edge& edge : old) {
        if (edge.key != 0) place(edge);
      }
    }
    const auto made = static_cast<uint32_t>(nodes.size());
    nodes.emplace_back();
    nodes[node].next_modulo_64 |= uint64_t{1} << syllable % 64;
    place({uint64_t{node} << 32 | syllable, made});
    return made;
  }
  void place(Edge edge) {
    size_t at = mixed(edge.key) & (edges.size() - 1);
    while (edges[at].key != 0) at = (at + 1) & (edges.size() - 1);
    edges[at] = edge;
  }
  // The longest entry that begins with the first of `rest`. Most are decided by it and the one
  // behind it.
  LexiconMatch longest(std::span<const SyllableNumber> rest) const {
    const Syllable& first = syllables[rest[0]];
    const LexiconMatch alone{first.entry, first.entry >= 0 ? 1u : 0u};
    const bool ends =
        rest.size() == 1 || (first.next_modulo_64 & syllables[rest[1]].ids_modulo_64) == 0;
    return ends ? alone : longer(rest, first, alone);
  }
  [[gnu::noinline]] LexiconMatch longer(std::span<const SyllableNumber> rest, const Syllable& first,
                                        LexiconMatch best) const {
    go_on(rest, 1, first.exact_node, best);
    go_on(rest, 1, first.folded_node, best);
    return best;
  }
  // `depth` syllables led to `node`. As written goes first: of two readings of the same length the
  // exact one stays.
  void go_on(std::span<const SyllableNumber> rest, uint32_t depth, uint32_t node,
             LexiconMatch& best) const {
    if (node == 0) return;
    const Syllable& syllable = syllables[rest[depth]];
    if (syllable.exact != 0) arrive(rest, depth + 1, next(node, syllable.exact), best);
    if (syllable.folded != 0) arrive(rest, depth + 1, next(node, syllable.folded), best);
  }
  void arrive(std::span<const SyllableNumber> rest, uint32_t depth, uint32_t node,
              LexiconMatch& best) const {
    if (node == 0) return;
    const Node& here = nodes[node];
    if (depth > best.tokens && here.entry >= 0) best = {here.entry, depth};
    if (depth == rest.size()) return;
    if ((here.next_modulo_64 & syllables[rest[depth]].ids_modulo_64) != 0) {
      go_on(rest, depth, node, best);
    }
  }
};

const LexiconRow* LexiconEntry::row(ConceptId concept_id) const {
  if ((concepts_modulo_64 >> concept_id % 64 & 1) == 0) return nullptr;
  for (const auto& r : rows) {
    if (r.concept_id == concept_id) return &r;
  }
  return nullptr;
}

Lexicon::Lexicon() : tables_(std::make_unique<Tables>()) { entries_.reserve(kUsualEntries); }
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

int32_t Lexicon::entry_for(std::string_view surface, bool exact) {
  Tables& t = *tables_;
  t.tokens.clear();
  tokenise(surface, {0, static_cast<uint32_t>(surface.size())}, t.tokens);
  // Superscripts fold to digits, and so to other tokens.
  const bool odd = !exact && std::ranges::any_of(t.tokens, [&](const Token& token) {
    return token.kind == TokenKind::kMark && token.span.size() > 1;
  });
  if (odd) {
    const std::string folded = fold(surface);
    if (folded != surface) return entry_for(folded, false);
  }
  uint32_t node = 1;
  t.spelled.clear();
  for (const Token& token : t.tokens) {
    const auto& syllable = t.syllable(token.span.of(surface), exact);
    node = t.next_made(node, syllable.second);
    t.spelled.push_back(&syllable);
  }
  int32_t& index = t.nodes[node].entry;
  if (index >= 0) return index;
  index = static_cast<int32_t>(entries_.size());
  if (exact) t.exact_entries.push_back(index);
  LexiconEntry& entry = entries_.emplace_back();
  for (const auto* syllable : t.spelled) {
    if (!entry.surface.empty()) entry.surface += ' ';
    entry.surface += syllable->first;
  }
  entry.exact = exact;
  entry.mark = t.tokens.size() == 1 && t.tokens.front().kind == TokenKind::kMark;
  return index;
}

int32_t Lexicon::add(std::string_view surface, LexiconRow row, bool exact) {
  const int32_t index = entry_for(surface, exact);
  insert_row(mutable_entry(index), std::move(row));
  return index;
}

Status Lexicon::add_table(TsvReader& table, ConceptTable& concepts) {
  const int surface_column = table.column("surface");
  const int concept_column = table.column("concept");
  const int value_column = table.column("value");
  const int unit_column = table.column("unit");
  const int case_column = table.column("case");
  const int unless_after_column = table.column("unless_after");
  std::string_view names;  // of the last row; mostly the next has the same
  std::vector<ConceptId> named;
  while (table.next()) {
    const auto surface = table.cell(surface_column);
    const auto wanted = table.cell(concept_column);
    if (surface.empty() || wanted.empty()) {
      return Error{Error::Code::kRules, table.place(), "the row lacks a surface or a concept",
                   "fill both columns"};
    }
    std::optional<Decimal> value;
    if (const auto text = table.cell(value_column); !text.empty()) {
      value = Decimal::parse(text);
      if (!value) {
        return Error{Error::Code::kRules, table.place(),
                     "the value '" + std::string(text) + "' is no decimal number",
                     "write digits with '.' as the decimal sign"};
      }
    }
    if (wanted != names) {
      names = wanted;
      named.clear();
      for (std::string_view rest = names; !rest.empty();) {
        const size_t space = rest.find(' ');
        named.push_back(concepts.intern(rest.substr(0, space)));
        rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
      }
    }
    const bool exact = table.cell(case_column) == "exact";
    LexiconEntry& entry = mutable_entry(entry_for(surface, exact));
    const auto unless_after = table.cell(unless_after_column);
    if (unless_after == "number") entry.yields = LexiconEntry::Yields::kToNumber;
    if (unless_after == "amount") entry.yields = LexiconEntry::Yields::kToAmount;
    entry.rows.reserve(entry.rows.size() + named.size());
    for (const ConceptId id : named) {
      insert_row(entry, {id, value, std::string(table.cell(unit_column))});
    }
  }
  return table.status();
}

int32_t Lexicon::find(std::string_view folded_surface) const {
  const Tables& t = *tables_;
  uint32_t node = 1;
  while (node != 0) {
    const size_t space = folded_surface.find(' ');
    const auto syllable = t.folded_ids.find(folded_surface.substr(0, space));
    node = syllable == t.folded_ids.end() ? 0 : t.next(node, syllable->second);
    if (space == std::string_view::npos) break;
    folded_surface.remove_prefix(space + 1);
  }
  return t.nodes[node].entry;
}

void Lexicon::build() {
  Tables& t = *tables_;
  // What is said of a folded surface holds for its exact spellings too: "m" in a pattern or another
  // lexicon meets the entry for the metre.
  for (const int32_t exact : t.exact_entries) {
    LexiconEntry& entry = mutable_entry(exact);
    const int32_t folded = find(fold(entry.surface));
    if (folded < 0) continue;
    for (const auto& row : mutable_entry(folded).rows) {
      if (entry.row(row.concept_id) == nullptr) insert_row(entry, row);
    }
  }
  if (t.built_entries == entries_.size()) return;  // only rows were added: the tables stand
  t.built_entries = entries_.size();
  // All spellings of every syllable.
  std::vector<std::pair<SyllableKey, uint32_t>> forms;
  for (const auto& [syllable, id] : t.folded_ids) {
    for (const auto& spelling : spellings(syllable)) {
      if (spelling.size() <= kLongestSyllable) forms.emplace_back(syllable_key(spelling), id);
    }
  }
  const auto marks = marks_that_fold();
  t.syllables.assign(std::bit_ceil((forms.size() + marks.size() + t.exact_ids.size()) * 2), {});
  for (const auto& [key, id] : forms) t.slot(key)->folded = id;
  for (const auto& mark : marks) {
    if (const auto it = t.folded_ids.find(fold(mark)); it != t.folded_ids.end()) {
      t.slot(syllable_key(mark))->folded = it->second;
    }
  }
  for (const auto& [syllable, id] : t.exact_ids) {
    if (syllable.size() <= kLongestSyllable) t.slot(syllable_key(syllable))->exact = id;
  }
  for (auto& syllable : t.syllables) {
    const auto bit = [](uint32_t id) { return id == 0 ? 0 : uint64_t{1} << id % 64; };
    syllable.ids_modulo_64 = bit(syllable.exact) | bit(syllable.folded);
    if (syllable.exact != 0) syllable.exact_node = t.next(1, syllable.exact);
    if (syllable.folded != 0) syllable.folded_node = t.next(1, syllable.folded);
    const Tables::Node& exact = t.nodes[syllable.exact_node];
    const Tables::Node& folded = t.nodes[syllable.folded_node];
    syllable.entry = exact.entry >= 0 ? exact.entry : folded.entry;
    syllable.next_modulo_64 = exact.next_modulo_64 | folded.next_modulo_64;
  }
}

void Lexicon::look_up(std::string_view text, const std::vector<Token>& tokens,
                      std::vector<SyllableNumber>& out) const {
  const SyllableNumber unknown = tables_->number_of({});
  out.resize(tokens.size());
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Span span = tokens[i].span;
    out[i] =
        span.size() > kLongestSyllable ? unknown : tables_->number_of(syllable_key(text, span));
  }
}

bool Lexicon::same_syllable(SyllableNumber a, SyllableNumber b) const {
  const auto& all = tables_->syllables;
  return all[a].folded != 0 && all[a].folded == all[b].folded;
}

LexiconMatch Lexicon::match(const std::vector<SyllableNumber>& syllables, size_t at,
                            uint32_t at_most) const {
  if (at_most == 0) return {};
  const std::span rest = std::span(syllables).subspan(at);
  return tables_->longest(rest.first(std::min<size_t>(rest.size(), at_most)));
}

void Lexicon::match_each(const std::vector<SyllableNumber>& syllables,
                         std::vector<LexiconMatch>& out) const {
  const Tables& t = *tables_;
  out.resize(syllables.size());
  for (size_t i = 0; i < syllables.size(); ++i) out[i] = t.longest(std::span(syllables).subspan(i));
}

}  // namespace solieu
