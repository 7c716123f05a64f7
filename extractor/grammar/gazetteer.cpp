#include "grammar/gazetteer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "grammar/syllable_key.h"
#include "text/fold.h"

namespace solieu {

namespace fs = std::filesystem;

namespace {

constexpr Day kFirstDayOfProvinces = 20040101;
constexpr Day kFirstDayOfOthers = 20190101;

// People swap these freely at the head of a name.
std::string_view one_dak(std::string_view syllable) {
  return syllable == "đăk" || syllable == "đak" || syllable == "đắc" ? "đắk" : syllable;
}

bool joins_syllables(std::string_view mark) {
  if (mark.size() == 1) return std::string_view("-'.`").find(mark[0]) != std::string_view::npos;
  static constexpr std::array<std::string_view, 6> kWide = {"–", "—", "’", "‘", "´", "ʼ"};
  return std::ranges::find(kWide, mark) != kWide.end();
}

Day day_in(std::string_view cell) {
  if (cell.size() < 10) return kNoDay;
  Day day = 0;
  for (const size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (cell[i] < '0' || cell[i] > '9') return kNoDay;
    day = day * 10 + static_cast<Day>(cell[i] - '0');
  }
  return day;
}

size_t number_of(std::string_view code) {
  size_t n = 0;
  std::from_chars(code.data(), code.data() + code.size(), n);
  return n;
}

// "Đắk Nông" as it stands in a host name: "daknong".
std::string for_host(std::string_view name) {
  static const std::unordered_map<std::string_view, char> kPlain = [] {
    std::unordered_map<std::string_view, char> plain;
    const auto all = [&](std::string_view letters, char c) {
      for (size_t i = 0; i < letters.size();) {
        const auto lead = static_cast<unsigned char>(letters[i]);
        const size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
        plain[letters.substr(i, size)] = c;
        i += size;
      }
    };
    all("áàảãạăắằẳẵặâấầẩẫậ", 'a');
    all("éèẻẽẹêếềểễệ", 'e');
    all("íìỉĩị", 'i');
    all("óòỏõọôốồổỗộơớờởỡợ", 'o');
    all("úùủũụưứừửữự", 'u');
    all("ýỳỷỹỵ", 'y');
    all("đ", 'd');
    return plain;
  }();
  const std::string folded = fold(name);
  std::string out;
  for (size_t i = 0; i < folded.size();) {
    const auto lead = static_cast<unsigned char>(folded[i]);
    const size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
    if (size == 1) {
      if (lead >= 'a' && lead <= 'z') out += static_cast<char>(lead);
    } else if (const auto it = kPlain.find(std::string_view(folded).substr(i, size));
               it != kPlain.end()) {
      out += it->second;
    }
    i += size;
  }
  return out;
}

}  // namespace

Day day_of(std::string_view iso) { return day_in(iso); }

std::string_view name_of(UnitLevel level) {
  constexpr std::array<std::string_view, 5> kNames = {"central", "province", "district", "commune",
                                                      "other"};
  return kNames[static_cast<size_t>(level)];
}

struct Gazetteer::Tables {
  struct Syllable {
    SyllableKey key;
    uint32_t id = 0;
    bool begins = false;  // some name begins with it
  };
  struct Edge {
    uint64_t key = 0;  // node << 32 | syllable; 0: a free slot
    uint32_t next = 0;
  };

  std::deque<std::string> texts;         // of the files: what the units' views point into
  std::vector<Syllable> syllables;       // open addressing: every spelling
  std::vector<Edge> edges;               // open addressing
  std::vector<int32_t> name_at{-1, -1};  // by node; node 1 is the root
  std::vector<std::vector<NamedUnit>> names;
  std::unordered_map<std::string, uint32_t> by_folded;  // syllable ids by match form
  std::vector<bool> begins;                             // by syllable id
  std::array<std::vector<uint32_t>, 100> provinces;     // rows by code
  std::array<std::vector<uint32_t>, 1000> districts;
  std::vector<std::pair<std::string, uint32_t>> hosts;          // "daknong", a row; longest first
  std::unordered_map<std::string_view, uint32_t> node_of_name;  // names in `texts`
  std::vector<Token> tokens;                                    // of the name that is added
  size_t spelling_count = 0;
  size_t edge_count = 0;

  Tables() : syllables(1), edges(1) {}

