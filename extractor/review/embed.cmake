# Writes OUT, a C++ table of the files FOLDER/*. usage: cmake -D OUT=... -D FOLDER=... -P embed.cmake
set(arrays "")
set(rows "")
set(count 0)
file(GLOB files ${FOLDER}/*)
foreach(file IN LISTS files)
  get_filename_component(name ${file} NAME)
  string(REGEX REPLACE "\\.gz$" "" name ${name})
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
  file(SIZE ${file} size)
  string(APPEND rows "    {\"${name}\", std::string_view(\"${bytes}\", ${size})},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE ${OUT} "#include \"review/page.h\"

#include <array>

namespace solieu {

std::string_view page_file(std::string_view name) {
  struct File {
    std::string_view name;
    std::string_view bytes;
  };
  static constexpr std::array<File, ${count}> kFiles = {{
${rows}  }};
  for (const File& file : kFiles) {
    if (file.name == name) return file.bytes;
  }
  return {};
}

}  // namespace solieu
")
