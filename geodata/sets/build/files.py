"""The files that pass between the steps: newline-delimited GeoJSON, name tables, GMT lines."""
import csv
import json
import os
import re

from shapely.geometry import LineString, mapping, shape


def write(path, feats):
    n = 0
    with open(path, 'w', encoding='utf-8') as f:
        for geom, props in feats:
            if geom is None or geom.is_empty:
                continue
            f.write(json.dumps({'type': 'Feature', 'properties': props,
                                'geometry': mapping(geom)}, ensure_ascii=False) + '\n')
            n += 1
    print(f'{os.path.basename(path)}: {n} features')


def read_seq(path):
    with open(path, encoding='utf-8') as f:
        for line in f:
            d = json.loads(line)
            yield shape(d['geometry']), d['properties']


def tsv(path):
    with open(path, encoding='utf-8') as f:
        rows = csv.DictReader((l for l in f if not l.startswith('#')), delimiter='\t')
        return [{k: (v or '').strip() for k, v in r.items()} for r in rows]


def read_gmt(path):
    lev, cur = 0, []
    for line in open(path):
        if line.startswith('>'):
            if len(cur) > 1:
                yield lev, LineString(cur)
            m = re.search(r'Level (\d+)', line)
            lev, cur = int(m.group(1)) if m else 0, []
        elif line.strip() and not line.startswith('#'):
            x, y = line.split()[:2]
            cur.append((round(float(x), 6), round(float(y), 6)))
    if len(cur) > 1:
        yield lev, LineString(cur)