  // Grows the set of syllables, with every way to write them, so that no text needs folding at run
  // time.
  uint32_t syllable_id(std::string_view written) {
    if (const Syllable* known = find(written)) return known->id;
    const std::string folded(one_dak(fold(written)));
    const auto [it, added] =
        by_folded.try_emplace(folded, static_cast<uint32_t>(by_folded.size() + 1));
    const uint32_t id = it->second;
    if (added) {
      put_spellings(folded, id);
      if (folded == "đắk") {
        for (const std::string_view other : {"đăk", "đak", "đắc"}) put_spellings(other, id);
      }
    }
    put(written, id);  // it may have a capital inside: KDang
    return id;
  }
  void put_spellings(std::string_view folded, uint32_t id) {
    for (const std::string& form : spellings(folded)) put(form, id);
  }
  void put(std::string_view form, uint32_t id) {
    if (form.empty() || form.size() > kLongestSyllable || find(form) != nullptr) return;
    if (++spelling_count * 3 > syllables.size()) {
      std::vector<Syllable> old(syllables.size() * 2);
      old.swap(syllables);
      for (const Syllable& syllable : old) {
        if (syllable.id != 0) place(syllable);
      }
    }
    place(Syllable{syllable_key(form), id});
  }
  void place(const Syllable& syllable) {
    size_t at = hash_of(syllable.key) & (syllables.size() - 1);
    while (syllables[at].id != 0) at = (at + 1) & (syllables.size() - 1);
    syllables[at] = syllable;
  }
  uint32_t child(uint32_t node, uint32_t syllable) const {
    const uint64_t key = uint64_t{node} << 32 | syllable;
    size_t at = mixed(key) & (edges.size() - 1);
    while (edges[at].key != 0) {
      if (edges[at].key == key) return edges[at].next;
      at = (at + 1) & (edges.size() - 1);
    }
    return 0;
  }
  uint32_t child_made(uint32_t node, uint32_t syllable) {
    if (const uint32_t known = child(node, syllable)) return known;
    if (++edge_count * 2 > edges.size()) {
      std::vector<Edge> old(edges.size() * 2);
      old.swap(edges);
      for (const Edge& edge : old) {
        if (edge.key != 0) place(edge);
      }
    }
    const auto made = static_cast<uint32_t>(name_at.size());
    name_at.push_back(-1);
    place(Edge{uint64_t{node} << 32 | syllable, made});
    return made;
  }
  void place(Edge edge) {
    size_t at = mixed(edge.key) & (edges.size() - 1);
    while (edges[at].key != 0) at = (at + 1) & (edges.size() - 1);
    edges[at] = edge;
  }
  const Syllable* find(std::string_view token) const {
    if (token.size() > kLongestSyllable) return nullptr;
    const SyllableKey key = syllable_key(token);
    size_t at = hash_of(key) & (syllables.size() - 1);
    while (!(syllables[at].key == SyllableKey{})) {
      if (syllables[at].key == key) return &syllables[at];
      at = (at + 1) & (syllables.size() - 1);
    }
    return nullptr;
  }
};

Gazetteer::Gazetteer() : tables_(std::make_unique<Tables>()) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

namespace {

// The cells of the row that a table is at, by the place of their column among `names`.
class Columns {
 public:
  Columns(const TsvReader& table, std::initializer_list<std::string_view> names) : table_(table) {
    for (const auto name : names) at_.push_back(table.column(name));
  }
  std::string_view operator()(size_t i) const { return table_.cell(at_[i]); }

