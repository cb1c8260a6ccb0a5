# Kept and dropped are all rows; a row's number is the line on which it begins; blank lines are no rows.
$ vidik info {data}/bad_rows.csv --json
json files.0.format = "CSV"
json files.0.layers.0.rows = 6
json files.0.layers.0.kept = 3
json files.0.layers.0.dropped = 3
json files.0.layers.0.drops.0.row = 6
json files.0.layers.0.drops.1.row = 7
json files.0.layers.0.drops.2.row = 8
json files.0.layers.0.roles.begin = "start"
json files.0.layers.0.roles.lon = "lon"
json files.0.layers.0.questions = []
