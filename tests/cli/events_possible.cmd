# Some time in December is possible in any week of it, but sure in none.
$ vidik events {data}/days.csv --json --at 2024-12-20 --window 7d --mode window
json count = 1
json count_surely = 0
json events.0.id = "d"
