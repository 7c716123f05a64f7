#include "review/fields.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "solieu/decimal.h"
#include "solieu/record.h"

namespace solieu {
namespace {

Error wrong(std::string_view field, std::string_view message, std::string remedy) {
  return {Error::Code::kInput, std::string(field), std::string(message), std::move(remedy)};
}

// "2023-10" looks like "9999-99".
std::string shape_of(std::string_view text) {
  std::string shape(text);
  for (char& c : shape) {
    if (c >= '0' && c <= '9') c = '9';
    if (c >= 'A' && c <= 'Z') c = 'A';
  }
  return shape;
}

// A day, month or year, or an interval of them, as records have it.
bool is_period(std::string_view text) {
  const std::string shape = shape_of(text);
  const size_t slash = shape.find('/');
  const auto one = [](std::string_view part) {
    return part == "9999" || part == "9999-99" || part == "9999-99-99";
  };
  if (slash == shape.npos) return one(shape);
  return one(std::string_view(shape).substr(0, slash)) &&
         one(std::string_view(shape).substr(slash + 1));
}

// An ISO 3166-2 code, or that of a country.
bool is_place(std::string_view text) {
  const std::string shape = shape_of(text);
  if (shape == "AA") return true;
  return shape.starts_with("AA-") && shape.size() <= 6 && shape.size() > 3 &&
         shape.find_first_not_of("A9", 3) == shape.npos;
}

Status check_numbers(FieldValues& values) {
  for (const char* name : {"value", "min_value", "max_value", "of"}) {
    auto& text = values[name];
    if (!text) continue;
    const auto number = Decimal::parse(*text);
    if (!number) return wrong(name, "is no number: " + *text, "write digits, with . for decimals");
    text = number->to_string();
  }
  return {};
}

void set_bounds(FieldValues& values, Modifier modifier) {
  const auto& value = values["value"];
  const bool exact = modifier == Modifier::kExact;
  const bool low = modifier == Modifier::kAbove || modifier == Modifier::kAtLeast;
  const bool high = modifier == Modifier::kBelow || modifier == Modifier::kAtMost;
  values["min_value"] = exact || low ? value : std::nullopt;
  values["max_value"] = exact || high ? value : std::nullopt;
}

}  // namespace

Result<FieldValues> check_fields(FieldValues values) {
  for (auto& [name, text] : values) {
    if (text && text->empty()) text.reset();
  }
  const auto given = [&](std::string_view name) { return values[std::string(name)].value_or(""); };
  const auto kind = kind_named(given("kind"));
  if (!kind) return wrong("kind", "is none that records have", "choose one of the list");
  const auto modifier = modifier_named(given("modifier"));
  if (!modifier) return wrong("modifier", "is none that records have", "choose one of the list");
  if (const std::string status = given("status"); status != "actual" && status != "target") {
    return wrong("status", "is none that records have", "choose actual or target");
  }
  if (const auto& change = values["change"];
      change && *change != "increase" && *change != "decrease") {
    return wrong("change", "is none that records have", "choose increase, decrease or nothing");
  }
  if (Status status = check_numbers(values); !status) return status.error();
  if (values["value"]) {
    set_bounds(values, *modifier);
  } else if (!values["min_value"] && !values["max_value"]) {
    return wrong("value", "is missing", "give the value, or the bounds of a range");
  }
  if (*kind == Kind::kMoney && given("unit").size() != 3) {
    return wrong("unit", "is no currency", "give its ISO 4217 code, such as VND");
  }
  if (*kind == Kind::kRatio && !values["of"]) {
    return wrong("of", "is missing", "a ratio says out of how many");
  }
  if (values["period"] && !is_period(*values["period"])) {
    return wrong("period", "is no ISO 8601 period", "write 2023, 2023-10 or 2017/2022");
  }
  if (values["place"] && !is_place(*values["place"])) {
    return wrong("place", "is no ISO 3166-2 code", "write VN-20");
  }
  return values;
}

std::string to_json(const FieldValues& values) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.StartObject();
  for (const std::string_view name : kReviewedFields) {
    writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    const auto at = values.find(name);
    if (at == values.end() || !at->second) {
      writer.Null();
    } else {
      writer.String(at->second->data(), static_cast<rapidjson::SizeType>(at->second->size()));
    }
  }
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace solieu
