#!/usr/bin/python3
"""Country outlines (with territorial sea) -> countries, boundary lines with their status, and overlaps."""
import json
import math
import sys

from shapely.geometry import MultiLineString, Point, Polygon, shape
from shapely.ops import linemerge, unary_union
from shapely.prepared import prep as mkprep

from files import read_seq, tsv, write
from shapes import A2, BOX, CORE, km, km2, polys
from spelling import sr_latin


def without_doubles(lines):
    """Where a filled sliver left two lines between the same two points, the finer one."""
    best = {}
    for ln in lines:
        ends = tuple(sorted((round(x, 7), round(y, 7)) for x, y in (ln.coords[0], ln.coords[-1])))
        other = best.get(ends)
        if other is None or ln.hausdorff_distance(other) > 2e-4:
            best[ends if other is None else ends + (len(best),)] = ln
        elif len(ln.coords) > len(other.coords):
            best[ends] = ln
    return list(best.values())


def build_countries(src, names, sea_path, out_poly, out_lines, out_both):
    nm = {r['a3']: r for r in tsv(names)}
    sea = next(g for g, p in read_seq(sea_path))
    geoms = {}
    for f in json.load(open(src))['features']:
        a3 = f['properties']['A3']
        if a3 not in A2:
            continue
        # a little beyond the frame, so that the frame makes no false borders
        g = polys(shape(f['geometry']).buffer(0).intersection(BOX.buffer(0.3, join_style=2)))
        if not g.is_empty:
            geoms[a3] = g
    # the source overlaps along a few borders: the country earlier in `order` keeps the ground
    order = CORE + sorted((k for k in geoms if k not in CORE), key=lambda k: geoms[k].area)
    done, both = {}, []
    for a3 in order:
        g = geoms[a3]
        for other, og in done.items():
            if (g.bounds[0] <= og.bounds[2] and og.bounds[0] <= g.bounds[2]
                    and g.bounds[1] <= og.bounds[3] and og.bounds[1] <= g.bounds[3]):
                ov = polys(g.intersection(og))
                if ov.area > 0:
                    g = polys(g.difference(og))
                    if km2(ov) > 0.5:
                        print(f'  overlap {other}/{a3}: {km2(ov):.1f} km2 given to {other}')
                        both.append((polys(ov.intersection(BOX)), dict(
                            a3_holder=other, a3_claim=a3, area_km2=round(km2(ov), 1),
                            note='in both outlines of the source; drawn with the first')))
                if g.is_empty:
                    break
        if not g.is_empty:
            done[a3] = g
    order = [k for k in order if k in done]
    # slivers that belong to nobody: to the neighbour with the longest common edge
    whole = polys(unary_union([done[k] for k in order]))
    filled = 0
    for part in whole.geoms:
        for ring in part.interiors:
            hole = Polygon(ring)
            if km2(hole) > 150:
                continue
            near = [k for k in order if done[k].intersects(hole)]
            if near:
                k = max(near, key=lambda k: done[k].boundary.intersection(hole.boundary).length)
                if len(near) > 1:
                    others = unary_union([done[j] for j in near if j != k])
                    done[k] = polys(done[k].union(hole.buffer(1e-7)).difference(others))
                else:
                    done[k] = polys(done[k].union(hole))
                filled += 1
    print(f'  {filled} slivers between outlines filled')
    feats = []
    for a3 in order:
        r = nm.get(a3, {})
        g = polys(done[a3].intersection(BOX))
        if g.is_empty:
            continue
        land = polys(g.difference(sea)) if g.intersects(sea) else g
        lab = max(land.geoms, key=lambda p: p.area).representative_point()
        feats.append((g, dict(iso_a3=a3, iso_a2=A2[a3], core=int(a3 in CORE),
                              name_en=r.get('en', a3), name_local=r.get('local', ''), name_sr=r.get('sr', ''),
                              name_sr_latn=sr_latin(r.get('sr', '')),
                              name_sq=r.get('sq', ''), name_mk=r.get('mk', ''), name_bs=r.get('bs', ''),
                              note=r.get('note', ''), label_lon=round(lab.x, 4), label_lat=round(lab.y, 4),
                              land_km2_in_frame=round(km2(land)),
                              source='OpenStreetMap 2017-12 via @geo-maps/countries-maritime-10m 0.6.0')))
    write(out_poly, feats)
    write(out_both, both)

    # boundary lines: node all outlines, then ask which country lies on each side
    line = linemerge(unary_union([done[k].boundary for k in order]))
    prep = {k: mkprep(done[k]) for k in order}

    def where(x, y):
        p = Point(x, y)
        for k in order:
            b = done[k].bounds
            if b[0] <= x <= b[2] and b[1] <= y <= b[3] and prep[k].contains(p):
                return k
        return ''
    group = {}
    for ln in (line.geoms if hasattr(line, 'geoms') else [line]):
        if not ln.intersects(BOX):
            continue
        votes, c = {}, list(ln.coords)
        segs = list(zip(c, c[1:]))
        segs = [(p, q) for p, q in segs if math.hypot(q[0] - p[0], q[1] - p[1]) > 1e-5] or segs
        for i in range(9):               # vote at nine segments along the piece
            p, q = segs[(2 * i + 1) * len(segs) // 18]
            dx, dy = q[0] - p[0], q[1] - p[1]
            n = math.hypot(dx, dy)
            if n == 0:
                continue
            mx, my, e = (p[0] + q[0]) / 2, (p[1] + q[1]) / 2, min(2e-5, n / 4)
            sides = (where(mx - dy / n * e, my + dx / n * e), where(mx + dy / n * e, my - dx / n * e))
            k = tuple(sorted(sides, key=lambda c: (order.index(c) if c in order else 99)))
            votes[k] = votes.get(k, 0) + 1
        if votes:
            group.setdefault(max(votes, key=votes.get), []).append(ln)
    feats = []
    for (l, r), ls in sorted(group.items()):
        if not l or not r or l == r:     # outer edge of a territorial sea, or a sliver
            continue
        ls = without_doubles(ls)
        g = linemerge(MultiLineString(ls)) if len(ls) > 1 else ls[0]
        g = g.intersection(BOX)
        disputed = {l, r} == {'XKX', 'SRB'}
        note = ('Kosovo declared independence in 2008; Serbia does not recognise it and calls this an '
                'administrative line') if disputed else ''
        for part, cls in ((g.difference(sea), 'disputed' if disputed else 'international'),
                          (g.intersection(sea), 'maritime')):
            part = MultiLineString([x for x in (part.geoms if hasattr(part, 'geoms') else [part])
                                    if x.geom_type == 'LineString' and not x.is_empty])
            if part.is_empty or part.length < 1e-4:
                continue
            feats.append((part, dict(a3_left=l, a3_right=r, status=cls, core=int(l in CORE or r in CORE),
                                     note=note, length_km=km(part))))
    write(out_lines, feats)


if __name__ == '__main__':
    build_countries(*sys.argv[1:])
