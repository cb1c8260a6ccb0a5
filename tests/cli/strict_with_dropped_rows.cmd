# Rows that were left out are a problem under --strict.
$ vidik events {data}/bad_rows.csv --json --strict
exit 3
stderr ^vidik: 
json count = 3
