// What the export panel was left as is there the next time; what cannot be used of it is not.

#include "app/export_memory.h"

#include "base/atomic_file.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace vidik {
namespace {

class ExportMemory : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("vidik_export_memory_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_ / "config" / "vidik");
    setenv("XDG_CONFIG_HOME", (folder_ / "config").c_str(), 1);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& text) { ASSERT_TRUE(write_file_atomically(export_memory_path(), text)); }
  std::filesystem::path folder_;
};

TEST_F(ExportMemory, ComesBackWithoutWhatBelongsToAProject) {
  EXPECT_EQ(*read_export_choice(export_memory_path()), ExportChoice{});
  ExportChoice choice;
  choice.page = "210x297mm", choice.format = ExportFormat::webm, choice.ratio = 4, choice.light = false;
  choice.transparent = choice.text_beside = true, choice.callouts = false;
  choice.film = {"6h", 25, 5, true};
  ExportChoice with_words = choice;
  with_words.title = "Ours", with_words.subtitle = "below", with_words.file = "a/b";
  ASSERT_TRUE(save_export_choice(export_memory_path(), with_words));
  EXPECT_EQ(*read_export_choice(export_memory_path()), choice);
}

TEST_F(ExportMemory, ValuesThatAreNoneAreTheUsualOnes) {
  write(
      R"({"page": "large", "format": "bmp", "pixels": 1000, "light": "no", "step": "soon", "fps": 0, "hold": -1,
            "callouts": false})");
  ExportChoice usual;
  usual.callouts = false;
  EXPECT_EQ(*read_export_choice(export_memory_path()), usual);
}

TEST_F(ExportMemory, ADamagedFileIsSaid) {
  for (const char* text : {"{", "[]", ""}) {
    write(text);
    EXPECT_FALSE(read_export_choice(export_memory_path()).ok()) << text;
  }
}

}  // namespace
}  // namespace vidik
