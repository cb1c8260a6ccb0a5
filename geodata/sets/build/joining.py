"""Joining the pieces of the shoreline database, which are cut at the edges of its tiles."""
from shapely.geometry import LineString
from shapely.ops import linemerge


def snap_merge(lines, tol=5e-4):
    """Join pieces that were cut at the tile edges of the shoreline database."""
    ends = {}
    out = []

    def key(p):
        for dx in (0, -1, 1):
            for dy in (0, -1, 1):
                k = (round(p[0] / tol) + dx, round(p[1] / tol) + dy)
                if k in ends:
                    return ends[k]
        k = (round(p[0] / tol), round(p[1] / tol))
        ends[k] = p
        return p
    for ln in lines:
        c = list(ln.coords)
        c[0], c[-1] = key(c[0]), key(c[-1])
        if len(c) == 2 and c[0] == c[1]:
            continue
        out.append(LineString(c))
    m = linemerge(out)
    return list(m.geoms) if hasattr(m, 'geoms') else [m]
