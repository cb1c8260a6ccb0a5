#pragma once
// Texts as files, and what reading them in this process gives.

#include "ingest/read_events.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace vidik {

// A file of its own folder, gone with the object.
class TempFile {
 public:
  explicit TempFile(const std::string& name, std::string_view bytes = {}) {
    std::string dir = testing::TempDir() + "vidik_XXXXXX";
    dir_ = ::mkdtemp(dir.data());
    path_ = dir_ + "/" + name;
    write(bytes);
  }
  ~TempFile() {
    ::unlink(path_.c_str());
    ::rmdir(dir_.c_str());
  }
  TempFile(const TempFile&) = delete;
  TempFile& operator=(const TempFile&) = delete;
  void write(std::string_view bytes) const {
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  const std::string& path() const { return path_; }
  const std::string& dir() const { return dir_; }

 private:
  std::string dir_, path_;
};

struct Reading : ReadSink {
  std::vector<EventBatch> batches;
  TextTable cells;
  ImportReport report;
  std::string error;

  void events(const EventBatch& batch) override { batches.push_back(batch); }
  void table(const TextTable& piece) override { cells = piece; }
  void progress(const ReadProgress&) override {}

  std::size_t rows() const {
    std::size_t n = 0;
    for (const EventBatch& batch : batches) n += batch.size();
    return n;
  }
  const LayerReport& layer() const { return report.layers.at(0); }
  std::string text(std::uint32_t row, Field field) const {
    return std::string(batches.at(0).texts.text(row, field));
  }
  std::string asked() const {
    std::string out;
    for (const LayerReport& one : report.layers) {
      for (const Question& question : one.questions) out += (out.empty() ? "" : " ") + question.about;
    }
    return out;
  }
};

using Words = std::map<std::string, std::string>;

inline Reading read_text(std::string_view bytes, const Words& answers = {}, const Words& roles = {}) {
  const TempFile file("t.csv", bytes);
  Reading out;
  ReadRequest request;
  request.path = file.path();
  request.answers = answers;
  request.roles = roles;
  Result<OpenedFile> opened = open_delimited(request.path, answers);
  if (!opened.ok()) {
    out.error = opened.error().text;
    return out;
  }
  const Result<> done = read_events(*opened, request, {}, out, out.report);
  if (!done.ok()) out.error = done.error().text;
  return out;
}

}  // namespace vidik
