# An approximate month stays one; letters of any script come through.
$ vidik events {data}/place.geojson --json
json count = 1
json events.0.title = "Приштина"
json events.0.edtf = "2025-03~"
json events.0.precision = "month"
