#pragma once
// Records of delimited text, streamed: RFC 4180 with what real files do besides.
//
// Quoted fields may hold separators, doubled quotes and line breaks. A quote inside an unquoted field is a
// letter, and so is one that begins a field but is not closed before a separator or line end. Blank lines are
// no records.
// Errors: a record with more fields than the header, or with a quote that is never closed, is a row with
// trouble; one with fewer is padded with empty fields and counted. Cost: one pass, memory of one block or the
// longest record.

#include "ingest/byte_stream.h"
#include "ingest/delimited_form.h"
#include "ingest/record.h"

#include <array>
#include <memory>
#include <vector>

namespace vidik {

class DelimitedSource : public RecordSource {
 public:
  // Reads the header; fails when there is none or it is absurd.
  static Result<std::unique_ptr<DelimitedSource>> open(std::unique_ptr<ByteStream> bytes,
                                                       const DelimitedForm& form, bool may_need_repair);

  const SourceFacts& facts() const override { return facts_; }
  bool next(Record& record) override;
  Result<> rewind() override;
  std::uint64_t bytes_done() const override { return bytes_->done() - (end_ - at_); }
  std::uint64_t bytes_total() const override { return bytes_->total(); }
  std::string error() const override { return bytes_->error(); }
  std::vector<std::string> closing_notes() const override;
  void set_layer(std::string name) { facts_.layer = std::move(name); }

 private:
  DelimitedSource(std::unique_ptr<ByteStream> bytes, const DelimitedForm& form);
  struct Cut {  // a field in the block
    std::size_t begin, size;
    bool doubled;  // holds doubled quotes
  };
  enum class Scan : std::uint8_t { whole, short_of_bytes, unclosed };

  bool fill();
  bool skip_blank_lines();
  Scan scan(bool quotes_span_lines);
  bool scan_quoted(std::size_t& p, bool span_lines, Scan& result);
  bool take_raw();  // one record into fields_; false = end
  void skip_long_line();

  std::unique_ptr<ByteStream> bytes_;
  DelimitedForm form_;
  char line_end_;
  std::array<bool, 256> stops_{};
  SourceFacts facts_;
  std::vector<char> block_;
  std::size_t at_ = 0, end_ = 0;  // unread part of the block
  bool at_end_ = false;
  bool span_lines_;         // false once a quote was found that never closes
  std::uint64_t line_ = 1;  // of at_
  std::vector<Cut> cuts_;
  std::size_t record_end_ = 0;
  std::uint64_t record_lines_ = 0;
  std::vector<std::string_view> fields_;
  std::string trouble_;
  std::uint64_t record_line_ = 0;
  std::uint64_t short_rows_ = 0;
};

}  // namespace vidik
