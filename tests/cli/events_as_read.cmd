# Without clock or filter: everything as read, strength unknown.
$ vidik events {data}/days.csv --json
json count = 5
json count_surely = 5
json unverified = 0
json by_category.troops = 2
json by_category.protest = 1
json events# = 5
json bbox = [20.46, 42.37, 21.25, 44.81]
json events.0.id = "a"
json events.0.layer = "days"
json events.0.title = "Roadblock at the bridge"
json events.0.category = "protest"
json events.0.begin = "2024-11-29T00:00:00+01:00"
json events.0.end = "2024-11-30T00:00:00+01:00"
json events.0.edtf = "2024-11-29"
json events.0.precision = "day"
json events.0.lon = 20.86
json events.0.lat = 42.89
json events.0.strength = null
json events.1.title = "Canal \"blast\", evening"
json events.1.begin = "2024-11-29T18:55:00+01:00"
json events.1.end = "2024-11-29T18:55:00+01:00"
json events.1.precision = "minute"
json events.4.id = "e"
