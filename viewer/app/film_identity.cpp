#include "app/film_identity.h"

#include "app/version.h"
#include "frame/draw_list_text.h"
#include "ingest/source.h"

#include <fstream>
#include <span>
#include <vector>

namespace vidik {

namespace {

template <typename T>
void add_values(Sha256& sum, std::span<const T> values) {
  static_assert(std::has_unique_object_representations_v<T>, "padding says nothing");
  sum.add({reinterpret_cast<const char*>(values.data()), values.size_bytes()});
}

void add_layer(Sha256& sum, const Layer& layer) {
  sum.add(layer.name);
  add_values(sum, layer.columns.begin.span());
  add_values(sum, layer.columns.end.span());
  add_values(sum, layer.columns.lon_e7.span());
  add_values(sum, layer.columns.lat_e7.span());
  add_values(sum, layer.columns.category.span());
  add_values(sum, layer.columns.record.span());
  add_values(sum, layer.columns.geometry_points.span());
  add_values(sum, layer.texts.bytes());
}

Result<> add_file(Sha256& sum, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<char> piece(std::size_t{1} << 20);
  while (file) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    sum.add({piece.data(), static_cast<std::size_t>(file.gcount())});
  }
  if (!file.eof()) return fail(Code::unavailable, "the file cannot be read", path);
  return Done{};
}

}  // namespace

FilmIdentity::FilmIdentity(Session& session, std::string_view renderer) : session_(&session) {
  add(version_line());
  add(renderer);
  add(session.view().filter);
  for (const LayerRef& layer : session.snapshot()->layers) add_layer(sum_, *layer);
  if (Roster* roster = session.roster())
    for (const OverlayEntry& entry : roster->entries())
      if (entry.state == GuestState::ready) add(entry.id + " " + entry.version);
}

void FilmIdentity::add(std::string_view words) {
  sum_.add(words);
  sum_.add("\n");
}

void FilmIdentity::add(const Picture& picture) { add(to_text(picture.list)); }

Result<std::string> FilmIdentity::text() {
  for (const OwnBaseView& own : session_->view().bases) {
    VIDIK_TRY([[maybe_unused]] const Done done, add_file(sum_, own.path));
  }
  return "vidik film 1\n" + sum_.hex() + "\n";
}

}  // namespace vidik
