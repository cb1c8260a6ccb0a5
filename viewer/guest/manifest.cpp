#include "guest/manifest.h"

#include "base/text.h"

#include <vidik_plugin.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vidik {
namespace {

using nlohmann::json;

Error wrong(const std::string& what) { return fail(Code::refused, "plugin.json: " + what); }

bool made_of(std::string_view text, std::string_view others) {
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos;
  });
}

bool is_plain(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

enum class Need { must, may };

Result<std::string> text_of_key(const json& from, const char* key, Need need, std::size_t longest = 200) {
  const auto at = from.find(key);
  if (at == from.end()) {
    if (need == Need::may) return std::string();
    return wrong(std::string("\"") + key + "\" is missing");
  }
  if (!at->is_string()) return wrong(std::string("\"") + key + "\" is not a text");
  const auto& text = at->get_ref<const std::string&>();
  if (text.size() > longest || !is_plain(text))
    return wrong(std::string("\"") + key + "\" is too long or not plain text");
  if (text.empty() && need == Need::must) return wrong(std::string("\"") + key + "\" is empty");
  return text;
}

Result<int> number_of_key(const json& from, const char* key) {
  const auto at = from.find(key);
  if (at == from.end()) return wrong(std::string("\"") + key + "\" is missing");
  if (!at->is_number_unsigned() || at->get<std::uint64_t>() > 1000) {
    return wrong(std::string("\"") + key + "\" is not a small whole number");
  }
  return at->get<int>();
}

Result<std::vector<std::string>> texts_of_key(const json& from, const char* key) {
  std::vector<std::string> out;
  const auto at = from.find(key);
  if (at == from.end()) return out;
  if (!at->is_array() || at->size() > 64)
    return wrong(std::string("\"") + key + "\" is not a list of up to 64 texts");
  for (const json& one : *at) {
    if (!one.is_string() || one.get_ref<const std::string&>().size() > 500 ||
        !is_plain(one.get_ref<const std::string&>())) {
      return wrong(std::string("\"") + key + "\" holds something that is not plain text");
    }
    out.push_back(one);
  }
  return out;
}

Result<std::map<std::string, std::string>> words_of_key(const json& from, const char* key) {
  std::map<std::string, std::string> out;
  const auto at = from.find(key);
  if (at == from.end()) return out;
  if (!at->is_object() || at->size() > 64)
    return wrong(std::string("\"") + key + "\" is not an object of texts");
  for (const auto& [name, value] : at->items()) {
    if (!value.is_string() || value.get_ref<const std::string&>().size() > 500) {
      return wrong(std::string("\"") + key + "\" holds something that is not a text");
    }
    out[name] = value.get<std::string>();
  }
  return out;
}

// The one file that is run, which must be the one that was hashed.
Result<Done> take_binary(const std::string& file, const std::map<std::string, std::string>& hashes,
                         Manifest& out) {
  if (!stays_inside(file)) return wrong("\"entry\" names a file outside the plugin's folder");
  const auto hash = hashes.find(file);
  if (hash == hashes.end()) return wrong("\"sha256\" has no hash for " + file);
  if (hash->second.size() != 64 || !made_of(hash->second, ""))
    return wrong("\"sha256\" is not 64 hexadecimal digits");
  out.binary = file;
  out.binary_sha256 = hash->second;
  return Done{};
}

Result<Done> read_command(const json& entry, const std::map<std::string, std::string>& hashes,
                          Manifest& out) {
  if (entry.size() != 1) return wrong("\"entry\" has both a command and a binary");
  VIDIK_TRY(out.command, texts_of_key(entry, "command"));
  if (out.command.empty() || out.command.size() > kCommandWords)
    return wrong("\"command\" is not a list of 1 to 16 words");
  for (std::size_t i = 0; i < out.command.size(); ++i) {
    const std::string& word = out.command[i];
    const bool is_file = hashes.contains(word);
    const bool is_program =
        i == 0 && !word.empty() && (word[0] == '/' || word.find('/') == std::string::npos);
    if (i == 0 && word.starts_with('-')) return wrong("\"command\" begins with an option");
    if (!is_file) {
      if (is_program || (i > 0 && word.starts_with('-'))) continue;
      return wrong("\"command\" holds \"" + word +
                   "\", which is neither an option nor a file with a hash under \"sha256\"");
    }
    if (!out.binary.empty()) return wrong("\"command\" names more than one file of the folder");
    VIDIK_TRY([[maybe_unused]] const Done taken, take_binary(word, hashes, out));
  }
  if (out.binary.empty()) return wrong("\"command\" names no file of the folder that has a hash");
  return Done{};
}

Result<Done> read_entry(const json& root, Manifest& out) {
  VIDIK_TRY(const auto hashes, words_of_key(root, "sha256"));
  const auto given = root.find("entry");
  if (given != root.end() && given->is_object() && given->contains("command"))
    return read_command(*given, hashes, out);
  VIDIK_TRY(const auto entry, words_of_key(root, "entry"));
  if (entry.empty()) return Done{};
  const auto at = entry.find(std::string(platform_name()));
  if (at == entry.end()) return wrong("\"entry\" has no binary for " + std::string(platform_name()));
  return take_binary(at->second, hashes, out);
}

Result<Done> read_tables(const json& root, Manifest& out) {
  const auto at = root.find("tables");
  if (at == root.end()) return Done{};
  if (!at->is_object() || at->size() > 32) return wrong("\"tables\" is not an object of up to 32 tables");
  for (const auto& [name, value] : at->items()) {
    if (name.empty() || name.size() > 100 || !is_plain(name) || !value.is_object())
      return wrong("\"tables\" has a bad entry");
    ManifestTable table;
    VIDIK_TRY(table.file, text_of_key(value, "file", Need::must, 500));
    if (!stays_inside(table.file))
      return wrong("table \"" + name + "\" names a file outside the plugin's folder");
    VIDIK_TRY(table.roles, words_of_key(value, "roles"));
    VIDIK_TRY(table.answers, words_of_key(value, "answers"));
    out.tables[name] = std::move(table);
  }
  return Done{};
}

Result<Done> read_categories(const json& root, Manifest& out) {
  const auto at = root.find("categories");
  if (at == root.end()) return Done{};
  if (!at->is_array() || at->size() > 64) return wrong("\"categories\" is not a list of up to 64 rows");
  int letters = 0;
  for (const json& row : *at) {
    if (!row.is_object()) return wrong("\"categories\" has a row that is not an object");
    Category category;
    VIDIK_TRY(category.id, text_of_key(row, "id", Need::must, 40));
    if (!made_of(category.id, "_")) return wrong("a category id is not [a-z0-9_]");
    VIDIK_TRY(category.name, text_of_key(row, "name", Need::must));
    VIDIK_TRY(const std::string shape, text_of_key(row, "shape", Need::must));
    VIDIK_TRY(category.shape, parse_shape(shape));
    if (category.shape == CategoryShape::letter) category.letter = static_cast<char>('A' + letters++ % 26);
    VIDIK_TRY(const std::string role, text_of_key(row, "colour_role", Need::must));
    VIDIK_TRY(category.role, parse_colour_role(role));
    out.categories.push_back(std::move(category));
  }
  return Done{};
}

}  // namespace

