# Hours and weekdays are those of the begin; what is known only to the day has no hour.
$ vidik events {data}/days.csv --json --filter hour=18
json count = 1
json events.0.id = "b"
