# begin=none makes them timeless: visible whenever, both ends open.
$ vidik events {data}/no_time.csv --json --answer begin=none --at 1995-01-01 --mode instant
json count = 2
json events.0.begin = null
json events.0.end = null
