$ vidik events {data}/days.csv --at tomorrow
exit 2
stderr ^vidik: .*tomorrow
