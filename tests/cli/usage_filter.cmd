$ vidik events {data}/days.csv --filter category=
exit 2
stderr ^vidik: .*
