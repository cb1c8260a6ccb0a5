#pragma once
// The parts of `vidik bench`: each measures one group of CONTRACT §7's numbers and puts them into the document.
//
// Errors: a part that cannot be measured says why; the command then ends with it. Threads: one.

#include "app/headless.h"
#include "app/options.h"

#include <nlohmann/json.hpp>

#include <string>

namespace vidik {

using BenchDocument = nlohmann::ordered_json;

inline constexpr int kBenchWidth = 1600, kBenchHeight = 900;

// start_s and window_s: processes of their own, timed from exec to their word that the first frame stands.
Result<> bench_start(BenchDocument& document);
// first_s, load_s, reopen_s, gdal_s; leaves the reopened session for the frames.
Result<std::unique_ptr<Session>> bench_load(const std::string& file, Headless& headless,
                                            BenchDocument& document);
// scrub_ms … timeline_ms with their yardsticks.
Result<> bench_frames(Session& session, Headless& headless, Span range, BenchDocument& document);

// The bench page: 1600x900, dark, mode window, timeline strip, the six countries.
void lay_out_bench(Session& session);

// Runs a program of ours and answers the seconds from exec until it printed `word` (it must exit 0).
Result<double> seconds_until_word(const std::vector<std::string>& command, const std::string& word);
// Runs it and answers the number that it printed.
Result<double> printed_number(const std::vector<std::string>& command);

}  // namespace vidik
