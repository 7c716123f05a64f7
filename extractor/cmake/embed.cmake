# solieu_embed(OUT SYMBOL=FILE...): a source file OUT in the binary folder that defines each SYMBOL in
# namespace solieu as a std::string_view of FILE's text. The file stays the only source.
function(solieu_embed out)
  set(embedded "")
  foreach(pair IN LISTS ARGN)
    string(REPLACE "=" ";" pair "${pair}")
    list(GET pair 0 symbol)
    list(GET pair 1 file)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} text)
    string(APPEND embedded "extern const std::string_view ${symbol};\nconst std::string_view ${symbol} = R\"embedded(${text})embedded\";\n")
  endforeach()
  file(CONFIGURE OUTPUT ${out} @ONLY CONTENT
    "#include <string_view>\n\nnamespace solieu {\n\n@embedded@\n}  // namespace solieu\n")
endfunction()
