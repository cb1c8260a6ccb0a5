$ vidik events {data}/day_or_month.csv --json --answer date_order=dmy
json count = 2
json events.0.begin = "2025-04-03T00:00:00+02:00"
