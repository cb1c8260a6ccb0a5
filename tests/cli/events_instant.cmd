# At eight in the evening the day-long roadblock is on, the blast of 18:55 is within half a day.
$ vidik events {data}/days.csv --json --at 2024-11-29T20:00 --mode instant
json count = 2
json events.0.id = "a"
json events.1.id = "b"
json events.0.strength = 1
