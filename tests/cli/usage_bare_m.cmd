# A bare m could be a month or a minute, so it is refused.
$ vidik events {data}/days.csv --at 2024-12-01 --window 5m
exit 2
stderr ^vidik: .*5m
