#!/usr/bin/python3
"""GeoNames rows -> places with names in several languages and scripts, a drawing rank and population."""
import os
import re
import sys

from shapely.geometry import Point

from files import tsv, write
from spelling import ascii_key, is_cyr, sr_latin, to_mk, to_sr


def load_po(path):
    t = open(path, encoding='utf-8').read()
    return {int(a): b for a, b in re.findall(r'msgid "(\d+)"\nmsgstr "([^"]+)"', t)}


def build_places(src, podir, names, corrections, out):
    po = {l: load_po(os.path.join(podir, f'{l}.po')) for l in ('sr', 'mk', 'sq', 'bs', 'hr', 'el', 'bg')}
    units = [r for r in tsv(names) if r['level'] == '2']
    seat = {('XK', ascii_key(r[k])): r for r in units if r['iso_a2'] == 'XK' for k in ('sr_latn', 'sq')}
    seat.update({('MK', ascii_key(r['local'])): r for r in units if r['iso_a2'] == 'MK' and r['sq']})
    corrected = {int(r['geonameid']): r for r in tsv(corrections)}
    mkl = set('абвгдѓежзѕијклљмнњопрстќуфхцчџш -')
    srl = set('абвгдђежзијклљмнњопрстћуфхцчџш -')
    feats = []
    for line in open(src, encoding='utf-8'):
        r = line.rstrip('\n').split('\t')
        lat, lon = float(r[4]), float(r[5])
        if not (12 <= lon <= 30 and 34 <= lat <= 49) or r[6] != 'P' or r[7] in ('PPLH', 'PPLQ', 'PPLW'):
            continue
        gid, name, a2, pop = int(r[0]), r[1], r[8], int(r[14] or 0)
        fix = corrected.get(gid, {})
        pop = int(fix.get('population') or pop)
        if is_cyr(name):
            name = r[2]
        core = a2 in ('AL', 'BA', 'XK', 'ME', 'MK', 'RS')
        if not core and pop < 5000 and not r[7].startswith('PPLC'):
            continue
        alts = [a for a in r[3].split(',') if a]
        sr = po['sr'].get(gid, '')
        sr = re.sub('^([OО]пштина|Град) ', '', sr if is_cyr(sr) else to_sr(sr))
        mk = po['mk'].get(gid, '')
        mk = mk if is_cyr(mk) else ''
        sq, bs = po['sq'].get(gid, ''), po['bs'].get(gid, '')
        auto = 0
        cy = [a for a in alts if is_cyr(a)]
        if a2 in ('RS', 'BA', 'ME'):
            t = to_sr(name)
            if not sr:
                sr = t if t in cy else (t or next((a for a in cy if set(a.lower()) <= srl), ''))
                auto = int(sr not in cy)
            bs = bs or (name if a2 == 'BA' else '')
        elif a2 == 'MK':
            t = to_mk(name)
            if not mk:
                spelt = [a for a in cy if set(a.lower()) <= mkl]
                own = [a for a in spelt if set(a.lower()) & set('ѓќѕ')]     # letters no neighbour writes
                mk = t if t in cy else (own + spelt + [t])[0]
                auto = int(mk not in cy)
            sq = sq or seat.get(('MK', ascii_key(name)), {}).get('sq', '')
        elif a2 == 'XK':
            s = seat.get(('XK', ascii_key(name)))
            if s:
                sr, sq, name = sr or s['sr'], s['sq'], s['en']
            sr = sr or next((a for a in cy if set(a.lower()) <= srl), '')
            sq = sq or name
        elif a2 == 'AL':
            sq = name
            sr = sr or next((a for a in cy if set(a.lower()) <= srl), '')
        rank = (1 if r[7] == 'PPLC' else 2 if pop >= 200000 else 3 if pop >= 75000 else 4 if pop >= 30000
                else 5 if pop >= 10000 or r[7] == 'PPLA' else 6 if pop >= 3000 else 7)
        rank = int(fix.get('rank') or rank)
        local = {'MK': mk, 'XK': sq}.get(a2) or name
        feats.append((Point(lon, lat), dict(
            geonameid=gid, name_en=name, name_ascii=r[2], name_local=local, name_sr=sr, name_sr_latn=sr_latin(sr),
            name_sq=sq, name_mk=mk, name_bs=bs, name_cyr_auto=auto, iso_a2=a2, core=int(core), fcode=r[7],
            capital=int(r[7] == 'PPLC'), rank=rank, population=pop,
            elevation=int(r[16]) if r[16] not in ('', '-9999') else None, admin1=r[10], admin2=r[11],
            updated=r[18])))
    feats.sort(key=lambda f: (f[1]['rank'], -f[1]['population'], f[1]['geonameid']))
    write(out, feats)


if __name__ == '__main__':
    build_places(*sys.argv[1:])