 private:
  const TsvReader& table_;
  std::vector<int> at_;
};

}  // namespace

Result<TsvReader> Gazetteer::open(const fs::path& path) {
  auto text = read_file(path);
  if (!text) return text.error();
  return TsvReader::begin(tables_->texts.emplace_back(std::move(*text)), path.string());
}

Status Gazetteer::read_units(const fs::path& folder) {
  auto opened = open(folder / "units.tsv");
  if (!opened) return opened.error();
  TsvReader& table = *opened;
  const Columns cell(table, {"code", "level", "type", "name", "parent", "valid_from", "valid_to"});
  units_.reserve(tables_->texts.back().size() / 64);  // most rows are longer
  while (table.next()) {
    AdminUnit unit;
    unit.code = cell(0);
    unit.type = cell(2);
    unit.name = cell(3);
    unit.parent = cell(4);
    unit.from = day_in(cell(5));
    unit.to = day_in(cell(6));
    const std::string_view level = cell(1);
    const auto index = static_cast<uint32_t>(units_.size());
    if (level == "province" && unit.code.size() == 2) {
      unit.level = UnitLevel::kProvince;
      tables_->provinces[number_of(unit.code) % 100].push_back(index);
    } else if (level == "district" && unit.code.size() == 3) {
      unit.level = UnitLevel::kDistrict;
      tables_->districts[number_of(unit.code) % 1000].push_back(index);
    } else if (level == "commune" && unit.code.size() == 5) {
      unit.level = UnitLevel::kCommune;
    } else {
      return Error{Error::Code::kRules, table.place(), "the level does not fit the code",
                   "province, district and commune have codes of 2, 3 and 5 digits"};
    }
    units_.push_back(unit);
    add_name(unit.name, index, NameUse::kFull);
  }
  return table.status();
}

Status Gazetteer::read_provinces(const fs::path& folder) {
  auto opened = open(folder / "provinces.tsv");
  if (!opened) return opened.error();
  TsvReader& table = *opened;
  const Columns cell(table, {"code", "name", "iso", "valid_from"});
  while (table.next()) {
    const Day from = day_in(cell(3));
    bool found = false;
    for (const uint32_t index : tables_->provinces[number_of(cell(0)) % 100]) {
      if (units_[index].from != from) continue;
      units_[index].iso = cell(2);
      tables_->hosts.emplace_back(for_host(units_[index].name), index);
      found = true;
    }
    if (!found) {
      return Error{Error::Code::kRules, table.place(), "units.tsv has no such province",
                   "run rules/gazetteer/build"};
    }
  }
  std::ranges::stable_sort(
      tables_->hosts, [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  return table.status();
}

Status Gazetteer::read_spellings(const fs::path& folder) {
  auto opened = open(folder / "spellings.tsv");
  if (!opened) return opened.error();
  TsvReader& table = *opened;
  const Columns cell(table, {"spelling", "level", "name", "use"});
  // By name first: the rows of a name are found in one walk.
  while (table.next()) {
    const std::string_view use = cell(3);
    const NameUse kind = use == "full"   ? NameUse::kFull
                         : use == "bare" ? NameUse::kBare
                         : use == "old"  ? NameUse::kOld
                                         : NameUse::kInformal;
    const bool province = cell(1) == "province";
    const std::string name(cell(2));
    std::vector<Token>& tokens = tables_->tokens;
    tokens.clear();
    tokenise(name, {0, static_cast<uint32_t>(name.size())}, tokens);
    uint32_t node = 1;
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::kMark) continue;
      node = tables_->child(node, tables_->syllable_id(token.span.of(name)));
    }
    if (node == 0 || tables_->name_at[node] < 0) {
      return Error{Error::Code::kRules, table.place(), "units.tsv has no unit '" + name + "'",
                   "write the name as units.tsv does"};
    }
    const auto units = tables_->names[static_cast<size_t>(tables_->name_at[node])];
    for (const NamedUnit& n : units) {
      if (n.use == NameUse::kFull && (units_[n.unit].level == UnitLevel::kProvince) == province) {
        add_name(cell(0), n.unit, kind);
      }
    }
  }
  return table.status();
}

void Gazetteer::add_name(std::string_view name, uint32_t unit, NameUse use) {
  const auto [known, is_new] = tables_->node_of_name.try_emplace(name, 1);  // the root
  uint32_t& node = known->second;
  if (is_new) {
    std::vector<Token>& tokens = tables_->tokens;
    tokens.clear();
    tokenise(name, {0, static_cast<uint32_t>(name.size())}, tokens);
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::kMark) continue;
      const uint32_t id = tables_->syllable_id(token.span.of(name));
      if (node == 1) {
        if (tables_->begins.size() <= id) tables_->begins.resize(id + 64);
        tables_->begins[id] = true;
      }
      node = tables_->child_made(node, id);
    }
  }
  int32_t& at = tables_->name_at[node];
  if (at < 0) {
    at = static_cast<int32_t>(tables_->names.size());
    tables_->names.emplace_back();
  }
  auto& units = tables_->names[static_cast<size_t>(at)];
  const auto same = [unit](const NamedUnit& n) { return n.unit == unit; };
  if (std::ranges::none_of(units, same)) units.push_back({unit, use});
}

Result<Gazetteer> Gazetteer::load(const fs::path& folder) {
  Gazetteer out;
  out.tables_->syllables.resize(size_t{1} << 15);  // about what all of Viet Nam takes
  out.tables_->edges.resize(size_t{1} << 16);
  out.tables_->node_of_name.reserve(size_t{1} << 14);
  if (const Status s = out.read_units(folder); !s) return s.error();
  if (const Status s = out.read_provinces(folder); !s) return s.error();
  if (const Status s = out.read_spellings(folder); !s) return s.error();
  out.tables_->node_of_name = {};
  out.tables_->begins.resize(out.tables_->by_folded.size() + 1);
  for (auto& syllable : out.tables_->syllables) {
    syllable.begins = out.tables_->begins[syllable.id];
  }
  return out;
}

const std::deque<std::string>& Gazetteer::texts() const { return tables_->texts; }

