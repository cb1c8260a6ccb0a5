# A window is half-open: the exercise that begins with 1 December is not in November.
$ vidik events {data}/days.csv --json --from 2024-11-01 --to 2024-11 --mode window
json count = 2
