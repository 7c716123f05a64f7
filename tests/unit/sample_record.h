// A record filled by hand, with something in every place.
#pragma once

#include <memory>

#include "solieu/record.h"

inline solieu::ArticleRecord sample_record() {
  using namespace solieu;
  ArticleRecord record;
  record.document = std::make_unique<Document>();
  record.document->id = "xa-tan-lap";
  record.document->uri = "bai/xa-tan-lap.txt";
  record.document->bytes = "Hội đã trao 49 suất quà.";
  record.text = record.document->bytes;
  record.sha256 = std::string(64, 'a');
  record.source_size = record.document->bytes.size();
  record.offsets = OffsetMap();  // the source is the clean text
  record.title = "Trao quà \"Tết ấm\"";
  record.published = "2023-12-28";
  record.rules = "5f";

  Figure gifts;
  gifts.id = 0x53e42b95;
  gifts.value = gifts.min_value = gifts.max_value = Decimal(49);
  gifts.evidence = {"49", {16, 18}, {12, 14}};
  gifts.sentence = record.text;
  gifts.counted = Counted{"suất quà", "suất"};
  gifts.unit_org = UnitRef{"Hội LHPN xã Tân Lập", "Hội", "", Basis::kSentence};
  gifts.period = "2023";
  gifts.period_basis = Basis::kArticle;
  gifts.group = 0;
  gifts.confidence = *Decimal::make(97, -2);
  gifts.rule = "count.noun";
  record.figures.push_back(gifts);

  Figure money;
  money.kind = Kind::kMoney;
  money.min_value = Decimal::make(25, 20);
  money.unit = "VND";
  money.modifier = Modifier::kAtLeast;
  money.modifier_text = "ít nhất";
  money.sentence = record.text;
  money.status = FigureStatus::kTarget;
  money.change = Change{Direction::kDecrease, "năm 2022", Decimal::make(-5, -3)};
  money.table_row = "Tổng";
  record.figures.push_back(money);

  Unit& commune = record.units.emplace_back();
  commune.id = 7;
  commune.name = "xã Tân Lập";
  commune.type = "administrative";
  DateMention& month = record.dates.emplace_back();
  month.value = "2023-10";
  month.role = "period";
  record.checks.push_back({"product", true, {1, 2}, Decimal(98), Decimal(98), "49 × 2\t= 98"});
  record.warnings.push_back({"replaced_bytes", "m", 2, Span{3, 4}});
  record.warnings.push_back({"no_date", "m", 1, std::nullopt});
  return record;
}
