# … hidden from what is visible …
$ vidik events {data}/unverified.csv --json --mode all
json count = 1
json events.0.id = "a"
