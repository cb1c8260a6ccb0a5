# Unverified records are counted as read …
$ vidik events {data}/unverified.csv --json
json count = 4
json unverified = 3
