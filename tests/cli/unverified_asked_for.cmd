# … and shown when asked for.
$ vidik events {data}/unverified.csv --json --mode all --filter unverified=any
json count = 4
