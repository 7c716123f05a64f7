// The title of an article on its page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/flow.h"

namespace solieu {

struct PageLines;

// The lines of the title, empty when none can be told. `text` is the first line of running text, or
// the number of lines. Evidence, from strong to weak: the page's metadata have the same words, its
// element is marked as a title, it is a heading, it stands next above the text.
LineRange find_title(const PageLines& page, uint32_t text);

// Letters and digits in small letters, so that titles can be compared.
std::string fold_title(std::string_view title);
std::string fold_title(std::string_view text, const std::vector<FlowLine>& lines, LineRange range);

// "Tặng quà - Báo Tân Lập" without the site; `title` as it is where there is none.
std::string_view without_site(std::string_view title);

}  // namespace solieu
