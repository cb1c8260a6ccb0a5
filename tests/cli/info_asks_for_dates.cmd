# A file without a time column opens and asks.
$ vidik info {data}/no_time.csv --json
json files.0.layers.0.rows = 2
json files.0.layers.0.questions.0.about = "begin"
