#include "guest/trust_store.h"

#include "base/atomic_file.h"
#include "base/paths_posix.h"
#include "base/text.h"
#include "guest/manifest.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ctime>
#include <filesystem>

namespace vidik {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kMostBytes = 16u << 20;
constexpr int kVersion = 1;

Error damaged(const std::string& what) {
  return fail(Code::bad_input,
              "the list of overlays you allowed is damaged (" + what + "), so none of them starts");
}

bool is_text(const ordered_json& row, const char* key, std::size_t most) {
  const auto at = row.find(key);
  return at != row.end() && at->is_string() && at->get_ref<const std::string&>().size() <= most;
}

bool is_hash(const std::string& text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

Result<Done> read_list(const ordered_json& root, const char* key, bool allowed, TrustStore& out) {
  const auto list = root.find(key);
  if (list == root.end() || !list->is_array()) return damaged(std::string("\"") + key + "\" is not a list");
  for (const ordered_json& row : *list) {
    if (!row.is_object() || !is_text(row, "id", 100) || !is_text(row, "date", 10) ||
        (allowed && !is_text(row, "sha256", 64)))
      return damaged(std::string("\"") + key + "\" has an entry without id, date or hash");
    Trusted one{row["id"], allowed, allowed ? row["sha256"].get<std::string>() : std::string(), row["date"]};
    if (allowed && !is_hash(one.sha256)) return damaged("a hash is not 64 hexadecimal digits");
    if (out.find(one.id) != nullptr) return damaged("it speaks twice of " + for_terminal(one.id));
    out.say(std::move(one));
  }
  return Done{};
}

}  // namespace

const Trusted* TrustStore::find(std::string_view id) const {
  const auto at = std::find_if(said.begin(), said.end(), [&](const Trusted& one) { return one.id == id; });
  return at == said.end() ? nullptr : &*at;
}

void TrustStore::forget(std::string_view id) {
  std::erase_if(said, [&](const Trusted& one) { return one.id == id; });
}

void TrustStore::say(Trusted one) {
  forget(one.id);
  const auto at =
      std::find_if(said.begin(), said.end(), [&](const Trusted& other) { return other.id > one.id; });
  said.insert(at, std::move(one));
}

Result<TrustStore> parse_trust(std::string_view text) {
  if (is_nested_too_deep(text)) return damaged("it is nested too deep");
  if (!is_valid_utf8(text)) return damaged("it is not UTF-8");
  const ordered_json root = ordered_json::parse(text.begin(), text.end(), nullptr, false);
  if (root.is_discarded() || !root.is_object()) return damaged("it is not a JSON object");
  const auto version = root.find("vidik_plugins");
  if (version == root.end() || !version->is_number_integer() || *version != kVersion)
    return damaged("it is not of version " + std::to_string(kVersion));
  TrustStore out;
  VIDIK_TRY([[maybe_unused]] const Done allowed, read_list(root, "allowed", true, out));
  VIDIK_TRY([[maybe_unused]] const Done denied, read_list(root, "denied", false, out));
  return out;
}

std::string trust_json(const TrustStore& store) {
  ordered_json allowed = ordered_json::array(), denied = ordered_json::array();
  for (const Trusted& one : store.said) {
    if (one.allowed)
      allowed.push_back({{"id", one.id}, {"sha256", one.sha256}, {"date", one.date}});
    else
      denied.push_back({{"id", one.id}, {"date", one.date}});
  }
  const ordered_json root{{"vidik_plugins", kVersion}, {"allowed", allowed}, {"denied", denied}};
  return root.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string trust_file() {
  const std::string folder = config_dir();
  return folder.empty() ? folder : folder + "/plugins.json";
}

Result<TrustStore> read_trust(const std::string& path) {
  std::error_code error;
  const auto kind = std::filesystem::symlink_status(path, error).type();
  if (path.empty() || kind == std::filesystem::file_type::not_found) return TrustStore{};
  const Result<std::string> text = read_file(path, kMostBytes);
  Result<TrustStore> store = text.ok() ? parse_trust(*text) : damaged(text.error().text);
  if (store.ok()) return store;
  return fail(store.error().code, store.error().text, path);
}

Result<> write_trust(const std::string& path, const TrustStore& store) {
  if (path.empty()) return fail(Code::unavailable, "there is no home folder to remember it in");
  if (const Result<> made = make_dirs(path.substr(0, path.rfind('/'))); !made.ok()) return made;
  return write_file_atomically(path, trust_json(store));
}

Result<std::string> set_trust_aside(const std::string& path) {
  std::string aside = path + ".damaged";
  std::error_code error;
  for (int n = 2; std::filesystem::exists(std::filesystem::symlink_status(aside, error)); ++n)
    aside = path + ".damaged-" + std::to_string(n);
  std::filesystem::rename(path, aside, error);
  if (error)
    return fail(Code::unavailable, "the damaged file cannot be set aside (" + error.message() + ")", path);
  return aside;
}

std::string today_text() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  gmtime_r(&now, &day);
  char out[16];
  std::strftime(out, sizeof out, "%Y-%m-%d", &day);
  return out;
}

}  // namespace vidik
