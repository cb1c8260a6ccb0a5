"""Fitting admin units of one source to the country outline of another."""
import numbers
import os

from shapely.geometry import Point, box
from shapely.ops import unary_union
from shapely.strtree import STRtree

from files import read_seq
from shapes import km2, polys


def align(units, country):
    """Cut units to the country and hand every leftover strip to the nearest unit."""
    cut = {k: polys(g.intersection(country)) for k, g in units.items()}
    # remove overlaps between units, smaller first (enclaves win)
    taken = None
    for k in sorted(cut, key=lambda k: cut[k].area):
        if taken is not None:
            cut[k] = polys(cut[k].difference(taken))
        taken = cut[k] if taken is None else taken.union(cut[k])
    cut = {k: g for k, g in cut.items() if not g.is_empty}
    gap = country.difference(taken)
    gap = polys(gap)
    lost = km2(gap)
    if gap.is_empty:
        return cut, 0.0
    near = gap.buffer(0.004)
    pts, owner = [], []
    for k, g in cut.items():
        b = g.boundary.intersection(near)
        for ln in (b.geoms if hasattr(b, 'geoms') else [b]):
            if ln.length == 0:
                continue
            n = max(1, int(ln.length / 0.002))
            for i in range(n + 1):
                p = ln.interpolate(i / n, normalized=True)
                pts.append((p.x * 0.74, p.y))
                owner.append(k)
    seen = {}
    for p, o in zip(pts, owner):
        seen.setdefault((round(p[0], 7), round(p[1], 7)), o)
    if not seen:
        return cut, lost
    ptlist = [Point(p) for p in seen]
    tree = STRtree(ptlist)
    owners_of = list(seen.values())
    own = {id(p): o for p, o in zip(ptlist, owners_of)}
    strips = {}

    def nearest(x, y):
        hit = tree.nearest(Point(x * 0.74, y))     # a geometry before shapely 2, its index since
        return owners_of[hit] if isinstance(hit, numbers.Integral) else own[id(hit)]

    def split(g, x0, y0, d):   # quadtree: whole cells where one unit is nearest, 400 m at the divides
        if g.is_empty or g.area < 1e-10:
            return
        if d <= 0.0041:
            c = g.representative_point()
            strips.setdefault(nearest(c.x, c.y), []).append(g)
            return
        if d <= 0.07:
            owners = {nearest(x, y) for x, y in ((x0, y0), (x0 + d, y0), (x0, y0 + d), (x0 + d, y0 + d),
                                                 (x0 + d / 2, y0 + d / 2))}
            if len(owners) == 1:
                strips.setdefault(owners.pop(), []).append(g)
                return
        h = d / 2
        for i in (0, 1):
            for j in (0, 1):
                split(polys(g.intersection(box(x0 + i * h, y0 + j * h, x0 + (i + 1) * h, y0 + (j + 1) * h))),
                      x0 + i * h, y0 + j * h, h)
    for gp in gap.geoms:
        x0, y0, x1, y1 = gp.bounds
        split(gp, x0, y0, max(x1 - x0, y1 - y0))
    for o, xs in strips.items():
        joined = unary_union([cut[o].buffer(1e-9)] + [polys(x).buffer(1e-8) for x in xs])
        cut[o] = polys(joined.intersection(country))
    return cut, lost


SEA = None


def land_km2(g):
    """Area without the coastal water that `align` hands to the units."""
    return km2(polys(g.difference(SEA)) if SEA is not None and g.intersects(SEA) else g)


def load_countries(path):
    global SEA
    SEA = next(g for g, p in read_seq(os.path.join(os.path.dirname(path), 'sea.geojsonl')))
    SEA = SEA.intersection(box(18, 39, 20.6, 43.2))      # the coast of the six
    return {p['iso_a2']: polys(g) for g, p in read_seq(path)}
