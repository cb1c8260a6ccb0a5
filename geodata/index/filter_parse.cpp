// From a filter's text to its tree: expression := term (or term)*, term := factor (and factor)*,
// factor := not factor | ( expression ) | key operator value (, value)*.
#include "index/filter_node.h"

#include "base/limits.h"
#include "base/text.h"

namespace vidik {

namespace {

using Node = Filter::Node;
using Key = Node::Key;
using Op = Node::Op;

struct KeyWord {
  std::string_view word;
  Key key;
};
constexpr KeyWord kKeys[] = {
    {"id", Key::id},
    {"layer", Key::layer},
    {"title", Key::title},
    {"summary", Key::summary},
    {"category", Key::category},
    {"status", Key::status},
    {"unverified", Key::unverified},
    {"severity", Key::severity},
    {"precision", Key::precision},
    {"magnitude", Key::magnitude},
    {"begin", Key::begin},
    {"end", Key::end},
    {"hour", Key::hour},
    {"weekday", Key::weekday},
    {"month", Key::month},
    {"lon", Key::lon},
    {"lat", Key::lat},
    {"country", Key::country},
    {"place", Key::place},
    {"area", Key::area},
    {"actors", Key::actors},
    {"actor", Key::actors},
    {"text", Key::text},
};
constexpr struct {
  std::string_view sign;
  Op op;
} kSigns[] = {{"!=", Op::not_equal}, {"!~", Op::not_contains}, {">=", Op::at_least}, {"<=", Op::at_most},
              {"=", Op::equal},      {"~", Op::contains},      {">", Op::more},      {"<", Op::less}};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool ends_word(char c) {
  return is_blank(c) || std::string_view("(),\"'=!~<>").find(c) != std::string_view::npos;
}

class Parser {
 public:
  Parser(std::string_view text, const TimeZone& zone) : text_(text), zone_(zone) {}

  Result<Node> parse() {
    VIDIK_TRY(Node root, any_of(0));
    skip_blanks();
    if (at_ < text_.size()) return expected("\"and\", \"or\" or the end");
    return root;
  }

 private:
  Error error_at(std::size_t at, const std::string& what) const {
    return fail(Code::bad_usage,
                "the filter cannot be read at column " + std::to_string(at + 1) + ": " + what);
  }
  Error expected(const std::string& what) const { return error_at(at_, what + " was expected"); }

  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }
  bool take_sign(std::string_view sign) {
    skip_blanks();
    if (!text_.substr(at_).starts_with(sign)) return false;
    at_ += sign.size();
    return true;
  }
  bool take_word(std::string_view word) {
    skip_blanks();
    const std::string_view rest = text_.substr(at_);
    if (rest.size() < word.size() || lower_ascii(rest.substr(0, word.size())) != word) return false;
    if (rest.size() > word.size() && !is_blank(rest[word.size()]) && rest[word.size()] != '(') return false;
    at_ += word.size();
    return true;
  }

  Result<Node> any_of(int depth) { return joined(depth, Node::Kind::any_of, "or"); }

  Result<Node> joined(int depth, Node::Kind kind, std::string_view word) {
    if (depth > limits::kFilterDepth) return error_at(at_, "there are too many brackets");
    const auto part = [&] {
      return kind == Node::Kind::any_of ? joined(depth, Node::Kind::all_of, "and") : factor(depth);
    };
    VIDIK_TRY(Node first, part());
    if (!take_word(word)) return first;
    Node out;
    out.kind = kind;
    out.children.push_back(std::move(first));
    do {
      VIDIK_TRY(Node next, part());
      out.children.push_back(std::move(next));
    } while (take_word(word));
    return out;
  }

  Result<Node> factor(int depth) {
    if (take_word("not")) {
      if (depth > limits::kFilterDepth) return error_at(at_, "there are too many \"not\"");
      VIDIK_TRY(Node inner, factor(depth + 1));
      Node out;
      out.kind = Node::Kind::none_of;
      out.children.push_back(std::move(inner));
      return out;
    }
    if (take_sign("(")) {
      VIDIK_TRY(Node inner, any_of(depth + 1));
      if (!take_sign(")")) return expected("\")\"");
      return inner;
    }
    return test();
  }

  Result<Node> test() {
    skip_blanks();
    const std::size_t from = at_;
    bool quoted = false;
    VIDIK_TRY(const std::string key, word("a key like category, status or title", quoted));
    Node out;
    out.kind = Node::Kind::test;
    out.key = Key::extra;
    out.extra = key;
    out.extra_folded = folded(key);
    const std::string lower = lower_ascii(key);
    for (const KeyWord& known : kKeys) {
      if (!quoted && known.word == lower) out.key = known.key;
    }
    skip_blanks();
    bool found = false;
    for (const auto& sign : kSigns) {
      if (!found && take_sign(sign.sign)) {
        out.op = sign.op;
        found = true;
      }
    }
    if (!found) return expected("=, !=, ~, !~, >=, >, <= or <");
    std::vector<std::string> values;
    do {
      VIDIK_TRY(std::string value, word("a value", quoted));
      values.push_back(std::move(value));
    } while (take_sign(","));
    if (const Result<> taken = take_filter_values(out, values, zone_); !taken) {
      return error_at(from, taken.error().text);
    }
    return out;
  }

  Result<std::string> word(const char* what, bool& quoted) {
    skip_blanks();
    quoted = at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'');
    if (quoted) return quoted_word(text_[at_]);
    const std::size_t from = at_;
    while (at_ < text_.size() && !ends_word(text_[at_])) ++at_;
    if (at_ == from) return expected(what);
    return std::string(text_.substr(from, at_ - from));
  }

  // A backslash makes the next character an ordinary one.
  Result<std::string> quoted_word(char quote) {
    const std::size_t from = at_++;
    std::string out;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == quote) {
        ++at_;
        return out;
      }
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
      out += text_[at_];
    }
    return error_at(from, "this quote is never closed");
  }

  std::string_view text_;
  const TimeZone& zone_;
  std::size_t at_ = 0;
};

}  // namespace

Result<Filter> Filter::parse(std::string_view text, const TimeZone& zone) {
  Filter out;
  out.text_ = std::string(text);
  if (trimmed(text).empty()) return out;
  if (text.size() > limits::kFilterBytes) return fail(Code::bad_usage, "the filter is too long");
  if (!is_valid_utf8(text)) return fail(Code::bad_usage, "the filter is not UTF-8");
  VIDIK_TRY(Node root, Parser(text, zone).parse());
  out.unverified_said_ = root.mentions(Key::unverified);
  out.root_ = std::make_shared<const Node>(std::move(root));
  return out;
}

}  // namespace vidik
