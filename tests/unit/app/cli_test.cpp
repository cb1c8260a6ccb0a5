#include "app/cli.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

std::variant<Options, int> parse(std::vector<const char*> words) {
  words.insert(words.begin(), "vidik");
  return parse_command_line(static_cast<int>(words.size()), words.data());
}

TEST(CommandLine, NothingSaidOpensTheWindow) {
  const auto parsed = parse({});
  ASSERT_TRUE(std::holds_alternative<Options>(parsed));
  EXPECT_EQ(std::get<Options>(parsed).command, Command::window);
}

TEST(CommandLine, RenderTakesFilesClockAndPicture) {
  const auto parsed = parse({"render", "a.csv", "b.csv", "-o", "x.png", "--at", "2025-03-15", "--window",
                             "30d", "--size", "800x600", "--scale", "2", "--answer", "date_order=dmy",
                             "--answer", "axes=lonlat", "--role", "begin=Datum"});
  ASSERT_TRUE(std::holds_alternative<Options>(parsed));
  const Options& o = std::get<Options>(parsed);
  EXPECT_EQ(o.command, Command::render);
  EXPECT_EQ(o.inputs, (std::vector<std::string>{"a.csv", "b.csv"}));
  EXPECT_EQ(o.output, "x.png");
  EXPECT_EQ(o.at, "2025-03-15");
  EXPECT_EQ(o.answers.at("date_order"), "dmy");
  EXPECT_EQ(o.answers.at("axes"), "lonlat");
  EXPECT_EQ(o.roles.at("begin"), "Datum");
  EXPECT_EQ(o.scale, 2);
}

TEST(CommandLine, AFilterOrClockOptionAsksForTheVisibleSet) {
  EXPECT_FALSE(std::get<Options>(parse({"events", "--json"})).has_clock_or_filter());
  EXPECT_TRUE(std::get<Options>(parse({"events", "--filter", "unverified=any"})).has_clock_or_filter());
  EXPECT_TRUE(std::get<Options>(parse({"events", "--at", "2025"})).has_clock_or_filter());
}

TEST(CommandLine, WrongUsageIsExitCodeTwo) {
  testing::internal::CaptureStderr();
  EXPECT_EQ(std::get<int>(parse({"render"})), kExitUsage);  // no -o
  EXPECT_EQ(std::get<int>(parse({"events", "--nonsense"})), kExitUsage);
  EXPECT_EQ(std::get<int>(parse({"info"})), kExitUsage);  // no file
  EXPECT_EQ(std::get<int>(parse({"events", "--answer", "x"})), kExitUsage);
  EXPECT_EQ(std::get<int>(parse({"plugin"})), kExitUsage);
  const std::string said = testing::internal::GetCapturedStderr();
  EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 5) << said;  // one line each
}

}  // namespace
}  // namespace vidik
