#include "ingest/zip_reader.h"

#include "base/text.h"

#include <sys/stat.h>
#include <zip.h>
#include <algorithm>
#include <memory>
#include <vector>

namespace vidik {
namespace {

constexpr std::uint64_t kFree = std::uint64_t{1} << 20;  // unpacked, before the ratio is looked at
constexpr std::uint64_t kMostRatio = 200;                // text packs 5 to 20 times, zeroes 1,000 times
constexpr std::uint64_t kMostTotal = std::uint64_t{2} << 30;
constexpr std::uint64_t kMostDocument = std::uint64_t{256} << 20;  // a KML is held in memory whole
constexpr zip_int64_t kMostMembers = 20'000;

struct CloseZip {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseMember {
  void operator()(zip_file_t* member) const { zip_fclose(member); }
};
using Archive = std::unique_ptr<zip_t, CloseZip>;

Result<Archive> open_archive(const std::string& path) {
  int code = 0;
  Archive archive(zip_open(path.c_str(), ZIP_RDONLY, &code));
  if (!archive) return fail(Code::bad_input, "it begins like an archive but cannot be opened");
  if (zip_get_num_entries(archive.get(), 0) > kMostMembers)
    return fail(Code::refused, "the archive has more than 20,000 members");
  return archive;
}

std::string name_at(zip_t* archive, zip_int64_t i) {
  const char* name = zip_get_name(archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
  return name == nullptr ? std::string() : std::string(name);
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && lower_ascii(text.substr(text.size() - end.size())) == end;
}

struct Budget {
  std::uint64_t packed = 0, unpacked = 0;
};

Error too_packed() {
  return fail(Code::refused, "the archive unpacks to more than 200 times its size: it is not opened");
}

// What a member says about its size is not believed: only bytes that come out count.
Result<> unpack(zip_t* archive, zip_int64_t i, Budget& budget, std::string* keep) {
  // Who says himself that he is too big is spared the unpacking.
  zip_stat_t said;
  zip_stat_init(&said);
  const bool told = zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &said) == 0 &&
                    (said.valid & ZIP_STAT_SIZE) != 0;
  if (told && said.size > kFree && said.size / kMostRatio > budget.packed) return too_packed();
  const std::unique_ptr<zip_file_t, CloseMember> member(
      zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0));
  if (!member)
    return fail(Code::bad_input, "a member of the archive cannot be unpacked (a password, or damage)");
  std::vector<char> block(std::size_t{1} << 18);
  for (;;) {
    const zip_int64_t got = zip_fread(member.get(), block.data(), block.size());
    if (got < 0) return fail(Code::bad_input, "the archive is damaged");
    if (got == 0) return Done{};
    budget.unpacked += static_cast<std::uint64_t>(got);
    if (budget.unpacked > kFree && budget.unpacked / kMostRatio > budget.packed) {
      return too_packed();
    }
    if (budget.unpacked > kMostTotal)
      return fail(Code::refused, "the archive unpacks to more than 2 GiB: it is not opened");
    if (keep == nullptr) continue;
    if (keep->size() + static_cast<std::size_t>(got) > kMostDocument) {
      return fail(Code::refused, "the document in the archive is larger than 256 MiB");
    }
    keep->append(block.data(), static_cast<std::size_t>(got));
  }
}

std::uint64_t size_of(const std::string& path) {
  struct stat about {};
  return ::stat(path.c_str(), &about) == 0 ? static_cast<std::uint64_t>(about.st_size) : 0;
}

zip_int64_t kml_member(zip_t* archive) {
  zip_int64_t anywhere = -1;
  const zip_int64_t count = zip_get_num_entries(archive, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const std::string name = name_at(archive, i);
    if (!ends_with(name, ".kml")) continue;
    if (name.find('/') == std::string::npos) return i;
    if (anywhere < 0) anywhere = i;
  }
  return anywhere;
}

}  // namespace

Result<ZipKind> zip_kind(const std::string& path) {
  VIDIK_TRY(const Archive archive, open_archive(path));
  if (zip_name_locate(archive.get(), "xl/workbook.xml", 0) >= 0) return ZipKind::xlsx;
  if (zip_name_locate(archive.get(), "content.xml", 0) >= 0 &&
      zip_name_locate(archive.get(), "mimetype", 0) >= 0)
    return ZipKind::ods;
  if (kml_member(archive.get()) >= 0) return ZipKind::kmz;
  return fail(Code::bad_input, "it is an archive without a map or table that Vidik reads; unpack it first");
}

Result<std::string> kml_of_kmz(const std::string& path) {
  VIDIK_TRY(const Archive archive, open_archive(path));
  const zip_int64_t member = kml_member(archive.get());
  if (member < 0) return fail(Code::bad_input, "there is no KML in the archive");
  Budget budget{size_of(path), 0};
  std::string document;
  VIDIK_TRY(Done done, unpack(archive.get(), member, budget, &document));
  (void)done;
  return document;
}

Result<> check_members(const std::string& path) {
  VIDIK_TRY(const Archive archive, open_archive(path));
  Budget budget{size_of(path), 0};
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const std::string name = name_at(archive.get(), i);
    if (name.empty() || name.back() == '/') continue;
    VIDIK_TRY(Done done, unpack(archive.get(), i, budget, nullptr));
    (void)done;
  }
  return Done{};
}

}  // namespace vidik