std::string_view platform_name() {
#if defined(__x86_64__)
  return "linux-x86_64";
#elif defined(__aarch64__)
  return "linux-aarch64";
#else
  return "linux-other";
#endif
}

bool is_nested_too_deep(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kManifestDepth) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

bool stays_inside(std::string_view path) {
  if (path.empty() || path.size() > 500 || path.front() == '/' || !is_plain(path)) return false;
  for (const std::string_view part : split(path, '/')) {
    if (part.empty() || part == "." || part == "..") return false;
  }
  return path.find('\\') == std::string_view::npos && path.find(':') == std::string_view::npos;
}

Result<CategoryShape> parse_shape(std::string_view word) {
  static constexpr std::string_view kWords[] = {"circle",        "diamond",     "square",   "hexagon",
                                                "triangle_down", "triangle_up", "pentagon", "plus",
                                                "star",          "bar",         "letter"};
  for (std::size_t i = 0; i < std::size(kWords); ++i) {
    if (kWords[i] == word) return static_cast<CategoryShape>(i);
  }
  return wrong(
      "\"shape\" is none of circle, diamond, square, hexagon, triangle_down, triangle_up, pentagon, plus, "
      "star, bar, letter");
}

Result<int> parse_colour_role(std::string_view word) {
  if (word == "neutral") return -1;
  const int row = CategoryTable().find(word);
  if (row < 0 || row >= kShippedCategories)
    return wrong("\"colour_role\" is neither \"neutral\" nor a category of Vidik");
  return row;
}

Result<Manifest> parse_manifest(std::string_view text) {
  if (text.size() > kManifestBytes) return wrong("it is longer than 64 KiB");
  if (is_nested_too_deep(text)) return wrong("it is nested deeper than 16");
  if (!is_valid_utf8(text)) return wrong("it is not UTF-8");
  const json root = json::parse(text.begin(), text.end(), nullptr, false);
  if (root.is_discarded() || !root.is_object()) return wrong("it is not a JSON object");

  Manifest out;
  VIDIK_TRY(out.id, text_of_key(root, "id", Need::must, 100));
  if (out.id.size() < 3 || !made_of(out.id, ".-")) return wrong("\"id\" is not [a-z0-9.-]{3,100}");
  VIDIK_TRY(out.epoch, number_of_key(root, "epoch"));
  if (out.epoch != static_cast<int>(VIDIK_EPOCH)) {
    return fail(Code::refused, "it is built for plugin interface " + std::to_string(out.epoch) +
                                   "; this Vidik has " + std::to_string(VIDIK_EPOCH));
  }
  VIDIK_TRY(out.level, number_of_key(root, "level"));
  VIDIK_TRY(out.name, text_of_key(root, "name", Need::must));
  VIDIK_TRY(out.version, text_of_key(root, "version", Need::must, 40));
  VIDIK_TRY(out.layer, text_of_key(root, "layer", Need::may, 40));
  if (out.layer.empty()) out.layer = out.id.substr(out.id.rfind('.') + 1);
  if (out.layer.empty() || !made_of(out.layer, "_-")) return wrong("\"layer\" is not [a-z0-9_-]{1,40}");
  VIDIK_TRY(out.licence, text_of_key(root, "licence", Need::may));
  VIDIK_TRY(out.description, text_of_key(root, "description", Need::may, 1000));
  VIDIK_TRY(out.services, texts_of_key(root, "services"));
  VIDIK_TRY(out.asks, texts_of_key(root, "asks"));
  VIDIK_TRY(out.credits, texts_of_key(root, "credits"));
  for (const std::string& right : out.asks) {
    if (right != "events" && right != "files" && right != "network")
      return wrong("\"asks\" holds \"" + right + "\", which this Vidik does not grant");
  }
  VIDIK_TRY([[maybe_unused]] const Done entry, read_entry(root, out));
  VIDIK_TRY([[maybe_unused]] const Done tables, read_tables(root, out));
  VIDIK_TRY([[maybe_unused]] const Done categories, read_categories(root, out));
  if (!out.has_code() && !out.tables.contains("events"))
    return wrong("there is neither \"entry\" nor a table \"events\"");
  return out;
}

}  // namespace vidik
