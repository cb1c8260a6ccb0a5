#include "app/picture_inputs.h"

#include "app/project.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace vidik {

namespace {

namespace fs = std::filesystem;

InputFinding find_one(CarriedKind kind, const PictureFile& wanted, const std::vector<std::string>& folders,
                      InputHashes& hashes) {
  InputFinding out{kind, wanted.name, {}, {}};
  const std::string base = fs::path(wanted.name).filename().string();
  for (const std::string& folder : folders) {
    for (const std::string& name : {wanted.name, base}) {
      const std::string path = (fs::path(folder) / name).string();
      const auto hash = hashes.file(path);
      if (!hash) continue;
      if (wanted.sha256.empty() || hash->sha256 == wanted.sha256) {  // a redacted picture keeps no hash
        out.path = path;
        return out;
      }
      if (out.path.empty()) out.path = path;
    }
  }
  const std::string words = std::string(word_of(kind)) + " of the picture";
  out.trouble = out.path.empty() ? for_terminal(wanted.name) + ", a " + words +
                                       ", is not beside it; --data DIR says in which folder it is"
                                 : for_terminal(wanted.name) + " is not the " + words + ": its hash differs";
  return out;
}

}  // namespace

std::string_view word_of(CarriedKind kind) {
  constexpr std::array<std::string_view, 5> kWords{"file", "base file", "project", "overlay", "map data"};
  return kWords[static_cast<std::size_t>(kind)];
}

std::vector<InputFinding> find_inputs(const PictureState& state, const std::vector<std::string>& folders,
                                      InputHashes& hashes) {
  std::vector<InputFinding> out;
  for (const PictureFile& file : state.files)
    out.push_back(find_one(CarriedKind::file, file, folders, hashes));
  for (const PictureFile& base : state.bases)
    out.push_back(find_one(CarriedKind::base, base, folders, hashes));
  if (state.project_name.empty()) return out;
  std::vector<std::string> wider = folders;
  if (const auto shipped = shipped_project_path()) wider.push_back(fs::path(*shipped).parent_path().string());
  out.push_back(
      find_one(CarriedKind::project, {state.project_name, 0, state.project_sha256, {}}, wider, hashes));
  return out;
}

std::vector<InputFinding> compare_overlays(const PictureState& then, const std::vector<PictureOverlay>& now) {
  std::vector<InputFinding> out;
  for (const PictureOverlay& wanted : then.overlays) {
    InputFinding one{CarriedKind::overlay, wanted.name, {}, {}};
    const auto at = std::find_if(now.begin(), now.end(),
                                 [&](const PictureOverlay& here) { return here.name == wanted.name; });
    if (at == now.end() || (at->sha256.empty() && !wanted.sha256.empty()))
      one.trouble = "the overlay " + for_terminal(wanted.name) + " of the picture is not there";
    else if (wanted.sha256.empty() ? at->version != wanted.version : at->sha256 != wanted.sha256)
      one.trouble = "the overlay " + for_terminal(wanted.name) + " is not the one of the picture: " +
                    (at->version != wanted.version ? "it was version " + for_terminal(wanted.version) +
                                                         " and is " + for_terminal(at->version)
                                                   : std::string("the hash of its folder differs"));
    out.push_back(std::move(one));
  }
  return out;
}

InputFinding compare_map(const PictureState& then, const std::string& sha256_now) {
  InputFinding out{CarriedKind::map, "map data", {}, {}};
  if (sha256_now != then.map_sha256)
    out.trouble = "the map data are not those of the picture: their hash differs";
  return out;
}

}  // namespace vidik
