// The benchmark suite: every stage, and the ratios that matter, in one run. README.md beside it
// says how to read them.
//   suite_bench [PATH...] [--benchmark_...]        (default: the texts of corpus/)
#include <benchmark/benchmark.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <simdjson.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

#include "floor.h"
#include "link/unit_records.h"
#include "mention/mention.h"
#include "segment/layout.h"
#include "solieu/extractor.h"
#include "solieu/json.h"
#include "source/inputs.h"
#include "text/clean_text.h"
#include "unit/text/encoders.h"

namespace {

using namespace solieu;
namespace fs = std::filesystem;

using Texts = std::vector<std::string>;

template <class Work>
void over(benchmark::State& state, const Texts& texts, Work work) {
  size_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& text : texts) {
      benchmark::DoNotOptimize(work(text));
      bytes += text.size();
    }
  }
  state.SetBytesProcessed(static_cast<int64_t>(bytes));
}

Document document_of(const std::string& text) {
  Document document;
  document.id = "1";
  document.bytes = text;
  return document;
}

// An article as the link stage sees it, without its figures.
struct Itemised {
  Itemised(const RuleSet& rules, const std::string& text)
      : clean(solieu::clean(text)), layout(lay_out(clean.text(), {}, rules.layout_cues())) {
    for (uint32_t block = 0; block < layout.blocks.size(); ++block) {
      std::vector<Span> spans;
      split_sentences(clean.text(), layout.blocks[block].span, spans);
      for (const Span span : spans) {
        sentences.push_back({span, block, {}, {}});
        itemise(rules, clean.text(), span, sentences.back().items);
      }
    }
  }
  CleanText clean;
  Layout layout;
  std::vector<AnalysedSentence> sentences;
};

// Organisations and places: their mentions, what each stands for, and their records.
size_t find_units(const RuleSet& rules, const LinkRules& linking, const Itemised& article) {
  const Analysis analysis{rules, linking, article.clean, article.layout, article.sentences};
  ArticleRecord record;
  record.published = article.layout.published;
  const ArticleUnits units(analysis, record);
  write_units(analysis, units, record);
  return record.units.size();
}

// A folder with every fourth rule, removed at the end; lexicons are the same.
class QuarterOfRules {
 public:
  explicit QuarterOfRules(const fs::path& all)
      : folder_(fs::temp_directory_path() / ("solieu-quarter-" + std::to_string(::getpid()))) {
    fs::create_directory(folder_);
    for (const auto& file : fs::directory_iterator(all)) {
      const fs::path copy = folder_ / file.path().filename();
      if (file.path().extension() == ".toml") {
        thin_out(file.path(), copy);
      } else {
        fs::create_symlink(fs::absolute(file.path()), copy);
      }
    }
  }
  ~QuarterOfRules() { fs::remove_all(folder_); }
  QuarterOfRules(const QuarterOfRules&) = delete;
  QuarterOfRules& operator=(const QuarterOfRules&) = delete;
  const fs::path& folder() const { return folder_; }

 private:
  static void thin_out(const fs::path& from, const fs::path& to) {
    std::ifstream in(from);
    std::ofstream out(to);
    size_t rules = 0;
    bool keep = true;
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with("[[")) {
        keep = rules++ % 4 == 0;
      } else if (line.starts_with("[")) {
        keep = true;
      }
      if (keep) out << line << '\n';
    }
  }
  fs::path folder_;
};

// The same sentences and strings as records have, by the bare library.
size_t bare_writer(const ArticleRecord& record, std::string& out) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  const auto member = [&](const char* key, std::string_view value) {
    writer.Key(key);
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  writer.StartArray();
  for (const Figure& figure : record.figures) {
    writer.StartObject();
    member("quote", figure.evidence.quote);
    member("sentence", figure.sentence);
    member("unit", figure.unit);
    member("rule", figure.rule);
    member("period", figure.period);
    member("place", figure.place);
    writer.Key("start");
    writer.Uint64(figure.evidence.source.begin);
    writer.Key("end");
    writer.Uint64(figure.evidence.source.end);
    writer.EndObject();
  }
  writer.EndArray();
  out.assign(buffer.GetString(), buffer.GetSize());
  return out.size();
}

