// Catch2's header, 2.x or 3.x.
#pragma once

#ifdef SOLIEU_CATCH2_V3
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
