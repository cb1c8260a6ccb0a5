#!/usr/bin/python3
"""River and lake lines of the shoreline database -> rivers and lakes, named from a table of seed points."""
import sys

from shapely.geometry import MultiPolygon, Point
from shapely.ops import polygonize, unary_union

from files import read_gmt, tsv, write
from joining import snap_merge
from shapes import km, km2
from spelling import sr_latin


def names_of(seed):
    sr = seed.get('sr', '')
    return dict(name_en=seed.get('en', ''), name_local=seed.get('local', ''), name_sr=sr, name_sr_latn=sr_latin(sr),
                name_sq=seed.get('sq', ''), name_mk=seed.get('mk', ''))


def build_rivers(src, seeds, out):
    lv = {}
    for lev, ln in read_gmt(src):
        lv.setdefault(lev, []).append(ln)
    lines = [(lev, l) for lev in sorted(lv) for l in snap_merge(lv[lev])]
    named = {}
    for s in tsv(seeds):
        if s['kind'] != 'river':
            continue
        p = Point(float(s['lon']), float(s['lat']))
        best = min(range(len(lines)), key=lambda i: lines[i][1].distance(p))
        d = lines[best][1].distance(p)
        if d > 0.12:
            print(f"   river seed not matched: {s['en']} ({d:.3f} deg)")
            continue
        if best in named and named[best]['en'] != s['en']:
            print(f"   river seed clash: {s['en']} / {named[best]['en']}")
            continue
        named[best] = s
    feats = []
    for i, (lev, l) in enumerate(lines):
        s = named.get(i, {})
        feats.append((l, dict(level=lev, **names_of(s), length_km=km(l))))
    write(out, feats)


def build_lakes(src, seeds, out):
    lines = [l for lev, l in read_gmt(src) if lev == 2]
    merged = snap_merge(lines)
    ps = [p for p in polygonize(unary_union(merged)) if km2(p) > 0.3]
    names = [s for s in tsv(seeds) if s['kind'] == 'lake']
    feats, hit = [], set()
    for p in sorted(ps, key=lambda p: -p.area):
        wide = p.buffer(0.02)
        s = next((s for s in names if wide.contains(Point(float(s['lon']), float(s['lat'])))), {})
        if s:
            hit.add(s['en'])
        feats.append((MultiPolygon([p]), dict(**names_of(s), area_km2=round(km2(p), 1))))
    for s in names:
        if s['en'] not in hit:
            print('   lake seed not matched:', s['en'])
    write(out, feats)


if __name__ == '__main__':
    {'rivers': build_rivers, 'lakes': build_lakes}[sys.argv[1]](*sys.argv[2:])