Gazetteer::Matches Gazetteer::match(std::string_view text, const std::vector<Token>& tokens,
                                    size_t at) const {
  Matches out;
  uint32_t node = 1;
  for (size_t i = at; i < tokens.size() && out.count < kLongestName; ++i) {
    const Token& token = tokens[i];
    const std::string_view word = token.span.of(text);
    if (token.kind == TokenKind::kMark) {
      if (i == at || !joins_syllables(word)) break;
      continue;
    }
    const Tables::Syllable* syllable = tables_->find(word);
    if (syllable == nullptr || (i == at && !syllable->begins)) break;
    node = tables_->child(node, syllable->id);
    if (node == 0) break;
    if (tables_->name_at[node] >= 0) {
      out.match[out.count++] = {static_cast<uint32_t>(i + 1 - at), tables_->name_at[node]};
    }
  }
  return out;
}

bool Gazetteer::may_begin(std::string_view token) const {
  const Tables::Syllable* syllable = tables_->find(token);
  return syllable != nullptr && syllable->begins;
}

std::span<const NamedUnit> Gazetteer::named(int32_t name) const {
  return tables_->names[static_cast<size_t>(name)];
}

InForce Gazetteer::in_force(uint32_t index, Day day) const {
  if (day == kNoDay) return InForce::kUnknown;
  const AdminUnit& unit = units_[index];
  if (unit.to != kNoDay && day >= unit.to) return InForce::kNo;
  if (day >= unit.from) return InForce::kYes;
  const Day first = unit.level == UnitLevel::kProvince ? kFirstDayOfProvinces : kFirstDayOfOthers;
  return unit.from == first ? InForce::kUnknown : InForce::kNo;
}

int32_t Gazetteer::unit_with_code(std::string_view code, Day day) const {
  const std::vector<uint32_t>* rows = code.size() == 2 ? &tables_->provinces[number_of(code) % 100]
                                      : code.size() == 3
                                          ? &tables_->districts[number_of(code) % 1000]
                                          : nullptr;
  if (rows == nullptr) return -1;
  int32_t best = -1;
  for (const uint32_t row : *rows) {
    const InForce force = in_force(row, day);
    if (force == InForce::kYes) return static_cast<int32_t>(row);
    if (force == InForce::kUnknown && best < 0) best = static_cast<int32_t>(row);
  }
  return best;
}

int32_t Gazetteer::parent_of(uint32_t index, Day day) const {
  const AdminUnit& unit = units_[index];
  if (unit.parent.empty()) return -1;
  // A day outside of the unit's own says nothing about who bears the parent's code.
  const Day own =
      day != kNoDay && day >= unit.from && (unit.to == kNoDay || day < unit.to) ? day : unit.from;
  return unit_with_code(unit.parent, own);
}

int32_t Gazetteer::province_of(uint32_t index, Day day) const {
  auto at = static_cast<int32_t>(index);
  while (at >= 0 && units_[static_cast<size_t>(at)].level != UnitLevel::kProvince) {
    at = parent_of(static_cast<uint32_t>(at), day);
  }
  return at;
}

std::vector<NamedUnit> Gazetteer::lookup(std::string_view name, Day day) const {
  std::vector<Token> tokens;
  tokenise(name, {0, static_cast<uint32_t>(name.size())}, tokens);
  std::vector<NamedUnit> out;
  const auto collect = [&](size_t from, std::string_view type) {
    const Matches found = match(name, tokens, from);
    if (found.count == 0) return;
    const Match& last = found.match[found.count - 1];
    if (from + last.tokens != tokens.size()) return;
    for (const NamedUnit& n : named(last.name)) {
      const bool wanted = type.empty() || fold(units_[n.unit].type) == type;
      if (wanted && (day == kNoDay || in_force(n.unit, day) != InForce::kNo)) out.push_back(n);
    }
  };
  collect(0, {});
  // "huyện Kim Sơn": the words before the name are its type.
  for (size_t words = 1; words <= 2 && words < tokens.size() && out.empty(); ++words) {
    const Span type{tokens.front().span.begin, tokens[words - 1].span.end};
    collect(words, fold(type.of(name)));
  }
  std::ranges::stable_sort(out, [&](const NamedUnit& a, const NamedUnit& b) {
    return units_[a.unit].level < units_[b.unit].level;
  });
  return out;
}

int32_t Gazetteer::province_of_site(std::string_view host, Day day) const {
  int32_t best = -1;
  for (const auto& [name, row] : tables_->hosts) {
    if (host.find(name) == std::string_view::npos) continue;
    const InForce force = in_force(row, day);
    if (force == InForce::kYes) return static_cast<int32_t>(row);
    if (force == InForce::kUnknown && best < 0) best = static_cast<int32_t>(row);
  }
  return best;
}

}  // namespace solieu
