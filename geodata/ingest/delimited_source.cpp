#include "ingest/delimited_source.h"

#include "base/text.h"

#include <algorithm>
#include <cstring>
#include <map>

namespace vidik {
namespace {

constexpr std::size_t kBlock = std::size_t{4} << 20;
constexpr std::size_t kMaxRecord = std::size_t{16}
                                   << 20;  // a novel fits; an unclosed quote does not eat the file
constexpr std::size_t kMaxColumns = 10'000;

// "a""b" -> "a"b", in the block itself: a field is only read once.
std::string_view undoubled(char* begin, std::size_t size) {
  char* to = begin;
  for (std::size_t i = 0; i < size; ++i) {
    *to++ = begin[i];
    if (begin[i] == '"') ++i;
  }
  return {begin, static_cast<std::size_t>(to - begin)};
}

}  // namespace

DelimitedSource::DelimitedSource(std::unique_ptr<ByteStream> bytes, const DelimitedForm& form)
    : bytes_(std::move(bytes)),
      form_(form),
      line_end_(form.cr_lines ? '\r' : '\n'),
      span_lines_(form.quotes) {
  stops_[static_cast<unsigned char>(form.separator)] = true;
  stops_[static_cast<unsigned char>(line_end_)] = true;
}

bool DelimitedSource::fill() {
  if (at_end_) return false;
  if (at_ > 0) {
    std::memmove(block_.data(), block_.data() + at_, end_ - at_);
    end_ -= at_;
    at_ = 0;
  }
  if (block_.size() - end_ < kBlock) block_.resize(end_ + kBlock);
  const std::size_t got = bytes_->read(block_.data() + end_, kBlock);
  end_ += got;
  at_end_ = got == 0;
  return got > 0;
}

bool DelimitedSource::skip_blank_lines() {
  for (;;) {
    std::size_t p = at_;
    while (p < end_ && (block_[p] == '\r' || block_[p] == '\n')) {
      if (block_[p] == line_end_) {
        ++line_;
        at_ = p + 1;
      }
      ++p;
    }
    if (p < end_) return true;
    if (!fill()) return false;
  }
}

// From a quote at p: puts the field into cuts_ and p behind it. False = it was no quoted field after all, or
// `result` tells.
bool DelimitedSource::scan_quoted(std::size_t& p, bool span_lines, Scan& result) {
  const char* block = block_.data();
  const std::size_t begin = p + 1;
  bool doubled = false;
  std::size_t q = begin;
  for (;;) {
    const void* found = q < end_ ? std::memchr(block + q, '"', end_ - q) : nullptr;
    if (found == nullptr) {
      const std::size_t left = end_ - begin;
      if (!span_lines) {
        // No quoted field: it ends with its line, or with the file.
        const bool ends = at_end_ || std::memchr(block + q, line_end_, end_ - q) != nullptr;
        if (!ends) result = Scan::short_of_bytes;
        return false;
      }
      result = at_end_ || left > kMaxRecord ? Scan::unclosed : Scan::short_of_bytes;
      return false;
    }
    q = static_cast<std::size_t>(static_cast<const char*>(found) - block);
    if (q + 1 == end_ && !at_end_) {
      result = Scan::short_of_bytes;
      return false;
    }
    if (q + 1 < end_ && block[q + 1] == '"') {
      doubled = true;
      q += 2;
      continue;
    }
    break;
  }
  std::size_t after = q + 1;
  if (after < end_ && block[after] == '\r' && !form_.cr_lines) {
    if (after + 1 == end_ && !at_end_) {
      result = Scan::short_of_bytes;
      return false;
    }
    if (after + 1 == end_ || block[after + 1] == '\n') ++after;
  }
  if (after < end_ && block[after] != form_.separator && block[after] != line_end_) return false;
  const auto lines = static_cast<std::uint64_t>(std::count(block + begin, block + q, line_end_));
  if (lines > 0 && !span_lines) return false;
  record_lines_ += lines;
  cuts_.push_back({begin, q - begin, doubled});
  p = after;
  return true;
}

DelimitedSource::Scan DelimitedSource::scan(bool quotes_span_lines) {
  const char* block = block_.data();
  cuts_.clear();
  record_lines_ = 0;
  std::size_t p = at_;
  for (;;) {
    Scan result = Scan::whole;
    const std::size_t begin = p;
    const bool quoted =
        form_.quotes && p < end_ && block[p] == '"' && scan_quoted(p, quotes_span_lines, result);
    if (result != Scan::whole) return result;
    if (!quoted) {
      while (p < end_ && !stops_[static_cast<unsigned char>(block[p])]) ++p;
      if (p == end_ && !at_end_) return Scan::short_of_bytes;
      std::size_t size = p - begin;
      const bool ends_line = p == end_ || block[p] == line_end_;
      if (ends_line && size > 0 && block[p - 1] == '\r') --size;
      cuts_.push_back({begin, size, false});
    } else if (p == end_ && !at_end_) {
      return Scan::short_of_bytes;
    }
    if (p == end_ || block[p] == line_end_) break;
    ++p;  // the separator; a line that ends with one has an empty last field
  }
  record_end_ = p;
  return Scan::whole;
}

void DelimitedSource::skip_long_line() {
  for (;;) {
    const void* found = std::memchr(block_.data() + at_, line_end_, end_ - at_);
    if (found != nullptr) {
      at_ = static_cast<std::size_t>(static_cast<const char*>(found) - block_.data());
      return;
    }
    at_ = end_;
    if (!fill()) return;
  }
}

bool DelimitedSource::take_raw() {
  trouble_.clear();
  fields_.clear();
  if (!skip_blank_lines()) return false;
  record_line_ = line_;
  bool span_lines = span_lines_;
  for (;;) {
    const Scan result = scan(span_lines);
    // A lone quote in a TSV must not swallow rows until the next one: only what keeps the columns spans
    // lines.
    if (result == Scan::whole && record_lines_ > 0 && form_.separator == '\t' && !facts_.columns.empty() &&
        cuts_.size() != facts_.columns.size()) {
      span_lines = false;
      continue;
    }
    if (result == Scan::whole) break;
    if (result == Scan::unclosed) {
      // From here on a field ends with its line: else each further quote would search the whole rest again.
      trouble_ = "a quote is opened here and never closed";
      span_lines = span_lines_ = false;
      continue;
    }
    if (end_ - at_ > kMaxRecord) {
      trouble_ = "the line is longer than 16 MiB";
      skip_long_line();
      cuts_.clear();
      record_end_ = at_;
      record_lines_ = 0;
      break;
    }
    fill();
  }
  for (const Cut& cut : cuts_) {
    char* begin = block_.data() + cut.begin;
    fields_.push_back(cut.doubled ? undoubled(begin, cut.size) : std::string_view(begin, cut.size));
  }
  line_ += record_lines_ + (record_end_ < end_ ? 1 : 0);
  at_ = std::min(record_end_ + 1, end_);
  return true;
}

bool DelimitedSource::next(Record& record) {
  if (!take_raw()) return false;
  const std::size_t wanted = facts_.columns.size();
  if (trouble_.empty() && fields_.size() != wanted) {
    // A separator at the end of the line is no field more.
    while (fields_.size() > wanted && fields_.back().empty()) fields_.pop_back();
    if (fields_.size() > wanted) {
      trouble_ =
          "has " + std::to_string(fields_.size()) + " fields, the header has " + std::to_string(wanted);
    } else if (fields_.size() < wanted) {
      ++short_rows_;
    }
  }
  fields_.resize(wanted);
  record.row = record_line_;
  record.fields = fields_;
  record.trouble = trouble_;
  return true;
}

std::vector<std::string> DelimitedSource::closing_notes() const {
  if (short_rows_ == 0) return {};
  return {thousands(static_cast<long long>(short_rows_)) + (short_rows_ == 1 ? " row has" : " rows have") +
          " fewer fields than the header; the rest is taken as empty"};
}

Result<> DelimitedSource::rewind() {
  bytes_->rewind();
  at_ = end_ = 0;
  at_end_ = false;
  line_ = 1;
  span_lines_ = form_.quotes;
  short_rows_ = 0;
  fill();
  for (std::size_t i = 0; i < form_.skip_lines; ++i) {
    skip_long_line();
    if (at_ < end_) ++at_;
    ++line_;
  }
  if (form_.has_header) take_raw();
  return Done{};
}

Result<std::unique_ptr<DelimitedSource>> DelimitedSource::open(std::unique_ptr<ByteStream> bytes,
                                                               const DelimitedForm& form,
                                                               bool may_need_repair) {
  std::unique_ptr<DelimitedSource> source(new DelimitedSource(std::move(bytes), form));
  source->facts_.may_need_repair = may_need_repair;
  if (form.gdelt) source->facts_.columns = gdelt_columns();
  VIDIK_TRY(Done done, source->rewind());
  (void)done;
  if (!form.has_header) return source;
  if (source->fields_.empty() || !source->trouble_.empty()) {
    return fail(Code::bad_input, source->trouble_.empty()
                                     ? "the file is empty"
                                     : "its first line is no header: " + source->trouble_);
  }
  if (source->fields_.size() > kMaxColumns) {
    return fail(Code::refused,
                "it has " + std::to_string(source->fields_.size()) + " columns; 10,000 is the limit");
  }
  std::map<std::string, int> taken;
  for (std::string_view field : source->fields_) {
    // The UTF-8 mark, also when it went through Windows-1252 on its way here.
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xC3\xAF\xC2\xBB\xC2\xBF"}) {
      if (field.substr(0, mark.size()) == mark) field.remove_prefix(mark.size());
    }
    std::string name = repaired_utf8(trimmed(field));
    if (name.empty()) name = "column " + std::to_string(source->facts_.columns.size() + 1);
    const int times = ++taken[name];
    if (times > 1) name += " (" + std::to_string(times) + ")";
    source->facts_.columns.push_back(std::move(name));
  }
  return source;
}

}  // namespace vidik
