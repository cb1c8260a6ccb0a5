"""Spelling: names from Latin to Cyrillic letters and back, and keys to look names up by."""
import re
import unicodedata


def ascii_key(s):
    s = s.replace('đ', 'dj').replace('Đ', 'Dj').replace('ø', 'o')
    s = unicodedata.normalize('NFKD', s).encode('ascii', 'ignore').decode().lower()
    return re.sub(r'[^a-z]', '', s)


_SR = [('dž', 'џ'), ('lj', 'љ'), ('nj', 'њ'), ('a', 'а'), ('b', 'б'), ('c', 'ц'), ('č', 'ч'),
       ('ć', 'ћ'), ('d', 'д'), ('đ', 'ђ'), ('e', 'е'), ('f', 'ф'), ('g', 'г'), ('h', 'х'),
       ('i', 'и'), ('j', 'ј'), ('k', 'к'), ('l', 'л'), ('m', 'м'), ('n', 'н'), ('o', 'о'),
       ('p', 'п'), ('r', 'р'), ('s', 'с'), ('š', 'ш'), ('t', 'т'), ('u', 'у'), ('v', 'в'),
       ('z', 'з'), ('ž', 'ж')]
_MK = [('dž', 'џ'), ('dz', 'ѕ'), ('gj', 'ѓ'), ('kj', 'ќ'), ('ǵ', 'ѓ'), ('ḱ', 'ќ'), ('đ', 'ѓ'), ('ć', 'ќ')] + \
      [x for x in _SR if x[0] not in ('dž', 'ć', 'đ')]
_BAD_LATIN = re.compile(r'[qwxyëäöüáéíóúâêîôûăşţșțőű]', re.I)


def cyr(s, table):
    out, i = '', 0
    while i < len(s):
        for lat, c in table:
            if s[i:i + len(lat)].lower() == lat:
                out += c.upper() if s[i].isupper() else c
                i += len(lat)
                break
        else:
            out += s[i]
            i += 1
    return out


def to_sr(s):
    return '' if not s or _BAD_LATIN.search(s) else cyr(s, _SR)


def to_mk(s):
    return '' if not s or _BAD_LATIN.search(s) else cyr(s, _MK)


def is_cyr(s):
    return bool(re.search('[\u0400-\u04ff]', s or ''))


_LATIN = {c: lat for lat, c in _SR}


def sr_latin(s):
    """Serbian Cyrillic to Serbian Latin, which is exact letter by letter."""
    if not is_cyr(s):
        return s
    out = []
    for i, c in enumerate(s):
        lat = _LATIN.get(c.lower(), c)
        if c != c.lower():
            caps = i + 1 < len(s) and s[i + 1].isupper()
            lat = lat.upper() if caps else lat.capitalize()
        out.append(lat)
    return ''.join(out)
