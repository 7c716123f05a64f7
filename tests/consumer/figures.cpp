#include <solieu/extractor.h>

#include <iostream>

int main() {
  const auto extractor = solieu::Extractor::load({.rules = SOLIEU_RULES});
  if (!extractor) return std::cerr << extractor.error().to_string() << '\n', 1;
  const auto record = extractor->extract(
      {.id = "1", .uri = "-", .bytes = "Hội đã trao 49 suất quà, trị giá gần 16,5 triệu đồng."});
  for (const solieu::Figure& figure : record.figures)
    std::cout << name_of(figure.modifier) << ' ' << figure.value->to_string() << ' ' << figure.unit
              << " (" << figure.evidence.quote << ")\n";
}
