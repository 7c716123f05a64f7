// Small JSON objects: lines of the files that a run leaves beside its output, answers of the
// server.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace solieu {

// Builds one object; strings must be UTF-8.
class JsonObject {
 public:
  JsonObject() { writer_.StartObject(); }
  // An empty string becomes null.
  JsonObject& add(std::string_view key, std::string_view value) {
    this->key(key);
    if (value.empty()) {
      writer_.Null();
    } else {
      writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    }
    return *this;
  }
  JsonObject& add(std::string_view key, uint64_t value) {
    this->key(key);
    writer_.Uint64(value);
    return *this;
  }
  // Members that are JSON already: "a":1,"b":2
  JsonObject& add_object(std::string_view key, std::string_view members) {
    this->key(key);
    const std::string object = "{" + std::string(members) + "}";
    writer_.RawValue(object.data(), object.size(), rapidjson::kObjectType);
    return *this;
  }
  // The object; nothing may be added afterwards.
  std::string_view finish() {
    writer_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void key(std::string_view key) {
    writer_.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

}  // namespace solieu
