#!/usr/bin/python3
"""The four overlays together hold the curated events, row for row, and the check for it can fail."""
import os
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..'))
sys.path.insert(0, os.path.join(ROOT, 'geodata', 'sets', 'build'))
import split_events  # noqa: E402


class SplitEvents(unittest.TestCase):
    def test_the_committed_files_equal_the_curated_file(self):
        self.assertEqual(split_events.differences(ROOT), [])

    def test_every_row_goes_to_one_overlay(self):
        header, rows = split_events.read(ROOT, split_events.CURATED)
        parts = split_events.split(header, rows)
        joined = sorted(row for part in parts.values() for row in part)
        self.assertEqual(joined, sorted(rows))
        column = header.index('category')
        for name, category in (('protests', 'protest'), ('sabotage', 'sabotage'), ('troops', 'troops')):
            self.assertEqual({row[column] for row in parts[name]}, {category})

    def test_a_lost_row_and_a_changed_cell_are_found(self):
        header, rows = split_events.read(ROOT, split_events.CURATED)
        with tempfile.TemporaryDirectory() as root:
            os.makedirs(os.path.join(root, os.path.dirname(split_events.CURATED)))
            with open(os.path.join(root, split_events.CURATED), 'w', encoding='utf-8', newline='') as f:
                f.write(split_events.text(header, rows))
            split_events.write(root)
            self.assertEqual(split_events.differences(root), [])
            path = os.path.join(root, split_events.data_file('sabotage'))
            part = split_events.split(header, rows)['sabotage']
            for broken in (part[:-1], [part[0][:-1] + ['x']] + part[1:]):
                with open(path, 'w', encoding='utf-8', newline='') as f:
                    f.write(split_events.text(header, broken))
                self.assertEqual(len(split_events.differences(root)), 1)


if __name__ == '__main__':
    unittest.main()
