#include "base/text.h"
#include "ingest/delimited_source.h"
#include "ingest/encoding.h"
#include "ingest/layer_name.h"
#include "ingest/read_events.h"

namespace vidik {
namespace {

constexpr std::size_t kHead = std::size_t{64} << 10;

// GDELT has no words in it that the user could have an opinion on; everything else may be ambiguous.
Question encoding_question(const std::vector<std::string>& fits) {
  std::string list;
  for (const std::string& one : fits) list += (list.empty() ? "" : ", ") + one;
  return {"encoding",
          "it is not UTF-8, and its letters fit several encodings (" + list +
              "): which is it (encoding=" + fits.front() + " …)?",
          fits};
}

}  // namespace

Result<OpenedFile> open_delimited(const std::string& path,
                                  const std::map<std::string, std::string>& answers) {
  OpenedFile file;
  VIDIK_TRY(auto bytes, FileBytes::open(path));
  if (bytes->total() == 0) return fail(Code::bad_input, "the file is empty");
  EncodingGuess guess = guess_encoding(*bytes);
  const auto said = answers.find("encoding");
  const bool told = said != answers.end();
  if (told && guess.mark_bytes == 0) {
    guess.encoding = said->second;
    guess.valid_utf8 = guess.valid_utf8 && lower_ascii(said->second) == "utf-8";
  }
  if (guess.fits.size() > 1 && !told) file.questions.push_back(encoding_question(guess.fits));
  const bool utf8 = lower_ascii(guess.encoding) == "utf-8";
  if (!utf8) file.notes.push_back("encoding " + guess.encoding);
  if (utf8 && !guess.valid_utf8)
    file.notes.push_back("some bytes are not UTF-8 and are shown as \xEF\xBF\xBD");

  std::string head = bytes->head(kHead);
  const bool whole = head.size() < kHead;
  head.erase(0, guess.mark_bytes);
  if (!utf8) head = decoded_text(head, guess.encoding);
  if (!utf8 && head.empty()) return fail(Code::bad_usage, "there is no encoding \"" + guess.encoding + "\"");
  if (utf8 && head.find('\0') != std::string::npos)
    return fail(Code::bad_input, "this is no kind of file that Vidik reads");

  DelimitedForm form = guess_form(head, whole);
  VIDIK_TRY(const std::string decimal, answer_to(answers, "decimal", {"comma", "point"}));
  if (form.other_fits && decimal.empty()) {
    file.questions.push_back(
        {"decimal",
         "it splits as well at commas as at semicolons: are commas decimal (decimal=comma) or do "
         "they separate (decimal=point)?",
         {"comma", "point"}});
  } else if (form.other_fits) {
    form.separator = decimal == "comma" ? ';' : ',';
  }
  bytes->start_at(guess.mark_bytes);
  std::unique_ptr<ByteStream> stream;
  if (utf8) {
    stream = std::move(bytes);
  } else {
    VIDIK_TRY(stream, decoded(std::move(bytes), guess.encoding));
  }
  VIDIK_TRY(auto source, DelimitedSource::open(std::move(stream), form, utf8 && !guess.valid_utf8));
  source->set_layer(layer_name_of(path));
  file.format = form.gdelt ? "GDELT 2.0" : form.separator == '\t' ? "TSV" : "CSV";
  file.sources.push_back(std::move(source));
  return file;
}

}  // namespace vidik
