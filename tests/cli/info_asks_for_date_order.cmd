$ vidik info {data}/day_or_month.csv --json
json files.0.layers.0.questions.0.about = "date_order"
