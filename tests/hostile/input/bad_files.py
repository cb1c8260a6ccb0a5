"""Makes the files that hostile_input_test.py opens. Seeded: every run makes the same bytes."""
import io
import json
import os
import random
import sqlite3
import struct
import zipfile

POINT = '{"type": "Feature", "properties": %s, "geometry": {"type": "Point", "coordinates": [20.46, 44.81]}}'
HEAD = "id,title,category,start,lon,lat\n"


def collection(*features):
    return '{"type": "FeatureCollection", "features": [' + ",\n".join(features) + "]}\n"


def geopackage(path):
    """A small but whole GeoPackage with one dated point."""
    db = sqlite3.connect(path)
    db.executescript("""
      pragma application_id = 0x47504B47; pragma user_version = 10200;
      create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer primary key, organization text not null,
        organization_coordsys_id integer not null, definition text not null, description text);
      insert into gpkg_spatial_ref_sys values ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",
        SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]', '');
      create table gpkg_contents (table_name text primary key, data_type text not null, identifier text unique,
        description text, last_change text not null default '2025-01-01T00:00:00.000Z', min_x double, min_y double,
        max_x double, max_y double, srs_id integer);
      insert into gpkg_contents values ('events', 'features', 'events', '', '2025-01-01T00:00:00.000Z',
        20, 44, 21, 45, 4326);
      create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer,
        z tinyint, m tinyint);
      insert into gpkg_geometry_columns values ('events', 'geom', 'POINT', 4326, 0, 0);
      create table events (fid integer primary key autoincrement, geom blob, title text, start text);
    """)
    point = b"GP\0\x01" + struct.pack("<i", 4326) + struct.pack("<bIdd", 1, 1, 20.46, 44.81)
    db.executemany("insert into events (geom, title, start) values (?, ?, '2025-03-15')",
                   [(point, f"Event {i} " + "x" * 400) for i in range(200)])
    db.commit()
    db.close()


