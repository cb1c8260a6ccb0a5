#include "ingest/delimited_form.h"

#include "base/text.h"

#include <algorithm>
#include <cstdint>
#include <map>

namespace vidik {
namespace {

constexpr std::size_t kLooked = 50;  // records: a form that holds for so many holds

// Fields of each record, blank lines left out. Quotes count only where a field begins with one.
std::vector<std::size_t> field_counts(std::string_view head, char separator, bool cr_lines, bool whole) {
  const char line_end = cr_lines ? '\r' : '\n';
  std::vector<std::size_t> counts;
  std::size_t fields = 1, in_record = 0;
  bool quoted = false, at_begin = true;
  for (std::size_t i = 0; i < head.size() && counts.size() < kLooked; ++i) {
    const char c = head[i];
    if (quoted) {
      if (c == '"' && i + 1 < head.size() && head[i + 1] == '"') {
        ++i;
      } else if (c == '"') {
        quoted = false;
      }
    } else if (c == '"' && at_begin) {
      quoted = true;
      ++in_record;
    } else if (c == line_end) {
      if (in_record > 0) counts.push_back(fields);
      fields = 1;
      in_record = 0;
    } else {
      if (c == separator) ++fields;
      if (c != '\r') ++in_record;
    }
    at_begin = c == separator || c == line_end;
  }
  if (whole && in_record > 0 && !quoted && counts.size() < kLooked) counts.push_back(fields);
  return counts;
}

struct Regularity {
  std::size_t fields = 0;  // of the header
  double share = 0;        // of the records that have as many
  std::size_t records = 0;
};

Regularity regularity(const std::vector<std::size_t>& counts) {
  Regularity out;
  if (counts.empty()) return out;
  out.fields = counts.front();
  out.records = counts.size();
  const auto same = std::count(counts.begin(), counts.end(), counts.front());
  out.share = static_cast<double>(same) / static_cast<double>(counts.size());
  return out;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool looks_like_gdelt(std::string_view head) {
  const std::string_view line = head.substr(0, head.find('\n'));
  const std::vector<std::string_view> fields = split(line, '\t');
  return fields.size() == 61 && all_digits(fields[0]) && fields[1].size() == 8 && all_digits(fields[1]) &&
         fields[2].size() == 6 && all_digits(fields[2]);
}

}  // namespace

DelimitedForm guess_form(std::string_view head, bool whole) {
  DelimitedForm form;
  form.cr_lines = head.find('\n') == std::string_view::npos && head.find('\r') != std::string_view::npos;
  if (looks_like_gdelt(head)) {
    form.separator = '\t';
    form.gdelt = true;
    form.quotes = form.has_header = false;
    return form;
  }
  const std::string_view line = trimmed(head.substr(0, head.find(form.cr_lines ? '\r' : '\n')));
  if (line.size() == 5 && lower_ascii(line.substr(0, 4)) == "sep=") {
    form.separator = line[4];
    form.separator_said = true;
    form.skip_lines = 1;
    return form;
  }
  double best = 0;
  std::map<char, Regularity> seen;
  // In order of preference where they are equally regular.
  for (const char separator : {',', ';', '\t', '|'}) {
    const Regularity r = seen[separator] = regularity(field_counts(head, separator, form.cr_lines, whole));
    // Regular first, then many columns: a title with a comma in each row is no second column of a TSV.
    const double score =
        r.fields < 2
            ? 0
            : r.share * r.share * (1 + 0.02 * static_cast<double>(std::min<std::size_t>(r.fields, 40)));
    if (score > best * 1.0001) {
      best = score;
      form.separator = separator;
    }
  }
  const Regularity &comma = seen[','], &semicolon = seen[';'];
  form.other_fits = (form.separator == ',' || form.separator == ';') && comma.fields >= 2 &&
                    semicolon.fields >= 2 && comma.share == 1 && semicolon.share == 1 && comma.records > 1;
  return form;
}

const std::vector<std::string>& gdelt_columns() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out = {"GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"};
    for (const char* actor : {"Actor1", "Actor2"}) {
      for (const char* part : {"Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
                               "Religion2Code", "Type1Code", "Type2Code", "Type3Code"}) {
        out.push_back(std::string(actor) + part);
      }
    }
    for (const char* name : {"IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass",
                             "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone"}) {
      out.emplace_back(name);
    }
    for (const char* place : {"Actor1Geo", "Actor2Geo", "ActionGeo"}) {
      for (const char* part :
           {"_Type", "_FullName", "_CountryCode", "_ADM1Code", "_ADM2Code", "_Lat", "_Long", "_FeatureID"}) {
        out.push_back(std::string(place) + part);
      }
    }
    out.emplace_back("DATEADDED");
    out.emplace_back("SOURCEURL");
    return out;
  }();
  return names;
}

}  // namespace vidik
