#!/usr/bin/python3
"""Splits the curated events into the data files of the four overlays that ship.

   split_events.py [--check]

Every row goes to exactly one overlay, by its category; columns, order and quoting stay as they are.
--check writes nothing: it fails unless the four files together equal the curated file row for row.
"""
import csv
import io
import os
import sys

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..'))
CURATED = 'geodata/sets/events/western_balkans_events.csv'
OVERLAYS = {'protest': 'protests', 'sabotage': 'sabotage', 'troops': 'troops'}
REST = 'context'
NAMES = ('protests', 'sabotage', 'troops', REST)


def data_file(overlay):
    return f'plugins/{overlay}/data/{overlay}.csv'


def read(root, path):
    with open(os.path.join(root, path), encoding='utf-8', newline='') as f:
        rows = list(csv.reader(f))
    return rows[0], rows[1:]


def split(header, rows):
    """Overlay name -> its rows, in the order of the curated file."""
    category = header.index('category')
    parts = {name: [] for name in NAMES}
    for row in rows:
        parts[OVERLAYS.get(row[category], REST)].append(row)
    return parts


def text(header, rows):
    out = io.StringIO()
    csv.writer(out, lineterminator='\n').writerows([header] + rows)
    return out.getvalue()


def write(root):
    header, rows = read(root, CURATED)
    for name, part in split(header, rows).items():
        path = os.path.join(root, data_file(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8', newline='') as f:
            f.write(text(header, part))
        print(f'{data_file(name)}: {len(part)} rows')


def differences(root):
    """What is wrong with the four files, as sentences; nothing when they equal the curated file."""
    header, rows = read(root, CURATED)
    found = []
    for name, part in split(header, rows).items():
        try:
            got_header, got = read(root, data_file(name))
        except (OSError, IndexError) as error:
            found.append(f'{data_file(name)} cannot be read: {error}')
            continue
        if got_header != header:
            found.append(f'{data_file(name)} has other columns than the curated file')
        for n, (want, have) in enumerate(zip(part, got), start=1):
            if want != have:
                found.append(f'{data_file(name)} differs in record {n} ({want[0]})')
                break
        if len(part) != len(got):
            found.append(f'{data_file(name)} has {len(got)} rows, not {len(part)}')
    return found


if __name__ == '__main__':
    if sys.argv[1:] == ['--check']:
        problems = differences(ROOT)
        print('\n'.join(problems) or 'the four files equal the curated file')
        sys.exit(1 if problems else 0)
    write(ROOT)
