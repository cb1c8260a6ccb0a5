"""What every step of the recipe knows about shapes: the frame, the six countries, areas and lengths."""
import math

from shapely.geometry import MultiPolygon, box

BOX = box(12, 34, 30, 49)
CORE = ['XKX', 'ALB', 'MNE', 'MKD', 'BIH', 'SRB']
SIX = ('AL', 'BA', 'XK', 'ME', 'MK', 'RS')
A2 = {'XKX': 'XK', 'ALB': 'AL', 'MNE': 'ME', 'MKD': 'MK', 'BIH': 'BA', 'SRB': 'RS',
      'HRV': 'HR', 'SVN': 'SI', 'HUN': 'HU', 'ROU': 'RO', 'BGR': 'BG', 'GRC': 'GR',
      'ITA': 'IT', 'AUT': 'AT', 'TUR': 'TR', 'UKR': 'UA', 'MDA': 'MD', 'SVK': 'SK',
      'CZE': 'CZ', 'POL': 'PL', 'DEU': 'DE', 'SMR': 'SM', 'VAT': 'VA'}
NE3 = {'KOS': 'XKX'}


def polys(g):
    """Only the polygon parts, as a valid MultiPolygon."""
    if not g.is_valid:
        g = g.buffer(0)
    if g.geom_type == 'Polygon':
        return MultiPolygon([g])
    if hasattr(g, 'geoms'):
        parts = []
        for x in g.geoms:
            parts += list(polys(x).geoms) if 'Polygon' in x.geom_type or hasattr(x, 'geoms') else []
        return MultiPolygon([p for p in parts if p.area > 1e-9])
    return MultiPolygon([])


def km2(g):
    lat = g.centroid.y if not g.is_empty else 0
    return g.area * 111.2 * 111.32 * math.cos(math.radians(lat))


def km(line):
    t = 0.0
    for ln in (line.geoms if hasattr(line, 'geoms') else [line]):
        c = list(ln.coords)
        for p, q in zip(c, c[1:]):
            east = (q[0] - p[0]) * 111.32 * math.cos(math.radians((p[1] + q[1]) / 2))
            t += math.hypot(east, (q[1] - p[1]) * 111.2)
    return round(t, 1)
