// Letters of other scripts that print like a Latin letter (Unicode confusables.txt, restricted to
// pairs that look the same in common fonts). Absent are α, ρ, υ, μ, ω, к, в: they are told apart at
// sight and have uses of their own inside Latin words.
#pragma once

#include <string_view>

namespace solieu {

inline constexpr std::u32string_view kLookalikes =
    U"аеорсухіѕјһԁԛԝѵАВЕКМНОРСТУХІЅЈҮοΟΑΒΕΖΗΙΚΜΝΡΤΥΧɑɡ";
inline constexpr std::u32string_view kLookLike =
    U"aeopcyxisjhdqwvABEKMHOPCTYXISJYoOABEZHIKMNPTYXag";
static_assert(kLookalikes.size() == kLookLike.size());

}  // namespace solieu
