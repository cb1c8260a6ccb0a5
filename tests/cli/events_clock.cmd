# What clock the visible set was asked for, said beside it.
$ vidik events {data}/days.csv --json --from 2024-11-01 --to 2024-11 --mode window --test starts-in
json clock.mode = "window"
json clock.test = "starts-in"
json clock.from = "2024-11-01T00:00:00+01:00"
json clock.to = "2024-12-01T00:00:00+01:00"
