# A file with --plugins shows the overlays of that folder (here none), not those that ship.
$ vidik events {data}/days.csv --json --plugins .
json count = 5
