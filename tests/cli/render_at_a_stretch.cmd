# A stretch of time is named by its two ends, and instant mode shows what overlaps it.
$ vidik events {data}/days.csv --mode instant --at 2024-11-30/2024-12-01 --json
json count = 2
