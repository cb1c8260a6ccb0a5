#include "ingest/source.h"
#include "ingest/report_json.h"
#include "reading.h"

#include <sys/stat.h>
#include <csignal>
#include <fstream>
#include <iterator>
#include <regex>

namespace vidik {
namespace {

ReadRequest of(const std::string& path, ReadFor purpose = ReadFor::events) {
  ReadRequest request;
  request.path = path;
  request.purpose = purpose;
  return request;
}

struct Answer {
  ReadOutput out;
  ReadState state = ReadState::failed;
  std::string error;
  ImportReport report;
  std::size_t rows() const {
    std::size_t n = 0;
    for (const EventBatch& batch : out.events) n += batch.size();
    return n;
  }
};

Answer read(const ReadRequest& request) {
  Answer answer;
  Result<ReadJob> job = start_read(request);
  if (!job.ok()) {
    answer.error = job.error().message();
    return answer;
  }
  answer.state = job->wait(answer.out);
  answer.report = job->report();
  if (answer.state == ReadState::failed) answer.error = job->error().message();
  return answer;
}

std::string many_rows(int n) {
  std::string text = "id,start,lon,lat,title\n";
  for (int i = 0; i < n; ++i)
    text += std::to_string(i) + ",2024-11-29T19:10:00Z,20.5,44.5,title " + std::to_string(i) + "\n";
  return text;
}

TEST(Source, TheShippedEventsAreAllKept) {
  const Answer answer = read(of(std::string(VIDIK_SETS) + "/events/western_balkans_events.csv"));
  ASSERT_EQ(answer.state, ReadState::finished) << answer.error;
  EXPECT_EQ(answer.rows(), 290u);
  EXPECT_EQ(answer.report.layers.at(0).rows, 290u);
  EXPECT_EQ(answer.report.layers.at(0).dropped, 0u);
  EXPECT_TRUE(answer.report.layers.at(0).questions.empty());
  EXPECT_EQ(answer.report.layers.at(0).roles.at("status"), "confidence");
}

TEST(Source, BatchesOfABigFileArriveWholeAndInOrder) {
  const TempFile file("big.csv", many_rows(100'000));
  const Answer answer = read(of(file.path()));
  ASSERT_EQ(answer.rows(), 100'000u) << answer.error;
  EXPECT_LE(answer.out.events.at(0).size(), 2000u);
  std::size_t next = 0;
  for (const EventBatch& batch : answer.out.events) {
    for (std::uint32_t k = 0; k < batch.size(); ++k) {
      ASSERT_EQ(batch.texts.text(k, Field::id), std::to_string(next));
      ASSERT_EQ(batch.source_row[k], next + 2);
      ++next;
    }
  }
}

TEST(Source, AReportIsMadeWithoutEvents) {
  const TempFile file("t.csv", "date,lat\n2024,44\nx,44\n");
  const Result<ImportReport> report = read_report(of(file.path()));
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report.value().path, file.path());
  EXPECT_EQ(report.value().layers.at(0).kept, 1u);
  EXPECT_EQ(report.value().layers.at(0).drops.at(0).row, 3u);
}

TEST(Source, ATableComesAsCells) {
  const TempFile file("t.csv", "a,b\n1,2\n3,4\n");
  const Answer answer = read(of(file.path(), ReadFor::table));
  ASSERT_EQ(answer.state, ReadState::finished) << answer.error;
  EXPECT_EQ(answer.out.table.cell(1, 1), "4");
}

TEST(Source, FilesThatAreNoneAreRefusedInWordsWithThePathLast) {
  const TempFile file("t.csv", "a");
  const std::string pipe = file.dir() + "/pipe.csv";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const std::pair<std::string, const char*> cases[] = {
      {file.dir() + "/none.csv", "there is no such file"},
      {file.dir(), "this is a folder"},
      {pipe, "a device or a pipe"},
      {"/dev/zero", "a device or a pipe"},
      {"/vsicurl/http://127.0.0.1:9/x.geojson", "only files"},
      {"http://127.0.0.1:9/x", "only files"},
      {"PG:dbname=x", "there is no such file"},
      {"{\"type\":\"Point\"}", "there is no such file"},
      {"", "no name of a file"},
  };
  for (const auto& [path, words] : cases) {
    const Answer answer = read(of(path));
    EXPECT_EQ(answer.state, ReadState::failed) << path;
    EXPECT_NE(answer.error.find(words), std::string::npos) << answer.error;
    if (!path.empty()) {
      EXPECT_EQ(answer.error.substr(answer.error.size() - path.size()), path);
    }
  }
  ::unlink(pipe.c_str());
}

TEST(Source, AKilledReaderIsSaidInWords) {
  const TempFile file("big.csv", many_rows(300'000));
  Result<ReadJob> job = start_read(of(file.path()));
  ASSERT_TRUE(job.ok());
  ASSERT_EQ(::kill(job->child_id(), SIGKILL), 0);
  ReadOutput out;
  EXPECT_EQ(job->wait(out), ReadState::failed);
  EXPECT_NE(job->error().text.find("crashed (signal 9)"), std::string::npos) << job->error().text;
  EXPECT_EQ(job->child_id(), 0);
}

TEST(Source, TheReaderHasGivenUpItsRightsBeforeItReads) {
  const TempFile file("big.csv", many_rows(300'000));
  Result<ReadJob> job = start_read(of(file.path()));
  ASSERT_TRUE(job.ok());
  ReadOutput out;
  while (out.events.empty()) ASSERT_EQ(job->poll(out, 1), ReadState::reading);
  // It waits for us to read on, so it is still there.
  std::ifstream status("/proc/" + std::to_string(job->child_id()) + "/status");
  const std::string text{std::istreambuf_iterator<char>(status), {}};
  EXPECT_NE(text.find("Seccomp:\t2"), std::string::npos) << text;
  EXPECT_NE(text.find("NoNewPrivs:\t1"), std::string::npos) << text;
  // SIGXCPU comes first and says which limit it was.
  std::ifstream limits("/proc/" + std::to_string(job->child_id()) + "/limits");
  const std::string most{std::istreambuf_iterator<char>(limits), {}};
  const std::regex soft_then_hard("Max cpu time +600 +602 ");
  EXPECT_TRUE(std::regex_search(most, soft_then_hard)) << most;
}

TEST(Source, ACancelledJobIsOverAtOnce) {
  const TempFile file("big.csv", many_rows(300'000));
  Result<ReadJob> job = start_read(of(file.path()));
  ASSERT_TRUE(job.ok());
  job->cancel();
  ReadOutput out;
  EXPECT_EQ(job->poll(out), ReadState::failed);
  EXPECT_EQ(job->error().code, Code::cancelled);
  EXPECT_EQ(job->wake_fd(), -1);
}

TEST(Source, AStrangerInPlaceOfTheReaderIsAnError) {
  ReadRequest request = of("/etc/hostname");
  request.program = "/bin/true";
  EXPECT_NE(read(request).error.find("ended with code 0"), std::string::npos);
  request.program = "/nonexistent/vidik-ingest";
  EXPECT_NE(read(request).error.find("missing"), std::string::npos);
}

TEST(Source, AReaderThatSpeaksAnotherLanguageIsEnded) {
  const TempFile script("reader", "#!/bin/sh\nprintf 'this is no frame at all, is it' >&3\nexec cat\n");
  ::chmod(script.path().c_str(), 0700);
  ReadRequest request = of("/etc/hostname");
  request.program = script.path();
  EXPECT_NE(read(request).error.find("broke its protocol"), std::string::npos);
}

TEST(Source, AReaderThatSaysNothingIsGivenUp) {
  const TempFile script("reader", "#!/bin/sh\nexec cat\n");
  ::chmod(script.path().c_str(), 0700);
  ReadRequest request = of("/etc/hostname");
  request.program = script.path();
  request.limits.silent_s = 0;
  EXPECT_NE(read(request).error.find("silent_s"), std::string::npos);
}

TEST(Source, AReaderOutOfProcessorTimeIsSaidInWordsOfTheLimit) {
  const TempFile script("reader", "#!/bin/sh\nkill -XCPU $$\n");
  ::chmod(script.path().c_str(), 0700);
  ReadRequest request = of("/etc/hostname");
  request.program = script.path();
  const std::string error = read(request).error;
  EXPECT_NE(error.find("limit cpu_s"), std::string::npos) << error;
  EXPECT_EQ(error.find("harm"), std::string::npos) << error;
}

TEST(Source, TheSizeIsKnownBeforeTheFileIsOpened) {
  const TempFile file("broken.geojson", "{\"type\": \"FeatureCollection\", \"features\": [");
  Result<ReadJob> job = start_read(of(file.path()));
  ASSERT_TRUE(job.ok());
  ReadOutput out;
  EXPECT_EQ(job->wait(out), ReadState::failed);
  EXPECT_EQ(job->progress().bytes_total, 43u);
}

TEST(Source, AnAnswerTravelsToTheReader) {
  const TempFile file("t.csv", "date\n4/5/1999\n");
  ReadRequest request = of(file.path());
  EXPECT_EQ(read(request).report.layers.at(0).questions.at(0).about, "date_order");
  request.answers = {{"date_order", "mdy"}};
  EXPECT_EQ(read(request).out.events.at(0).texts.text(0, Field::begin_written), "1999-04-05");
}

TEST(Source, ProjectedPlacesBecomeDegreesWhenTheSystemIsTold) {
  const TempFile file("t.csv", "date,x,y\n2024,2271131.7,5592085.6\n");
  ReadRequest request = of(file.path());
  request.answers = {{"crs", "EPSG:3857"}};
  const Answer answer = read(request);
  ASSERT_EQ(answer.rows(), 1u) << answer.error;
  EXPECT_NEAR(answer.out.events[0].lon[0], 20.402, 0.001);
  EXPECT_NEAR(answer.out.events[0].lat[0], 44.8127, 0.001);
  request.answers = {{"crs", "http://127.0.0.1:9/crs"}};
  EXPECT_NE(read(request).error.find("no coordinate system"), std::string::npos);
}

}  // namespace
}  // namespace vidik
