#!/usr/bin/python3
"""Lines as they are drawn: the coast with the side of the six told apart, and each inner admin line once."""
import sys

from shapely.geometry import MultiLineString
from shapely.ops import linemerge, unary_union

from files import read_seq, write
from shapes import SIX, km, polys


def lines(g):
    """Only the line parts, joined."""
    parts = [x for x in getattr(g, 'geoms', [g]) if x.geom_type == 'LineString' and not x.is_empty]
    joined = linemerge(parts) if len(parts) > 1 else MultiLineString(parts)
    return joined if joined.geom_type == 'MultiLineString' else MultiLineString([joined])


def build_coast(coast_path, countries, out):
    whole = next(g for g, p in read_seq(coast_path))
    six = unary_union([polys(g) for g, p in read_seq(countries) if p['core']])     # with its territorial sea
    write(out, [(g, dict(core=core, length_km=km(g)))
                for core, g in ((1, lines(whole.intersection(six))), (0, lines(whole.difference(six))))])


def build_admin_lines(sea_path, countries, admin1, municipalities, out):
    sea = next(g for g, p in read_seq(sea_path))
    outline = {p['iso_a2']: polys(g) for g, p in read_seq(countries) if p['core']}
    units = {}
    for path in (admin1, municipalities):
        for g, p in read_seq(path):
            if p['iso_a2'] in SIX:
                units.setdefault((p['level'], p['iso_a2']), []).append(g)
    feats = []
    for (level, a2), gs in sorted(units.items()):
        inner = unary_union([g.boundary for g in gs])
        inner = inner.difference(outline[a2].boundary.buffer(3e-4)).difference(sea)
        inner = lines(inner)
        feats.append((inner, dict(level=level, iso_a2=a2, length_km=km(inner))))
    write(out, feats)


if __name__ == '__main__':
    {'coast': build_coast, 'admin': build_admin_lines}[sys.argv[1]](*sys.argv[2:])