def kmz_bomb(path, megabytes):
    """One KML of spaces: about a thousandth of its size when packed."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("doc.kml", "w") as kml:
            kml.write(b'<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>')
            for _ in range(megabytes):
                kml.write(b" " * (1 << 20))
            kml.write(b"</Document></kml>")


def make(folder):
    """Fills `folder`; answers the names."""
    chance = random.Random(20250315)
    noise = chance.randbytes(20000)
    texts = {
        "no_dates.csv": "name,lon,lat\nBelgrade,20.46,44.81\n",
        "empty.csv": "",
        "only_a_header.csv": HEAD,
        "no_places.csv": "title,start\nSomewhere,2025-03-15\n",
        "zeros.csv": "\0" * 100000,
        "unclosed_quote.csv": HEAD + 'a,"never closed,protest,2025-03-15,20.46,44.81\n' + "b,x,y,z\n" * 50000,
        "ragged.csv": HEAD + "a\na,b,c,2025-03-15,20.46,44.81,7,8,9,10\n,,,,,\nd,Fine,protest,2025-03-15,20.46,44.81\n",
        "long_line.csv": HEAD + "a," + "x" * (46 << 20) + ",protest,2025-03-15,20.46,44.81\n",
        "many_columns.csv": ",".join(f"c{i}" for i in range(60000)) + "\n" + "," * 59999 + "\n",
        "numbers.csv": HEAD + "".join(f"a{i},t,protest,2025-03-15,{lon},{lat}\n" for i, (lon, lat) in enumerate((
            ("nan", "nan"), ("inf", "-inf"), ("1e999", "1"), ("0x14", "44"), ("20.46", "91"), ("-9e18", "44")))),
        "years.csv": HEAD + "".join(f"a{i},t,protest,{day},20.46,44.81\n" for i, day in enumerate((
            "0000-01-01", "99999-01-01", "-5000", "2025-13-01", "2025-02-29", "9223372036854775807", "1e400"))),
        "disguised_vrt.geojson": '<OGRVRTDataSource><OGRVRTLayer name="passwd"><SrcDataSource>/etc/passwd'
                                 "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>\n",
        "vrt.vrt": '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/passwd</SrcDataSource>'
                   "</OGRVRTLayer></OGRVRTDataSource>\n",
        "deep.geojson": '{"type": "FeatureCollection", "features": ' + "[" * 200000 + "]" * 200000 + "}",
        "deep_properties.geojson": collection(POINT % ('{"a": ' * 5000 + "1" + "}" * 5000)),
        "cut.geojson": collection(*[POINT % '{"start": "2025-03-15"}'] * 50)[:-200],
        "no_features.geojson": '{"type": "FeatureCollection", "features": []}',
        "not_json.geojson": "this is no JSON\n",
        "huge_ring.geojson": collection('{"type": "Feature", "properties": {"start": "2025-03-15"}, "geometry": {"type": '
                                        '"Polygon", "coordinates": [[' + "[1e308, -1e308], " * 100000 + "[0, 0]]]}}"),
        "many_entities.kml": '<!DOCTYPE k [<!ENTITY a "aaaaaaaaaa">' + "".join(
            f'<!ENTITY a{i} "{("&a" + (str(i - 1) if i else "") + ";") * 10}">' for i in range(12)) +
            "]><kml><Document><Placemark><name>&a11;</name></Placemark></Document></kml>",
        "reads_a_file.kml": '<!DOCTYPE k [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml xmlns="http://www.opengis.net/kml/2.2">'
                            "<Document><Placemark><name>&x;</name><TimeStamp><when>2025</when></TimeStamp><Point>"
                            "<coordinates>20,44</coordinates></Point></Placemark></Document></kml>",
        "escapes.csv": HEAD + 'a,"\x1b[31mred\x1b]0;title\x07 \u202eevil\u2066\x9b2J",protest,2025-03-15,20.46,44.81\n'
                              'b,"two\nlines\r\x08back",protest,2025-03-16,20.46,44.81\n',
        "escapes.geojson": collection(POINT % json.dumps({"title": "\x1b[2Jgone \u202e\u0085", "start": "2025-03-15"})),
        "bad_\x1b[31m_name\u202e.csv": "nothing here\n",
    }
    for name, text in texts.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
            file.write(text)
    names = list(texts)
    for ending in ("csv", "tsv", "geojson", "json", "gpkg", "kml", "kmz", "gpx", "shp", "fgb", "xlsx", "ods", "parquet",
                   "zip", "gml", "vidik", "unknown"):
        names.append(f"noise.{ending}")
        with open(os.path.join(folder, names[-1]), "wb") as file:
            file.write(noise)
    whole = os.path.join(folder, "whole.gpkg")
    geopackage(whole)
    with open(whole, "rb") as file:
        data = file.read()
    scribbled = bytearray(data)
    for _ in range(200):
        scribbled[chance.randrange(100, len(data))] = chance.randrange(256)
    for name, part in (("cut_half.gpkg", data[: len(data) // 2]), ("cut_head.gpkg", data[:99]), ("cut_page.gpkg", data[:4096]),
                       ("scribbled.gpkg", bytes(scribbled)), ("not_utf8.csv", HEAD.encode() + b"a,\xff\xfe\x80,x,2025,1,2\n")):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(part)
        names.append(name)
    kmz_bomb(os.path.join(folder, "bomb.kmz"), 600)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../outside.csv", HEAD)
    with open(os.path.join(folder, "climbing.kmz"), "wb") as file:
        file.write(packed.getvalue())
    os.mkfifo(os.path.join(folder, "pipe.csv"))
    os.mkdir(os.path.join(folder, "folder.csv"))
    return names + ["whole.gpkg", "bomb.kmz", "climbing.kmz", "pipe.csv", "folder.csv"]
