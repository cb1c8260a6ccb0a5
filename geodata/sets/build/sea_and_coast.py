#!/usr/bin/python3
"""Shoreline pieces -> one sea polygon for the frame (islands are its holes) and the coast line."""
import sys

from shapely.geometry import Point
from shapely.ops import linemerge, polygonize, unary_union

from files import read_gmt, write
from joining import snap_merge
from shapes import BOX, km, km2, polys


def build_sea(src, out_sea, out_coast):
    lines = [l for lev, l in read_gmt(src) if lev == 1]
    merged = snap_merge(lines)
    faces = list(polygonize(unary_union(merged + [BOX.boundary])))
    # every face that holds one of these points of open water is sea, all others are land
    water = ((18.0, 42.2), (13.5, 44.5), (19.0, 38.0), (25.0, 38.2), (29.5, 43.5), (12.5, 40.0),
             (12.3, 37.0), (28.2, 40.7), (25.5, 40.5), (24.0, 35.9), (20.0, 34.5), (28.5, 34.6))
    seeds = [Point(*c) for c in water]
    sea = unary_union([f for f in faces if any(f.contains(p) for p in seeds)])
    print(f'  shoreline: {len(lines)} pieces, {len(merged)} joined, {len(faces)} faces, sea {km2(sea):.0f} km2')
    write(out_sea, [(polys(sea), dict(name_en='Sea'))])
    edge = BOX.boundary.buffer(1e-6)
    coast = linemerge([x for x in unary_union([polys(sea).boundary.difference(edge)]).geoms])
    write(out_coast, [(coast, dict(length_km=km(coast)))])


if __name__ == '__main__':
    build_sea(*sys.argv[1:])
