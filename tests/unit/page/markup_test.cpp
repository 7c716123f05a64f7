#include "page/markup.h"

#include "catch.h"
#include "page/attributes.h"
#include "page/characters.h"
#include "page/tree.h"

using namespace solieu;

TEST_CASE("The parser sees tags and numbers only") {
  const std::string_view page =
      "<div class='a' onclick=\"x('>')\"><p>Một &amp; hai</p> <b>ba</b></div>";
  const Markup markup = cut_markup(page);
  CHECK(markup.skeleton == "<body><div n=0><p>0;</p> 1;</div>");
  REQUIRE(markup.runs.size() == 2);
  CHECK(markup.runs[0].span.of(page) == "Một &amp; hai");
  CHECK_FALSE(markup.runs[0].bold);
  CHECK(markup.runs[1].bold);
  REQUIRE(markup.tags.size() == 1);
  CHECK(attribute(markup.tags[0].attributes.of(page), "class") == "a");
}

TEST_CASE("Scripts, styles, drawings, comments and form fields are cut") {
  const Markup markup = cut_markup(
      "<style>p{}</style><SCRIPT>if (a<b) x='</p>';</SCRIPT><svg><title>x</title></svg><!-- <p> -->"
      "<?xml version='1.0'?><![CDATA[ <p> ]]><select><option>1</select><textarea><p></textarea>c");
  CHECK(markup.skeleton == "<body>0;");
  CHECK(markup.runs.size() == 1);
}

TEST_CASE("JSON-LD, <meta> and <link> are kept apart") {
  const std::string_view page =
      "<meta name=a content=b><link rel=canonical href=c>"
      "<script type='application/ld+json'>{\"a\":1}</script>";
  const Markup markup = cut_markup(page);
  REQUIRE(markup.metas.size() == 1);
  REQUIRE(markup.links.size() == 1);
  REQUIRE(markup.json_ld.size() == 1);
  CHECK(markup.json_ld[0].of(page) == "{\"a\":1}");
  CHECK(attribute(markup.metas[0].of(page), "content") == "b");
}

TEST_CASE("Items, cells and paragraphs that nothing ends do not nest") {
  CHECK(cut_markup("<ul><li>a<li>b</ul>").skeleton == "<body><ul><li>0;</li><li>1;</li></ul>");
  CHECK(cut_markup("<table><tr><td>a<td>b<tr><td>c</table>").skeleton ==
        "<body><table><tr><td>0;</td><td>1;</td></tr><tr><td>2;</td></tr></table>");
  CHECK(cut_markup("<p>a<p>b<div>c</div>").skeleton == "<body><p>0;</p><p>1;</p><div>2;</div>");
}

TEST_CASE("A '<' that begins no tag is text") {
  const std::string_view page = "<p>5 < 7 và 3 <4</p>";
  const Markup markup = cut_markup(page);
  REQUIRE(markup.runs.size() == 1);
  CHECK(markup.runs[0].span.of(page) == "5 < 7 và 3 <4");
}

TEST_CASE("Elements deeper than the limit are dropped, their text is not") {
  const Markup markup = cut_markup("<div><div><div>a</div><p>b</p></div></div>", {.depth = 2});
  CHECK(markup.dropped_depth == 2);
  CHECK(markup.skeleton == "<body><div><div><br>0;<br>1;</div></div>");
}

TEST_CASE("Nodes stand in the order of the page and know where they end") {
  const Markup markup = cut_markup("<section id=s>a<article id=t>b</article></section><p>c");
  const std::vector<Node> tree = build_tree(markup);
  std::vector<Element> elements;
  for (const Node& node : tree) elements.push_back(node.element);
  const std::vector<Element> expected = {Element::kDiv,     Element::kDiv,       Element::kDiv,
                                         Element::kSection, Element::kText,      Element::kArticle,
                                         Element::kText,    Element::kParagraph, Element::kText};
  CHECK(elements == expected);
  CHECK(tree[3].end == 7);
  CHECK(tree[5].parent == 3);
}

TEST_CASE("Attributes with and without quotes, entities, and none") {
  CHECK(attribute(" a=1 B='x y' c", "b") == "x y");
  CHECK(attribute(" a=1 B='x y' c", "c") == "");
  CHECK_FALSE(attribute(" a=1", "d"));
  CHECK(attribute(" href=/a/b?c=d>", "href") == "/a/b?c=d>");
  CHECK(attribute_text(" A &amp;  B&nbsp;&#39;c&#39; ") == "A & B 'c'");
}

TEST_CASE("Entities") {
  CHECK(read_entity("&amp;x")->text == "&");
  CHECK(read_entity("&#7897;i")->text == "ộ");
  CHECK(read_entity("&#x1ED9")->text == "ộ");
  CHECK(read_entity("&nbspx")->bytes == 5);
  CHECK(read_entity("&alpha;")->text == "α");
  CHECK_FALSE(read_entity("&alpha x"));
  CHECK_FALSE(read_entity("& b"));
  CHECK_FALSE(read_entity("&"));
  CHECK_FALSE(read_entity("&khong;"));
}