// Keeps the time of each run, and prints what they are to each other.
class Ratios : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.iterations == 0) continue;
      const bool threads =
          run.threads > 1 || run.run_name.str().find("real_time") != std::string::npos;
      seconds_[run.benchmark_name()] =
          (threads ? run.real_accumulated_time : run.cpu_accumulated_time) /
          static_cast<double>(run.iterations);
    }
    ConsoleReporter::ReportRuns(runs);
  }
  void print(const char* what, const std::string& a, const std::string& b) const {
    const auto x = seconds_.find(a), y = seconds_.find(b);
    if (x == seconds_.end() || y == seconds_.end()) return;
    std::printf("%-58s %8.2f\n", what, x->second / y->second);
  }

 private:
  std::map<std::string, double> seconds_;
};

void add_cleaning(const std::string& name, const Texts& texts) {
  benchmark::RegisterBenchmark(("validate/" + name).c_str(), [&texts](benchmark::State& state) {
    over(state, texts, [](const std::string& t) { return simdjson::validate_utf8(t); });
  });
  benchmark::RegisterBenchmark(("clean/" + name).c_str(), [&texts](benchmark::State& state) {
    over(state, texts, [](const std::string& t) { return clean(t).text().size(); });
  });
}

int run(std::vector<std::string> paths) {
  if (paths.empty()) paths = {SOLIEU_SOURCE_DIR "/corpus/dev", SOLIEU_SOURCE_DIR "/corpus/held"};
  Texts texts, nfd, tcvn3;
  Inputs source(paths, "", {});
  while (auto article = source.next()) {
    if (!*article) {
      std::fprintf(stderr, "%s\n", article->error().to_string().c_str());
      return 1;
    }
    texts.emplace_back(clean((*article)->document.bytes).text());
    nfd.push_back(testing::as_nfd(texts.back()));
    tcvn3.push_back(
        testing::encode(testing::holdable(texts.back(), Encoding::kTcvn3), Encoding::kTcvn3));
  }
  const fs::path rules = SOLIEU_SOURCE_DIR "/rules";
  const QuarterOfRules quarter(rules);
  const auto all = Extractor::load({.rules = rules, .rules_extra = {}});
  const auto some = Extractor::load({.rules = quarter.folder(), .rules_extra = {}});
  if (!all || !some) {
    std::fprintf(stderr, "%s\n", (all ? some : all).error().to_string().c_str());
    return 3;
  }

  using benchmark::RegisterBenchmark;
  RegisterBenchmark("floor", [&](benchmark::State& state) {
    over(state, texts, [](const std::string& t) { return floor_pass(t); });
  });
  const auto pipeline = [&](const Extractor& extractor) {
    return [&extractor, &texts](benchmark::State& state) {
      std::string json;
      over(state, texts, [&](const std::string& t) {
        json.clear();
        append_json(extractor.extract(document_of(t)), {}, json);
        return json.size();
      });
    };
  };
  RegisterBenchmark("pipeline", pipeline(*all));
  RegisterBenchmark("pipeline/quarter_of_rules", pipeline(*some));
  RegisterBenchmark("pipeline/real", pipeline(*all))->Threads(1)->Threads(2)->UseRealTime();
  add_cleaning("nfc", texts);
  add_cleaning("nfd", nfd);
  add_cleaning("tcvn3", tcvn3);

  RegisterBenchmark("stage/layout", [&](benchmark::State& state) {
    std::vector<Span> sentences;
    over(state, texts, [&](const std::string& t) {
      sentences.clear();
      for (const Block& block : lay_out(t, {}, all->rules().layout_cues()).blocks) {
        split_sentences(t, block.span, sentences);
      }
      return sentences.size();
    });
  });
  const auto each_sentence = [&](auto work) {
    return [&, work](benchmark::State& state) mutable {
      std::vector<Span> sentences;
      over(state, texts, [&](const std::string& t) {
        sentences.clear();
        split_sentences(t, {0, static_cast<uint32_t>(t.size())}, sentences);
        size_t sum = 0;
        for (const Span sentence : sentences) sum += work(t, sentence);
        return sum;
      });
    };
  };
  SentenceItems items;
  SentenceMentions mentions;
  MentionFinder finder(all->rules());
  RegisterBenchmark("stage/items", each_sentence([&](const std::string& t, Span sentence) {
                      itemise(all->rules(), t, sentence, items);
                      return items.items.size();
                    }));
  RegisterBenchmark("stage/items_and_mentions",
                    each_sentence([&](const std::string& t, Span sentence) {
                      itemise(all->rules(), t, sentence, items);
                      finder.find(t, items, mentions);
                      return mentions.figures.size();
                    }));
  std::vector<Itemised> articles;
  articles.reserve(texts.size());
  for (const std::string& text : texts) articles.emplace_back(all->rules(), text);
  const LinkRules linking(all->rules());
  RegisterBenchmark("stage/units", [&](benchmark::State& state) {
    size_t bytes = 0;
    for (auto _ : state) {
      for (const Itemised& article : articles) {
        benchmark::DoNotOptimize(find_units(all->rules(), linking, article));
        bytes += article.clean.text().size();
      }
    }
    state.SetBytesProcessed(static_cast<int64_t>(bytes));
  });
  std::vector<ArticleRecord> records;
  for (const std::string& text : texts) records.push_back(all->extract(document_of(text)));
  const auto writing = [&](auto write) {
    return [&, write](benchmark::State& state) {
      std::string out;
      size_t figures = 0, bytes = 0;
      for (auto _ : state) {
        for (const ArticleRecord& record : records) {
          out.clear();
          bytes += write(record, out);
          figures += record.figures.size();
        }
      }
      state.SetItemsProcessed(static_cast<int64_t>(figures));
      state.SetBytesProcessed(static_cast<int64_t>(bytes));
    };
  };
  RegisterBenchmark("stage/json", writing([](const ArticleRecord& record, std::string& out) {
                      append_json(record, {}, out);
                      return out.size();
                    }));
  RegisterBenchmark("json/bare_writer_of_8_of_30_members", writing(bare_writer));
  RegisterBenchmark("load", [&](benchmark::State& state) {
    for (auto _ : state) {
      benchmark::DoNotOptimize(Extractor::load({.rules = rules, .rules_extra = {}}).ok());
    }
  });

  Ratios ratios;
  benchmark::RunSpecifiedBenchmarks(&ratios);
  std::printf("\n");
  ratios.print("pipeline / floor", "pipeline", "floor");
  for (const char* stage : {"clean/nfc", "stage/layout", "stage/items", "stage/items_and_mentions",
                            "stage/units", "stage/json"}) {
    ratios.print((std::string(stage) + " / floor").c_str(), stage, "floor");
  }
  ratios.print("all rules / a quarter of them", "pipeline", "pipeline/quarter_of_rules");
  ratios.print("one thread / two, each with all articles (0.5: none waits)",
               "pipeline/real/real_time/threads:1", "pipeline/real/real_time/threads:2");
  for (const std::string kind : {"nfc", "nfd", "tcvn3"}) {
    ratios.print(("cleaning " + kind + " / validating it").c_str(), "clean/" + kind,
                 "validate/" + kind);
  }
  ratios.print("JSON / rapidjson's bare writer with 8 of 30 members", "stage/json",
               "json/bare_writer_of_8_of_30_members");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  return run({argv + 1, argv + argc});
}
